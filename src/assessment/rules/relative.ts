/** In proportion to the best (与最高者比): the best of the class gets the full marks, the others their share of it. */
import type { Decimal } from 'decimal.js';
import type { FieldError, Words } from '../../kernel/errors';
import { among, comparedBy, countsTo } from '../among';
import { exactly, number, over as quotient, times as product } from '../expression';
import type { CriterionFacts } from '../facts';
import type { Fraction } from '../fraction';
import { A_LITTLE, compare, dividedBy, fraction, HUNDRED, lesser, times, twoPlaces, ZERO } from '../fraction';
import { type RateSource, readSource, sourceOf } from '../measure';
import { type Curve, scoreByRate } from '../rate-scoring';
import { at, Faults, readObject } from '../shape';
import type { Json, Rule, Scored } from './rule';
import { sentences } from './rule';

export interface RelativeParams {
  readonly kind: 'relative';
  /** What the unions are compared by: completion when left out. */
  readonly over?: RateSource;
}

/** points = marks × rate ÷ best rate of the class; where the best is nothing, nobody gets anything. */
export const relative: Rule<RelativeParams> = {
  kind: 'relative',
  judged: false,
  food: 'rate',
  compares: true,
  grounds: () => [],
  validate,
  describe,
  value: ({ over = 'completion' }, facts) => comparedBy(over, facts),
  score,
};

function validate(params: unknown, _marks: Decimal | undefined, place: string): FieldError[] {
  const faults = new Faults();
  const read = readObject(faults, params, place, ['kind', 'over']);
  if (read !== undefined) readSource(faults, read['over'], at(place, 'over'));
  return faults.list;
}

function score({ over = 'completion' }: RelativeParams, marks: Decimal, facts: CriterionFacts): Scored {
  const { found, own, standings } = among(over, facts);
  const best = standings?.best ?? ZERO;
  const leads = own !== null && compare(own, best) >= 0;
  const bestPercent = twoPlaces(times(leads ? own : best, HUNDRED));
  const given: Record<string, Json> = standings === null ? {} : { bestPercent, of: standings.count + 1 };
  const scored = scoreByRate(over, marks, facts, curveOf(over, marks, best), given, undefined, found);
  if (standings === null) return scored;
  const peers = standings.count + 1;
  const words = {
    zh: `本组有数据的 ${peers} 家中最高 ${bestPercent}%${leads ? '，即本单位' : ''}。`,
    en: `The best of the ${peers} in the class with a value has ${bestPercent} %${leads ? ': this union' : ''}.`,
  };
  return { ...scored, explanation: sentences(scored.explanation, words) };
}

function curveOf(over: RateSource, marks: Decimal, best: Fraction): Curve {
  const asked = countsTo(over);
  const full = fraction(marks.toFixed());
  const counted = (rate: Fraction) => lesser(rate, fraction(asked));
  return {
    asked,
    at: (rate) => {
      const own = counted(rate);
      if (own.top === 0n) return ZERO;
      return compare(own, best) >= 0 ? full : dividedBy(times(full, own), best);
    },
    arithmetic: (rate, value) => {
      if (value.top === 0n && best.top === 0n) return number('0');
      return compare(counted(value), best) >= 0 ? number(marks) : product(number(marks), quotient(rate, exactly(best)));
    },
    rateFor: (points) => (best.top === 0n ? A_LITTLE : dividedBy(times(points, best), full)),
    edges: [],
  };
}

function describe({ over }: RelativeParams, marks: Decimal): Words {
  const { name } = sourceOf(over);
  return {
    zh: `本组${name.zh}最高的得满分 ${marks.toFixed()} 分，其余按与最高者之比得分。`,
    en: `The best ${name.en} of the class gets the full ${marks.toFixed()} points, the others their share of it.`,
  };
}
