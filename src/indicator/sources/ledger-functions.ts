/** `ledger.count`, `ledger.sum`, `ledger.distinct`: accepted entries of a ledger (台账). Pure. */
import { DomainError } from '../../kernel/errors';
import { type Measure, readFigure } from '../../ledger/figure/figure';
import type { Condition } from '../../ledger/query/filters';
import type { TypeInHand } from '../../ledger/type/ledger-type.reader';
import { dataOf, recordOf, requireArguments, textOf } from '../expression/arguments';
import { Mistake } from '../expression/mistake';
import type { Call, Node } from '../expression/syntax';
import type { World } from '../expression/world';
import type { LedgerAsked } from './asked';

type Read = (call: Call, world: World) => { asked: LedgerAsked; unit: string | null };

/** `('aid-visits', 'amount', {kind: ['visit']})`; a count takes no field. */
const reader =
  (measure: Measure): Read =>
  (call, { ledgers }) => {
    const fields = measure === 'count' ? 0 : 1;
    requireArguments(call, 1 + fields, 2 + fields);
    const [code, ...rest] = call.args;
    const type = code === undefined ? undefined : ledgers.get(textOf(code));
    if (type === undefined) throw new Mistake('ledger', LEDGER, code?.place ?? call.place);
    const field = fields === 0 ? undefined : rest[0];
    const filters = rest[fields];
    const asked: LedgerAsked = {
      source: 'ledger',
      typeId: type.id,
      ledger: type.code,
      measure,
      field: field === undefined ? null : textOf(field),
      filters: filters === undefined ? {} : Object.fromEntries([...recordOf(filters)].map(([k, v]) => [k, dataOf(v)])),
    };
    return { asked, unit: unitOf(type, asked, { call, field, filters }) };
  };

/** A sum is in the unit of its field. Errors: Mistake at what the ledger does not have. */
function unitOf(
  { definition }: TypeInHand,
  { measure, field, filters }: LedgerAsked,
  at: { call: Call; field: Node | undefined; filters: Node | undefined },
): string | null {
  try {
    const figure = readFigure(definition, { measure, filters, ...(field === null ? {} : { field }) });
    requireChoices(figure.conditions, at.filters);
    return measure === 'sum' ? (figure.field?.unit ?? null) : null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [first] = error.errors;
    const key = first?.field.startsWith('filters.') === true ? first.field.slice('filters.'.length) : null;
    const node = key === null ? at.field : entryOf(at.filters, key);
    throw new Mistake('field', error.words, (node ?? at.filters ?? at.call).place);
  }
}

/** A choice that nobody can make would count nothing for ever. */
function requireChoices(conditions: readonly Condition[], filters: Node | undefined): void {
  for (const { field, is } of conditions) {
    const known = field.choices?.map(({ code }) => code);
    const none = known === undefined ? undefined : is?.find((each) => !known.includes(each));
    const node = entryOf(filters, field.key);
    if (none === undefined || node === undefined) continue;
    const item = node.kind === 'list' ? node.items.find((each) => each.kind === 'text' && each.value === none) : node;
    throw new Mistake('choice', noChoice(field.name), (item ?? node).place);
  }
}

const entryOf = (filters: Node | undefined, key: string): Node | undefined =>
  filters?.kind === 'record' ? filters.entries.find(([each]) => each === key)?.[1] : undefined;

export const ledgerFunctions = {
  'ledger.count': reader('count'),
  'ledger.sum': reader('sum'),
  'ledger.distinct': reader('distinct'),
};

const LEDGER = { zh: '没有这个代码的台账。', en: 'There is no ledger of this code.' };
const noChoice = (field: string): { zh: string; en: string } => ({
  zh: `字段“${field}”没有这个选项。`,
  en: `“${field}” has no such choice.`,
});
