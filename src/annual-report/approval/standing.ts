/** The report of a year that was submitted or approved (在办报告), and all that ever were. */
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../kernel/errors';
import type { AnnualReportSubmissionView } from '../annual-report.view';
import type { Content } from '../content';
import { figureChanges, wordChanges } from '../content-changes';
import type { AnnualReportSubmissionDetail } from './submission.view';

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const columns = `
  r.id, r.year, r.status, r.digest, s.name as "submittedBy", ${iso('r.submitted_at')} as "submittedAt",
  d.name as "decidedBy", ${iso('r.decided_at')} as "decidedAt", r.reason, o.name as "reopenedBy",
  ${iso('r.reopened_at')} as "reopenedAt"`;
const from = `
  from annual_report r join officer s on s.district_id = $1 and s.id = r.submitted_by
  left join officer d on d.district_id = $1 and d.id = r.decided_by
  left join officer o on o.district_id = $1 and o.id = r.reopened_by`;

export interface Standing {
  readonly view: AnnualReportSubmissionView;
  /** What was approved. */
  readonly content: Content | null;
}

/** null: nothing is submitted. */
export async function standingReport(tx: EntityManager, districtId: string, year: number): Promise<Standing | null> {
  const [row]: (AnnualReportSubmissionView & { content: Content | null })[] = await tx.query(
    `select ${columns}, r.content ${from} where r.district_id = $1 and r.year = $2 and r.status in ('submitted', 'approved')`,
    [districtId, year],
  );
  if (row === undefined) return null;
  const { content, ...view } = row;
  return { view, content };
}

/** Errors: notFound. */
export async function readSubmission(
  tx: EntityManager,
  districtId: string,
  id: string,
): Promise<AnnualReportSubmissionView> {
  const [row]: AnnualReportSubmissionView[] = await tx.query(
    `select ${columns} ${from} where r.district_id = $1 and r.id = $2`,
    [districtId, id],
  );
  if (row === undefined) throw new NotFound();
  return row;
}

/** With what it says otherwise than the one of that year before. Errors: notFound. */
export async function readSubmissionDetail(
  tx: EntityManager,
  districtId: string,
  id: string,
): Promise<AnnualReportSubmissionDetail> {
  const view = await readSubmission(tx, districtId, id);
  const [last, before]: { id: string; said: Content | null }[] = await tx.query(
    `select id, coalesce(content, said) as said from annual_report
     where district_id = $1 and year = $2 and id <= $3 order by id desc limit 2`,
    [districtId, view.year, id],
  );
  if (!last?.said || !before?.said) return { ...view, against: null, figures: [], lines: [] };
  const figures = figureChanges(before.said, last.said).map((change) => ({ ...change }));
  const lines = wordChanges(before.said, last.said).map((change) => ({ ...change }));
  return { ...view, against: before.id, figures, lines };
}

/** Of one year, or of all. */
export async function listSubmissions(
  tx: EntityManager,
  districtId: string,
  { page, pageSize, year }: { page: number; pageSize: number; year?: number },
): Promise<{ items: AnnualReportSubmissionView[]; total: number }> {
  const rows: (AnnualReportSubmissionView & { total: number })[] = await tx.query(
    `select ${columns}, count(*) over ()::int as total ${from} where r.district_id = $1
       and ($4::int is null or r.year = $4) order by r.id desc limit $2 offset $3`,
    [districtId, pageSize, (page - 1) * pageSize, year ?? null],
  );
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
