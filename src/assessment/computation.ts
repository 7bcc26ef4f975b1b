/** Scoring as it is kept (计分): facts in, rows and totals out, in a fixed number of statements for any number of unions. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { announce } from '../outbox/announce';
import type { Assessment } from './assessment.entity';
import { readFacts } from './facts.reader';
import { readEntries, readGiven } from './given.reader';
import { ruleOf } from './rules/rules';
import { criteriaOf, type PlacedCriterion, type SchemeDefinition } from './scheme-types';
import { rowOf, type ScoreRow } from './score-rows';
import { readStanding, replaceScores, type SettledSheet, writeTotals } from './score-sheet.writer';
import { scorerOf, type UnionFacts } from './scoring';
import { totalsOf } from './totals';

/** Sheets in one announcement. */
const IN_ONE = 100;
/** From so many sheets on they are written in parts. */
const LARGE = 100;
const PARTS = 5;

export interface SheetOf {
  readonly id: string;
  readonly unionId: string;
  readonly classCode: string | null;
}

/** Everything the given sheets are scored from, as it is now: three statements. */
export async function gather(
  tx: EntityManager,
  { districtId, year, definition }: Pick<Assessment, 'districtId' | 'year' | 'definition'>,
  sheets: readonly SheetOf[],
): Promise<(UnionFacts & { sheetId: string })[]> {
  const sheetIds = sheets.map(({ id }) => id);
  const criteria = criteriaOf(definition).map(({ criterion }) => criterion);
  const facts = await readFacts(tx, { districtId, year, unionIds: sheets.map(({ unionId }) => unionId) });
  const given = await readGiven(tx, { districtId, sheetIds, criteria });
  const entries = await readEntries(tx, { districtId, sheetIds });
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
 * The rows of all sheets, of all criteria or of those that are chosen, in a few parts: each is scored when it is asked
 * for, so that one is written while the next is worked out.
 */
export function* rowsOf(
  definition: SchemeDefinition,
  facts: readonly (UnionFacts & { readonly sheetId: string })[],
  chosen: (placed: PlacedCriterion) => boolean = () => true,
): Generator<ScoreRow[]> {
  const score = scorerOf(criteriaOf(definition).filter(chosen), facts);
  const size = facts.length < LARGE ? Math.max(1, facts.length) : Math.ceil(facts.length / PARTS);
  for (let from = 0; from < facts.length; from += size) {
    yield facts.slice(from, from + size).flatMap((union) => score(union).map((scored) => rowOf(union.sheetId, scored)));
  }
}

const compares = ({ criterion: { rule } }: PlacedCriterion): boolean => ruleOf(rule.kind)?.compares === true;
const isComputed = ({ criterion: { scorer } }: PlacedCriterion): boolean => scorer === 'computed';

/**
 * Scores these sheets of an assessment from what is known now: what is computed, and what compares unions. What an
 * officer gave stays as it was worked out when he gave it. For rules that compare, hand in all sheets.
 */
export function computeSheets(
  tx: EntityManager,
  assessment: Assessment,
  sheets: readonly SheetOf[],
): Promise<SettledSheet[]> {
  return rescore(tx, assessment, sheets, (placed) => isComputed(placed) || compares(placed));
}

/** A part of the sheets, without what compares unions. */
export function computeBatch(
  tx: EntityManager,
  assessment: Assessment,
  sheets: readonly SheetOf[],
): Promise<SettledSheet[]> {
  return rescore(tx, assessment, sheets, (placed) => isComputed(placed) && !compares(placed));
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
  await replaceScores(tx, districtId, rowsOf(definition, await gather(tx, assessment, sheets), chosen));
  return settleSheets(
    tx,
    assessment,
    sheets.map(({ id }) => id),
  );
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
  { districtId, definition }: Assessment,
  sheetIds: readonly string[],
): Promise<SettledSheet[]> {
  const names = new Map(criteriaOf(definition).map(({ criterion: { code, name } }) => [code, name]));
  const standing = await readStanding(tx, districtId, sheetIds);
  const entries = await readEntries(tx, { districtId, sheetIds });
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

/** Tells the boards of the scoring tier how the sheets stand: provisional until published. */
export async function tellProvisional(
  tx: EntityManager,
  actor: Actor,
  assessment: Assessment,
  settled: readonly SettledSheet[],
): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(settled.length / IN_ONE) }, (_, i) =>
    settled.slice(i * IN_ONE, (i + 1) * IN_ONE),
  );
  await announce(
    tx,
    actor,
    ...chunks.map((sheets) => ({
      name: 'sheet.scored' as const,
      unionId: assessment.ownerId,
      path: assessment.path,
      subjectId: assessment.id,
      body: {
        assessment: assessment.body(),
        sheets: sheets.map(({ unionId, classCode, points, openCriteria, criteria }) => ({
          unionId,
          classCode,
          points,
          openCriteria,
          criteria,
        })),
      },
    })),
  );
}
