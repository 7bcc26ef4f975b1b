/** What sheets are scored from (计分依据), gathered in three statements, and the rows that come of it. */
import type { EntityManager } from 'typeorm';
import type { Assessment } from './assessment.entity';
import { readFacts } from './facts.reader';
import { readEntries, readGiven } from './given.reader';
import { criteriaOf, type PlacedCriterion, type SchemeDefinition } from './scheme-types';
import { rowOf, type ScoreRow } from './score-rows';
import { scorerOf, type UnionFacts } from './scoring';

export interface SheetOf {
  readonly id: string;
  readonly unionId: string;
  readonly classCode: string | null;
}

/** Everything one sheet is scored from. */
export type SheetFacts = UnionFacts & { readonly sheetId: string };

/** Everything the given sheets are scored from, as it is now: three statements. */
export async function gather(
  tx: EntityManager,
  { districtId, year, definition }: Pick<Assessment, 'districtId' | 'year' | 'definition'>,
  sheets: readonly SheetOf[],
): Promise<SheetFacts[]> {
  const sheetIds = sheets.map(({ id }) => id);
  const criteria = criteriaOf(definition).map(({ criterion }) => criterion);
  const facts = await readFacts(tx, { districtId, year, unionIds: sheets.map(({ unionId }) => unionId) });
  const given = await readGiven(tx, { districtId, sheetIds, criteria });
  const entries = await readEntries(tx, { districtId, definition, year, sheets });
  return sheets.map(({ id, unionId, classCode }) => ({
    sheetId: id,
    unionId,
    classCode,
    tasks: facts.get(unionId) ?? [],
    judgements: given.get(id) ?? {},
    entries: entries.get(id) ?? [],
  }));
}

/**
 * The rows of one sheet after the other, of all criteria or of those that are chosen: each is scored when it is asked
 * for, so that some are written while the next are worked out.
 */
export function* rowsOf(
  definition: SchemeDefinition,
  facts: readonly SheetFacts[],
  chosen: (placed: PlacedCriterion) => boolean = () => true,
): Generator<ScoreRow[]> {
  const score = scorerOf(criteriaOf(definition).filter(chosen), facts);
  for (const union of facts) yield score(union).map((scored) => rowOf(union.sheetId, scored));
}
