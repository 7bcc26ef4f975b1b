/** Approving an annual report (审定年度报告): one person submits it, another approves what he read; then its figures stand. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AnnualReportEvents } from '../../events/annual-report-body';
import type { Actor } from '../../kernel/actor';
import { Conflict, NotFound } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import type { AnnualReportSubmissionList, AnnualReportSubmissionView } from '../annual-report.view';
import { digestOf } from '../content';
import { gather } from '../gathering';
import type { AnnualReportSubmissionDetail } from './submission.view';
import { AnnualReportRow, type AnnualReportStatus } from './annual-report.entity';
import { listSubmissions, readSubmission, readSubmissionDetail } from './standing';

@Injectable()
export class ApprovalService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  async list(
    { districtId }: Actor,
    { page, pageSize, year }: { page: number; pageSize: number; year?: number },
  ): Promise<AnnualReportSubmissionList> {
    const asked = { page, pageSize, ...(year === undefined ? {} : { year }) };
    return { ...(await listSubmissions(this.database.manager, districtId, asked)), page, pageSize };
  }

  /** With what it says otherwise than the one before. Errors: notFound. */
  get({ districtId }: Actor, id: string): Promise<AnnualReportSubmissionDetail> {
    return readSubmissionDetail(this.database.manager, districtId, id);
  }

  /** Errors: annualReport.submitted (409). */
  submit(actor: Actor, year: number): Promise<AnnualReportSubmissionView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId: submittedBy } = actor;
      await tx.query('select 1 from trade_union where district_id = $1 and id = $1 for no key update', [districtId]);
      const standing = await tx.findOneBy(AnnualReportRow, [
        { districtId, year, status: 'submitted' },
        { districtId, year, status: 'approved' },
      ]);
      if (standing !== null) throw submittedAlready();
      const { content: said } = await gather(tx, districtId, year);
      const [id, digest] = [newId(), digestOf(said)];
      await tx.insert(AnnualReportRow, { districtId, id, year, digest, said, submittedBy, status: 'submitted' });
      return told(tx, actor, 'annualReport.submitted', id, null);
    });
  }

  /**
   * Freezes what the approver has read, by its digest. Errors: annualReport.samePerson, annualReport.moved,
   * annualReport.state (409), notFound.
   */
  approve(actor: Actor, id: string, digest: string): Promise<AnnualReportSubmissionView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const report = await inHand(tx, districtId, id, 'submitted');
      if (report.submittedBy === actor.officerId) throw samePerson();
      const { content } = await gather(tx, districtId, report.year);
      if (digestOf(content) !== digest) throw moved();
      await tx.query(
        `update annual_report set status = 'approved', decided_by = $3, decided_at = app_now(), digest = $4, content = $5
         where district_id = $1 and id = $2`,
        [districtId, id, actor.officerId, digest, JSON.stringify(content)],
      );
      return told(tx, actor, 'annualReport.approved', id, null);
    });
  }

  /** Back to who submitted it. Errors: annualReport.samePerson, annualReport.state (409), notFound. */
  return(actor: Actor, id: string, reason: string): Promise<AnnualReportSubmissionView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      const report = await inHand(tx, districtId, id, 'submitted');
      if (report.submittedBy === officerId) throw samePerson();
      await tx.query(
        `update annual_report set status = 'returned', decided_by = $3, decided_at = app_now(), reason = $4
         where district_id = $1 and id = $2`,
        [districtId, id, officerId, reason],
      );
      return told(tx, actor, 'annualReport.returned', id, reason);
    });
  }

  /** It follows its sources again, to be submitted anew; what was approved is kept. Errors: annualReport.state (409), notFound. */
  reopen(actor: Actor, id: string, reason: string): Promise<AnnualReportSubmissionView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      await inHand(tx, districtId, id, 'approved');
      await tx.query(
        `update annual_report set status = 'reopened', reopened_by = $3, reopened_at = app_now(), reason = $4
         where district_id = $1 and id = $2`,
        [districtId, id, officerId, reason],
      );
      return told(tx, actor, 'annualReport.reopened', id, reason);
    });
  }
}

/** Errors: notFound, annualReport.state (409). */
async function inHand(
  tx: EntityManager,
  districtId: string,
  id: string,
  status: AnnualReportStatus,
): Promise<AnnualReportRow> {
  const lock = { mode: 'pessimistic_write' } as const;
  const found = await tx.findOne(AnnualReportRow, { where: { districtId, id }, lock });
  if (found === null) throw new NotFound();
  if (found.status !== status) throw wrongState();
  return found;
}

async function told(
  tx: EntityManager,
  actor: Actor,
  name: keyof Omit<AnnualReportEvents, 'annualReportTemplate.published'>,
  id: string,
  reason: string | null,
): Promise<AnnualReportSubmissionView> {
  const { unionId, path, districtId } = actor;
  const view = await readSubmission(tx, districtId, id);
  const { year, digest } = view;
  const body = { annualReport: { reportId: id, year, digest }, reason };
  await announce(tx, actor, { name, unionId, path, subjectId: id, body });
  return view;
}

const submittedAlready = (): Conflict =>
  new Conflict('annualReport.submitted', {
    zh: '该年度报告已提交或已审定。',
    en: 'The report of this year is submitted or approved already.',
  });
const samePerson = (): Conflict =>
  new Conflict('annualReport.samePerson', {
    zh: '提交人不能审定自己提交的报告，请由另一人审定。',
    en: 'Nobody decides on the report he submitted himself.',
  });
const moved = (): Conflict =>
  new Conflict('annualReport.moved', {
    zh: '报告内容与您所读的不同（数据已变化），请重新核对后审定。',
    en: 'The report is no longer what you read: its data changed. Read it again.',
  });
const wrongState = (): Conflict =>
  new Conflict('annualReport.state', {
    zh: '报告当前状态不允许此操作。',
    en: 'The report’s state does not allow it.',
  });
