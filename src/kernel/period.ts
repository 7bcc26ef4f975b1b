/** Periods (周期): years, halves, quarters and months of the civil calendar, by name (`2014`, `2014-H1`, `2014-Q3`, `2014-06`). Pure. */
import { addDays, addMonths, monthOf } from './clock';

/** From the shortest to the longest. */
export const periodKinds = ['month', 'quarter', 'half', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export interface Period {
  readonly kind: PeriodKind;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const months: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };
const NAME = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** null where it names no period between 1949 and 2200. */
export function readPeriod(name: string): Period | null {
  const [, year, half, quarter, month] = NAME.exec(name) ?? [];
  if (year === undefined || Number(year) < 1949 || Number(year) > 2200) return null;
  if (half !== undefined) return periodOn('half', `${year}-${half === '1' ? '01' : '07'}-01`);
  if (quarter !== undefined) return periodOn('quarter', `${year}-${String(Number(quarter) * 3).padStart(2, '0')}-01`);
  return month === undefined ? periodOn('year', `${year}-01-01`) : periodOn('month', `${year}-${month}-01`);
}

/** The period of a kind in which a day lies. */
export function periodOn(kind: PeriodKind, day: string): Period {
  const from = monthOf(day, months[kind]);
  const to = addDays(addMonths(from, months[kind]), -1);
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  const name = {
    year,
    half: `${year}-H${month === 1 ? 1 : 2}`,
    quarter: `${year}-Q${(month + 2) / 3}`,
    month: from.slice(0, 7),
  }[kind];
  return { kind, name, from, to };
}

/** The same period of the year before. */
export const yearBefore = ({ kind, from }: Period): Period => periodOn(kind, addMonths(from, -12));

export const periodBefore = ({ kind, from }: Period): Period => periodOn(kind, addDays(from, -1));

/** Those of a kind from the one in which a day lies to the one in which another lies. */
export function periodsBetween(kind: PeriodKind, from: string, to: string): Period[] {
  const periods: Period[] = [];
  for (let each = periodOn(kind, from); each.from <= to; each = periodOn(kind, addDays(each.to, 1))) periods.push(each);
  return periods;
}

export const isShorter = (a: PeriodKind, b: PeriodKind): boolean => periodKinds.indexOf(a) < periodKinds.indexOf(b);

/** Those of a kind and all longer ones. */
export const kindsFrom = (kind: PeriodKind): readonly PeriodKind[] => periodKinds.slice(periodKinds.indexOf(kind));
