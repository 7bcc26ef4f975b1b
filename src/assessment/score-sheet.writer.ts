/** Score sheets (评分表) as they are written: each step is one statement for all unions of an assessment. */
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Words } from '../kernel/errors';
import type { Assessment } from './assessment.entity';
import { asJson, changed, sealed, type SealedRow } from './score-digest';
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

const given = `jsonb_to_recordset($2::jsonb) as c(
    "sheetId" uuid, criterion text, marks numeric, points numeric, exact numeric, bonus numeric, source text,
    inputs jsonb, explanation jsonb, "scoredBy" uuid, at timestamptz, reason text, digest text)`;

const insertScores = `
  insert into score (district_id, sheet_id, criterion, marks, points, exact, bonus, source, inputs, explanation,
    scored_by, scored_at, reason, digest)
  select $1, "sheetId", criterion, marks, points, exact, bonus, source, inputs, explanation, "scoredBy",
    coalesce(at, app_now()), reason, digest
  from ${given}`;

const updateScores = `
  update score s set points = c.points, exact = c.exact, bonus = c.bonus, reason = c.reason, inputs = c.inputs,
    explanation = c.explanation, scored_by = c."scoredBy", scored_at = coalesce(c.at, app_now()),
    digest = c.digest
  from ${given}
  where s.district_id = $1 and s.sheet_id = c."sheetId" and s.criterion = c.criterion`;

const digests = `
  select sheet_id as id, json_object_agg(criterion, coalesce(digest, 'null') || ' ' || coalesce(points::text, 'null')) as stored
  from score where district_id = $1 and sheet_id = any($2::uuid[]) group by sheet_id`;

const standing = `
  select sheet_id as id, json_agg(json_build_object('code', criterion, 'points', points::text, 'bonus', bonus::text,
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

/** Empty sheets with their scores; they are added up by `settleSheets`. */
export async function addSheets(
  tx: EntityManager,
  { districtId, id }: Assessment,
  sheets: readonly NewSheet[],
  scores: Iterable<readonly ScoreRow[]>,
): Promise<void> {
  await tx.query(insertSheets, [districtId, id, JSON.stringify(sheets)]);
  await inTurn(scores, async (rows) => {
    const text = asJson(rows);
    return () => tx.query(insertScores, [districtId, text]);
  });
}

/** Puts other scores in the place of stored ones; what came out as it is stored keeps its moment. */
export async function replaceScores(
  tx: EntityManager,
  districtId: string,
  scores: Iterable<readonly ScoreRow[]>,
): Promise<void> {
  await inTurn(scores, async (rows) => {
    const sheetIds = [...new Set(rows.map(({ sheetId }) => sheetId))];
    const known: { id: string; stored: Record<string, string> }[] = await tx.query(digests, [districtId, sheetIds]);
    const other = changed(rows, new Map(known.map(({ id, stored }) => [id, stored])));
    const text = asJson(other);
    return () => tx.query(updateScores, [districtId, text]);
  });
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

/** Long enough for the bytes of a part to leave; writing goes on while the next part is worked out. */
const ON_THE_WAY_MS = 5;

/** Writes part by part: the server takes one in while the next is worked out here. */
async function inTurn(
  parts: Iterable<readonly ScoreRow[]>,
  prepare: (rows: readonly SealedRow[]) => Promise<() => Promise<unknown>>,
): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve();
  try {
    for (const part of parts) {
      const rows = part.map(sealed);
      await writing;
      const write = await prepare(rows);
      writing = write();
      // said where it is awaited; until then nobody listens
      writing.catch(() => undefined);
      await pause(ON_THE_WAY_MS);
    }
    await writing;
  } finally {
    await writing.catch(() => undefined);
  }
}
