/** A union among the others of its class (组内比较): by which rate they are compared, and how that scores. */
import { Decimal } from 'decimal.js';
import type { CriterionFacts } from './facts';
import { fraction, type Fraction, lesser } from './fraction';
import { measured, type RateSource, sourceOf } from './measure';
import { Standings } from './standings';

/** A rate counts up to the highest there can be; a tenfold surplus does not put the others in the shade. */
export const countsTo = (over: RateSource): string => new Decimal(sourceOf(over).highest).div(100).toFixed();

/** What unions are compared by; null: no value. */
export function comparedBy(over: RateSource, facts: CriterionFacts): Fraction | null {
  const { rate } = measured(over, facts, countsTo(over));
  return rate === null ? null : lesser(rate, fraction(countsTo(over)));
}

/** The others of the class; a union that is compared with nobody stands alone. */
export function others(over: RateSource, facts: CriterionFacts): { own: Fraction | null; standings: Standings | null } {
  const own = comparedBy(over, facts);
  return { own, standings: own === null ? null : Standings.without(own, facts.peers ?? [own]) };
}
