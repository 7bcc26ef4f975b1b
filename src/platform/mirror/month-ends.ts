/** Month by month: what was accepted by the end of each, and how far all tasks together were. Pure. */
import { Decimal } from 'decimal.js';
import { type Quantity, plain } from '../../kernel/decimal';

/** What a month's acceptances added, January = 1. */
export interface Added {
  month: number;
  added: Quantity;
}

export interface Weighed {
  target: Quantity;
  weight: Quantity;
  months: readonly Quantity[];
}

const MONTHS = 12;

/** Months of the year that have begun by a day, 0 to 12. */
export function begunMonths(year: number, today: string): number {
  const [now, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return now > year ? MONTHS : now < year ? 0 : month;
}

/** Σ accepted at the end of each of the months that have begun. */
export function monthEnds(added: readonly Added[], begun: number): Quantity[] {
  let sum = new Decimal(0);
  return Array.from({ length: begun }, (_, index) => {
    for (const each of added) if (each.month === index + 1) sum = sum.plus(each.added);
    return plain(sum);
  });
}

/**
 * Σ weight × min(done / target, 1) / Σ weight in percent with two decimals, half up (the completion of the standings),
 * at the end of a month; tasks without a target do not count. null where no task counts or the month has not begun.
 */
export function completionAt(tasks: readonly Weighed[], month: number): Quantity | null {
  let [reached, whole] = [new Decimal(0), new Decimal(0)];
  for (const { target, weight, months } of tasks) {
    const done = months[month - 1];
    if (done === undefined || new Decimal(target).isZero()) continue;
    const share = Decimal.min(1, Decimal.max(0, done).div(target));
    reached = reached.plus(share.times(weight));
    whole = whole.plus(weight);
  }
  return whole.isZero() ? null : reached.times(100).div(whole).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
}
