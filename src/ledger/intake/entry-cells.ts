/** A row of a ledger's spreadsheet as the values of an entry (台账导入行). Pure. */
import { isCode } from '../../http/field-rules';
import { isSample, SAMPLE } from '../../intake/blank-sample';
import { dayOfCell } from '../../intake/day-cell';
import type { Cells, Fault, IntakeColumn } from '../../intake/taker';
import { isMasked } from '../personal/masks';
import { decimalsOf, type LedgerDefinition, type LedgerField } from '../type/definition';
import { expected } from '../entry/value-words';
import { readValues, type Values } from '../entry/values';
import { partsOf } from '../export/entry-rows';
import { CODE, DAY, UNION } from './intake-columns';

export interface UnionPlace {
  readonly id: string;
  readonly path: string;
  readonly parentId: string | null;
}

export interface EntryGround {
  readonly definition: LedgerDefinition;
  readonly columns: readonly IntakeColumn[];
  /** Within reach, by id, by name and by code; a name that two unions bear stands for none. */
  readonly unions: ReadonlyMap<string, UnionPlace>;
  readonly own: UnionPlace;
  readonly today: string;
  /** Taken in as submitted, else as drafts. */
  readonly submit: boolean;
}

export interface EntryRow {
  readonly of: UnionPlace;
  /** Of the program that gave it. */
  readonly code: string | null;
  readonly day: string | null;
  /** With personal data in clear. */
  readonly values: Values;
}

export function parseEntry(
  cells: Cells,
  ground: EntryGround,
): { readonly value: EntryRow } | { readonly faults: readonly Fault[] } {
  const { definition, columns, unions, own, today, submit } = ground;
  if (isSample(cells, columns)) return { faults: [SAMPLE] };
  const faults: Fault[] = [];
  const named = cells[UNION];
  const of = named === undefined ? own : unions.get(named);
  if (of === undefined) faults.push({ column: UNION, code: 'ledgerEntry.union', words: NO_UNION });
  const code = cells[CODE] ?? null;
  if (code !== null && !isCode(code)) faults.push({ column: CODE, code: 'code', words: NO_CODE });
  const told = cells[DAY];
  const given = told === undefined ? null : (dayOfCell(told) ?? undefined);
  if (given === undefined) faults.push({ column: DAY, code: 'day', words: NO_DAY });
  const { values, errors } = readValues(definition, valuesOf(cells, ground), { draft: !submit });
  const places = new Set(columns.map(({ key }) => key));
  for (const { field, code, words } of errors) {
    const key = field.replace(/^values\./, '');
    faults.push({ column: places.has(key) ? key : (key.split('.')[0] ?? null), code, words });
  }
  for (const field of definition.fields)
    for (const part of partsOf(field))
      if (isMasked(cells[`${field.key}.${part}`]) && !faults.some(({ column }) => column === `${field.key}.${part}`))
        faults.push({ column: `${field.key}.${part}`, code: 'masked', words: MASKED });
  const { whenField } = definition;
  const when = whenField === null ? given : values[whenField];
  const day = typeof when === 'string' ? when : null;
  const later = submit && day !== null && day > today;
  if (later) faults.push({ column: whenField ?? DAY, code: 'ledgerEntry.future', words: FUTURE });
  return faults.length > 0 || of === undefined ? { faults } : { value: { of, code, day, values } };
}

function valuesOf(cells: Cells, { definition, unions }: EntryGround): Values {
  const values: Record<string, unknown> = {};
  for (const field of definition.fields) {
    const text = cells[field.key];
    const parts = partsOf(field).flatMap((part) => {
      const told = cells[`${field.key}.${part}`];
      return told === undefined ? [] : [[part, told] as const];
    });
    if (field.kind === 'enterprise' || field.kind === 'person') {
      if (text !== undefined || parts.length > 0)
        values[field.key] = { ...(text === undefined ? {} : { name: text }), ...Object.fromEntries(parts) };
    } else if (text !== undefined) values[field.key] = valueOf(field, text, unions);
  }
  return values;
}

/** What a cell stands for; as it is written where it stands for nothing, so that it is refused by its field. */
function valueOf(field: LedgerField, text: string, unions: EntryGround['unions']): string {
  if (decimalsOf(field) !== null) return numberOf(text, field.unit);
  if (field.kind === 'day') return dayOfCell(text) ?? text;
  if (field.kind === 'union') return unions.get(text)?.id ?? text;
  if (field.kind !== 'choice') return text;
  const { choices = [] } = field;
  const byName = choices.filter(({ name }) => name === text);
  return choices.find(({ code }) => code === text)?.code ?? (byName.length === 1 ? (byName[0]?.code ?? text) : text);
}

/** 1,500.00元 is 1500.00. */
function numberOf(text: string, unit: string | undefined): string {
  const bare = text.replaceAll(/[,，\s]/g, '');
  return unit !== undefined && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare;
}

const NO_UNION = {
  zh: '没有这个工会，或不在本级之下；请填全称或编码。',
  en: 'There is no such union at or below yours: give its full name or its code.',
};
const NO_CODE = {
  zh: '应以字母或数字开头，只含字母、数字和 . _ -，不超过 64 位。',
  en: 'It should start with a letter or digit and hold letters, digits and . _ - only, 64 at most.',
};
const NO_DAY = expected({ key: '', name: '', kind: 'day', required: false, listed: false });
const FUTURE = { zh: '日期不能晚于今天。', en: 'The day should not lie in the future.' };
const MASKED = { zh: '请填写完整号码。', en: 'Give the whole number.' };
