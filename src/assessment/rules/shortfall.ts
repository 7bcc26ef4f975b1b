/** Deduction per missing percentage point (按差额扣分): every point below the line costs so much. */
import { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import { type Expression, minus as less, most, number, over as quotient, times as product, whole } from '../expression';
import type { CriterionFacts } from '../facts';
import { checkFloor, describeFloor } from '../floor';
import {
  A_LITTLE,
  dividedBy,
  floor as wholeOf,
  fraction,
  greater,
  HUNDRED,
  minus,
  ONE,
  plus,
  times,
  ZERO,
} from '../fraction';
import { type RateSource, readSource, sourceOf } from '../measure';
import { type Curve, scoreByRate } from '../rate-scoring';
import { at, Faults, readDecimal, readObject, readYesNo } from '../shape';
import type { Rule, Scored } from './rule';
import { sentences } from './rule';

export interface ShortfallParams {
  readonly kind: 'shortfall';
  /** What the percentage is of: completion when left out. */
  readonly over?: RateSource;
  /** The percentage from which on nothing is taken off. */
  readonly from: string;
  /** So many percentage points below it … */
  readonly per: string;
  /** … cost these points. */
  readonly points: string;
  /** What is left at least; 0 when left out. */
  readonly floor?: string;
  /** Whether only full steps of `per` count; otherwise a part of a step costs its part. */
  readonly wholeSteps?: boolean;
}

/** points = max(marks − max(from − percentage, 0) ÷ per × points, floor). */
export const shortfall: Rule<ShortfallParams> = {
  kind: 'shortfall',
  judged: false,
  food: 'rate',
  compares: false,
  grounds: () => [],
  validate,
  describe,
  value: () => null,
  score,
};

const FIELDS = ['kind', 'over', 'from', 'per', 'points', 'floor', 'wholeSteps'];

function validate(params: unknown, marks: Decimal | undefined, place: string): FieldError[] {
  const faults = new Faults();
  const read = readObject(faults, params, place, FIELDS);
  if (read === undefined) return faults.list;
  const over = readSource(faults, read['over'], at(place, 'over'));
  const positive = { places: 2, above: '0' };
  readDecimal(faults, read['from'], at(place, 'from'), { ...positive, atMost: sourceOf(over).highest });
  readDecimal(faults, read['per'], at(place, 'per'), { ...positive, atMost: '100' });
  readDecimal(faults, read['points'], at(place, 'points'), { ...positive, ...(marks && { atMost: marks.toFixed() }) });
  checkFloor(faults, read['floor'], at(place, 'floor'), marks);
  readYesNo(faults, read['wholeSteps'], at(place, 'wholeSteps'));
  return faults.list;
}

function score(params: ShortfallParams, marks: Decimal, facts: CriterionFacts): Scored {
  const { over = 'completion', from, per, points, floor = '0', wholeSteps = false } = params;
  const given = { from, per, points, floor, wholeSteps };
  return scoreByRate(over, marks, facts, curveOf(params, marks), given);
}

function curveOf({ from, per, points, floor = '0', wholeSteps = false }: ShortfallParams, marks: Decimal): Curve {
  const [line, step, cost, left] = [fraction(from), fraction(per), fraction(points), fraction(floor)];
  const full = fraction(marks.toFixed());
  return {
    asked: new Decimal(from).div(100).toFixed(),
    at: (rate) => {
      const exact = dividedBy(greater(minus(line, times(rate, HUNDRED)), ZERO), step);
      const steps = wholeSteps ? { top: wholeOf(exact), bottom: 1n } : exact;
      return greater(minus(full, times(steps, cost)), left);
    },
    arithmetic: (rate: Expression) => {
      const lack = most(less(number(from), product(rate, number('100'))), number('0'));
      const steps = plain(per) === '1' ? lack : quotient(lack, number(per));
      const taken = product(wholeSteps ? whole(steps) : steps, number(points));
      return most(less(number(marks), taken), number(floor));
    },
    rateFor: (wanted) => {
      const steps = dividedBy(minus(full, wanted), cost);
      if (!wholeSteps) return dividedBy(minus(line, times(steps, step)), HUNDRED);
      const next = plus({ top: wholeOf(steps), bottom: 1n }, ONE);
      // Just above the edge of the next step, where it is not yet full.
      return plus(dividedBy(minus(line, times(next, step)), HUNDRED), A_LITTLE);
    },
    edges: [from],
  };
}

function describe(params: ShortfallParams, marks: Decimal): Words {
  const { over, from, per, points, floor, wholeSteps = false } = params;
  const { name } = sourceOf(over);
  const [line, step, cost] = [plain(from), plain(per), plain(points)];
  const words = {
    zh: `${name.zh}达到 ${line}% 得满分 ${marks.toFixed()} 分，每低${wholeSteps ? '满' : ''} ${step} 个百分点扣 ${cost} 分${wholeSteps ? '，不满的不扣' : ''}。`,
    en: `The full ${marks.toFixed()} points from ${line} % ${name.en} on; every ${wholeSteps ? 'full ' : ''}${step} percentage points below cost ${cost}.`,
  };
  return sentences(words, describeFloor(floor));
}
