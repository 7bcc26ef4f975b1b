/** The place a sheet would have (试算名次): rank, rank in its class and grade, before and after. */
import { gradedOf, type Rankable } from '../publication/graded';
import type { SchemeDefinition } from '../scheme-types';
import type { ScoredSheet } from '../scoring';

export interface Places {
  readonly rank: { readonly before: number; readonly after: number; readonly of: number };
  readonly classRank: { readonly before: number; readonly after: number; readonly of: number } | null;
  readonly grade: { readonly before: string | null; readonly after: string | null } | null;
}

/** Where others were worked out too, by what they would have; else by what stands on their sheets. */
export function placesOf(
  definition: SchemeDefinition,
  unionId: string,
  standing: readonly Rankable[],
  before: readonly ScoredSheet[],
  after: readonly ScoredSheet[],
): Places {
  const [then, now] = [after, before].map((worked) =>
    gradedOf(definition, standing.map(overlaid(worked))).get(unionId),
  );
  if (then === undefined || now === undefined) throw new RangeError('the union was not ranked');
  const own = standing.find((sheet) => sheet.unionId === unionId);
  const peers = standing.filter(({ classCode }) => classCode === own?.classCode).length;
  const grades = (definition.grading?.grades.length ?? 0) > 0;
  return {
    rank: { before: now.rank, after: then.rank, of: standing.length },
    classRank:
      now.classRank === null || then.classRank === null
        ? null
        : { before: now.classRank, after: then.classRank, of: peers },
    grade: grades ? { before: now.grade, after: then.grade } : null,
  };
}

function overlaid(worked: readonly ScoredSheet[]): (sheet: Rankable) => Rankable {
  const known = new Map(worked.map((sheet) => [sheet.unionId, sheet]));
  return (sheet) => {
    const found = known.get(sheet.unionId);
    return found === undefined ? sheet : { ...sheet, ...rankableOf(found) };
  };
}

/** What ranks are made of, out of a sheet that was worked out. */
export function rankableOf({
  points,
  criteria,
  vetoes,
}: ScoredSheet): Pick<Rankable, 'points' | 'criteria' | 'vetoes'> {
  return { points, vetoes, criteria: Object.fromEntries(criteria.map(({ code, points: given }) => [code, given])) };
}
