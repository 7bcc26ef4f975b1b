/** Score sheets (评分表) as stored: a page of them, or with every criterion and what led to its points. */
import type { EntityManager } from 'typeorm';
import type { Tally } from './assessment.view';
import { handedIn } from './given.reader';
import type { SchemeDefinition } from './scheme-types';
import { type FullSheet, scoreSheetView } from './score-sheet-answer';
import {
  type PublishedSheetList,
  type ScoreSheetList,
  type ScoreSheetSummary,
  type ScoreSheetView,
  twoPlaces,
} from './score-sheet.view';

export interface SheetFilter {
  districtId: string;
  assessmentId?: string;
  unionId?: string;
  /** Only these unions' sheets. */
  unionIds?: readonly string[];
  year?: number;
  /** Only sheets of published assessments. */
  published?: boolean;
}

interface Paging {
  page: number;
  pageSize: number;
}

type Row = ScoreSheetSummary & { total: number };
type FullRow = Row & Omit<FullSheet, 'definition'>;

const columns = `
  a.id as "assessmentId", a.title, a.year, s.union_id as "unionId", u.name as "unionName", s.points,
  s.base, s.bonus, s.penalty, a.definition->>'fullMarks' as "fullMarks", s.open_criteria as "openCriteria", s.rank,
  s.class_code as "classCode", s.class_rank as "classRank", s.grade, s.award_lost as "awardLost", s.version,
  h.done_at as "handedInAt", coalesce(h.late, false) as "handedInLate", r.done_at as "reviewedAt",
  (count(*) over ())::int as total`;

const stored = `
  s.extras, s.vetoes, s.grade_words as "gradeWords", (
    select coalesce(json_agg(json_build_object('criterion', g.criterion, 'stage', g.stage, 'points', g.points::text,
      'given', g.given, 'reason', g.reason, 'by', g.scored_by, 'byName', o.name, 'at', g.scored_at, 'late', g.late)), '[]')
    from stage_score g join officer o on o.district_id = g.district_id and o.id = g.scored_by
    where g.district_id = s.district_id and g.sheet_id = s.id and ${handedIn('g')}) as stages, (
    select coalesce(json_agg(json_build_object('criterion', k.criterion, 'old', k.old_points::text,
      'new', k.new_points::text, 'reason', k.reason, 'at', k.decided_at, 'by', k.decided_by, 'byName', o.name,
      'appealId', k.appeal_id) order by k.decided_at, k.id), '[]')
    from correction k join officer o on o.district_id = k.district_id and o.id = k.decided_by
    where k.district_id = s.district_id and k.sheet_id = s.id) as corrections, (
    select json_agg(json_build_object('criterion', c.criterion, 'points', c.points::text, 'source', c.source,
      'reason', c.reason, 'explanation', c.explanation, 'inputs', c.inputs,
      'bonus', c.bonus::text, 'scoredAt', c.scored_at))
    from score c where c.district_id = s.district_id and c.sheet_id = s.id) as scores`;

const from = `
  from score_sheet s
  join assessment a on a.district_id = s.district_id and a.id = s.assessment_id
  join trade_union u on u.district_id = s.district_id and u.id = s.union_id
  left join sheet_stage h on h.district_id = s.district_id and h.sheet_id = s.id and h.stage = 'self'
  left join sheet_stage r on r.district_id = s.district_id and r.sheet_id = s.id and r.stage = 'review'
  where s.district_id = $1 and ($2::uuid is null or s.assessment_id = $2) and ($3::uuid is null or s.union_id = $3)
    and ($4::int is null or a.year = $4) and (a.status = 'published' or not $5::boolean)
    and ($8::uuid[] is null or s.union_id = any($8))
  order by a.year desc, a.id desc, s.rank nulls last, u.code limit $6 offset $7`;

function parameters(of: SheetFilter, { page, pageSize }: Paging): unknown[] {
  const { districtId, assessmentId = null, unionId = null, year = null, published = false, unionIds = null } = of;
  return [districtId, assessmentId, unionId, year, published, pageSize, (page - 1) * pageSize, unionIds];
}

export async function readSheets(tx: EntityManager, of: SheetFilter, paging: Paging): Promise<ScoreSheetList> {
  const rows: Row[] = await tx.query(`select ${columns} ${from}`, parameters(of, paging));
  return { items: rows.map(summaryOf), ...paging, total: rows[0]?.total ?? 0 };
}

export async function readFullSheets(tx: EntityManager, of: SheetFilter, paging: Paging): Promise<PublishedSheetList> {
  const { sheets, total } = await readStoredSheets(tx, of, paging);
  return { items: [...sheets], ...paging, total };
}

/** These sheets as they are stored; each answer is made of it when it is asked for. */
export async function readStoredSheets(
  tx: EntityManager,
  of: SheetFilter,
  paging: Paging,
): Promise<{ sheets: Iterable<ScoreSheetView>; total: number }> {
  const rows: FullRow[] = await tx.query(`select ${columns}, ${stored} ${from}`, parameters(of, paging));
  const definitions = await definitionsOf(tx, of.districtId, new Set(rows.map(({ assessmentId }) => assessmentId)));
  return { sheets: answersOf(rows, definitions), total: rows[0]?.total ?? 0 };
}

function* answersOf(
  rows: readonly FullRow[],
  definitions: ReadonlyMap<string, SchemeDefinition>,
): Generator<ScoreSheetView> {
  for (const row of rows) {
    const definition = definitions.get(row.assessmentId);
    if (definition !== undefined) yield scoreSheetView(summaryOf(row), { ...row, definition });
  }
}

/** The scheme of each assessment, once for all its sheets. */
async function definitionsOf(
  tx: EntityManager,
  districtId: string,
  ids: ReadonlySet<string>,
): Promise<Map<string, SchemeDefinition>> {
  const rows: { id: string; definition: SchemeDefinition }[] = await tx.query(
    'select id, definition from assessment where district_id = $1 and id = any($2::uuid[])',
    [districtId, [...ids]],
  );
  return new Map(rows.map(({ id, definition }) => [id, definition]));
}

function summaryOf(row: Row): ScoreSheetSummary {
  const { assessmentId, title, year, unionId, unionName, points, base, bonus, penalty, openCriteria, rank } = row;
  const { classCode, classRank, grade, awardLost, version, handedInAt, handedInLate, reviewedAt } = row;
  return {
    assessmentId,
    title,
    year,
    unionId,
    unionName,
    points,
    base,
    bonus,
    penalty,
    fullMarks: twoPlaces(row.fullMarks),
    openCriteria,
    rank,
    classCode,
    classRank,
    grade,
    awardLost,
    handedInAt: handedInAt && new Date(handedInAt).toISOString(),
    handedInLate,
    reviewedAt: reviewedAt && new Date(reviewedAt).toISOString(),
    version,
  };
}

/** How far the scoring of each assessment is. */
export async function countSheets(
  tx: EntityManager,
  districtId: string,
  assessmentIds: readonly string[],
): Promise<Map<string, Tally>> {
  if (assessmentIds.length === 0) return new Map();
  const rows: (Tally & { id: string })[] = await tx.query(
    `select assessment_id as id, count(*)::int as sheets, (count(*) filter (where open_criteria > 0))::int as "openSheets",
       sum(open_criteria)::int as "openCriteria"
     from score_sheet where district_id = $1 and assessment_id = any($2::uuid[]) group by assessment_id`,
    [districtId, assessmentIds],
  );
  return new Map(rows.map(({ id, ...tally }) => [id, tally]));
}
