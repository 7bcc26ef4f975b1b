/** Corrections (更正) as they are written: the scores stay as published, what follows from them moves. One statement each. */
import type { EntityManager } from 'typeorm';
import type { Assessment } from '../assessment.entity';
import { countedThen, type ExtraLine } from '../extras';
import { readRecorded } from '../given.reader';
import { criteriaOf } from '../scheme-types';
import type { Graded } from '../score-sheet.writer';
import { totalsOf } from '../totals';
import type { Corrected, StandingCriterion } from './decision';

/** A sheet with the points that count: the published ones, or those of the last correction. */
export interface EffectiveSheet {
  readonly id: string;
  readonly unionId: string;
  readonly classCode: string | null;
  readonly vetoes: readonly string[];
  /** As they were published: what the platform counted is frozen with them. */
  readonly extras: readonly ExtraLine[];
  readonly criteria: readonly (StandingCriterion & {
    readonly bonus: string;
    readonly bonusArithmetic: string | null;
  })[];
}

const effectiveSql = `
  select s.id, s.union_id as "unionId", s.class_code as "classCode", s.vetoes, s.extras,
    json_agg(json_build_object('code', c.criterion, 'marks', c.marks::text, 'bonus', c.bonus::text,
      'bonusArithmetic', c.explanation->>'bonusArithmetic', 'points', coalesce(k.new_points, c.points)::text) order by c.criterion) as criteria
  from score_sheet s
  join score c on c.district_id = s.district_id and c.sheet_id = s.id
  left join lateral (
    select new_points from correction where district_id = c.district_id and sheet_id = c.sheet_id
      and criterion = c.criterion order by decided_at desc, id desc limit 1) k on true
  where s.district_id = $1 and s.assessment_id = $2
  group by s.district_id, s.id order by s.id`;

const insertSql = `
  insert into correction (district_id, id, assessment_id, appeal_id, sheet_id, criterion, old_points, new_points,
    reason, decided_by, decided_at)
  select $1, r.id, $2, $3, $4, r.criterion, r.old, r.new, r.reason, $5, $6
  from jsonb_to_recordset($7::jsonb) as r(id uuid, criterion text, old numeric, new numeric, reason text)`;

/** Only the sheets on which something moved. */
const moveSql = `
  update score_sheet s set points = r.points, base = r.base, rank = r.rank, class_rank = r."classRank", grade = r.grade,
    award_lost = r."awardLost", grade_words = r.why, version = s.version + 1
  from jsonb_to_recordset($2::jsonb) as r(id uuid, points numeric, base numeric, rank integer, "classRank" integer,
    grade text, "awardLost" boolean, why jsonb)
  where s.district_id = $1 and s.id = r.id and (s.points, s.base, s.rank, s.class_rank, s.grade, s.award_lost, s.grade_words)
    is distinct from (r.points, r.base, r.rank, r."classRank", r.grade, r."awardLost", r.why)`;

export const readEffective = (tx: EntityManager, { districtId, id }: Assessment): Promise<EffectiveSheet[]> =>
  tx.query(effectiveSql, [districtId, id]);

/** The points of each sheet, added up from what counts by its scheme. */
export async function totalled(
  tx: EntityManager,
  { districtId, definition }: Assessment,
  sheets: readonly EffectiveSheet[],
): Promise<(EffectiveSheet & { points: string; base: string })[]> {
  const names = new Map(criteriaOf(definition).map(({ criterion: { code, name } }) => [code, name]));
  const entries = await readRecorded(tx, { districtId, sheetIds: sheets.map(({ id }) => id) });
  return sheets.map((sheet) => {
    const criteria = sheet.criteria.map((each) => ({ ...each, name: names.get(each.code) ?? each.code }));
    const { points, base } = totalsOf(
      definition,
      [...(entries.get(sheet.id) ?? []), ...countedThen(sheet.extras)],
      criteria,
    );
    return { ...sheet, points, base };
  });
}

export async function writeCorrections(
  tx: EntityManager,
  of: { districtId: string; assessmentId: string; appealId: string; sheetId: string; officerId: string; at: Date },
  corrections: readonly (Corrected & { id: string })[],
): Promise<void> {
  const { districtId, assessmentId, appealId, sheetId, officerId, at } = of;
  const rows = JSON.stringify(corrections);
  await tx.query(insertSql, [districtId, assessmentId, appealId, sheetId, officerId, at, rows]);
}

/** The database lets them move only in the transaction that wrote the corrections. */
export async function moveSheets(
  tx: EntityManager,
  districtId: string,
  sheets: readonly (Graded & { id: string; points: string; base: string })[],
): Promise<void> {
  await tx.query(moveSql, [districtId, JSON.stringify(sheets)]);
}
