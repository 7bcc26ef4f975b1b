/** Filters of a ledger (台账筛选): what entries must say in some of their fields. Read from JSON, told as SQL. Pure. */
import { isDay, isId, isQuantity, toQuantity } from '../../http/field-rules';
import { Refused } from '../../kernel/errors';
import { decimalsOf, fieldOf, type LedgerDefinition, type LedgerField } from '../type/definition';
import { letterOf, type Slots } from '../type/slots';

/** One field must say one of these, lie between two values, begin with a word, or say nothing. */
export interface Condition {
  readonly field: LedgerField;
  readonly is?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly begins?: string;
  readonly missing?: boolean;
}

const MOST_FIELDS = 8;
const MOST_VALUES = 100;

/**
 * `{"kind": ["visit"], "amount": {"from": "100"}, "name": {"begins": "田"}, "note": {"missing": true}}`.
 * Errors: ledger.filters, naming the field that is wrong (422).
 */
export function readFilters(definition: LedgerDefinition, given: unknown): Condition[] {
  const value = typeof given === 'string' ? parsed(given) : given;
  if (value === undefined) return [];
  if (!isRecord(value)) throw refused('', SHAPE);
  const entries = Object.entries(value);
  if (entries.length > MOST_FIELDS) throw refused('', MANY);
  return entries.map(([key, said]) => {
    const field = fieldOf(definition, key);
    if (field === undefined || field.kind === 'file') throw refused(key, UNKNOWN);
    return conditionOf(field, said);
  });
}

function conditionOf(field: LedgerField, said: unknown): Condition {
  const { key } = field;
  if (Array.isArray(said)) {
    const values = said.map((each: unknown) => valueOf(field, each));
    if (values.length === 0 || values.length > MOST_VALUES) throw refused(key, SHAPE);
    return { field, is: values };
  }
  if (!isRecord(said)) return { field, is: [valueOf(field, said)] };
  const { from, to, begins, missing, ...rest } = said;
  if (Object.keys(rest).length > 0 || Object.keys(said).length === 0) throw refused(key, SHAPE);
  const ordered = letterOf(field) !== 't';
  if ((from !== undefined || to !== undefined) && !ordered) throw refused(key, SHAPE);
  if (begins !== undefined && (ordered || typeof begins !== 'string' || begins === '')) throw refused(key, SHAPE);
  if (missing !== undefined && typeof missing !== 'boolean') throw refused(key, SHAPE);
  return {
    field,
    ...(from === undefined ? {} : { from: valueOf(field, from) }),
    ...(to === undefined ? {} : { to: valueOf(field, to) }),
    ...(typeof begins === 'string' ? { begins } : {}),
    ...(typeof missing === 'boolean' ? { missing } : {}),
  };
}

function valueOf(field: LedgerField, given: unknown): string {
  const decimals = decimalsOf(field);
  const value = decimals === null ? given : toQuantity(given, decimals);
  const right =
    decimals === null
      ? field.kind === 'day'
        ? isDay(value)
        : field.kind === 'union'
          ? isId(value)
          : typeof value === 'string' && value.length > 0 && value.length <= 400
      : isQuantity(value, decimals);
  if (!right || typeof value !== 'string') throw refused(field.key, VALUE);
  return field.kind === 'union' ? value.toLowerCase() : value;
}

/** A field as SQL: its search column where it has one, else out of the JSON. Keys are plain words (FieldKey). */
export function columnOf(field: LedgerField, slots: Slots): string {
  const slot = slots[field.key];
  if (slot !== undefined) return `e.${slot}`;
  const named = field.kind === 'person' || field.kind === 'enterprise';
  const text = named ? `e.given->'${field.key}'->>'name'` : `e.given->>'${field.key}'`;
  const letter = letterOf(field);
  if (letter === 'n') return `(${text})::numeric`;
  return letter === 'd' ? `(${text})::date` : `(${text}) collate "C"`;
}

/** Beyond every text that begins with a word, in the order of code points. */
const LAST = '\u{10ffff}';
const sqlTypes = { t: 'text', n: 'numeric', d: 'date' } as const;

/** The conditions as SQL over `e`; `parameters` are added to. */
export function conditionsSql(conditions: readonly Condition[], slots: Slots, parameters: unknown[]): string {
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  return conditions
    .flatMap(({ field, is, from, to, begins, missing }) => {
      const [column, type] = [columnOf(field, slots), sqlTypes[letterOf(field)]];
      return [
        ...(is === undefined ? [] : [`${column} = any(${given(is)}::${type}[])`]),
        ...(from === undefined ? [] : [`${column} >= ${given(from)}::${type}`]),
        ...(to === undefined ? [] : [`${column} <= ${given(to)}::${type}`]),
        ...(begins === undefined ? [] : [`${column} >= ${given(begins)}`, `${column} < ${given(begins + LAST)}`]),
        ...(missing === undefined ? [] : [`${column} is ${missing ? '' : 'not '}null`]),
      ];
    })
    .map((condition) => ` and ${condition}`)
    .join('');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused('', SHAPE);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refused = (key: string, words: { zh: string; en: string }): Refused =>
  new Refused('ledger.filters', words, key === '' ? 'filters' : `filters.${key}`);

const SHAPE = {
  zh: '筛选条件应为 JSON 对象：字段对应值的列表，或 from、to、begins、missing。',
  en: 'Filters are a JSON object: to each field a list of values, or from, to, begins, missing.',
};
const MANY = { zh: `最多按 ${MOST_FIELDS} 个字段筛选。`, en: `At most ${MOST_FIELDS} fields are filtered by.` };
const UNKNOWN = { zh: '台账中没有这个字段，或不能按它筛选。', en: 'The ledger has no such field to filter by.' };
const VALUE = { zh: '筛选的值与字段类型不符。', en: 'This is no value of the field.' };
