/** Slots (检索列): the typed columns in which listed fields are kept, so that lists filter and sort by index. Pure. */
import { Refused } from '../../kernel/errors';
import { decimalsOf, type LedgerField } from './definition';

/** Field key → column, `t1`…`t8`, `n1`…`n6`, `d1`…`d3`. A field keeps its column for as long as its type lives. */
export type Slots = Readonly<Record<string, string>>;

type Letter = 't' | 'n' | 'd';
const MOST: Record<Letter, number> = { t: 8, n: 6, d: 3 };
/** Longer texts are searched by their beginning. */
export const LONGEST_TEXT = 200;

export function letterOf(field: LedgerField): Letter {
  if (decimalsOf(field) !== null) return 'n';
  return field.kind === 'day' ? 'd' : 't';
}

/** The slots with those of fields that are newly listed. Errors: ledger.slots. */
export function withSlots(slots: Slots, fields: readonly LedgerField[]): Slots {
  const taken: Record<string, string> = { ...slots };
  for (const [index, field] of fields.entries()) {
    if (!field.listed || taken[field.key] !== undefined) continue;
    const letter = letterOf(field);
    const used = new Set(Object.values(taken));
    const free = Array.from({ length: MOST[letter] }, (_, i) => `${letter}${i + 1}`).find((slot) => !used.has(slot));
    if (free === undefined) throw noSlot(index);
    taken[field.key] = free;
  }
  return taken;
}

/** What the columns hold of an entry's values. */
export function slotted(
  slots: Slots,
  fields: readonly LedgerField[],
  values: Readonly<Record<string, unknown>>,
): Record<string, string | null> {
  const kinds = new Map(fields.map((field) => [field.key, field]));
  return Object.fromEntries(
    Object.entries(slots).map(([key, slot]) => [slot, kinds.has(key) ? searched(values[key]) : null]),
  );
}

/** What a value is searched and sorted by: itself, or the name of an enterprise or a person. */
function searched(value: unknown): string | null {
  if (typeof value === 'string') return Array.from(value).slice(0, LONGEST_TEXT).join('');
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : null;
}

const noSlot = (index: number): Refused =>
  new Refused(
    'ledger.slots',
    {
      zh: `列表字段最多：文字类 ${MOST.t} 个、数字 ${MOST.n} 个、日期 ${MOST.d} 个（含以前版本用过的）。`,
      en: `A list has at most ${MOST.t} fields of words, ${MOST.n} of numbers and ${MOST.d} of days, those of earlier versions included.`,
    },
    `definition.fields[${index}].listed`,
  );
