/** Progress reports (进度填报): drafting and handing in by the union that does the work. */
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound, expectVersion } from '../kernel/errors';
import { newId } from '../kernel/id';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import {
  bestOf,
  checkReported,
  checkSubmission,
  evidenceMissing,
  needsEvidence,
  reportingAfter,
  timelinessOf,
} from './progress';
import { notOpen, type ReportInHand, requireOpen, takeInHand } from './report-in-hand';
import { reportView } from './report.reader';
import { alreadyOpen, reportedBelow, reportWords } from './report-words';
import type { ReportView } from './report.view';
import { Task } from './task.entity';
import { lockOwn } from './task.reader';
import { prepared } from '../kernel/prepared';

export interface ReportGiven {
  done: string;
  asOf?: string;
  note?: string;
  zeroReport?: boolean;
}

@Injectable()
export class ProgressService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Begins a draft. One open report per task: report.open (409) names it. */
  draft(actor: Actor, taskId: string, given: ReportGiven): Promise<ReportView> {
    return this.deeds.run(actor, async (tx) => {
      const task = await lockOwn(tx, actor, taskId);
      task.requireSigned();
      await requireReporting(tx, task);
      const [{ today, no, open }]: [{ today: string; no: number; open: number }] = await tx.query(
        `select app_today() as today, coalesce(max(no), 0) + 1 as no, count(*) filter (where status <> 'accepted') as open
         from progress_report where district_id = $1 and task_id = $2`,
        [actor.districtId, taskId],
      );
      if (open > 0) throw alreadyOpen();
      const report = { asOf: given.asOf ?? today, done: given.done, note: given.note ?? '' };
      checkReported(task, { ...report, zeroReport: given.zeroReport ?? false }, today);
      const id = newId();
      await tx.query(
        `insert into progress_report (district_id, id, task_id, union_id, path, no, as_of, done, note, status, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft', $10)`,
        [
          actor.districtId,
          id,
          taskId,
          task.unionId,
          task.path,
          no,
          report.asOf,
          report.done,
          report.note,
          actor.officerId,
        ],
      );
      return reportView(await takeInHand(tx, actor, id));
    });
  }

  /** Changes a draft or a returned report. Somebody else in between: changedMeanwhile (412). */
  change(actor: Actor, reportId: string, version: number, given: ReportGiven): Promise<ReportView> {
    return this.deeds.run(actor, async (tx) => {
      const report = await this.ownInHand(tx, actor, reportId);
      requireOpen(report);
      expectVersion(report.version, version);
      const next = { asOf: given.asOf ?? report.asOf, done: given.done, note: given.note ?? report.note };
      checkReported(report.task, { ...next, zeroReport: given.zeroReport ?? false }, report.today);
      await tx.query(
        `update progress_report set as_of = $3, done = $4, note = $5, version = version + 1 where district_id = $1 and id = $2`,
        [actor.districtId, reportId, next.asOf, next.done, next.note],
      );
      return reportView(await takeInHand(tx, actor, reportId));
    });
  }

  /** Throws a draft away that was never handed in. */
  discard(actor: Actor, reportId: string): Promise<{ id: string }> {
    return this.deeds.run(actor, async (tx) => {
      const report = await this.ownInHand(tx, actor, reportId);
      if (report.status !== 'draft') throw notOpen();
      await tx.query('delete from evidence where district_id = $1 and report_id = $2', [actor.districtId, reportId]);
      await tx.query('delete from progress_report where district_id = $1 and id = $2', [actor.districtId, reportId]);
      return { id: reportId };
    });
  }

  /** Hands a report in. On time or late is decided here, by the database's clock, and stored on it. */
  submit(actor: Actor, reportId: string): Promise<ReportView> {
    return this.deeds.run(actor, async (tx) => {
      const report = await this.ownInHand(tx, actor, reportId);
      requireOpen(report);
      checkSubmission(report, report.accepted, report.task.evidenceRule);
      const resubmitted = report.status === 'returned';
      const timeliness = timelinessOf(report.today, report.task.dueOn);
      const [handedIn]: { at: Date }[] = await tx.query(submission, [
        actor.districtId,
        reportId,
        timeliness,
        report.task.dueOn,
        actor.officerId,
        resubmitted,
        needsEvidence(report, report.task.evidenceRule),
      ]);
      if (handedIn === undefined) throw evidenceMissing();
      const { taskId, unionId, path, done, asOf } = report;
      const open = { reportId, status: 'submitted', done, asOf } as const;
      await announce(tx, actor, {
        name: 'progress.submitted',
        unionId,
        path,
        subjectId: reportId,
        before: { status: report.status },
        body: {
          reporting: reportingAfter(
            { taskId, unionId },
            report.accepted,
            open,
            bestOf(timeliness, report.otherTimeliness),
          ),
          report: reportWords(report, resubmitted, null),
        },
      });
      return reportView({
        ...report,
        status: 'submitted',
        timeliness,
        submittedAt: handedIn.at,
        resubmitted: report.resubmitted || resubmitted,
        version: report.version + 1,
      });
    });
  }

  private async ownInHand(tx: EntityManager, actor: Actor, reportId: string): Promise<ReportInHand> {
    const report = await takeInHand(tx, actor, reportId);
    if (report.unionId !== actor.unionId) throw new NotFound();
    return report;
  }
}

/** The report's new state and its step, in one statement; none where evidence was taken away while it waited for the lock. */
const submission = prepared(
  'work.report.submission',
  `
  with submitted as (
    update progress_report set status = 'submitted', submitted_at = app_now(), timeliness = $3, judged_due_on = $4,
      resubmitted = resubmitted or $6, version = version + 1
    where district_id = $1 and id = $2
      and (not $7 or exists (select 1 from evidence e where e.district_id = $1 and e.report_id = $2)) returning *
  ), step as (
    insert into report_step (district_id, report_id, no, kind, officer_id, at, done, timeliness, note)
    select s.district_id, s.id,
      (select count(*) + 1 from report_step p where p.district_id = s.district_id and p.report_id = s.id),
      case when $6 then 'resubmitted' else 'submitted' end, $5, s.submitted_at, s.done, s.timeliness, s.note
    from submitted s
  )
  select submitted_at as at from submitted`,
);

/** A task that was divided is reported by those below, unless a part was kept. */
async function requireReporting(tx: EntityManager, task: Task): Promise<void> {
  const cascaded =
    task.keptTarget === null &&
    (await tx.existsBy(Task, { districtId: task.districtId, parentId: task.id, status: Not('withdrawn') }));
  if (task.tier === 'district' || cascaded) throw reportedBelow();
}
