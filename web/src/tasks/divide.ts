/** Dividing a target: exact, to the measure's decimals; what does not come out even goes to the largest remainders. */
import { Decimal } from 'decimal.js';

const plain = (value: Decimal): string => value.toFixed();

/** Parts that add up to the total, in proportion to the weights; all empty where the weights add up to nothing. */
export function inProportion(total: string, weights: readonly (string | null)[], decimals: number): string[] {
  const given = weights.map((weight) => new Decimal(weight ?? 0));
  const sum = Decimal.sum(0, ...given);
  if (sum.lte(0)) return weights.map(() => '');
  const step = new Decimal(10).pow(-decimals);
  const exact = given.map((weight) => new Decimal(total).times(weight).div(sum));
  const parts = exact.map((value) => value.toDecimalPlaces(decimals, Decimal.ROUND_DOWN));
  let left = new Decimal(total).minus(Decimal.sum(0, ...parts));
  const order = exact
    .map((value, index) => ({ index, rest: value.minus(parts[index] ?? 0) }))
    .toSorted((one, other) => other.rest.comparedTo(one.rest) || one.index - other.index);
  for (const { index } of order) {
    if (left.lt(step)) break;
    parts[index] = (parts[index] ?? new Decimal(0)).plus(step);
    left = left.minus(step);
  }
  return parts.map(plain);
}

export const evenly = (total: string, count: number, decimals: number): string[] =>
  inProportion(
    total,
    Array.from({ length: count }, () => '1'),
    decimals,
  );

/** Of numbers as the API writes them, below zero too. */
export const sumOf = (...values: readonly string[]): string => plain(Decimal.sum(0, ...values));

/** What is left of the target; below zero too much was given. Cells that are no numbers count as nothing. */
export function remainderOf(target: string, cells: readonly string[]): string {
  return plain(new Decimal(target).minus(Decimal.sum(0, ...cells.map((cell) => numberIn(cell) ?? 0))));
}

/** A number as people type or paste it (1,200 · １２００ · 1 200), or null. */
export function numberIn(cell: string): string | null {
  const text = cell.normalize('NFKC').replace(/[,，\s]/g, '');
  return /^\d{1,12}(\.\d{1,4})?$/.test(text) ? plain(new Decimal(text)) : null;
}

export const percentOf = (part: string, whole: string): string | null => {
  const [one, all] = [numberIn(part), new Decimal(whole)];
  return one === null || all.isZero() ? null : new Decimal(one).div(all).times(100).toFixed(1);
};
