/** The plan a light is measured against (序时进度): a straight line, or straight between the task's milestones. Exact. Pure. */
import { daysBetween } from './clock';
import type { Quantity } from './decimal';

/** By the end of this day so many percent of the target should be done. */
export interface Milestone {
  readonly on: string;
  /** Above 0 and below 100, at most two decimals. */
  readonly percent: Quantity;
}

export interface Plan {
  readonly startOn: string;
  readonly dueOn: string;
  readonly milestones?: readonly Milestone[] | null;
}

/** An exact fraction; `below` is above 0. */
export interface Ratio {
  readonly above: bigint;
  readonly below: bigint;
}

/** A quantity times ten thousand: quantities have four decimals at most. */
export function scaled(quantity: Quantity): bigint {
  const [whole = '0', decimals = ''] = quantity.split('.');
  const value = BigInt(whole.replace('-', '') + decimals.slice(0, 4).padEnd(4, '0'));
  return quantity.startsWith('-') ? -value : value;
}

/** One decimal, half up, never below 0. */
export function oneDecimal({ above, below }: Ratio): Quantity {
  if (above <= 0n) return '0.0';
  const tenths = (above * 20n + below) / (below * 2n);
  return `${tenths / 10n}.${tenths % 10n}`;
}

/** Days passed of all days in percent, the first and the last counted. */
export function elapsedOf({ startOn, dueOn }: Plan, today: string): Ratio {
  const all = daysBetween(startOn, dueOn) + 1;
  const passed = Math.min(all, Math.max(0, daysBetween(startOn, today) + 1));
  return { above: BigInt(passed) * 100n, below: BigInt(all) };
}

/** Percent of the target that should be done by the end of today. Milestones outside the task's days do not count. */
export function plannedOf(plan: Plan, today: string): Ratio {
  const { startOn, dueOn, milestones } = plan;
  const within = milestones?.filter(({ on }) => on >= startOn && on < dueOn) ?? [];
  if (within.length === 0) return elapsedOf(plan, today);
  const passed = daysBetween(startOn, today) + 1;
  let [day, percent] = [0, 0n];
  for (const { on, percent: next } of [...within, { on: dueOn, percent: '100' }]) {
    const [nextDay, nextPercent] = [daysBetween(startOn, on) + 1, scaled(next)];
    if (passed <= nextDay) {
      const days = BigInt(nextDay - day);
      const done = BigInt(Math.max(0, passed - day));
      return { above: percent * days + (nextPercent - percent) * done, below: days * 10_000n };
    }
    [day, percent] = [nextDay, nextPercent];
  }
  return { above: 100n, below: 1n };
}
