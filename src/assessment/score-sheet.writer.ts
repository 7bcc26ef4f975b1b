/** Score sheets (评分表) as they are written: each step is one statement for all unions of an assessment. */
import type { EntityManager } from 'typeorm';
import type { Assessment } from './assessment.entity';
import type { ScoreRow } from './score-rows';

export interface NewSheet {
  id: string;
  unionId: string;
  path: string;
}

/** A sheet after its scores were added up. */
export interface SettledSheet {
  id: string;
  unionId: string;
  points: string;
  openCriteria: number;
}

const insertSheets = `
  insert into score_sheet (district_id, id, assessment_id, union_id, path, points, open_criteria)
  select $1, s.id, $2, s."unionId", s.path, coalesce(sum(c.points), 0), count(*) filter (where c.points is null)
  from jsonb_to_recordset($3::jsonb) as s(id uuid, "unionId" uuid, path ltree)
  join jsonb_to_recordset($4::jsonb) as c("sheetId" uuid, points numeric) on c."sheetId" = s.id
  group by s.id, s."unionId", s.path order by s.id`;

const insertScores = `
  insert into score (district_id, sheet_id, criterion, marks, points, source, inputs, explanation, scored_at)
  select $1, "sheetId", criterion, marks, points, source, inputs, explanation, app_now()
  from jsonb_to_recordset($2::jsonb) as c(
    "sheetId" uuid, criterion text, marks numeric, points numeric, source text, inputs jsonb, explanation jsonb)`;

const updateScores = `
  update score s set points = c.points, reason = c.reason, inputs = c.inputs, explanation = c.explanation,
    scored_by = $3, scored_at = app_now()
  from jsonb_to_recordset($2::jsonb) as c(
    "sheetId" uuid, criterion text, points numeric, reason text, inputs jsonb, explanation jsonb)
  where s.district_id = $1 and s.sheet_id = c."sheetId" and s.criterion = c.criterion`;

const settle = `
  with settled as (
    update score_sheet s set points = t.points, open_criteria = t.open, version = s.version + 1
    from (
      select sheet_id, coalesce(sum(points), 0) as points, count(*) filter (where points is null) as open
      from score where district_id = $1 and sheet_id = any($2::uuid[]) group by sheet_id) t
    where s.district_id = $1 and s.id = t.sheet_id
    returning s.id, s.union_id, s.points, s.open_criteria
  )
  select id, union_id as "unionId", points::text, open_criteria as "openCriteria" from settled order by id`;

const setRanks = `
  update score_sheet s set rank = r.rank from jsonb_to_recordset($2::jsonb) as r(id uuid, rank integer)
  where s.district_id = $1 and s.id = r.id`;

export async function addSheets(
  tx: EntityManager,
  { districtId, id }: Assessment,
  sheets: readonly NewSheet[],
  scores: readonly ScoreRow[],
): Promise<void> {
  const rows = JSON.stringify(scores);
  await tx.query(insertSheets, [districtId, id, JSON.stringify(sheets), rows]);
  await tx.query(insertScores, [districtId, rows]);
}

/** Puts other scores in the place of stored ones; with `judged`, an officer gave them. */
export async function replaceScores(
  tx: EntityManager,
  districtId: string,
  scores: readonly ScoreRow[],
  judged?: { officerId: string; reason: string },
): Promise<void> {
  const rows = scores.map((score) => ({ ...score, reason: judged?.reason ?? null }));
  await tx.query(updateScores, [districtId, JSON.stringify(rows), judged?.officerId ?? null]);
}

/** Adds the scores of these sheets up again. */
export async function settleSheets(
  tx: EntityManager,
  districtId: string,
  sheetIds: readonly string[],
): Promise<SettledSheet[]> {
  return tx.query(settle, [districtId, sheetIds]);
}

export async function rankSheets(
  tx: EntityManager,
  districtId: string,
  sheets: readonly { id: string; rank: number }[],
): Promise<void> {
  await tx.query(setRanks, [districtId, JSON.stringify(sheets)]);
}
