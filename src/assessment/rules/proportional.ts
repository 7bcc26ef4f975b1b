/** Points in proportion to a rate (按比例得分): full marks at the rate the scheme names, a bonus for going beyond it. */
import { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import { type Beyond, beyondBonus, checkBeyond, countsUpTo, describeBeyond } from '../beyond';
import { least, number, over as quotient, times as product } from '../expression';
import type { CriterionFacts } from '../facts';
import { dividedBy, fraction, HUNDRED, lesser, ONE, times, twoPlaces } from '../fraction';
import { type RateSource, readSource, sourceOf } from '../measure';
import { scoreByRate } from '../rate-scoring';
import { at, Faults, readDecimal, readObject } from '../shape';
import type { Rule, Scored } from './rule';
import { sentences } from './rule';

export interface ProportionalParams {
  readonly kind: 'proportional';
  /** What the rate is of: completion when left out. */
  readonly over?: RateSource;
  /** The rate at which full marks are reached, above 0 up to 2; 1 (the target itself) when left out. */
  readonly fullAt?: string;
  /** What going beyond it brings, among the bonuses. */
  readonly beyond?: Beyond;
}

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
  const read = readObject(faults, params, place, ['kind', 'over', 'fullAt', 'beyond']);
  if (read === undefined) return faults.list;
  const over = readSource(faults, read['over'], at(place, 'over'));
  const highest = new Decimal(sourceOf(over).highest).div(100).toFixed();
  const limits = { places: 4, above: '0', atMost: highest };
  const given = read['fullAt'];
  const fullAt = given === undefined ? new Decimal(1) : readDecimal(faults, given, at(place, 'fullAt'), limits);
  if (read['beyond'] !== undefined) checkBeyond(faults, read['beyond'], at(place, 'beyond'), over, fullAt);
  return faults.list;
}

function score(params: ProportionalParams, decimalMarks: Decimal, facts: CriterionFacts): Scored {
  const { over = 'completion', fullAt = '1', beyond } = params;
  const [marks, full] = [fraction(decimalMarks.toFixed()), fraction(fullAt)];
  const curve = {
    asked: over === 'stated' && beyond ? countsUpTo(fullAt, beyond) : fullAt,
    at: (rate: typeof full) => times(marks, lesser(dividedBy(rate, full), ONE)),
    arithmetic: (rate: Parameters<typeof quotient>[0]) => {
      const share = plain(fullAt) === '1' ? rate : quotient(rate, number(fullAt));
      return product(number(decimalMarks), least(share, number('1')));
    },
    rateFor: (points: typeof full) => dividedBy(times(points, full), marks),
    edges: [],
  };
  const scored = scoreByRate(over, decimalMarks, facts, curve, { fullAt, ...(beyond && { beyond: { ...beyond } }) });
  if (beyond === undefined || scored.points === null) return scored;
  const { words, ...bonus } = beyondBonus(beyond, over, fullAt, facts);
  return { ...scored, explanation: sentences(scored.explanation, words), bonus };
}

function describe({ over, fullAt = '1', beyond }: ProportionalParams, marks: Decimal): Words {
  const { name } = sourceOf(over);
  const percent = plain(twoPlaces(times(fraction(fullAt), HUNDRED)));
  const words = {
    zh: `按${name.zh}计分：${name.zh}达到 ${percent}% 得满分 ${marks.toFixed()} 分，不足的按比例得分。`,
    en: `In proportion to ${name.en}: ${percent} % gives the full ${marks.toFixed()} points, less gives its share.`,
  };
  return beyond === undefined ? words : sentences(words, describeBeyond(beyond, percent));
}
