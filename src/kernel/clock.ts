/** The clock. Normally the database's own; a moment is handed in only for the demo's past and for tests. */
import { Temporal } from 'temporal-polyfill';

/** Civil days of the trade are Shanghai days (product rule "Time"). */
export const ZONE = 'Asia/Shanghai';

export class Clock {
  private moment: Date | null = null;

  /** The moment handed in, or null when the database's clock rules. */
  get handedIn(): Date | null {
    return this.moment;
  }

  /** Sets the moment for all deeds that follow; null gives the clock back to the database. */
  set(moment: Date | null): void {
    this.moment = moment;
  }

  now(): Date {
    return this.moment ?? new Date();
  }

  /** The civil day, `YYYY-MM-DD`. */
  today(): string {
    return dayOf(this.now());
  }
}

/** The Shanghai civil day of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

const DAY_MS = 86_400_000;

/** Whole days from one civil day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  // days as such, without hours or zones: a large board asks for them ten thousand times
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of a later month; its last day where the month has none. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The first day of the month in which the day lies; with 3, of its quarter. */
export function monthOf(day: string, months = 1): string {
  const month = Number(day.slice(5, 7)) - 1;
  return `${day.slice(0, 5)}${String(month - (month % months) + 1).padStart(2, '0')}-01`;
}
