/** Scoring as it is kept (计分): facts in, rows and totals out, in a fixed number of statements for any number of unions. */
import type { EntityManager } from 'typeorm';
import type { Assessment } from './assessment.entity';
import { factsDigestOf, scoresDigestOf } from './facts-digest';
import { gather, rowsOf, type SheetFacts, type SheetOf } from './gathering';
import { readEntries } from './given.reader';
import { ruleOf } from './rules/rules';
import { criteriaOf, type PlacedCriterion } from './scheme-types';
import type { Stands } from './score-digest';
import {
  addSheets,
  type NewSheet,
  readSeals,
  readStanding,
  replaceScores,
  type Seal,
  type SettledSheet,
  writeSeals,
  writeTotals,
} from './score-sheet.writer';
import { totalsOf } from './totals';

const compares = ({ criterion: { rule } }: PlacedCriterion): boolean => ruleOf(rule.kind)?.compares === true;
const isComputed = ({ criterion: { scorer } }: PlacedCriterion): boolean => scorer === 'computed';
/** Computed from the union's own facts: what comes out can be kept until they move. */
const standsAlone = (placed: PlacedCriterion): boolean => isComputed(placed) && !compares(placed);

/**
 * Scores these sheets of an assessment from what is known now: what is computed, and what compares unions. What an
 * officer gave stays as it was worked out when he gave it. For rules that compare, hand in all sheets.
 */
export function computeSheets(
  tx: EntityManager,
  assessment: Assessment,
  sheets: readonly SheetOf[],
): Promise<SettledSheet[]> {
  return compute(tx, assessment, sheets, compares);
}

/** A part of the sheets, without what compares unions. */
export function computeBatch(
  tx: EntityManager,
  assessment: Assessment,
  sheets: readonly SheetOf[],
): Promise<SettledSheet[]> {
  return compute(tx, assessment, sheets, () => false);
}

/** Sheets whose facts have not moved, and whose scores stand as they came out of them, are not worked out again. */
async function compute(
  tx: EntityManager,
  assessment: Assessment,
  sheets: readonly SheetOf[],
  besides: (placed: PlacedCriterion) => boolean,
): Promise<SettledSheet[]> {
  const { districtId, definition } = assessment;
  const facts = await gather(tx, assessment, sheets);
  const seals = await sealsOf(tx, districtId, sheets);
  const alone = criteriaOf(definition).filter(standsAlone);
  const digests = digestsOf(alone, facts);
  const moved = facts.filter(({ sheetId }) => {
    const seal = seals.get(sheetId);
    return (
      seal === undefined || seal.facts !== digests.get(sheetId) || seal.scores !== scoresDigestOf(alone, seal.stands)
    );
  });
  const stored = new Map([...seals].map(([id, { stands }]) => [id, stands]));
  const stands = await replaceScores(tx, districtId, rowsOf(definition, moved, standsAlone), stored);
  await writeSeals(tx, districtId, sealed(alone, digests, stands));
  if (criteriaOf(definition).some(besides)) {
    await replaceScores(tx, districtId, rowsOf(definition, facts, besides), stored);
  }
  return settleSheets(tx, assessment, idsOf(sheets));
}

/** Only what compares unions, on all sheets; nothing is touched where no criterion does. */
export async function compareSheets(tx: EntityManager, assessment: Assessment): Promise<SettledSheet[]> {
  if (!criteriaOf(assessment.definition).some(compares)) return [];
  return rescore(tx, assessment, await sheetsOf(tx, assessment), compares);
}

async function rescore(
  tx: EntityManager,
  assessment: Assessment,
  sheets: readonly SheetOf[],
  chosen: (placed: PlacedCriterion) => boolean,
): Promise<SettledSheet[]> {
  const { districtId, definition } = assessment;
  const facts = await gather(tx, assessment, sheets);
  const seals = await sealsOf(tx, districtId, sheets);
  const stored = new Map([...seals].map(([id, { stands }]) => [id, stands]));
  await replaceScores(tx, districtId, rowsOf(definition, facts, chosen), stored);
  return settleSheets(tx, assessment, idsOf(sheets));
}

