/** Points in proportion to completion (按比例得分): full marks at the rate the scheme names, never more. */
import type { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import { completionOf } from '../completion';
import { least, number, over, times as product, written } from '../expression';
import type { CriterionFacts } from '../facts';
import { compare, dividedBy, fraction, HUNDRED, lesser, ONE, plus, times, twoPlaces } from '../fraction';
import type { Fraction } from '../fraction';
import { nextUnit } from '../next-unit';
import { at, Faults, readDecimal, readObject } from '../shape';
import type { Rule, Scored } from './rule';
import { sentences, taskInputs } from './rule';
import { settled, weighted } from '../settle';

export interface ProportionalParams {
  readonly kind: 'proportional';
  /** The rate at which full marks are reached, above 0 up to 2; 1 (the target itself) when left out. */
  readonly fullAt?: string;
}

const HALF_A_HUNDREDTH = fraction('0.005');

/** points = marks × min(rate ÷ fullAt, 1); a rate without value gives no points, which is not zero. */
export const proportional: Rule<ProportionalParams> = {
  kind: 'proportional',
  judged: false,
  food: 'rate',
  compares: false,
  grounds: () => [],
  describe,
  value: () => null,
  validate,
  score,
};

function validate(params: unknown, _marks: Decimal | undefined, place: string): FieldError[] {
  const faults = new Faults();
  const read = readObject(faults, params, place, ['kind', 'fullAt']);
  if (read?.['fullAt'] !== undefined) {
    readDecimal(faults, read['fullAt'], at(place, 'fullAt'), {
      places: 4,
      above: '0',
      atMost: '2',
    });
  }
  return faults.list;
}

function score(params: ProportionalParams, decimalMarks: Decimal, facts: CriterionFacts): Scored {
  const marks = fraction(decimalMarks.toFixed());
  const fullAt = params.fullAt ?? '1';
  const completion = completionOf(facts.tasks, fullAt);
  const { rate, counted, notes } = completion;
  const inputs = { marks: decimalMarks.toFixed(2), fullAt, tasks: taskInputs(counted) };
  if (rate === null || completion.arithmetic === null) {
    const none = { zh: '没有完成率，尚不得分。', en: 'There is no rate, so no points yet.' };
    return { points: null, arithmetic: null, explanation: sentences(none, ...notes), inputs, nextUnit: null };
  }
  const weight = fraction(facts.weight ?? '1');
  const whole = times(marks, weight);
  const pointsAt = (then: Fraction) => twoPlaces(times(whole, lesser(dividedBy(then, fraction(fullAt)), ONE)));
  const share = plain(fullAt) === '1' ? completion.arithmetic : over(completion.arithmetic, number(fullAt));
  const arithmetic = weighted(product(number(decimalMarks), least(share, number('1'))), facts.weight);
  const points = settled(arithmetic);
  const percent = twoPlaces(times(rate, HUNDRED));
  const sum = `${written(arithmetic)} = ${points}`;
  const said = {
    zh: `完成率 ${percent}%，得分 = ${sum}。`,
    en: `Completion ${percent} %, points = ${sum}.`,
  };
  const full = compare(fraction(points), whole) >= 0;
  // The rate from which the points round up to the next hundredth.
  const wanted = dividedBy(times(plus(fraction(points), HALF_A_HUNDREDTH), fraction(fullAt)), whole);
  return {
    points,
    arithmetic,
    explanation: sentences(said, ...notes),
    inputs: { ...inputs, completionPercent: percent },
    nextUnit: full ? null : nextUnit(completion, wanted, pointsAt),
  };
}

function describe({ fullAt = '1' }: ProportionalParams, marks: Decimal): Words {
  const percent = twoPlaces(times(fraction(fullAt), HUNDRED));
  return {
    zh: `按完成率计分：完成率达到 ${plain(percent)}% 得满分 ${marks.toFixed()} 分，不足的按比例得分。`,
    en: `In proportion to completion: ${plain(percent)} % gives the full ${marks.toFixed()} points, less gives its share.`,
  };
}
