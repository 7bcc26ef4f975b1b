/** A union's scores as they are kept (得分明细): each criterion with its inputs and its explanation. */
import type { Words } from '../kernel/errors';
import type { NextUnit } from './next-unit';
import type { Json } from './rules/rule';
import type { ScoredCriterion } from './scoring';

/** Why it is these points, and what one more unit of work would bring. */
export interface Explanation {
  readonly words: Words;
  readonly nextUnit: NextUnit | null;
  /** Not in what was stored before it was kept. The rule in words follows from the scheme. */
  readonly arithmetic?: string | null;
  /** What went beyond the full marks. */
  readonly bonusArithmetic?: string | null;
}

export interface ScoreRow {
  readonly sheetId: string;
  readonly criterion: string;
  readonly marks: string;
  readonly points: string | null;
  readonly exact: string | null;
  readonly bonus: string;
  readonly source: 'computed' | 'judged';
  readonly inputs: Readonly<Record<string, Json>>;
  readonly explanation: Explanation;
  /** Who gave it, when and why; null where it is computed. */
  readonly scoredBy: string | null;
  readonly at: string | null;
  readonly reason: string | null;
}

export function rowOf(sheetId: string, scored: ScoredCriterion): ScoreRow {
  const { code, marks, points, exact, bonus, inputs, explanation, nextUnit, source } = scored;
  const { arithmetic, bonusArithmetic } = scored;
  return {
    sheetId,
    criterion: code,
    marks,
    points,
    exact,
    bonus,
    source: source.scorer === 'computed' ? 'computed' : 'judged',
    inputs,
    explanation: { words: explanation, nextUnit, arithmetic, bonusArithmetic },
    scoredBy: source.by,
    at: source.at,
    reason: source.reason,
  };
}
