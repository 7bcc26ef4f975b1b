/** Score sheets (评分表) as they are written: each step is one statement for all unions of an assessment. */
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Words } from '../kernel/errors';
import type { Assessment } from './assessment.entity';
import { asTexts, changed, sealed, type SealedRow, type Stands } from './score-digest';
import type { ScoreRow } from './score-rows';
import type { Totals } from './totals';

export interface NewSheet {
  id: string;
  unionId: string;
  path: string;
  classCode: string | null;
}

/** A sheet after its scores were added up. */
export interface SettledSheet {
  id: string;
  unionId: string;
  classCode: string | null;
  points: string;
  openCriteria: number;
  /** The points of each criterion by its code. */
  criteria: Record<string, string | null>;
  vetoes: readonly string[];
}

/** Where a sheet stands among the others. */
export interface Graded {
  readonly rank: number;
  /** null where the scheme has no classes. */
  readonly classRank: number | null;
  /** The code of the grade; null where the scheme has none. */
  readonly grade: string | null;
  readonly awardLost: boolean;
  readonly why: Words;
}

/** What stands on a sheet before it is added up. */
export interface Standing {
  readonly id: string;
  readonly unionId: string;
  readonly criteria: readonly {
    readonly code: string;
    readonly points: string | null;
    readonly bonus: string;
    readonly bonusArithmetic: string | null;
  }[];
}

const insertSheets = `
  insert into score_sheet (district_id, id, assessment_id, union_id, path, class_code, open_criteria)
  select $1, s.id, $2, s."unionId", s.path, s."classCode", 0
  from jsonb_to_recordset($3::jsonb) as s(id uuid, "unionId" uuid, path ltree, "classCode" text) order by s.id`;

/** The long columns travel beside the others as one text each: they are kept as they came, never taken apart. */
const given = `rows from (
    jsonb_to_recordset($2::jsonb) as ("sheetId" uuid, criterion text, marks numeric, points numeric, exact numeric,
      bonus numeric, source text, "scoredBy" uuid, at timestamptz, reason text, digest text),
    string_to_table($3::text, E'\\x1e'), string_to_table($4::text, E'\\x1e')
  ) as c("sheetId", criterion, marks, points, exact, bonus, source, "scoredBy", at, reason, digest, inputs, explanation)`;

const insertScores = `
  insert into score (district_id, sheet_id, criterion, marks, points, exact, bonus, source, inputs, explanation,
    scored_by, scored_at, reason, digest)
  select $1, "sheetId", criterion, marks, points, exact, bonus, source, inputs::json, explanation::json, "scoredBy",
    coalesce(at, app_now()), reason, digest
  from ${given}`;

const updateScores = `
  update score s set points = c.points, exact = c.exact, bonus = c.bonus, reason = c.reason, inputs = c.inputs::json,
    explanation = c.explanation::json, scored_by = c."scoredBy", scored_at = coalesce(c.at, app_now()),
    digest = c.digest
  from ${given}
  where s.district_id = $1 and s.sheet_id = c."sheetId" and s.criterion = c.criterion`;

const seals = `
  select s.id, s.facts_digest as facts, s.scores_digest as scores,
    json_object_agg(c.criterion, coalesce(c.digest, 'null') || ' ' || coalesce(c.points::text, 'null')) as stands
  from score_sheet s join score c on c.district_id = s.district_id and c.sheet_id = s.id
  where s.district_id = $1 and s.id = any($2::uuid[]) group by s.id, s.facts_digest, s.scores_digest`;

const setSeals = `
  update score_sheet s set facts_digest = d.facts, scores_digest = d.scores
  from jsonb_to_recordset($2::jsonb) as d(id uuid, facts text, scores text)
  where s.district_id = $1 and s.id = d.id`;

const standing = `
  select sheet_id as id, (select union_id from score_sheet s where s.district_id = $1 and s.id = sheet_id) as "unionId", json_agg(json_build_object('code', criterion, 'points', points::text, 'bonus', bonus::text,
    'bonusArithmetic', explanation->>'bonusArithmetic') order by criterion) as criteria
  from score where district_id = $1 and sheet_id = any($2::uuid[]) group by sheet_id order by sheet_id`;

const settle = `
  update score_sheet s set points = t.points, base = t.base, bonus = t.bonus, penalty = t.penalty, extras = t.extras,
    vetoes = t.vetoes, open_criteria = t."openCriteria", version = s.version + 1
  from jsonb_to_recordset($2::jsonb) as t(id uuid, points numeric, base numeric, bonus numeric, penalty numeric,
    extras jsonb, vetoes jsonb, "openCriteria" integer)
  where s.district_id = $1 and s.id = t.id
  returning s.id, s.union_id as "unionId", s.class_code as "classCode"`;

