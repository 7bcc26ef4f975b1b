/** What is asked for of a kind of record (读取请求): filters, order, fields and place, held against what the kind allows. Pure. */
import { DomainError, type FieldError } from '../kernel/errors';
import { type CursorPlace, placeOf, requireValues, unknownCursor } from './cursor';
import type { Ordered, RecordKind } from './kinds/kind';
import { filterNames } from './kinds/kinds';

export interface RecordsGiven extends Readonly<Record<string, unknown>> {
  readonly fields?: string;
  readonly sort?: string;
  readonly after?: string;
  readonly updatedSince?: string;
}

export interface Asked {
  readonly kind: RecordKind;
  /** By name; as text, the way the statement takes it. */
  readonly filters: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly string[];
  readonly sort: string;
  readonly columns: readonly Ordered[];
  readonly down: boolean;
  /** The order of changes is asked for. */
  readonly changes: boolean;
  readonly place: CursorPlace | null;
  readonly updatedSince: string | null;
}

/** Errors: records.filter, records.filterPasses, records.sort, records.fields, records.updatedSince (422), each named; cursor.unknown. */
export function askedOf(kind: RecordKind, given: RecordsGiven): Asked {
  const place = given.after === undefined ? null : placeOf(given.after, kind.name);
  const changes = given.updatedSince !== undefined || place?.of === 'changes';
  const names = filterNames.filter((name) => given[name] !== undefined);
  const sort = given.sort ?? (place?.of === 'list' ? place.sort : 'id');
  const [down, by] = sort.startsWith('-') ? [true, sort.slice(1)] : [false, sort];
  const fields = given.fields?.split(',').map((name) => name.trim());
  const errors = [
    ...names.flatMap((name) => filterErrors(kind, name, String(given[name]), changes)),
    ...(by === 'id' || Object.hasOwn(kind.sorts, by)
      ? []
      : [refusal('sort', 'records.sort', ['id', ...Object.keys(kind.sorts)])]),
    ...(changes && given.sort !== undefined ? [changeOrder('sort')] : []),
    ...(given.updatedSince !== undefined && place !== null ? [changeOrder('updatedSince')] : []),
    ...(fields?.every((name) => Object.hasOwn(kind.fields, name)) === false
      ? [refusal('fields', 'records.fields', Object.keys(kind.fields))]
      : []),
  ];
  if (errors.length > 0) throw new DomainError('refused', errors[0]?.code ?? 'invalid', WORDS, errors);
  const first = kind.sorts[by];
  const columns = [...(first === undefined ? [] : [first]), ...kind.key];
  if (place?.of === 'list' && place.sort !== sort) throw unknownCursor();
  if (place?.of === 'list') requireValues(place.values, columns);
  if (place?.of === 'changes' && place.values.length > 0) requireValues(place.values, kind.key);
  return {
    ...{ kind, sort, columns, down, changes, place, updatedSince: given.updatedSince ?? null },
    filters: names.map((name) => ({ name, value: String(given[name]) })),
    fields: fields === undefined ? Object.keys(kind.fields) : [...new Set(['id', ...fields])],
  };
}

function filterErrors(kind: RecordKind, name: string, value: string, changes: boolean): FieldError[] {
  const filter = kind.filters[name];
  if (filter === undefined) return [refusal(name, 'records.filter', Object.keys(kind.filters))];
  if (filter.values?.includes(value) === false) return [refusal(name, 'records.filter', filter.values)];
  return changes && !filter.lasting ? [passes(name)] : [];
}

const WORDS = { zh: '有查询条件不被接受。', en: 'Some of what is asked for is not known here.' };

const refusal = (field: string, code: string, known: readonly string[]): FieldError => ({
  field,
  code,
  words: { zh: `应为：${known.join('、')}。`, en: `It should be one of: ${known.join(', ')}.` },
});

/** A row that no longer meets the filter would not be told, and the reader would keep it as it was. */
const passes = (field: string): FieldError => ({
  field,
  code: 'records.filterPasses',
  words: {
    zh: '读取变更时不能按会变的内容筛选：不再符合条件的数据不会被告知。',
    en: 'Changes cannot be narrowed by what changes: a record that no longer meets it would not be told.',
  },
});

const changeOrder = (field: string): FieldError => ({
  field,
  code: 'records.updatedSince',
  words: {
    zh: '变更按发生的先后读取：updatedSince 只用于开始，之后用 after，且不能与 sort 同用。',
    en: 'Changes come in their own order: updatedSince begins it, after goes on, and sort does not go with it.',
  },
});
