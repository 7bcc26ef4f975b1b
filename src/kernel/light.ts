/** The light (红黄绿灯): progress against elapsed time (序时进度). Computed, never typed in. Pure. */
import { Decimal } from 'decimal.js';
import { daysBetween } from './clock';
import type { Quantity } from './decimal';

export type Light = 'green' | 'yellow' | 'red';

export interface LightGiven {
  done: Quantity;
  target: Quantity;
  startOn: string;
  dueOn: string;
  status: 'assigned' | 'signed' | 'withdrawn';
}

export interface LightAnswer {
  light: Light | null;
  /** Share of the time that has passed, in percent with one decimal. */
  elapsed: Quantity;
  /** Points (percentage points) by which progress lies behind elapsed time; 0 when it does not. */
  behind: Quantity;
  /** Not complete and past its due day: how many days. */
  overdueDays: number;
}

/** Points behind at which a light turns yellow, and beyond which it turns red (product rule "Lights"). */
export const thresholds = { yellow: 10, red: 30 };

/**
 * Green at or above elapsed time and up to 10 points below; yellow from 10 to 30 points below; red more than 30 below,
 * or past the due day and not complete. No light before the start, for a withdrawn task, or where the target is 0.
 */
export function lightOf(given: LightGiven, today: string): LightAnswer {
  const elapsed = elapsedPercent(given.startOn, given.dueOn, today);
  const target = new Decimal(given.target);
  if (given.status === 'withdrawn' || target.isZero() || today < given.startOn) {
    return { light: null, elapsed: elapsed.toFixed(1), behind: '0.0', overdueDays: 0 };
  }
  const progress = Decimal.min(100, new Decimal(given.done).times(100).div(target));
  const behind = Decimal.max(0, elapsed.minus(progress));
  const complete = progress.gte(100);
  const overdueDays = complete ? 0 : Math.max(0, daysBetween(given.dueOn, today));
  const light =
    overdueDays > 0 || behind.gt(thresholds.red) ? 'red' : behind.gte(thresholds.yellow) ? 'yellow' : 'green';
  return { light, elapsed: elapsed.toFixed(1), behind: behind.toFixed(1), overdueDays };
}

/** Days passed of all days, the first and the last counted. */
function elapsedPercent(startOn: string, dueOn: string, today: string): Decimal {
  const all = daysBetween(startOn, dueOn) + 1;
  const passed = Math.min(all, Math.max(0, daysBetween(startOn, today) + 1));
  return new Decimal(passed).times(100).div(all);
}
