/** Two sheets side by side (得分对比): what would change, criterion by criterion and in all. */
import { Decimal } from 'decimal.js';
import type { Words } from '../../kernel/errors';
import type { ScoredSheet } from '../scoring';

export interface ChangedCriterion {
  readonly code: string;
  readonly name: string;
  readonly part: string;
  readonly marks: string;
  readonly before: string | null;
  readonly points: string | null;
  /** `+1.00`, `-0.50`, `0.00`; null where one of the two has no points. */
  readonly difference: string | null;
  /** `60 × min(91 ÷ 120, 1) = 45.50`. */
  readonly arithmetic: string | null;
  readonly explanation: Words;
}

export function changedCriteria(before: ScoredSheet, after: ScoredSheet): ChangedCriterion[] {
  const known = new Map(before.criteria.map(({ code, points }) => [code, points]));
  return after.criteria.map(({ code, name, part, marks, points, arithmetic, explanation }) => {
    const earlier = known.get(code) ?? null;
    return {
      code,
      name,
      part,
      marks,
      before: earlier,
      points,
      difference: earlier === null || points === null ? null : difference(earlier, points),
      arithmetic: arithmetic === null || points === null ? null : `${arithmetic} = ${points}`,
      explanation,
    };
  });
}

/** Signed, with two places: `+1.00`. */
export function difference(before: string, after: string): string {
  const by = new Decimal(after).minus(before);
  return `${by.gt(0) ? '+' : ''}${by.toFixed(2)}`;
}
