/** How points are distributed (得分分布): lowest, quartiles, mean, spread, ten bins; exact decimals as texts. */
import { Decimal } from 'decimal.js';

/** Two places, half up. */
export interface Distribution {
  readonly count: number;
  readonly lowest: string;
  readonly lowerQuartile: string;
  readonly median: string;
  readonly upperQuartile: string;
  readonly highest: string;
  readonly mean: string;
  /** Of all values, not of a sample. */
  readonly deviation: string;
}

/** How many lie from `from` up to below `below`; the last bin takes everything above, too. */
export interface Bin {
  readonly from: string;
  readonly below: string;
  readonly count: number;
}

const BINS = 10;

/** null where there is nothing. Quartiles lie between the values at their place (linear interpolation). */
export function distributionOf(points: readonly string[]): Distribution | null {
  if (points.length === 0) return null;
  const sorted = points.map((each) => new Decimal(each)).toSorted((a, b) => a.cmp(b));
  return {
    count: sorted.length,
    lowest: two(at(sorted, 0)),
    lowerQuartile: two(at(sorted, 0.25)),
    median: two(at(sorted, 0.5)),
    upperQuartile: two(at(sorted, 0.75)),
    highest: two(at(sorted, 1)),
    mean: two(meanOf(sorted)),
    deviation: two(deviationOf(sorted)),
  };
}

/** Ten equal bins from 0 up to the full marks. */
export function binsOf(points: readonly string[], fullMarks: string): Bin[] {
  const width = new Decimal(fullMarks).div(BINS);
  const counts = Array.from({ length: BINS }, () => 0);
  for (const each of points) {
    const bin = Decimal.min(new Decimal(each).div(width).floor(), BINS - 1).toNumber();
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, i) => ({ from: two(width.times(i)), below: two(width.times(i + 1)), count }));
}

export const meanOf = (values: readonly Decimal[]): Decimal => Decimal.sum(...values).div(values.length);

export function deviationOf(values: readonly Decimal[]): Decimal {
  const mean = meanOf(values);
  return Decimal.sum(...values.map((each) => each.minus(mean).pow(2)))
    .div(values.length)
    .sqrt();
}

export const two = (value: Decimal): string => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);

function at(sorted: readonly Decimal[], share: number): Decimal {
  const place = new Decimal(sorted.length - 1).times(share);
  const [low, high] = [sorted[place.floor().toNumber()], sorted[place.ceil().toNumber()]];
  if (low === undefined || high === undefined) throw new RangeError('nothing to distribute');
  return low.plus(high.minus(low).times(place.minus(place.floor())));
}
