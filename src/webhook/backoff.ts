/** When a delivery that failed is tried again (重试): fifteen tries over three days. Pure. */

const MINUTE = 60;
const HOUR = 3_600;

/** Seconds between one try and the next. */
const waits: readonly number[] = [
  5,
  30,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  12 * HOUR,
  12 * HOUR,
  12 * HOUR,
  8 * HOUR,
];

/** A receiver may ask for a pause, but not for good. */
const LONGEST = 12 * HOUR;

/**
 * Seconds until the next try after `tries` that failed; null: enough, the endpoint is paused. `chance` from 0 to 1 spreads
 * them by a tenth either way, so that receivers that fell together are not asked together. `asked`: Retry-After, in seconds.
 */
export function waitAfter(tries: number, chance: number, asked: number | null = null): number | null {
  const wait = waits[tries - 1];
  if (wait === undefined) return null;
  return Math.max(wait * (0.9 + chance / 5), Math.min(asked ?? 0, LONGEST));
}
