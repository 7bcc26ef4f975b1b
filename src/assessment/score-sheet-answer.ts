/** From what is stored to the answer (评分表): never computed anew. */
import { Decimal } from 'decimal.js';
import type { Words } from '../kernel/errors';
import { constantOf } from './criterion-constant';
import type { ExtraLine } from './extras';
import type { Json } from './rules/rule';
import { foodOf } from './given-check';
import { ruleOf } from './rules/rules';
import { criteriaOf, type PlacedCriterion, type SchemeDefinition } from './scheme-types';
import type { Explanation } from './score-rows';
import type {
  CorrectionView,
  CriterionScoreView,
  ScoreSheetSummary,
  ScoreSheetView,
  StageScoreView,
} from './score-sheet.view';
import { settled, weighted } from './settle';
import type { Stage } from './stage';
import { totalOf } from './totals';

/** A stored score with the inputs that led to it. */
export interface StoredScore {
  criterion: string;
  points: string | null;
  bonus: string;
  source: 'computed' | 'judged';
  reason: string | null;
  explanation: Explanation;
  inputs: Readonly<Record<string, Json>>;
  scoredAt: string;
}

/** What one stage gave, as stored. */
export type StoredStage = StageScoreView & { criterion: string; stage: Stage };

/** A correction, as stored. */
export type StoredCorrection = CorrectionView & { criterion: string };

/** What stands on a sheet beside its summary. */
export interface FullSheet {
  definition: SchemeDefinition;
  scores: StoredScore[];
  stages: StoredStage[];
  corrections: StoredCorrection[];
  extras: ExtraLine[];
  vetoes: string[];
  gradeWords: Words | null;
}

export function scoreSheetView(summary: ScoreSheetSummary, full: FullSheet): ScoreSheetView {
  const { definition, extras, vetoes, gradeWords } = full;
  const known = new Map(full.scores.map((score) => [score.criterion, score]));
  const criteria = criteriaOf(definition).flatMap((placed) => {
    const score = known.get(placed.criterion.code);
    return score === undefined ? [] : [criterionView(placed, score, full)];
  });
  const parts = definition.parts.map(({ code, name, marks, weight = '1' }) => ({
    code,
    name,
    marks: new Decimal(marks).times(weight).toFixed(2),
    points: totalOf(criteria.filter(({ part }) => part === code).map(({ points }) => points)),
  }));
  const lines = extras.map(({ facts = [], counted: _, ...line }) => ({
    ...line,
    entryIds: [...line.entryIds],
    facts: [...facts],
  }));
  return { ...summary, extras: lines, vetoes, gradeWords, parts, criteria };
}

function criterionView(
  placed: PlacedCriterion,
  score: StoredScore,
  { stages, corrections }: Pick<FullSheet, 'stages' | 'corrections'>,
): CriterionScoreView {
  const { part, groups, criterion, weight } = placed;
  const { code, name, marks, scorer, rule } = criterion;
  const { points, bonus, source, reason, inputs } = score;
  const { words, nextUnit, arithmetic = null } = score.explanation;
  const kind = ruleOf(rule.kind);
  const constant = kind && constantOf(criterion, weight, kind);
  const gave = (stage: Stage): StageScoreView | null => {
    const found = stages.find((each) => each.criterion === code && each.stage === stage);
    if (found === undefined) return null;
    const { criterion: _, stage: __, ...view } = found;
    return { ...view, at: new Date(view.at).toISOString() };
  };
  const corrected = corrections.flatMap(({ criterion: of, ...view }) =>
    of === code ? [{ ...view, at: new Date(view.at).toISOString() }] : [],
  );
  return {
    code,
    name,
    part: part.code,
    groups: groups.map((group) => group.code),
    marks: constant?.whole ?? settled(weighted({ is: 'number', text: marks }, weight)),
    points: corrected.at(-1)?.new ?? points,
    corrections: corrected,
    bonus,
    source,
    scorer: typeof scorer === 'string' ? scorer : scorer.office,
    takes: foodOf(placed),
    grounds: (kind?.grounds(rule) ?? []).map((ground) => ({ code: ground.code, name: ground.name })),
    note: criterion.note ?? null,
    reason,
    self: gave('self'),
    review: gave('review'),
    final: gave('final'),
    rule: constant?.said ?? words,
    explanation: words,
    arithmetic,
    inputs,
    nextUnit,
    scoredAt: new Date(score.scoredAt).toISOString(),
  };
}
