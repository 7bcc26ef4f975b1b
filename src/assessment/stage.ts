/** The stages in which a criterion is scored (评分阶段), and which of them counts. */
import type { Judgement } from './facts';
import type { Scorer } from './scheme-types';

/** The scored union itself, the first review, the final score. */
export type Stage = 'self' | 'review' | 'final';

/** What a scorer hands in: points, or what the rule is fed with. */
export type Given = Pick<Judgement, 'points' | 'numerator' | 'denominator' | 'counts'>;

/** What one stage gave, as it is kept. */
export interface StageGiven {
  readonly criterion: string;
  readonly stage: Stage;
  readonly given: Given;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

const later: Record<Stage, number> = { self: 0, review: 1, final: 2 };

/**
 * What counts for each criterion: the final score, else the first review, else — only where the union scores itself —
 * the self-score (product rule "Flow of an assessment").
 */
export function counting(
  stages: readonly StageGiven[],
  scorerOf: (criterion: string) => Scorer | undefined,
): Record<string, Judgement> {
  const counts: Record<string, Judgement> = {};
  for (const one of stages.toSorted((a, b) => later[a.stage] - later[b.stage])) {
    const { criterion, stage, given, reason, by, at } = one;
    if (stage === 'self' && scorerOf(criterion) !== 'self') continue;
    Object.defineProperty(counts, criterion, {
      value: { ...given, reason, by, at },
      enumerable: true,
      configurable: true,
    });
  }
  return counts;
}
