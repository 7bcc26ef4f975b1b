/** A report in hand: locked with its task, and everything a decision about it needs, in one statement. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { plain } from '../kernel/decimal';
import { Conflict, NotFound } from '../kernel/errors';
import { isWithin } from '../kernel/id';
import type { Accepted, Timeliness } from './progress';
import type { ProgressReport } from './progress-report.entity';
import type { Task } from './task.entity';
import { prepared } from '../kernel/prepared';

export interface ReportInHand {
  id: string;
  taskId: string;
  unionId: string;
  path: string;
  no: number;
  asOf: string;
  done: string;
  note: string;
  status: ProgressReport['status'];
  resubmitted: boolean;
  timeliness: Timeliness | null;
  submittedAt: Date | null;
  version: number;
  evidenceCount: number;
  task: Pick<
    Task,
    'title' | 'assignerId' | 'status' | 'startOn' | 'dueOn' | 'evidenceRule' | 'measureUnit' | 'measureDecimals'
  >;
  accepted: Accepted | null;
  /** The best of the task's other received reports. */
  otherTimeliness: Timeliness | null;
  today: string;
}

const sql = prepared(
  'work.report.inHand',
  `
  select r.id, r.task_id as "taskId", r.union_id as "unionId", r.path::text as path, r.no, r.as_of as "asOf", r.done, r.note,
    r.status, r.resubmitted, r.timeliness, r.submitted_at as "submittedAt", r.version,
    (select count(*) from evidence e where e.district_id = r.district_id and e.report_id = r.id) as "evidenceCount",
    json_build_object('title', t.title, 'assignerId', t.assigner_id, 'status', t.status, 'startOn', t.start_on,
      'dueOn', t.due_on, 'evidenceRule', t.evidence_rule, 'measureUnit', t.measure_unit,
      'measureDecimals', t.measure_decimals) as task,
    (select json_build_object('reportId', a.id, 'done', trim_scale(a.done)::text, 'asOf', a.as_of) from progress_report a
      where a.district_id = t.district_id and a.task_id = t.id and a.status = 'accepted'
      order by a.as_of desc, a.no desc limit 1) as accepted,
    (select max(o.timeliness) from progress_report o where o.district_id = t.district_id and o.task_id = t.id
      and o.id <> r.id and o.status in ('submitted', 'accepted')) as "otherTimeliness",
    app_today() as today
  from progress_report r join task t on t.district_id = r.district_id and t.id = r.task_id
  where r.district_id = $1 and r.id = $2
  for no key update of t, r`,
);

/** Locks the report and its task. Out of reach reads like missing. */
export async function takeInHand(tx: EntityManager, actor: Actor, reportId: string): Promise<ReportInHand> {
  const [report]: ReportInHand[] = await tx.query(sql, [actor.districtId, reportId]);
  if (report === undefined) throw new NotFound();
  const within = isWithin(report.path, actor.path) || report.unionId === actor.unionId;
  // What the union below has not handed in is its own business.
  if (!within || (report.unionId !== actor.unionId && report.submittedAt === null)) throw new NotFound();
  return { ...report, done: plain(report.done) };
}

/** Only a draft or a returned report of a living task can be changed. Errors: task.withdrawn, report.notOpen (409). */
export function requireOpen(report: ReportInHand): void {
  requireAlive(report);
  if (report.status !== 'draft' && report.status !== 'returned') throw notOpen();
}

export function requireAlive({ task }: ReportInHand): void {
  if (task.status !== 'withdrawn') return;
  throw new Conflict('task.withdrawn', { zh: '该任务已撤回。', en: 'The task has been withdrawn.' });
}

export function notOpen(): Conflict {
  return new Conflict('report.notOpen', {
    zh: '报告已提交或已审核，不能再修改。',
    en: 'The report has been handed in or accepted: it cannot be changed now.',
  });
}
