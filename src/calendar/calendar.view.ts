/** A year of the working calendar (工作日历) as it is answered: every day that is not as its weekday says. */
import { officialDay, officialDaysOf } from './official-calendar';
import type { WorkingDay } from './working-day.entity';
import { isWeekday } from './working-days';

export class HolidayName {
  /** @example "国庆节" */
  zh!: string;
  /** @example "National Day" */
  en!: string;
}

export class CalendarDayView {
  /** @example "2026-10-10" */
  day!: string;
  /** Whether people work on it. @example true */
  working!: boolean;
  /** The holiday, or the holiday for which a weekend is worked; null where the official calendar names none. */
  name!: HolidayName | null;
  /** The official calendar, or the district's own setting, which goes before it. @example "official" */
  source!: 'official' | 'district';
  /** Whether people would work on it without the district's setting. @example true */
  otherwise!: boolean;
  /** Why the district set it; null where it did not. @example null */
  reason!: string | null;
  /** When the district set it; null where it did not. @example null */
  setAt!: string | null;
}

export class CalendarView {
  /** @example 2026 */
  year!: number;
  /** Whether the official calendar of this year is known; if not, weekends alone are days off until the district sets others. @example true */
  officialKnown!: boolean;
  /** The last year whose official calendar is known. @example 2026 */
  officialUntil!: number;
  /** How many days of the year people work. @example 248 */
  workingDays!: number;
  /** In order of days. */
  items!: CalendarDayView[];
}

export function districtDay({ day, working, reason, setAt }: WorkingDay): CalendarDayView {
  const official = officialDay(day);
  const otherwise = official?.working ?? isWeekday(day);
  const name = official?.name ?? null;
  return { day, working, name, source: 'district', otherwise, reason, setAt: setAt.toISOString() };
}

/** The official days of a year, with the district's own in their place. */
export function daysOf(year: number, own: readonly WorkingDay[]): CalendarDayView[] {
  const days = new Map<string, CalendarDayView>();
  for (const [day, { working, name }] of officialDaysOf(year))
    days.set(day, { day, working, name, source: 'official', otherwise: working, reason: null, setAt: null });
  for (const set of own) days.set(set.day, districtDay(set));
  return [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}
