/** Reporting periods (报告期): `2026-03`, `2026Q1`, `2026H1`, `2026`. As text they stand in the order of time. Pure. */
import { addDays, addMonths } from '../../kernel/clock';
import type { Words } from '../../kernel/errors';
import type { PeriodKind } from '../definition/definition';

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };
const PATTERNS: Record<PeriodKind, RegExp> = {
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  quarter: /^\d{4}Q[1-4]$/,
  half: /^\d{4}H[12]$/,
  year: /^\d{4}$/,
};
const FIRST_YEAR = 2000;
const LAST_YEAR = 2199;

/** What a period of any kind looks like, for documents. */
export const PERIOD_PATTERN = '^[0-9]{4}(-(0[1-9]|1[0-2])|Q[1-4]|H[12])?$';

export function isPeriod(value: unknown, kind?: PeriodKind): value is string {
  if (typeof value !== 'string') return false;
  const kinds = kind === undefined ? Object.values(PATTERNS) : [PATTERNS[kind]];
  const year = Number(value.slice(0, 4));
  return kinds.some((pattern) => pattern.test(value)) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The period of this kind in which a day lies. */
export function periodOn(kind: PeriodKind, day: string): string {
  const [year, month] = [day.slice(0, 4), day.slice(5, 7)];
  const no = Math.ceil(Number(month) / MONTHS[kind]);
  return { month: `${year}-${month}`, quarter: `${year}Q${no}`, half: `${year}H${no}`, year }[kind];
}

export function startOf(kind: PeriodKind, period: string): string {
  const year = period.slice(0, 4);
  if (kind === 'month') return `${period}-01`;
  const no = kind === 'year' ? 1 : Number(period.slice(5));
  return `${year}-${String((no - 1) * MONTHS[kind] + 1).padStart(2, '0')}-01`;
}

export const endOf = (kind: PeriodKind, period: string): string =>
  addDays(addMonths(startOf(kind, period), MONTHS[kind]), -1);

/** The n-th period after it; before it where n is negative. */
export const periodAfter = (kind: PeriodKind, period: string, n = 1): string =>
  periodOn(kind, addMonths(startOf(kind, period), MONTHS[kind] * n));

/** 2026年3月、2026年第一季度、2026年上半年、2026年. */
export function periodWords(kind: PeriodKind, period: string): Words {
  const [year, no] = [period.slice(0, 4), Number(period.slice(5))];
  if (kind === 'month') return { zh: `${year}年${no}月`, en: period };
  if (kind === 'quarter') return { zh: `${year}年第${'一二三四'[no - 1]}季度`, en: `quarter ${no} of ${year}` };
  if (kind === 'half') return { zh: `${year}年${no === 1 ? '上' : '下'}半年`, en: `half ${no} of ${year}` };
  return { zh: `${year}年`, en: year };
}
