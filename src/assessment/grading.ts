/** Ranks and grades of an assessment (排名与等次): places by the tie rule, grades by cut-off and quota within the class. */
import { Decimal } from 'decimal.js';
import type { Words } from '../kernel/errors';
import { gradesOf, type Graded } from './class-grades';
import type { GradingRow, Placed } from './grading-row';
import { type Counts, countsOf, gradeWords, placeWords, vetoWords } from './grading-words';
import { groupedBy, ranked } from './ranking';
import type { SchemeDefinition, TieRule } from './scheme-types';

export interface GradedRow {
  readonly unionId: string;
  readonly rank: number;
  /** Among the unions of its class. */
  readonly classRank: number;
  /** null: the scheme has no grades. */
  readonly grade: string | null;
  /** Out of any award, whatever the grade. */
  readonly awardLost: boolean;
  readonly why: Words;
}

/** Ranks and grades all unions of an assessment by its checked scheme, in the order they came. */
export function gradeSheets(
  definition: Pick<SchemeDefinition, 'grading' | 'ties' | 'vetoes'>,
  rows: readonly GradingRow[],
): GradedRow[] {
  const order = better(definition.ties);
  const ranks = new Map(ranked(rows, order).map(({ unionId, rank }) => [unionId, rank]));
  const graded = new Map<string, GradedRow>();
  for (const members of groupedBy(rows, ({ classCode }) => classCode)) {
    const places = ranked(members, order);
    const grades = gradesOf(definition, places);
    const counts = countsOf(places);
    for (const place of places) {
      const rank = ranks.get(place.unionId) ?? place.rank;
      graded.set(place.unionId, rowOf(definition, counts, place, rank, grades.get(place.unionId)));
    }
  }
  return rows.flatMap(({ unionId }) => graded.get(unionId) ?? []);
}

function rowOf(
  definition: Pick<SchemeDefinition, 'grading' | 'ties' | 'vetoes'>,
  counts: Counts,
  place: Placed,
  rank: number,
  grade: Graded | undefined,
): GradedRow {
  const held = (definition.vetoes ?? []).filter(({ code }) => place.vetoes.includes(code));
  const words = [placeWords(definition, counts, place), ...vetoWords(definition, held), ...gradeWords(grade)];
  return {
    unionId: place.unionId,
    rank,
    classRank: place.rank,
    grade: grade?.grade.code ?? null,
    awardLost: held.some(({ effect }) => effect === 'awardLost'),
    why: { zh: words.map(({ zh }) => zh).join(''), en: words.map(({ en }) => en).join(' ') },
  };
}

/** More points first; by the named criteria in order where the scheme says so. What is not scored stands behind zero. */
function better(ties: TieRule | undefined): (a: GradingRow, b: GradingRow) => number {
  const deciding = ties?.by === 'criteria' ? (ties.criteria ?? []) : [];
  const scored = ({ criteria }: GradingRow, code: string) =>
    new Decimal(Object.hasOwn(criteria, code) ? (criteria[code] ?? -1) : -1);
  return (a, b) => {
    const points = new Decimal(b.points).cmp(a.points);
    if (points !== 0) return points;
    for (const code of deciding) {
      const one = scored(b, code).cmp(scored(a, code));
      if (one !== 0) return one;
    }
    return 0;
  };
}
