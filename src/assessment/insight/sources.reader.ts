/** What the inputs of a sheet come from (数据来源): accepted reports, approved entries, files; one statement per sheet. */
import type { EntityManager } from 'typeorm';
import type { EntrySourceView, EvidenceNameView, ReportSourceView } from './explanation.view';

/** Reports of one answer. */
const MOST_REPORTS = 500;

export interface Sources {
  readonly reports: ReportSourceView[];
  readonly entries: EntrySourceView[];
  /** The files that back what was given, by criterion. */
  readonly files: readonly (EvidenceNameView & { criterion: string | null })[];
}

const day = (moment: string): string => `to_char(${moment} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
const firstTen = (of: string): string => `
  (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name) order by f.created_at, f.id), '[]')
    from (select * from ${of} limit 10) f)`;

const sql = `
  select (
    select coalesce(json_agg(json_build_object('id', r.id, 'taskId', r.task_id, 'taskTitle', t.title, 'unionName', u.name,
      'asOf', r.as_of::text, 'done', trim_scale(r.done)::text, 'acceptedOn', ${day('a.at')}, 'acceptedBy', o.name,
      'evidence', ${firstTen('evidence e where e.district_id = $1 and e.report_id = r.id order by e.created_at, e.id')},
      'evidenceCount', (select count(*)::int from evidence e where e.district_id = $1 and e.report_id = r.id)
    ) order by t.title, u.code, r.id), '[]')
    from progress_report r
    join task t on t.district_id = $1 and t.id = r.task_id
    join trade_union u on u.district_id = $1 and u.id = r.union_id
    join lateral (select s.at, s.officer_id from report_step s
      where s.district_id = $1 and s.report_id = r.id and s.kind = 'accepted' order by s.no desc limit 1) a on true
    join officer o on o.district_id = $1 and o.id = a.officer_id
    where r.district_id = $1 and r.id = any($3::uuid[]) and r.status = 'accepted') as reports, (
    select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'criterion', e.criterion, 'ground', e.ground,
      'count', e.count, 'points', e.points::text, 'occurredOn', e.occurred_on::text, 'words', e.words,
      'recordedBy', r.name, 'recordedOn', ${day('e.recorded_at')}, 'approvedBy', d.name, 'approvedOn', ${day('e.decided_at')},
      'evidence', ${firstTen('assessment_evidence v where v.district_id = $1 and v.holder_id = e.id order by v.created_at, v.id')},
      'evidenceCount', (select count(*)::int from assessment_evidence v where v.district_id = $1 and v.holder_id = e.id)
    ) order by e.occurred_on, e.id), '[]')
    from assessment_entry e
    join officer r on r.district_id = $1 and r.id = e.recorded_by
    join officer d on d.district_id = $1 and d.id = e.decided_by
    where e.district_id = $1 and e.sheet_id = $2 and e.status = 'approved' and ($4::uuid[] is null or e.id = any($4))
    ) as entries, (
    select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'criterion', v.criterion)
      order by v.created_at, v.id), '[]')
    from assessment_evidence v
    where v.district_id = $1 and v.holder = 'score' and v.holder_id = $2) as files`;

/** `entryIds`: only these of the approved entries; null: all of the sheet. */
export async function readSources(
  tx: EntityManager,
  of: { districtId: string; sheetId: string; reportIds: readonly string[]; entryIds: readonly string[] | null },
): Promise<Sources> {
  const reportIds = of.reportIds.slice(0, MOST_REPORTS);
  const [found]: [Sources] = await tx.query(sql, [of.districtId, of.sheetId, reportIds, of.entryIds]);
  return found;
}
