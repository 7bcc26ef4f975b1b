/** A union among the others of its class (组内比较): by which rate they are compared, and how that scores. */
import { Decimal } from 'decimal.js';
import type { CriterionFacts } from './facts';
import { fraction, type Fraction, lesser } from './fraction';
import { type Measured, measured, type RateSource, sourceOf } from './measure';
import { Standings } from './standings';

/** A rate counts up to the highest there can be; a tenfold surplus does not put the others in the shade. */
export const countsTo = (over: RateSource): string => new Decimal(sourceOf(over).highest).div(100).toFixed();

/** What unions are compared by; null: no value. */
export function comparedBy(over: RateSource, facts: CriterionFacts): Fraction | null {
  return counted(over, measured(over, facts, countsTo(over)));
}

function counted(over: RateSource, { rate }: Measured): Fraction | null {
  return rate === null ? null : lesser(rate, fraction(countsTo(over)));
}

/** A union with its rate, and the others of its class; one that is compared with nobody stands alone. */
interface Among {
  readonly found: Measured;
  readonly own: Fraction | null;
  readonly standings: Standings | null;
}

export function among(over: RateSource, facts: CriterionFacts): Among {
  const found = measured(over, facts, countsTo(over));
  const own = counted(over, found);
  return { found, own, standings: own === null ? null : new Standings(own, facts.peers ?? [own]) };
}
