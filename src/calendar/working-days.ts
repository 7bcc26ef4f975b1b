/**
 * Working days (工作日): the official calendar with its swapped weekends, and what a district has set otherwise. Pure.
 * In a year whose calendar is not announced yet, Monday to Friday are working days and nothing is a holiday.
 */
import { addDays, daysBetween } from '../kernel/clock';
import { officialDay } from './official-calendar';

/** What a district has set otherwise: day, `YYYY-MM-DD`, → whether people work on it. */
export type Overrides = ReadonlyMap<string, boolean>;

const SATURDAY = 6;
const SUNDAY = 0;

/** Whether the weekday alone, without any calendar, is a working day. */
export function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY;
}

export function isWorkingDay(day: string, overrides: Overrides): boolean {
  return overrides.get(day) ?? officialDay(day)?.working ?? isWeekday(day);
}

/** The n-th working day after `day`, which does not count itself; `day` where n is 0. Errors: RangeError for another n. */
export function addWorkingDays(day: string, n: number, overrides: Overrides): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let reached = day;
  for (let left = n; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, overrides)) left -= 1;
  }
  return reached;
}

/**
 * How many working days come after `from`, up to and with `to`: the n for which `addWorkingDays(from, n)` reaches a
 * working day `to`. Negative where `to` lies before `from`.
 */
export function workingDaysBetween(from: string, to: string, overrides: Overrides): number {
  if (to < from) return -workingDaysBetween(to, from, overrides);
  const days = Array.from({ length: daysBetween(from, to) }, (_, no) => addDays(from, no + 1));
  return days.filter((day) => isWorkingDay(day, overrides)).length;
}