/** The first scores of new sheets. */
export async function scoreFirst(
  tx: EntityManager,
  assessment: Assessment,
  sheets: readonly NewSheet[],
): Promise<SettledSheet[]> {
  const { districtId, definition } = assessment;
  const facts = await gather(tx, assessment, sheets);
  const stands = await addSheets(tx, assessment, sheets, rowsOf(definition, facts));
  const alone = criteriaOf(definition).filter(standsAlone);
  const digests = digestsOf(alone, facts);
  await writeSeals(tx, districtId, sealed(alone, digests, stands));
  return settleSheets(tx, assessment, idsOf(sheets));
}

const digestsOf = (alone: readonly PlacedCriterion[], facts: readonly SheetFacts[]): Map<string, string> => {
  const digestFor = factsDigestOf(alone);
  return new Map(facts.map((union) => [union.sheetId, digestFor(union)]));
};

const idsOf = (sheets: readonly { readonly id: string }[]): string[] => sheets.map(({ id }) => id);

async function sealsOf(tx: EntityManager, districtId: string, sheets: readonly SheetOf[]): Promise<Map<string, Seal>> {
  return new Map((await readSeals(tx, districtId, idsOf(sheets))).map((seal) => [seal.id, seal]));
}

/** What the sheets that were scored now remember of it. */
function sealed(
  alone: readonly PlacedCriterion[],
  digests: ReadonlyMap<string, string>,
  stands: ReadonlyMap<string, Stands>,
): Omit<Seal, 'stands'>[] {
  return [...stands].map(([id, each]) => ({
    id,
    facts: digests.get(id) ?? null,
    scores: scoresDigestOf(alone, each),
  }));
}

/**
 * Scores some criteria of one sheet anew, after something was given or entered for them. A rule that compares moves
 * the other sheets too: then the whole assessment is computed.
 */
export async function recount(
  tx: EntityManager,
  assessment: Assessment,
  sheet: SheetOf,
  codes: readonly string[],
): Promise<SettledSheet[]> {
  const { definition } = assessment;
  const isTouched = ({ criterion }: PlacedCriterion): boolean => codes.includes(criterion.code);
  const touched = criteriaOf(definition).filter(isTouched);
  if (touched.some(compares)) return computeSheets(tx, assessment, await sheetsOf(tx, assessment));
  if (touched.length > 0) return rescore(tx, assessment, [sheet], isTouched);
  return settleSheets(tx, assessment, [sheet.id]);
}

/** All sheets of an assessment, in a fixed order. */
export async function sheetsOf(tx: EntityManager, { districtId, id }: Assessment): Promise<SheetOf[]> {
  return tx.query(
    `select id, union_id as "unionId", class_code as "classCode" from score_sheet
     where district_id = $1 and assessment_id = $2 order by id`,
    [districtId, id],
  );
}

/** Adds these sheets up: base, bonuses, penalties, vetoes. */
export async function settleSheets(
  tx: EntityManager,
  { districtId, definition, year }: Assessment,
  sheetIds: readonly string[],
): Promise<SettledSheet[]> {
  const names = new Map(criteriaOf(definition).map(({ criterion: { code, name } }) => [code, name]));
  const standing = await readStanding(tx, districtId, sheetIds);
  const entries = await readEntries(tx, { districtId, definition, year, sheets: standing });
  const totals = standing.map(({ id, criteria }) => ({
    id,
    ...totalsOf(
      definition,
      entries.get(id) ?? [],
      criteria.map((each) => ({ ...each, name: names.get(each.code) ?? each.code })),
    ),
    openCriteria: criteria.filter(({ points }) => points === null).length,
    criteria: Object.fromEntries(criteria.map(({ code, points }) => [code, points])),
  }));
  const written = new Map((await writeTotals(tx, districtId, totals)).map((row) => [row.id, row]));
  return totals.flatMap(({ id, points, openCriteria, criteria, vetoes }) => {
    const row = written.get(id);
    return row === undefined ? [] : [{ ...row, points, openCriteria, criteria, vetoes }];
  });
}
