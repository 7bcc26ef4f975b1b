/** Scoring by a rate (按比率计分): what all rules have in common whose points are a curve over one rate. */
import { Decimal } from 'decimal.js';
import type { Words } from '../kernel/errors';
import { type Expression, written } from './expression';
import type { CriterionFacts } from './facts';
import { compare, dividedBy, fraction, HUNDRED, plus, times, twoPlaces } from './fraction';
import type { Fraction } from './fraction';
import type { Measured, RateSource } from './measure';
import { measured } from './measure';
import type { Json, Scored } from './rules/rule';
import { sentences } from './rules/rule';
import { settled, weighted } from './settle';

/** The points over a rate, the rate being a fraction of 1. */
export interface Curve {
  /** Up to which rate it counts, a decimal text. */
  readonly asked: string;
  /** The exact points at a rate, before weight and rounding. */
  at(rate: Fraction): Fraction;
  /** The same written over the rate's own arithmetic. */
  arithmetic(rate: Expression, value: Fraction): Expression;
  /** The rate nearest to nothing done that brings at least these points, which are above 0 and not above the marks. */
  rateFor(points: Fraction): Fraction | null;
  /** The percentages at which the points jump: a rate is never shown as if it had crossed one. */
  readonly edges: readonly string[];
}

/** What is said once there are points. */
export interface Said {
  readonly measured: Measured;
  /** The rate as a person writes it: `1537 ÷ 1548`. */
  readonly formula: string;
  /** The rate in percent, rounded to be read. */
  readonly percent: string;
  readonly rate: Fraction;
  /** `60 × min(90 ÷ 120, 1)`. */
  readonly sum: string;
  readonly points: string;
}

const HALF_A_HUNDREDTH = fraction('0.005');

/** Points by the curve, `params` among the inputs; `found` where the rate was measured already. A rate without value gives no points, which is not zero. */
export function scoreByRate(
  over: RateSource,
  marks: Decimal,
  facts: CriterionFacts,
  curve: Curve,
  params: Readonly<Record<string, Json>>,
  said: (said: Said) => Words = plainly,
  found: Measured = measured(over, facts, curve.asked),
): Scored {
  const { rate, name, notes } = found;
  const inputs = { marks: marks.toFixed(2), over, ...params, ...found.inputs };
  if (rate === null || found.arithmetic === null) {
    const none = { zh: `没有${name.zh}，尚不得分。`, en: `There is no ${name.en}, so no points yet.` };
    return { points: null, arithmetic: null, explanation: sentences(none, ...notes), inputs, nextUnit: null };
  }
  const weight = fraction(facts.weight ?? '1');
  const arithmetic = weighted(curve.arithmetic(found.arithmetic, rate), facts.weight);
  const points = settled(arithmetic);
  const pointsAt = (then: Fraction) => twoPlaces(times(curve.at(then), weight));
  const formula = written(found.arithmetic);
  const percent = shown(times(rate, HUNDRED), curve.edges);
  const full = compare(fraction(points), fraction(twoPlaces(times(fraction(marks.toFixed()), weight)))) >= 0;
  // The points from which on they round up to the next hundredth.
  const wanted = full ? null : curve.rateFor(dividedBy(plus(fraction(points), HALF_A_HUNDREDTH), weight));
  return {
    points,
    arithmetic,
    explanation: sentences(
      said({ measured: found, formula, percent, rate, sum: written(arithmetic), points }),
      ...notes,
    ),
    inputs: { ...inputs, percent },
    nextUnit: wanted === null ? null : found.next(wanted, pointsAt),
  };
}

/** Rounded to be read, but never across an edge: 69.996 % is not shown as 70 % where 70 % would bring more. */
function shown(percent: Fraction, edges: readonly string[]): string {
  const rounded = twoPlaces(percent);
  const crossed = (edge: string) =>
    compare(percent, fraction(edge)) < 0 !== compare(fraction(rounded), fraction(edge)) < 0;
  return edges.some(crossed) ? twoPlaces(percent, 'down') : rounded;
}

function plainly({ measured: { name }, percent, sum, points }: Said): Words {
  const first = name.en.charAt(0).toUpperCase() + name.en.slice(1);
  return {
    zh: `${name.zh} ${percent}%，得分 = ${sum} = ${points}。`,
    en: `${first} ${percent} %, points = ${sum} = ${points}.`,
  };
}
