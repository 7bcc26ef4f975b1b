/** All or nothing (达标得分): the full marks from one percentage on, below it nothing. */
import type { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import type { CriterionFacts } from '../facts';
import { compare, fraction, HUNDRED, times } from '../fraction';
import { type RateSource, readSource, sourceOf } from '../measure';
import { scoreByRate } from '../rate-scoring';
import { at, Faults, readDecimal, readObject } from '../shape';
import { ladderCurve } from './bands';
import type { Rule, Scored } from './rule';

export interface ThresholdParams {
  readonly kind: 'threshold';
  /** What the percentage is of: completion when left out. */
  readonly over?: RateSource;
  /** The percentage, above 0. */
  readonly atLeast: string;
}

/** points = the marks where the percentage is reached, otherwise 0. */
export const threshold: Rule<ThresholdParams> = {
  kind: 'threshold',
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
  const read = readObject(faults, params, place, ['kind', 'over', 'atLeast']);
  if (read === undefined) return faults.list;
  const over = readSource(faults, read['over'], at(place, 'over'));
  const limits = { places: 2, above: '0', atMost: sourceOf(over).highest };
  readDecimal(faults, read['atLeast'], at(place, 'atLeast'), limits);
  return faults.list;
}

function score({ over = 'completion', atLeast }: ThresholdParams, marks: Decimal, facts: CriterionFacts): Scored {
  const curve = ladderCurve([{ atLeast, points: marks.toFixed() }]);
  const line = plain(atLeast);
  return scoreByRate(
    over,
    marks,
    facts,
    curve,
    { atLeast },
    ({ measured: { name }, formula, percent, rate, points }) => {
      const met = compare(times(rate, HUNDRED), fraction(atLeast)) >= 0;
      return {
        zh: `${name.zh} ${formula} = ${percent}%，${met ? '已达到' : '未达到'} ${line}%，得 ${plain(points)} 分。`,
        en: `The ${name.en} is ${formula} = ${percent}%, ${met ? 'at least' : 'below'} ${line} %: ${plain(points)} points.`,
      };
    },
  );
}

function describe({ over, atLeast }: ThresholdParams, marks: Decimal): Words {
  const { name } = sourceOf(over);
  const [line, full] = [plain(atLeast), marks.toFixed()];
  return {
    zh: `${name.zh}达到 ${line}% 得满分 ${full} 分，未达到不得分。`,
    en: `From ${line} % ${name.en} on the full ${full} points, below it nothing.`,
  };
}
