/** Points by percentage band (分档得分): 70 % and above gives 3, 60 % gives 2, below the lowest band nothing. */
import { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import type { Band } from '../band-ladder';
import { checkBands, descending, reached } from '../band-ladder';
import { type Expression, ladder as rungs, number, times as product } from '../expression';
import type { CriterionFacts } from '../facts';
import type { Fraction } from '../fraction';
import { compare, dividedBy, fraction, HUNDRED, times } from '../fraction';
import { type RateSource, readSource, sourceOf } from '../measure';
import { type Curve, type Said, scoreByRate } from '../rate-scoring';
import { at, Faults, readObject } from '../shape';
import type { Rule, Scored } from './rule';

export interface BandsParams {
  readonly kind: 'bands';
  /** What the percentage is of: completion when left out. */
  readonly over?: RateSource;
  /** In any order. */
  readonly bands: readonly Band[];
}

/** points = those of the highest band reached, 0 below the lowest; a percentage without value gives no points. */
export const bands: Rule<BandsParams> = {
  kind: 'bands',
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
  const read = readObject(faults, params, place, ['kind', 'over', 'bands']);
  if (read === undefined) return faults.list;
  const over = readSource(faults, read['over'], at(place, 'over'));
  checkBands(faults, read['bands'], at(place, 'bands'), marks, sourceOf(over).highest);
  return faults.list;
}

function score(params: BandsParams, marks: Decimal, facts: CriterionFacts): Scored {
  const ladder = descending(params.bands);
  const stated = ladder.map(({ atLeast, points }) => ({ atLeast, points }));
  return scoreByRate(params.over ?? 'completion', marks, facts, ladderCurve(ladder), { bands: stated }, (what) =>
    said(what, reached(ladder, times(what.rate, HUNDRED))),
  );
}

/** The points over a rate by a ladder of percentages, the highest first. */
export function ladderCurve(ladder: readonly Band[]): Curve {
  return {
    // Each task counts up to the highest band, or several together could never reach it.
    asked: new Decimal(ladder[0]?.atLeast ?? '0').div(100).toFixed(),
    at: (rate: Fraction) => fraction(reached(ladder, times(rate, HUNDRED))?.points ?? '0'),
    arithmetic: (rate: Expression) => rungs(product(rate, number('100')), ladder),
    rateFor: (points: Fraction) => {
      const band = ladder.findLast((one) => compare(fraction(one.points), points) >= 0);
      return band === undefined ? null : dividedBy(fraction(band.atLeast), HUNDRED);
    },
    edges: ladder.map(({ atLeast }) => atLeast),
  };
}

function said({ measured: { name }, formula, percent, points: counted }: Said, band: Band | undefined): Words {
  const share = `${formula} = ${percent}%`;
  if (band === undefined) {
    return {
      zh: `${name.zh} ${share}，未达最低一档，得 0 分。`,
      en: `The ${name.en} is ${share}, below the lowest band: 0 points.`,
    };
  }
  const [from, points] = [plain(band.atLeast), plain(band.points)];
  const weighed =
    plain(counted) === points ? { zh: '', en: '' } : { zh: `，按权重计 ${counted} 分`, en: `, by weight ${counted}` };
  return {
    zh: `${name.zh} ${share}，达到 ${from}% 一档，得 ${points} 分${weighed.zh}。`,
    en: `The ${name.en} is ${share}, at least ${from} %: ${points} points${weighed.en}.`,
  };
}

function describe({ over, bands: steps }: BandsParams): Words {
  const ladder = descending(steps);
  const { name } = sourceOf(over);
  return {
    zh: `按${name.zh}分档计分：${ladder.map(({ atLeast, points }) => `${plain(atLeast)}% 及以上得 ${plain(points)} 分`).join('；')}；其余不得分。`,
    en: `By bands of ${name.en}: ${ladder.map(({ atLeast, points }) => `${plain(atLeast)} % and above gives ${plain(points)}`).join('; ')}; below that nothing.`,
  };
}