const setRanks = `
  update score_sheet s set rank = r.rank, class_rank = r."classRank", grade = r.grade, award_lost = r."awardLost",
    grade_words = r.why
  from jsonb_to_recordset($2::jsonb) as r(id uuid, rank integer, "classRank" integer, grade text, "awardLost" boolean,
    why jsonb)
  where s.district_id = $1 and s.id = r.id`;

/** Empty sheets with their scores, which are answered as they stand; they are added up by `settleSheets`. */
export async function addSheets(
  tx: EntityManager,
  { districtId, id }: Assessment,
  sheets: readonly NewSheet[],
  scores: Iterable<readonly ScoreRow[]>,
): Promise<Map<string, Stands>> {
  await tx.query(insertSheets, [districtId, id, JSON.stringify(sheets)]);
  return inTurn(scores, sheets.length, (rows) => tx.query(insertScores, [districtId, ...asTexts(rows)]));
}

/**
 * Puts other scores in the place of stored ones and answers how they stand; what came out as it is stored keeps its
 * moment.
 */
export async function replaceScores(
  tx: EntityManager,
  districtId: string,
  scores: Iterable<readonly ScoreRow[]>,
  stored: ReadonlyMap<string, Stands>,
): Promise<Map<string, Stands>> {
  return inTurn(scores, stored.size, async (rows) => {
    const other = changed(rows, stored);
    if (other.length > 0) await tx.query(updateScores, [districtId, ...asTexts(other)]);
  });
}

/** What a sheet's computed criteria were scored from, what came out then, and what is stored now. */
export interface Seal {
  readonly id: string;
  readonly facts: string | null;
  readonly scores: string | null;
  readonly stands: Stands;
}

export async function readSeals(tx: EntityManager, districtId: string, sheetIds: readonly string[]): Promise<Seal[]> {
  return tx.query(seals, [districtId, sheetIds]);
}

export async function writeSeals(
  tx: EntityManager,
  districtId: string,
  given: readonly Omit<Seal, 'stands'>[],
): Promise<void> {
  if (given.length > 0) await tx.query(setSeals, [districtId, JSON.stringify(given)]);
}

/** What stands on these sheets, criterion by criterion. */
export async function readStanding(
  tx: EntityManager,
  districtId: string,
  sheetIds: readonly string[],
): Promise<Standing[]> {
  return tx.query(standing, [districtId, sheetIds]);
}

/** Writes the totals; answers whose sheet it is. */
export async function writeTotals(
  tx: EntityManager,
  districtId: string,
  totals: readonly (Totals & { id: string; openCriteria: number })[],
): Promise<Pick<SettledSheet, 'id' | 'unionId' | 'classCode'>[]> {
  const [rows] = await tx.query(settle, [districtId, JSON.stringify(totals)]);
  return rows;
}

export async function rankSheets(
  tx: EntityManager,
  districtId: string,
  sheets: readonly (Graded & { id: string })[],
): Promise<void> {
  await tx.query(setRanks, [districtId, JSON.stringify(sheets)]);
}

/** From so many sheets on they are written in parts. */
const LARGE = 100;
const PARTS = 5;

/** How many of so many sheets are written at once. */
export const partOf = (sheets: number): number => (sheets < LARGE ? Math.max(1, sheets) : Math.ceil(sheets / PARTS));

/** Long enough for the bytes of a part to leave; writing goes on while the next part is worked out. */
export const ON_THE_WAY_MS = 5;

/**
 * Writes part by part: the server takes one in while the next is worked out here. Each sheet becomes text as soon as it
 * is scored. Answers what stands then.
 */
async function inTurn(
  sheets: Iterable<readonly ScoreRow[]>,
  count: number,
  write: (rows: readonly SealedRow[]) => Promise<unknown>,
): Promise<Map<string, Stands>> {
  const stands = new Map<string, Stands>();
  const size = partOf(count);
  let part: SealedRow[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  const flush = async (): Promise<void> => {
    await writing;
    writing = write(part);
    // said where it is awaited; until then nobody listens
    writing.catch(() => undefined);
    part = [];
    await pause(ON_THE_WAY_MS);
  };
  try {
    for (const rows of sheets) {
      const own = rows.map(sealed);
      const [first] = own;
      if (first === undefined) continue;
      stands.set(first.sheetId, Object.fromEntries(own.map((row) => [row.criterion, row.stands])));
      part.push(...own);
      if (stands.size % size === 0) await flush();
    }
    if (part.length > 0) await flush();
    await writing;
    return stands;
  } finally {
    await writing.catch(() => undefined);
  }
}
