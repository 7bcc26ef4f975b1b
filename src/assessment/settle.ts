/** From arithmetic to points (计分取整): the weight of the part, then two places, half up, once. */
import { type Expression, number, times, valueOf } from './expression';
import { twoPlaces } from './fraction';

/** The arithmetic of a criterion whose part counts for `weight`, a decimal text; 1 when left out. */
export function weighted(arithmetic: Expression, weight = '1'): Expression {
  return weight === '1' ? arithmetic : times(arithmetic, number(weight));
}

/** The points: worked out exactly and rounded once, half up, as `12.50`. What is below zero gives nothing. */
export function settled(arithmetic: Expression): string {
  const value = valueOf(arithmetic);
  return value.top <= 0n ? '0.00' : twoPlaces(value);
}
