/** The grades of one class (本组等次): the best first, by cut-off and quota, no place given twice and none split. */
import { Decimal } from 'decimal.js';
import type { Placed } from './grading-row';
import { groupedBy } from './ranking';
import type { GradeDefinition, SchemeDefinition } from './scheme-types';

/** How a union came by its grade, and what kept it from the better ones, the best first. */
export interface Graded {
  readonly grade: GradeDefinition;
  /** How many places its grade has in this class; null without a quota. */
  readonly places: number | null;
  readonly missed: readonly Missed[];
  /** Whether it holds its grade without taking one of the places: it is out of any award. */
  readonly besides: boolean;
  /** Whether it came in beyond the quota because of equal points. */
  readonly beyond: boolean;
}

export interface Missed {
  readonly grade: GradeDefinition;
  readonly why: 'cutOff' | 'veto' | 'full' | 'tie';
  readonly places: number | null;
  /** How many stood equal for the last places; 0 unless a tie kept them out. */
  readonly equal: number;
}

/**
 * Grades one class. A quota is cut down to whole unions. Whoever stands equal is taken together: those who do not all
 * fit stay out, or all come in, as the scheme says, and the grade is closed. Nobody overtakes: once it is closed,
 * those behind go to the next grade. A veto that caps the grade takes no place above it; who lost the award keeps the
 * grade the points bring and takes no place from others.
 */
export function gradesOf(
  { grading, vetoes = [] }: Pick<SchemeDefinition, 'grading' | 'vetoes'>,
  places: readonly Placed[],
): ReadonlyMap<string, Graded> {
  const graded = new Map<string, Graded>();
  if (grading === undefined) return graded;
  const { grades, quotaTies = 'out' } = grading;
  const codes = grades.map(({ code }) => code);
  const effects = (effect: string) => vetoes.filter((veto) => veto.effect === effect);
  const [caps, lost] = [effects('gradeCapped'), effects('awardLost')];
  const bestLeft = (row: Placed) =>
    Math.max(0, ...caps.filter(({ code }) => row.vetoes.includes(code)).map(({ grade }) => codes.indexOf(grade ?? '')));
  const besides = (row: Placed) => lost.some(({ code }) => row.vetoes.includes(code));
  const missed = new Map<string, Missed[]>(places.map(({ unionId }) => [unionId, []]));
  const groups = groupedBy(places, ({ rank }) => rank);
  for (const [i, grade] of grades.entries()) {
    const all = grade.quota === undefined ? null : quotaOf(grade.quota, places.length);
    let left = all ?? Infinity;
    let closed = false;
    for (const group of groups) {
      const here = group.filter(({ unionId }) => !graded.has(unionId));
      const miss = (row: Placed, why: Missed['why'], equal = 0) =>
        missed.get(row.unionId)?.push({ grade, why, places: all, equal });
      const able = here.filter((row) => {
        const held = bestLeft(row) > i;
        const reached = grade.atLeast === undefined || new Decimal(row.points).gte(grade.atLeast);
        if (held || !reached) miss(row, held ? 'veto' : 'cutOff');
        return !held && reached;
      });
      const counted = able.filter((row) => !besides(row)).length;
      const full = closed || left <= 0;
      const comesIn = !full && (counted <= left || quotaTies === 'in');
      for (const row of able) {
        if (!comesIn) miss(row, full ? 'full' : 'tie', full ? 0 : counted);
        else {
          const kept = missed.get(row.unionId) ?? [];
          graded.set(row.unionId, { grade, places: all, missed: kept, besides: besides(row), beyond: counted > left });
        }
      }
      if (!comesIn && able.length > 0) closed = true;
      if (comesIn) left -= counted;
    }
  }
  return graded;
}

/** So many whole unions of a class: 30 % of 11 are 3. */
const quotaOf = (percent: string, size: number): number =>
  new Decimal(percent).times(size).div(100).toDecimalPlaces(0, Decimal.ROUND_DOWN).toNumber();
