/** A union's scores as they are kept (得分明细): each criterion with its inputs and its explanation. */
import type { Words } from '../kernel/errors';
import type { TaskFact } from './facts';
import type { NextUnit } from './next-unit';
import type { Json } from './rules/rule';
import type { SchemeDefinition } from './scheme-types';
import { type ScoredCriterion, scoreSheet } from './scoring';

/** Why it is these points, and what one more unit of work would bring. */
export interface Explanation {
  readonly words: Words;
  readonly nextUnit: NextUnit | null;
}

export interface ScoreRow {
  readonly sheetId: string;
  readonly criterion: string;
  readonly marks: string;
  readonly points: string | null;
  readonly source: 'computed' | 'judged';
  readonly inputs: Readonly<Record<string, Json>>;
  readonly explanation: Explanation;
}

/** Every criterion of every sheet, scored from the facts of its union; what an officer judges is still open. */
export function rowsFromFacts(
  definition: SchemeDefinition,
  sheets: readonly { readonly id: string; readonly unionId: string }[],
  facts: ReadonlyMap<string, readonly TaskFact[]>,
): ScoreRow[] {
  return sheets.flatMap(({ id, unionId }) => {
    const { criteria } = scoreSheet(definition, { tasks: facts.get(unionId) ?? [] }, {});
    return criteria.map((scored) => rowOf(id, scored));
  });
}

export function rowOf(sheetId: string, scored: ScoredCriterion): ScoreRow {
  const { code, marks, points, inputs, explanation, nextUnit, source } = scored;
  return {
    sheetId,
    criterion: code,
    marks,
    points,
    source: source.scorer === 'computed' ? 'computed' : 'judged',
    inputs,
    explanation: { words: explanation, nextUnit },
  };
}
