/** A row of values from outside (外部数据导入行): columns, and what a row gives of which indicator, union and period. Pure. */
import { isQuantity, isText, toQuantity } from '../../http/field-rules';
import { isSample, SAMPLE } from '../../intake/blank-sample';
import { dayOfCell } from '../../intake/day-cell';
import type { Cells, Fault, IntakeColumn } from '../../intake/taker';
import type { Tier } from '../../kernel/actor';
import { DomainError, type Words } from '../../kernel/errors';
import { isPeriod, type Period, periodNamed } from '../../kernel/period';
import type { KnownIndicator } from '../definition/known';
import { type ExternalGiven, type ExternalTime, takenBy } from './external-rules';

export const valueColumns: readonly IntakeColumn[] = [
  { key: 'indicator', title: '指标代码', must: true, example: 'social.insured' },
  { key: 'union', title: '工会代码', must: true, example: 'A1' },
  { key: 'period', title: '期间', must: true, example: '2026-06', hint: '2026-06、2026Q2、2026H1 或 2026。' },
  { key: 'value', title: '数值', must: true, example: '1280', hint: '填“撤回”即撤回此前报送的数值；不能留空。' },
  { key: 'unit', title: '计量单位', example: '人', hint: '可不填；填写的应与指标一致。' },
  { key: 'source', title: '出处', must: true, example: '示例：社保参保月报 2026 年第 6 号' },
  { key: 'asOf', title: '数据日期', example: '2026-06-30', hint: '可不填。' },
];

export interface UnionHere {
  readonly id: string;
  readonly code: string;
  readonly path: string;
  readonly tier: Tier;
}

export interface ValueGround extends ExternalTime {
  /** By code. */
  readonly indicators: ReadonlyMap<string, KnownIndicator>;
  /** At or below one's own, by code. */
  readonly unions: ReadonlyMap<string, UnionHere>;
}

export interface ValueRow {
  readonly indicator: KnownIndicator;
  readonly union: UnionHere;
  readonly period: Period;
  readonly given: ExternalGiven & { readonly unit: string };
}

/** By what a row is known in its file. */
export const valueKey = ({ indicator, union, period = '' }: Cells): string =>
  JSON.stringify([indicator ?? null, union ?? null, periodOfCell(period)?.name ?? period]);

/** Whether the union was there at the end of the period is asked elsewhere. */
export function parseValue(
  cells: Cells,
  { indicators, unions, today, closed }: ValueGround,
): { readonly value: ValueRow } | { readonly faults: readonly Fault[] } {
  if (isSample(cells, valueColumns)) return { faults: [SAMPLE] };
  const faults: Fault[] = [];
  const wrong = (column: string, code: string, words: Words): void => void faults.push({ column, code, words });
  for (const { key, must } of valueColumns)
    if (must === true && cells[key] === undefined) wrong(key, 'required', REQUIRED);
  const { unit, source = '' } = cells;
  const [indicator, union] = [indicators.get(cells['indicator'] ?? ''), unions.get(cells['union'] ?? '')];
  if (indicator === undefined && cells['indicator'] !== undefined)
    wrong('indicator', 'externalValue.indicator', NO_INDICATOR);
  if (union === undefined && cells['union'] !== undefined) wrong('union', 'externalValue.union', NO_UNION);
  const period = periodOfCell(cells['period'] ?? '');
  if (period === null && cells['period'] !== undefined) wrong('period', 'period', NO_PERIOD);
  const value = valueOfCell(cells['value'] ?? '');
  const counts = value !== undefined;
  if (!counts && cells['value'] !== undefined) wrong('value', 'quantity', NO_VALUE);
  if (unit !== undefined && !isText(unit, 1, 20, false)) wrong('unit', 'text', textWords(20));
  if (source !== '' && !isText(source, 1, 200, false)) wrong('source', 'text', textWords(200));
  const asOf = cells['asOf'] === undefined ? null : dayOfCell(cells['asOf']);
  if (asOf === undefined) wrong('asOf', 'day', NO_DAY);
  if (faults.length > 0 || !indicator || !union || !period || !counts || asOf === undefined) return { faults };
  try {
    const given = { value, unit, source, asOf };
    const { measure } = takenBy(indicator, period, { tier: union.tier, stands: true }, given, { today, closed });
    return { value: { indicator, union, period, given: { ...given, unit: measure.unit } } };
  } catch (error) {
    return { faults: [faultOf(error)] };
  }
}

/** What refuses a single value refuses a row; anything else is no matter of the row. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof DomainError)) throw error;
  const { code, words, errors } = error;
  const [at] = errors;
  return { column: at?.field ?? (code === 'externalValue.closed' ? 'period' : 'indicator'), code, words };
}

/** null: it is taken back, in a word, for an empty cell is more often forgotten than meant; undefined: neither. */
function valueOfCell(text: string): string | null | undefined {
  if (TAKEN_BACK.has(text.toLowerCase())) return null;
  const value = toQuantity(text.replaceAll(/[,，\s]/g, ''), MOST_DECIMALS);
  return typeof value === 'string' && isQuantity(value, MOST_DECIMALS) ? value : undefined;
}

/** A spreadsheet makes a day of 2026-06. */
function periodOfCell(text: string): Period | null {
  const name = /^\d{4}-\d\d-01$/.test(text) ? text.slice(0, 7) : text;
  return isPeriod(name) ? periodNamed(name) : null;
}

const MOST_DECIMALS = 6;
const TAKEN_BACK: ReadonlySet<string> = new Set(['撤回', 'withdrawn']);
const REQUIRED = { zh: '必填。', en: 'This is required.' };
const NO_INDICATOR = { zh: '没有这个代码的指标。', en: 'No indicator has this code.' };
const NO_UNION = {
  zh: '没有这个代码的工会，或不在本级之下。',
  en: 'No union at or below yours has this code.',
};
const NO_PERIOD = {
  zh: '应为 2026-03（月）、2026Q1（季度）、2026H1（半年）或 2026（年）。',
  en: 'It should be 2026-03 (month), 2026Q1 (quarter), 2026H1 (half) or 2026 (year).',
};
const NO_VALUE = {
  zh: `应为数字，小数不超过 ${MOST_DECIMALS} 位；撤回此前的数值请填“撤回”。`,
  en: `It should be a number with at most ${MOST_DECIMALS} decimals, or “withdrawn” to take back what was given.`,
};
const NO_DAY = { zh: '应为真实存在的日期，如 2026-06-30。', en: 'It should be a day that exists, such as 2026-06-30.' };
const textWords = (most: number): Words => ({
  zh: `应为不超过 ${most} 个字的单行文字。`,
  en: `It should be one line of at most ${most} letters.`,
});
