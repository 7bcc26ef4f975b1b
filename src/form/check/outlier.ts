/** Values unlike a union's own last periods (异常值): far from their median, measured by their spread. Pure. */
import { Decimal } from 'decimal.js';
import { sum } from '../../kernel/decimal';

/** Fewer values say nothing about what is usual. */
export const FEWEST_PERIODS = 4;
/** Periods that are looked back on. */
export const MOST_PERIODS = 12;

const FAR = 3;
/** Of the median of deviations, and of their mean, to a standard deviation of usual values. */
const [OF_MEDIAN, OF_MEAN] = ['1.4826', '1.2533'];

/** Values that never moved say nothing about how far is far, so nothing is judged by them. */
export function isOutlier(value: string, past: readonly string[]): boolean {
  if (past.length < FEWEST_PERIODS) return false;
  const middle = medianOf(past.map((each) => new Decimal(each)));
  const deviations = past.map((each) => new Decimal(each).minus(middle).abs());
  const median = medianOf(deviations);
  const spread = median.isZero() ? sum(deviations).div(deviations.length).times(OF_MEAN) : median.times(OF_MEDIAN);
  return !spread.isZero() && new Decimal(value).minus(middle).abs().gt(spread.times(FAR));
}

function medianOf(values: readonly Decimal[]): Decimal {
  const sorted = values.toSorted((one, other) => one.comparedTo(other));
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return (low ?? new Decimal(0)).plus(high ?? 0).div(2);
}
