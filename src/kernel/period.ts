/** Periods (周期、报告期): years, halves, quarters and months of the civil calendar, by name (`2014`, `2014H1`, `2014Q3`, `2014-06`). Pure. */
import { addDays, addMonths, monthOf } from './clock';
import type { Words } from './errors';

/** From the shortest to the longest. */
export const periodKinds = ['month', 'quarter', 'half', 'year'] as const;
/** 月、季、半年、年. */
export type PeriodKind = (typeof periodKinds)[number];

export interface Period {
  readonly kind: PeriodKind;
  /** Names of one kind stand as text in the order of time. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };
const NAME = /^(\d{4})(?:-?(?:H([12])|Q([1-4]))|-(0[1-9]|1[0-2]))?$/;
const [FIRST_YEAR, LAST_YEAR] = [1949, 2200] as const;

/** What a name looks like, for documents. */
export const PERIOD_PATTERN = '^[0-9]{4}(-(0[1-9]|1[0-2])|Q[1-4]|H[12])?$';

/** null where it names no period between 1949 and 2200. `2014-Q3` and `2014-H1`, as they were once written, are read too. */
export function readPeriod(name: string): Period | null {
  const [, year, half, quarter, month] = NAME.exec(name) ?? [];
  if (year === undefined || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
  if (half !== undefined) return periodOn('half', `${year}-${half === '1' ? '01' : '07'}-01`);
  if (quarter !== undefined) return periodOn('quarter', `${year}-${String(Number(quarter) * 3).padStart(2, '0')}-01`);
  return month === undefined ? periodOn('year', `${year}-01-01`) : periodOn('month', `${year}-${month}-01`);
}

/** A name as it is written, of any kind or of one. */
export function isPeriod(value: unknown, kind?: PeriodKind): value is string {
  const period = typeof value === 'string' ? readPeriod(value) : null;
  return period !== null && period.name === value && (kind === undefined || period.kind === kind);
}

/** One whose name was checked before. */
export function periodNamed(name: string): Period {
  const period = readPeriod(name);
  if (period === null) throw new Error(`${name} names no period.`);
  return period;
}

/** The period of a kind in which a day lies. */
export function periodOn(kind: PeriodKind, day: string): Period {
  const from = monthOf(day, MONTHS[kind]);
  const to = addDays(addMonths(from, MONTHS[kind]), -1);
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  const name = {
    year,
    half: `${year}H${month === 1 ? 1 : 2}`,
    quarter: `${year}Q${(month + 2) / 3}`,
    month: from.slice(0, 7),
  }[kind];
  return { kind, name, from, to };
}

/** The n-th period after it; before it where n is negative. */
export const periodAfter = ({ kind, from }: Period, n = 1): Period => periodOn(kind, addMonths(from, MONTHS[kind] * n));

export const periodBefore = (period: Period): Period => periodAfter(period, -1);

/** The same period of the year before. */
export const yearBefore = ({ kind, from }: Period): Period => periodOn(kind, addMonths(from, -12));

/** Those of a kind from the one in which a day lies to the one in which another lies. */
export function periodsBetween(kind: PeriodKind, from: string, to: string): Period[] {
  const periods: Period[] = [];
  for (let each = periodOn(kind, from); each.from <= to; each = periodAfter(each)) periods.push(each);
  return periods;
}

export const isShorter = (a: PeriodKind, b: PeriodKind): boolean => periodKinds.indexOf(a) < periodKinds.indexOf(b);

/** Those of a kind and all longer ones. */
export const kindsFrom = (kind: PeriodKind): readonly PeriodKind[] => periodKinds.slice(periodKinds.indexOf(kind));

/** 2026年3月、2026年第一季度、2026年上半年、2026年. */
export function periodWords({ kind, name, from }: Period): Words {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (kind === 'month') return { zh: `${year}年${month}月`, en: name };
  if (kind === 'year') return { zh: `${year}年`, en: name };
  if (kind === 'half')
    return { zh: `${year}年${month === 1 ? '上' : '下'}半年`, en: `half ${month === 1 ? 1 : 2} of ${year}` };
  const no = (month + 2) / 3;
  return { zh: `${year}年第${'一二三四'[no - 1]}季度`, en: `quarter ${no} of ${year}` };
}

/** The words of a period whose name was checked before. */
export const wordsOfPeriod = (name: string): Words => periodWords(periodNamed(name));
