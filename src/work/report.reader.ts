/** Reports as they are read: a task's own, those that wait for review, one with its way and its evidence. */
import { Inject, Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { plain } from '../kernel/decimal';
import { NotFound } from '../kernel/errors';
import type { ReportInHand } from './report-in-hand';
import type { TakenFromView } from './reuse.view';
import type { EvidenceView, ReportDetail, ReportInList, ReportList, ReportView, StepView } from './report.view';

type Shown = Pick<
  ReportInHand,
  | 'id'
  | 'taskId'
  | 'unionId'
  | 'no'
  | 'asOf'
  | 'done'
  | 'note'
  | 'status'
  | 'resubmitted'
  | 'timeliness'
  | 'submittedAt'
  | 'version'
>;
type Beside = Omit<ReportInList, keyof ReportView>;
type Row = Shown & Beside & { taskTitle: string; total: number };

const columns = `r.id, r.task_id as "taskId", r.union_id as "unionId", t.title as "taskTitle", r.no, r.as_of as "asOf", r.done,
  r.note, r.status, r.resubmitted, r.timeliness, r.submitted_at as "submittedAt", r.version, u.name as "unionName",
  t.measure_unit as unit, coalesce(t.kept_target, t.target) as target, t.due_on as "dueOn",
  t.evidence_rule as "evidenceRule", (
    select p.done from progress_report p where p.district_id = r.district_id and p.task_id = r.task_id and p.status = 'accepted'
      and p.no < r.no order by p.no desc limit 1) as accepted,
  (select count(*) from evidence e where e.district_id = r.district_id and e.report_id = r.id) as "evidenceCount"`;
const from = `from progress_report r join task t on t.district_id = r.district_id and t.id = r.task_id
  join trade_union u on u.district_id = r.district_id and u.id = r.union_id`;

interface Paging {
  page: number;
  pageSize: number;
}

@Injectable()
export class ReportReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** What the actor's union has to review, the oldest first. */
  async toReview(actor: Actor, { page, pageSize }: Paging): Promise<ReportList> {
    const rows: Row[] = await this.database.query(
      `select ${columns}, count(*) over () as total ${from}
       where r.district_id = $1 and r.status = 'submitted' and t.assigner_id = $2 and t.union_id <> $2 and t.status <> 'withdrawn'
       order by r.submitted_at, r.id limit $3 offset $4`,
      [actor.districtId, actor.unionId, pageSize, (page - 1) * pageSize],
    );
    return listed(rows, page, pageSize);
  }

  /** The reports of one task within reach, the newest first; drafts only to the union that writes them. */
  async ofTask(actor: Actor, taskId: string, { page, pageSize }: Paging): Promise<ReportList> {
    const [task]: unknown[] = await this.database.query(
      `select 1 from task where district_id = $1 and id = $2 and (path <@ $3::ltree or union_id = $4)`,
      [actor.districtId, taskId, actor.path, actor.unionId],
    );
    if (task === undefined) throw new NotFound();
    const rows: Row[] = await this.database.query(
      `select ${columns}, count(*) over () as total ${from}
       where r.district_id = $1 and r.task_id = $2 and (r.union_id = $3 or r.submitted_at is not null)
       order by r.no desc limit $4 offset $5`,
      [actor.districtId, taskId, actor.unionId, pageSize, (page - 1) * pageSize],
    );
    return listed(rows, page, pageSize);
  }

  async get(actor: Actor, id: string): Promise<ReportDetail> {
    const [row]: (Row & { steps: StepView[]; evidence: EvidenceView[]; takenFrom: TakenFromView | null })[] =
      await this.database.query(
        `select ${columns},
         coalesce((select json_agg(json_build_object('kind', s.kind, 'at', s.at, 'officerName', o.name, 'done', trim_scale(s.done)::text,
           'reason', s.reason, 'timeliness', s.timeliness, 'note', s.note) order by s.no)
           from report_step s join officer o on o.district_id = s.district_id and o.id = s.officer_id where s.district_id = r.district_id and s.report_id = r.id), '[]') as steps,
         coalesce((select json_agg(json_build_object('id', e.id, 'name', e.name, 'mediaType', f.media_type, 'size', f.size,
           'sha256', e.sha256, 'createdAt', e.created_at) order by e.id)
           from evidence e join evidence_file f on f.sha256 = e.sha256
           where e.district_id = r.district_id and e.report_id = r.id), '[]') as evidence,
         (select json_build_object('reportId', f.id, 'taskId', f.task_id, 'taskTitle', ft.title, 'asOf', f.as_of,
           'done', trim_scale(f.done)::text)
           from report_source o join progress_report f on f.district_id = o.district_id and f.id = o.from_report_id
             join task ft on ft.district_id = f.district_id and ft.id = f.task_id
           where o.district_id = r.district_id and o.report_id = r.id) as "takenFrom"
       ${from}
       where r.district_id = $1 and r.id = $2 and (r.union_id = $4 or (r.path <@ $3::ltree and r.submitted_at is not null))`,
        [actor.districtId, id, actor.path, actor.unionId],
      );
    if (row === undefined) throw new NotFound();
    const instant = (at: string): string => new Date(at).toISOString();
    const steps = row.steps.map((step) => ({ ...step, at: instant(step.at) }));
    const evidence = row.evidence.map((file) => ({ ...file, createdAt: instant(file.createdAt) }));
    return { ...reportInList(row), steps, evidence, takenFrom: row.takenFrom };
  }
}

function listed(rows: readonly Row[], page: number, pageSize: number): ReportList {
  return { items: rows.map(reportInList), page, pageSize, total: rows[0]?.total ?? 0 };
}

function reportInList(row: Shown & Beside & { taskTitle: string }): ReportInList {
  const { unionName, unit, target, accepted, dueOn, evidenceRule, evidenceCount } = row;
  return {
    ...reportView(row),
    unionName,
    unit,
    target: plain(target),
    accepted: accepted === null ? null : plain(accepted),
    dueOn,
    evidenceRule,
    evidenceCount,
  };
}

export function reportView(report: Shown & ({ taskTitle: string } | { task: { title: string } })): ReportView {
  const { id, taskId, unionId, no, asOf, note, status, resubmitted, timeliness, version } = report;
  const taskTitle = 'task' in report ? report.task.title : report.taskTitle;
  const done = plain(report.done);
  const submittedAt = report.submittedAt?.toISOString() ?? null;
  return {
    id,
    taskId,
    unionId,
    taskTitle,
    no,
    asOf,
    done,
    zeroReport: new Decimal(done).isZero(),
    note,
    status,
    resubmitted,
    timeliness,
    submittedAt,
    version,
  };
}
