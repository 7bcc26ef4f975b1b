/** Coefficients with interpolation (系数法): so much for each step reached, in between in proportion, below the lowest nothing. */
import { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import type { Step } from '../coefficient-steps';
import { ascending, checkSteps, segmentAt } from '../coefficient-steps';
import { type Expression, minus as less, number, over as quotient, sum, times as product } from '../expression';
import type { CriterionFacts } from '../facts';
import { compare, dividedBy, fraction, HUNDRED, minus, plus, times, ZERO } from '../fraction';
import { type RateSource, readSource, sourceOf } from '../measure';
import { type Curve, scoreByRate } from '../rate-scoring';
import { at, Faults, readObject } from '../shape';
import type { Rule, Scored } from './rule';

export interface CoefficientsParams {
  readonly kind: 'coefficients';
  /** What the percentage is of: completion when left out. */
  readonly over?: RateSource;
  /** In any order. */
  readonly steps: readonly Step[];
}

/** points = marks × coefficient ÷ highest coefficient; above the highest step it stays the highest. */
export const coefficients: Rule<CoefficientsParams> = {
  kind: 'coefficients',
  judged: false,
  food: 'rate',
  compares: false,
  grounds: () => [],
  validate,
  describe,
  value: () => null,
  score,
};

function validate(params: unknown, _marks: Decimal | undefined, place: string): FieldError[] {
  const faults = new Faults();
  const read = readObject(faults, params, place, ['kind', 'over', 'steps']);
  if (read === undefined) return faults.list;
  const over = readSource(faults, read['over'], at(place, 'over'));
  checkSteps(faults, read['steps'], at(place, 'steps'), sourceOf(over).highest);
  return faults.list;
}

function score({ over = 'completion', steps }: CoefficientsParams, marks: Decimal, facts: CriterionFacts): Scored {
  const rising = ascending(steps);
  const given = rising.map((step) => ({ at: step.at, coefficient: step.coefficient }));
  return scoreByRate(over, marks, facts, curveOf(rising, marks), { steps: given });
}

function curveOf(steps: readonly Step[], marks: Decimal): Curve {
  const top = steps.at(-1) ?? { at: '0', coefficient: '1' };
  const full = fraction(marks.toFixed());
  return {
    asked: new Decimal(top.at).div(100).toFixed(),
    at: (rate) => {
      const percent = times(rate, HUNDRED);
      const { from, to } = segmentAt(steps, percent);
      if (from === undefined) return ZERO;
      const low = fraction(from.coefficient);
      const coefficient =
        to === undefined
          ? low
          : plus(low, times(dividedBy(minus(percent, fraction(from.at)), width(from, to)), rise(from, to)));
      return dividedBy(times(full, coefficient), fraction(top.coefficient));
    },
    arithmetic: (rate, value) => {
      const { from, to } = segmentAt(steps, times(value, HUNDRED));
      return quotient(product(number(marks), coefficientOf(rate, from, to)), number(top.coefficient));
    },
    rateFor: (points) => {
      const wanted = dividedBy(times(points, fraction(top.coefficient)), full);
      const i = steps.findIndex(({ coefficient }) => compare(fraction(coefficient), wanted) >= 0);
      const [from, to] = [steps[i - 1], steps[i]];
      if (to === undefined) return null;
      if (from === undefined) return dividedBy(fraction(to.at), HUNDRED);
      const gone = dividedBy(times(minus(wanted, fraction(from.coefficient)), width(from, to)), rise(from, to));
      return dividedBy(plus(fraction(from.at), gone), HUNDRED);
    },
    edges: steps.slice(0, 1).map((step) => step.at),
  };
}

const width = (from: Step, to: Step) => minus(fraction(to.at), fraction(from.at));
const rise = (from: Step, to: Step) => minus(fraction(to.coefficient), fraction(from.coefficient));

/** `2 + (29 ÷ 40 × 100 − 70) ÷ (80 − 70) × (3 − 2)`. */
function coefficientOf(rate: Expression, from: Step | undefined, to: Step | undefined): Expression {
  if (from === undefined) return number('0');
  if (to === undefined) return number(from.coefficient);
  const gone = less(product(rate, number('100')), number(from.at));
  const share = quotient(gone, less(number(to.at), number(from.at)));
  return sum(number(from.coefficient), product(share, less(number(to.coefficient), number(from.coefficient))));
}

function describe({ over, steps }: CoefficientsParams, marks: Decimal): Words {
  const rising = ascending(steps);
  const { name } = sourceOf(over);
  const [highest, full] = [plain(rising.at(-1)?.coefficient ?? '0'), marks.toFixed()];
  return {
    zh: `按${name.zh}确定系数：${rising.map((step) => `${plain(step.at)}% 为 ${plain(step.coefficient)}`).join('，')}；两档之间按比例，低于最低档为 0。得分 = ${full} × 系数 ÷ ${highest}。`,
    en: `A coefficient by ${name.en}: ${rising.map((step) => `${plain(step.at)} % gives ${plain(step.coefficient)}`).join(', ')}; in between in proportion, below the lowest 0. Points = ${full} × coefficient ÷ ${highest}.`,
  };
}
