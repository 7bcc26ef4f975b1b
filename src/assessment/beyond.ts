/** The bonus for going beyond what was asked (超额加分): so many points for every full step above it, up to a cap. */
import type { Decimal } from 'decimal.js';
import { plain } from '../kernel/decimal';
import type { Words } from '../kernel/errors';
import {
  type Expression,
  least,
  minus as less,
  most,
  number,
  over as quotient,
  times as product,
  whole,
  written,
} from './expression';
import type { CriterionFacts } from './facts';
import { ceiling, compare, dividedBy, fraction, HUNDRED, plus, times } from './fraction';
import { measured, type RateSource, sourceOf } from './measure';
import { settled } from './settle';
import { at, type Faults, readDecimal, readObject } from './shape';

/** For every full `per` percentage points above the rate of the full marks, `points`, in all at most `cap`. */
export interface Beyond {
  readonly per: string;
  readonly points: string;
  readonly cap: string;
}

/** Checks a bonus nobody has checked yet: its first step must lie within what the rate can reach. */
export function checkBeyond(
  faults: Faults,
  value: unknown,
  place: string,
  over: RateSource | undefined,
  fullAt: Decimal | undefined,
): void {
  const read = readObject(faults, value, place, ['per', 'points', 'cap']);
  if (read === undefined) return;
  const per = readDecimal(faults, read['per'], at(place, 'per'), { places: 2, above: '0', atMost: '100' });
  const points = readDecimal(faults, read['points'], at(place, 'points'), { places: 2, above: '0' });
  const cap = readDecimal(faults, read['cap'], at(place, 'cap'), { places: 2, above: '0' });
  if (points !== undefined && cap?.lt(points)) {
    const one = points.toFixed();
    faults.add(at(place, 'cap'), 'outOfRange', `应不小于每档加分 ${one}。`, `Must be at least the ${one} of one step.`);
  }
  const { highest } = sourceOf(over);
  if (per === undefined || fullAt === undefined || per.plus(fullAt.times(100)).lte(highest)) return;
  faults.add(
    at(place, 'per'),
    'outOfReach',
    `第一档已超过该比率的上限 ${highest}%，无人能得到超额加分。`,
    `The first step lies above the ${highest} % this rate can reach; nobody could earn the bonus.`,
  );
}

/** Up to which rate a bonus counts, a decimal text: beyond it the cap is reached. */
export function countsUpTo(fullAt: string, { per, points, cap }: Beyond): string {
  const steps = { top: ceiling(dividedBy(fraction(cap), fraction(points))), bottom: 1n };
  const percent = plus(times(fraction(fullAt), HUNDRED), times(steps, fraction(per)));
  // fullAt has four places and `per` two: eight places hold the rate exactly.
  const digits = ((percent.top * 10n ** 8n) / (percent.bottom * 100n)).toString().padStart(9, '0');
  return plain(`${digits.slice(0, -8)}.${digits.slice(-8)}`);
}

/** The bonus of a criterion whose rate has a value. Nobody earns one before the full marks themselves are earned. */
export function beyondBonus(
  beyond: Beyond,
  over: RateSource,
  fullAt: string,
  facts: CriterionFacts,
): { points: string; arithmetic: Expression; words: Words } {
  const full = measured(over, facts, over === 'stated' ? countsUpTo(fullAt, beyond) : fullAt);
  const { rate, arithmetic, name } = measured(over, facts, countsUpTo(fullAt, beyond));
  const reached = full.rate !== null && compare(full.rate, fraction(fullAt)) >= 0;
  if (!reached || rate === null || arithmetic === null) {
    const words = { zh: '未超额，无超额加分。', en: 'Nothing beyond it: no bonus.' };
    return { points: '0.00', arithmetic: number('0'), words };
  }
  const above = less(product(arithmetic, number('100')), product(number(fullAt), number('100')));
  const steps = whole(quotient(most(above, number('0')), number(beyond.per)));
  const bonus = least(product(steps, number(beyond.points)), number(beyond.cap));
  const points = settled(bonus);
  const words = {
    zh: `${name.zh}超额加分 = ${written(bonus)} = ${points}。`,
    en: `Bonus for going beyond = ${written(bonus)} = ${points}.`,
  };
  return { points, arithmetic: bonus, words };
}

export function describeBeyond({ per, points, cap }: Beyond, percent: string): Words {
  return {
    zh: `超过 ${percent}% 后每满 ${plain(per)} 个百分点加 ${plain(points)} 分，最多加 ${plain(cap)} 分，计入加分。`,
    en: `Beyond ${percent} %, every full ${plain(per)} percentage points bring ${plain(points)} bonus points, at most ${plain(cap)}.`,
  };
}
