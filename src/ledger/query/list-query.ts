/** A page of a ledger (台账列表) as SQL: by the index of whatever it is sorted by, entries without that value last. Pure. */
import { Refused } from '../../kernel/errors';
import { fieldOf, type LedgerDefinition } from '../type/definition';
import type { Slots } from '../type/slots';
import type { EntryStatus } from '../entry/ledger-entry.entity';
import { BOTH, HANDED_IN_ONLY, shownTo } from '../rework/as-read';
import { type Condition, columnOf, conditionsSql } from './filters';

/** Counted up to here, and no page begins beyond: who has more narrows the filter. */
export const MOST_COUNTED = 10_000;

export interface ListAsked {
  readonly typeId: string;
  readonly districtId: string;
  /** Who reads: everything of the own union, and of those below what was handed in. */
  readonly reader: { readonly unionId: string; readonly path: string };
  /** Of which union with all below it; its path, and whether nothing stands below it. */
  readonly scope: { readonly unionId: string; readonly path: string; readonly leaf: boolean };
  readonly statuses?: readonly EntryStatus[];
  readonly from?: string;
  readonly to?: string;
  readonly conditions: readonly Condition[];
}

/** `from … e where …`, without the order. */
export function listFrom(asked: ListAsked, slots: Slots, parameters: unknown[]): string {
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const { typeId, districtId, reader, scope, statuses, from, to, conditions } = asked;
  const within = scope.leaf ? `e.union_id = ${given(scope.unionId)}` : `e.path <@ ${given(scope.path)}::ltree`;
  // working copies are the own union's alone, and of returned entries
  const own = scope.unionId === reader.unionId && statuses?.includes('returned') !== false;
  return `from ${own ? BOTH : HANDED_IN_ONLY} e where e.type_id = ${given(typeId)} and e.district_id = ${given(districtId)} and ${within} and ${shownTo(given(reader.unionId))}
    ${statuses === undefined ? '' : ` and e.status = any(${given(statuses)})`}
    ${from === undefined ? '' : ` and e.day >= ${given(from)}::date`}${to === undefined ? '' : ` and e.day <= ${given(to)}::date`}
    ${conditionsSql(conditions, slots, parameters)}`;
}

export interface Order {
  readonly column: string;
  readonly down: boolean;
  /** Entries may be without it. */
  readonly sparse: boolean;
}

/** `day`, `-day`, or a listed field with or without `-`. Errors: ledger.sort (422). */
export function orderOf(sort: string, definition: LedgerDefinition, slots: Slots): Order {
  const [down, key] = sort.startsWith('-') ? [true, sort.slice(1)] : [false, sort];
  if (key === 'day') return { column: 'e.day', down, sparse: false };
  const field = fieldOf(definition, key);
  if (field?.listed === true && slots[key] !== undefined) return { column: columnOf(field, slots), down, sparse: true };
  const words = {
    zh: '应为 day 或列表字段的代码，前加 - 为降序。',
    en: 'It should be day or the key of a listed field, with - before it from the top.',
  };
  throw new Refused('ledger.sort', words, 'sort');
}

/** By the index `(type_id, column, id)`, in its order or backwards. */
export function orderSql({ column, down }: Order): string {
  const way = down ? ' desc' : '';
  return `order by ${column}${way}, e.id${way}`;
}

/** Errors: ledger.notListed (422). Lists filter by index. */
export function requireListed(conditions: readonly Condition[]): void {
  const other = conditions.find(({ field }) => !field.listed);
  if (other === undefined) return;
  const words = { zh: '列表只能按列表字段筛选。', en: 'A list is filtered by its listed fields only.' };
  throw new Refused('ledger.notListed', words, `filters.${other.field.key}`);
}
