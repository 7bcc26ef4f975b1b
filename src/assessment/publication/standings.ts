/** The standings that are published (公示名单): every union with its points, ranks and grade, and what a correction moved. */
import type { SheetBody } from '../../events/events';
import type { SchemeDefinition } from '../scheme-types';
import type { Graded, SettledSheet } from '../score-sheet.writer';
import type { StandingBefore, PublishedStanding } from './publication.view';

interface Scored {
  readonly unionId: string;
  readonly unionName: string;
  readonly classCode: string | null;
  readonly points: string;
}

/** The first rank first; unions that share a rank keep the order they are given in. */
export function standingsOf(
  definition: Pick<SchemeDefinition, 'classes' | 'grading'>,
  scored: readonly Scored[],
  graded: ReadonlyMap<string, Graded>,
): PublishedStanding[] {
  return scored
    .flatMap((one) => {
      const found = graded.get(one.unionId);
      return found === undefined ? [] : [rowOf(definition, one, found, null)];
    })
    .toSorted((a, b) => a.rank - b.rank);
}

/** The earlier standings with the points, ranks and grades of now; `before` says what moved. */
export function correctedStandings(
  definition: Pick<SchemeDefinition, 'classes' | 'grading'>,
  earlier: readonly PublishedStanding[],
  points: ReadonlyMap<string, string>,
  graded: ReadonlyMap<string, Graded>,
): PublishedStanding[] {
  return earlier
    .flatMap((row) => {
      const found = graded.get(row.unionId);
      if (found === undefined) return [];
      const now = rowOf(definition, { ...row, points: points.get(row.unionId) ?? row.points }, found, null);
      return [moved(row, now) ? { ...now, before: beforeOf(row) } : now];
    })
    .toSorted((a, b) => a.rank - b.rank);
}

/** The standings of one class; of all where the union stands in none. */
export const ofClass = (standings: readonly PublishedStanding[], unionId: string): PublishedStanding[] => {
  const own = standings.find((row) => row.unionId === unionId);
  return own === undefined ? [] : standings.filter(({ classCode }) => classCode === own.classCode);
};

function rowOf(
  { classes = [], grading }: Pick<SchemeDefinition, 'classes' | 'grading'>,
  { unionId, unionName, classCode, points }: Scored,
  { rank, classRank, grade, awardLost, why }: Graded,
  before: StandingBefore | null,
): PublishedStanding {
  return {
    unionId,
    unionName,
    classCode,
    className: classes.find(({ code }) => code === classCode)?.name ?? null,
    points,
    rank,
    classRank,
    grade,
    gradeName: grading?.grades.find(({ code }) => code === grade)?.name ?? null,
    awardLost,
    why: { zh: why.zh, en: why.en },
    before,
  };
}

const beforeOf = ({ points, rank, classRank, gradeName }: PublishedStanding): StandingBefore => ({
  points,
  rank,
  classRank,
  gradeName,
});

const moved = (row: PublishedStanding, now: PublishedStanding): boolean =>
  JSON.stringify(beforeOf(row)) !== JSON.stringify(beforeOf(now));

/** The same as it is announced, with the points of every criterion. */
export function bodiesOf(
  standings: readonly PublishedStanding[],
  sheets: readonly Pick<SettledSheet, 'unionId' | 'criteria'>[],
): SheetBody[] {
  const criteria = new Map(sheets.map((sheet) => [sheet.unionId, sheet.criteria]));
  return standings.map(({ unionId, points, rank, classCode, classRank, gradeName }) => ({
    unionId,
    points,
    rank,
    classCode,
    classRank,
    grade: gradeName,
    criteria: Object.fromEntries(
      Object.entries(criteria.get(unionId) ?? {}).flatMap(([code, given]) => (given === null ? [] : [[code, given]])),
    ),
  }));
}
