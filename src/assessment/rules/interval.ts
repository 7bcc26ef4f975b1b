/** Between a base and a challenge value (基准值与挑战值): the base points at the one, the full marks at the other. */
import { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import {
  type Expression,
  least,
  minus as less,
  most,
  number,
  over as quotient,
  sum,
  times as product,
} from '../expression';
import type { CriterionFacts } from '../facts';
import type { Fraction } from '../fraction';
import { checkFloor } from '../floor';
import { dividedBy, fraction, greater, HUNDRED, lesser, minus, ONE, plus, times, ZERO } from '../fraction';
import { type RateSource, readSource, sourceOf } from '../measure';
import { type Curve, scoreByRate } from '../rate-scoring';
import { at, Faults, readDecimal, readObject } from '../shape';
import type { Rule, Scored } from './rule';

export interface IntervalParams {
  readonly kind: 'interval';
  /** What the percentage is of: completion when left out. */
  readonly over?: RateSource;
  /** Percentages; a challenge below the base means that less is better. */
  readonly base: string;
  readonly challenge: string;
  /** The points at the base value and wherever it is not reached; 0 when left out. */
  readonly basePoints?: string;
}

/** points = base points + (marks − base points) × how far the percentage is from base to challenge, 0 to 1. */
export const interval: Rule<IntervalParams> = {
  kind: 'interval',
  judged: false,
  food: 'rate',
  compares: false,
  grounds: () => [],
  validate,
  describe,
  value: () => null,
  score,
};

function validate(params: unknown, marks: Decimal | undefined, place: string): FieldError[] {
  const faults = new Faults();
  const read = readObject(faults, params, place, ['kind', 'over', 'base', 'challenge', 'basePoints']);
  if (read === undefined) return faults.list;
  const over = readSource(faults, read['over'], at(place, 'over'));
  const { highest, fromTasks } = sourceOf(over);
  const limits = { places: 2, atMost: highest };
  const base = readDecimal(faults, read['base'], at(place, 'base'), limits);
  const challenge = readDecimal(faults, read['challenge'], at(place, 'challenge'), limits);
  checkFloor(faults, read['basePoints'], at(place, 'basePoints'), marks);
  if (base === undefined || challenge === undefined) return faults.list;
  const field = at(place, 'challenge');
  if (base.eq(challenge)) {
    const words = 'Must differ from the base value: their distance is divided by.';
    faults.add(field, 'dividesByZero', '应与基准值不同：两者之差是除数。', words);
  } else if (fromTasks && challenge.lt(base)) {
    const words = 'Must be above the base value: more work never gives less.';
    faults.add(field, 'moreWorkFewerPoints', '应大于基准值：完成得多不能得分更少。', words);
  }
  return faults.list;
}

function score(params: IntervalParams, marks: Decimal, facts: CriterionFacts): Scored {
  const { over = 'completion', base, challenge, basePoints = '0' } = params;
  return scoreByRate(over, marks, facts, curveOf(params, marks), { base, challenge, basePoints });
}

function curveOf({ base, challenge, basePoints = '0' }: IntervalParams, marks: Decimal): Curve {
  const [from, to] = [fraction(base), fraction(challenge)];
  const down = new Decimal(challenge).lt(base);
  const width = down ? minus(from, to) : minus(to, from);
  const least0 = fraction(basePoints);
  const rise = minus(fraction(marks.toFixed()), least0);
  const way = (percent: Fraction) => (down ? minus(from, percent) : minus(percent, from));
  return {
    asked: Decimal.max(base, challenge).div(100).toFixed(),
    at: (rate) => {
      const share = lesser(greater(dividedBy(way(times(rate, HUNDRED)), width), ZERO), ONE);
      return plus(least0, times(rise, share));
    },
    arithmetic: (rate: Expression) => {
      const percent = product(rate, number('100'));
      const [gone, whole] = down
        ? [less(number(base), percent), less(number(base), number(challenge))]
        : [less(percent, number(base)), less(number(challenge), number(base))];
      const share = least(most(quotient(gone, whole), number('0')), number('1'));
      if (plain(basePoints) === '0') return product(number(marks), share);
      return sum(number(basePoints), product(less(number(marks), number(basePoints)), share));
    },
    rateFor: (points) => {
      const gone = times(dividedBy(minus(points, least0), rise), width);
      return dividedBy(down ? minus(from, gone) : plus(from, gone), HUNDRED);
    },
    edges: [base, challenge],
  };
}

function describe({ over, base, challenge, basePoints = '0' }: IntervalParams, marks: Decimal): Words {
  const { name } = sourceOf(over);
  const [from, to, least0] = [plain(base), plain(challenge), plain(basePoints)];
  const down = new Decimal(challenge).lt(base);
  return {
    zh: `${name.zh}${down ? '降到' : '达到'}挑战值 ${to}% 得满分 ${marks.toFixed()} 分，在基准值 ${from}% 及${down ? '以上' : '以下'}得 ${least0} 分，两者之间按比例得分。`,
    en: `${down ? 'Down to' : 'From'} the challenge value of ${to} % ${name.en} the full ${marks.toFixed()} points, at the base value of ${from} % and ${down ? 'above' : 'below'} ${least0}, in between in proportion.`,
  };
}
