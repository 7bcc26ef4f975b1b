/** What a new task costs those below: arithmetic over what was found. Pure. */
import { Decimal } from 'decimal.js';
import { monthsTouched } from './month';

/** Fewer tasks of the same measure than this say nothing about how often they are reported on. */
const FEWEST_TASKS = 3;

export interface Found {
  reporters: number;
  /** Tasks of the same measure that fell due in the last twelve months, and the reports on them. */
  likeTasks: number;
  likeReports: number;
  measureMinutes: number | null;
  allMinutes: number | null;
}

/** Reports of each with one decimal, at least one; minutes a month of all together, rounded; null where no median is known. */
export function costOf(
  { reporters, likeTasks, likeReports, measureMinutes, allMinutes }: Found,
  startOn: string,
  dueOn: string,
) {
  const usual = likeTasks >= FEWEST_TASKS ? new Decimal(likeReports).div(likeTasks) : new Decimal(1);
  const each = Decimal.max(1, usual).toDecimalPlaces(1);
  const minutesEach = measureMinutes ?? allMinutes;
  const months = monthsTouched(startOn, dueOn);
  return {
    reporters,
    reportsEach: each.toFixed(),
    minutesEach,
    minutesOf: measureMinutes !== null ? ('measure' as const) : allMinutes !== null ? ('all' as const) : null,
    months,
    minutesPerMonth:
      minutesEach === null ? null : each.times(reporters).times(minutesEach).div(months).toDecimalPlaces(0).toNumber(),
  };
}
