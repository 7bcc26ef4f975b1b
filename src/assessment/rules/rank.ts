/** Rank points (名次计分): the first of the class gets the full marks, the next ones what the list says. */
import type { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import { among, comparedBy, countsTo } from '../among';
import type { CriterionFacts } from '../facts';
import { A_LITTLE, compare, fraction, type Fraction, lesser, plus } from '../fraction';
import { type RateSource, readSource, sourceOf } from '../measure';
import { checkPlaces, placePoints, type PlacePoints, placeValue } from '../rank-points';
import { type Curve, type Said, scoreByRate } from '../rate-scoring';
import { at, Faults, readObject } from '../shape';
import type { Standings } from '../standings';
import type { Json, Rule, Scored } from './rule';
import { sentences } from './rule';

export interface RankParams extends PlacePoints {
  readonly kind: 'rank';
  /** What the unions are compared by: completion when left out. */
  readonly over?: RateSource;
}

/** points = those of the union's place in its class by the rate; a union without a value has no place. */
export const rank: Rule<RankParams> = {
  kind: 'rank',
  judged: false,
  food: 'rate',
  compares: true,
  grounds: () => [],
  validate,
  describe,
  value: ({ over = 'completion' }, facts) => comparedBy(over, facts),
  score,
};

function validate(params: unknown, marks: Decimal | undefined, place: string): FieldError[] {
  const faults = new Faults();
  const read = readObject(faults, params, place, ['kind', 'over', 'points', 'rest', 'ties']);
  if (read === undefined) return faults.list;
  readSource(faults, read['over'], at(place, 'over'));
  checkPlaces(faults, read, place, marks);
  return faults.list;
}

function score(params: RankParams, marks: Decimal, facts: CriterionFacts): Scored {
  const { over = 'completion', points, rest = '0', ties = 'same' } = params;
  const { found, own, standings } = among(over, facts);
  const { above, equal } = own === null || standings === null ? { above: 0, equal: 0 } : standings.around(own);
  const place: Record<string, Json> =
    standings === null ? {} : { place: above + 1, sharedWith: equal, of: standings.count + 1 };
  const given = { points, rest, ties, ...place };
  const curve = curveOf(params, own, standings);
  const said = (what: Said) => inWords(what, above, equal, (standings?.count ?? 0) + 1);
  return scoreByRate(over, marks, facts, curve, given, said, found);
}

function curveOf(params: RankParams, own: Fraction | null, standings: Standings | null): Curve {
  const asked = countsTo(params.over ?? 'completion');
  const counted = (rate: Fraction) => lesser(rate, fraction(asked));
  const around = (rate: Fraction) => standings?.around(counted(rate)) ?? { above: 0, equal: 0 };
  const at = (rate: Fraction) => placeValue(params, around(rate).above, around(rate).equal);
  return {
    asked,
    at,
    arithmetic: (_, rate) => placePoints(params, around(rate).above, around(rate).equal),
    rateFor: (points) => {
      if (own === null || standings === null) return null;
      const enough = (rate: Fraction) => compare(at(rate), points) >= 0;
      // To part from one's equals is enough, or one draws level with somebody, or passes.
      const passing = (rate: Fraction) => plus(rate, A_LITTLE);
      if (enough(passing(own))) return passing(own);
      const next = standings.lowestAbove((value) => enough(passing(value)));
      return next === undefined || enough(next) ? (next ?? null) : passing(next);
    },
    edges: [],
  };
}

function inWords(
  { measured: { name }, formula, percent, sum, points }: Said,
  above: number,
  equal: number,
  of: number,
): Words {
  const shared =
    equal === 0 ? { zh: '', en: '' } : { zh: `（与另 ${equal} 家并列）`, en: ` (shared with ${equal} more)` };
  return {
    zh: `${name.zh} ${formula} = ${percent}%，在本组有数据的 ${of} 家中列第 ${above + 1} 名${shared.zh}，得分 = ${sum} = ${points}。`,
    en: `The ${name.en} is ${formula} = ${percent}%, place ${above + 1}${shared.en} of the ${of} in the class with a value; points = ${sum} = ${points}.`,
  };
}

function describe({ over, points, rest = '0', ties }: RankParams): Words {
  const { name } = sourceOf(over);
  const list = points.map((each) => plain(each)).join('、');
  const words = {
    zh: `按${name.zh}在本组排名计分：前 ${points.length} 名依次得 ${list} 分，其余得 ${plain(rest)} 分。`,
    en: `By place in the class by ${name.en}: ${list.replaceAll('、', ', ')} points in this order, everybody else ${plain(rest)}.`,
  };
  const tied =
    ties === 'mean'
      ? { zh: '并列的取所占名次得分的平均数。', en: 'Equal values get the mean of the places they take up.' }
      : { zh: '并列的同得该名次的分。', en: 'Equal values all get the points of their place.' };
  return sentences(words, tied);
}
