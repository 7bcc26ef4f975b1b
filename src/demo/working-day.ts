/** Moments on working days in Shanghai: Saturdays and Sundays fall back to the Friday before. Pure. */
import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../kernel/clock';

/** The day itself, or the Friday before a weekend. */
export function workingDay(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: Math.max(0, date.dayOfWeek - 5) }).toString();
}

/** Nine o'clock of a working day and so many minutes. */
export function workingMoment(day: string, minutes: number): Date {
  const nine = Temporal.PlainDate.from(workingDay(day)).toZonedDateTime({ timeZone: ZONE, plainTime: '09:00' });
  return new Date(nine.epochMilliseconds + minutes * 60_000);
}
