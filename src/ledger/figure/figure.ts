/** A figure of a ledger (台账统计): a count, a sum or a count of different ones, with filters, over unions and days. Pure. */
import { Refused } from '../../kernel/errors';
import { decimalsOf, fieldOf, type LedgerDefinition, type LedgerField } from '../type/definition';
import type { Slots } from '../type/slots';
import { type Condition, columnOf, readFilters } from '../query/filters';

export const measures = ['count', 'sum', 'distinct'] as const;
export type Measure = (typeof measures)[number];

/** As it is written down: in an indicator, a template, a query. */
export interface FigureAsked {
  readonly measure: Measure;
  /** Of a sum a number, of a distinct count anything but a file. */
  readonly field?: string;
  readonly filters?: unknown;
  /** Disaggregated by a choice or union field, by `month`, or by `union` (those directly below). */
  readonly by?: string;
}

export interface Figure {
  readonly measure: Measure;
  readonly field: LedgerField | null;
  readonly conditions: readonly Condition[];
  readonly by: 'union' | 'month' | LedgerField | null;
}

/** Errors: ledger.figure, ledger.filters (422), naming the part that is wrong. */
export function readFigure(definition: LedgerDefinition, asked: FigureAsked): Figure {
  const { measure, by } = asked;
  const field = asked.field === undefined ? undefined : fieldOf(definition, asked.field);
  if (measure === 'count' ? asked.field !== undefined : field === undefined || field.kind === 'file')
    throw refused('field', FIELD);
  if (measure === 'sum' && (field === undefined || decimalsOf(field) === null)) throw refused('field', NUMBER);
  const group = by === undefined || by === 'union' || by === 'month' ? by : fieldOf(definition, by);
  if (by !== undefined && (group === undefined || (typeof group === 'object' && !groups.has(group.kind))))
    throw refused('by', BY);
  return {
    measure,
    field: field ?? null,
    conditions: readFilters(definition, asked.filters),
    by: group ?? null,
  };
}

const groups = new Set(['choice', 'union']);

/** What is told apart: an enterprise by its credit code, a person by the digest of the ID number, else by name. */
export function toldApart(field: LedgerField, slots: Slots): string {
  const { key, kind } = field;
  const name = `e.given->'${key}'->>'name'`;
  if (kind === 'enterprise') return `coalesce(e.given->'${key}'->>'creditCode', ${name})`;
  if (kind !== 'person') return columnOf(field, slots);
  return `coalesce((select encode(p.digest, 'hex') from ledger_personal p where p.district_id = e.district_id
    and p.entry_id = e.id and p.field = '${key}' and p.what = 'idNumber'), ${name})`;
}

/** The measure as SQL over `e`: null where nothing says it, which is not zero. */
export function measureSql({ measure, field }: Figure, slots: Slots): string {
  if (field === null) return 'nullif(count(*), 0)';
  if (measure === 'sum') return `sum(${columnOf(field, slots)})`;
  return `nullif(count(distinct ${toldApart(field, slots)}), 0)`;
}

export function groupSql({ by }: Figure, slots: Slots, depth: string): string {
  if (by === null) return `''`;
  if (by === 'month') return `to_char(e.day, 'YYYY-MM')`;
  // the union directly below the one asked for, or that one itself
  if (by === 'union') return `subpath(e.path, least(${depth}::int, nlevel(e.path) - 1), 1)::text`;
  return `coalesce(${columnOf(by, slots)}, '')`;
}

const refused = (field: string, words: { zh: string; en: string }): Refused =>
  new Refused('ledger.figure', words, field);

const FIELD = {
  zh: '计数不填字段；求和、去重计数须填台账中的字段。',
  en: 'A count takes no field; a sum and a distinct count take a field of the ledger.',
};
const NUMBER = { zh: '求和的字段应为数字。', en: 'Only numbers are added up.' };
const BY = {
  zh: '应为 union、month，或选项、工会字段。',
  en: 'It should be union, month, or a field of choice or union.',
};
