/** What a scorer hands in, as it is typed: points, a rate, or counts, with a reason. */
import type { Schemas } from '../api/client';
import { numberText } from '../assessment/sums';

export type Takes = Schemas['CriterionScoreView']['takes'];
type Stage = Schemas['StageScoreView'];

export interface Typed {
  readonly points: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly counts: Readonly<Record<string, string>>;
  readonly reason: string;
}

export const nothingTyped: Typed = { points: '', numerator: '', denominator: '', counts: {}, reason: '' };

interface Given {
  readonly points?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly counts?: Readonly<Record<string, number>>;
}

export const givenIn = (stage: Stage | null): Given => (stage === null ? {} : stage.given);

/** What was given before, as the fields show it. */
export function typedOf(stage: Stage | null): Typed {
  const { points = '', numerator = '', denominator = '', counts = {} } = givenIn(stage);
  const times = Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, String(count)]));
  return { points, numerator, denominator, counts: times, reason: stage?.reason ?? '' };
}

/** What goes to the API; a number that is none goes as it is typed, so that the API says what is wrong with it. */
export function bodyOf(takes: Takes, grounds: readonly { code: string }[], typed: Typed): Schemas['ScoreDto'] {
  const { reason } = typed;
  if (takes === 'rate') {
    return { numerator: numberText(typed.numerator), denominator: numberText(typed.denominator), reason };
  }
  if (takes === 'points') return { points: numberText(typed.points), reason };
  const counts = Object.fromEntries(grounds.map(({ code }) => [code, countOf(typed.counts[code])]));
  return { counts, reason };
}

/** Empty is none: 0. */
const countOf = (text = ''): unknown => (/^\d*$/.test(text.trim()) ? Number(text) : text);

export const sameTyped = (one: Typed, other: Typed): boolean => JSON.stringify(one) === JSON.stringify(other);
