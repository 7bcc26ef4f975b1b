/** A scored criterion as an explanation begins with it: from the stored sheet, or worked out just now. */
import type { Words } from '../../kernel/errors';
import type { NextUnit } from '../next-unit';
import type { Json } from '../rules/rule';
import type { ScoreSheetView, StageScoreView } from '../score-sheet.view';
import type { ScoredSheet } from '../scoring';
import type { Stage } from '../stage';

export interface Told {
  readonly code: string;
  readonly name: string;
  readonly part: string;
  readonly groups: readonly string[];
  readonly marks: string;
  readonly points: string | null;
  /** computed, self, office, or the code of a named office. */
  readonly scorer: string;
  readonly bonus: string;
  readonly rule: Words;
  readonly explanation: Words;
  readonly arithmetic: string | null;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly nextUnit: NextUnit | null;
  readonly self: StageScoreView | null;
  /** What counts of what was given. */
  readonly judgement: (StageScoreView & { readonly stage: Stage }) | null;
}

/** The criteria of a sheet as they are stored. */
export function toldByStored({ criteria }: Pick<ScoreSheetView, 'criteria'>): Told[] {
  return criteria.map(({ review, final, ...criterion }) => {
    const { self, scorer } = criterion;
    const counts =
      staged('final', final) ?? staged('review', review) ?? (scorer === 'self' ? staged('self', self) : null);
    return { ...criterion, judgement: counts };
  });
}

/**
 * The criteria of a sheet as the scored union may know them before publication, worked out from its own facts: what
 * the tier above gives, and what compares the union with others, is left open.
 */
export function toldByComputed(
  worked: Pick<ScoredSheet, 'criteria'>,
  stored: Pick<ScoreSheetView, 'criteria'>,
): Told[] {
  const known = new Map(worked.criteria.map((criterion) => [criterion.code, criterion]));
  return stored.criteria.map(({ code, name, part, groups, marks, scorer, rule, self }) => {
    const place = { code, name, part, groups, marks, scorer, rule, self };
    const criterion = known.get(code);
    if (criterion === undefined) return { ...place, ...open, explanation: COMPARED };
    const { points, bonus, explanation, arithmetic, inputs, nextUnit } = criterion;
    const above = scorer !== 'computed' && scorer !== 'self';
    return {
      ...place,
      points,
      bonus,
      explanation: above ? LATER : explanation,
      arithmetic,
      inputs,
      nextUnit,
      judgement: scorer === 'self' ? staged('self', self) : null,
    };
  });
}

const open = { points: null, bonus: '0.00', arithmetic: null, inputs: {}, nextUnit: null, judgement: null };

const LATER: Words = {
  zh: '本项由上级工会评分，公示后可以查看。',
  en: 'The tier above scores this criterion; it is shown once the results are published.',
};

export const COMPARED: Words = {
  zh: '本项与同组各工会比较得分，公示后可以查看。',
  en: 'This criterion compares the unions of a class; it is shown once the results are published.',
};

function staged(stage: Stage, given: StageScoreView | null): (StageScoreView & { stage: Stage }) | null {
  return given === null ? null : { ...given, stage };
}
