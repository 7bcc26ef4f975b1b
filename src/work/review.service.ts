/** Review (审核): only the union that gave the task accepts its reports or returns them with a reason. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Conflict, Forbidden } from '../kernel/errors';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { acceptedAfter, bestOf, reportingAfter } from './progress';
import { reportWords } from './report-words';
import { requireAlive, type ReportInHand, takeInHand } from './report-in-hand';
import { reportView } from './report.reader';
import type { ReportView } from './report.view';
import { prepared } from '../kernel/prepared';

@Injectable()
export class ReviewService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** From now on the value counts upward. Errors: report.notSubmitted (409), review.notYours (403), notFound. */
  accept(actor: Actor, reportId: string): Promise<ReportView> {
    return this.deeds.run(actor, async (tx) => {
      const report = await this.toReview(tx, actor, reportId);
      await tx.query(decision, [actor.districtId, reportId, 'accepted', actor.officerId, null]);
      const { taskId, unionId, path, done, asOf } = report;
      const accepted = acceptedAfter(report.accepted, { reportId, done, asOf });
      const timeliness = bestOf(report.timeliness, report.otherTimeliness);
      await announce(tx, actor, {
        name: 'progress.accepted',
        unionId,
        path,
        subjectId: reportId,
        before: { status: report.status },
        body: {
          reporting: reportingAfter({ taskId, unionId }, accepted, null, timeliness),
          report: reportWords(report, report.resubmitted, null),
        },
      });
      return reportView({ ...report, status: 'accepted', version: report.version + 1 });
    });
  }

  /** Back to its union, with the reason it needs to do better. */
  return(actor: Actor, reportId: string, reason: string): Promise<ReportView> {
    return this.deeds.run(actor, async (tx) => {
      const report = await this.toReview(tx, actor, reportId);
      await tx.query(decision, [actor.districtId, reportId, 'returned', actor.officerId, reason]);
      const { taskId, unionId, path, done, asOf } = report;
      const open = { reportId, status: 'returned', done, asOf } as const;
      await announce(tx, actor, {
        name: 'progress.returned',
        unionId,
        path,
        subjectId: reportId,
        before: { status: report.status },
        body: {
          reporting: reportingAfter({ taskId, unionId }, report.accepted, open, report.otherTimeliness),
          report: reportWords(report, report.resubmitted, reason),
        },
      });
      return reportView({ ...report, status: 'returned', version: report.version + 1 });
    });
  }

  private async toReview(tx: EntityManager, actor: Actor, reportId: string): Promise<ReportInHand> {
    const report = await takeInHand(tx, actor, reportId);
    if (report.task.assignerId !== actor.unionId || report.unionId === actor.unionId) {
      throw new Forbidden('review.notYours', {
        zh: '只有下达该任务的上级工会可以审核。',
        en: 'Only the union that gave the task reviews its reports.',
      });
    }
    requireAlive(report);
    if (report.status !== 'submitted') {
      throw new Conflict('report.notSubmitted', {
        zh: '该报告不在待审核状态。',
        en: 'This report is not waiting for review.',
      });
    }
    return report;
  }
}

/** The report's new state and its step, in one statement. */
const decision = prepared(
  'work.report.decision',
  `
  with decided as (
    update progress_report set status = $3, version = version + 1
    where district_id = $1 and id = $2 returning district_id, id, done
  )
  insert into report_step (district_id, report_id, no, kind, officer_id, at, done, reason)
  select d.district_id, d.id,
    (select count(*) + 1 from report_step p where p.district_id = d.district_id and p.report_id = d.id),
    $3, $4, app_now(), d.done, $5
  from decided d`,
);
