/** Ranks and grades of the sheets of an assessment (名次与等次), by what the scheme says of them. */
import { gradeSheets } from '../grading';
import type { SchemeDefinition } from '../scheme-types';
import type { Graded, SettledSheet } from '../score-sheet.writer';

/** What ranking looks at; every criterion is scored by now. */
export type Rankable = Pick<SettledSheet, 'id' | 'unionId' | 'classCode' | 'points' | 'criteria' | 'vetoes'>;

/** By union; a union that stands in no class has no rank within one. */
export function gradedOf(definition: SchemeDefinition, sheets: readonly Rankable[]): Map<string, Graded> {
  const rows = sheets.map(({ unionId, classCode, points, criteria, vetoes }) => ({
    unionId,
    classCode,
    points,
    criteria: Object.fromEntries(Object.entries(criteria).map(([code, given]) => [code, given ?? '0.00'])),
    vetoes: [...vetoes],
  }));
  const classes = new Map(sheets.map(({ unionId, classCode }) => [unionId, classCode]));
  return new Map(
    gradeSheets(definition, rows).map(({ unionId, classRank, ...graded }) => [
      unionId,
      { ...graded, classRank: (classes.get(unionId) ?? null) === null ? null : classRank },
    ]),
  );
}

/** The rows to be written to the sheets. */
export const rankedRows = (
  sheets: readonly Pick<Rankable, 'id' | 'unionId'>[],
  graded: ReadonlyMap<string, Graded>,
): (Graded & { id: string })[] =>
  sheets.flatMap(({ id, unionId }) => {
    const found = graded.get(unionId);
    return found === undefined ? [] : [{ ...found, id }];
  });
