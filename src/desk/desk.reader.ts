/** What lies on an officer's desk: one statement over the writers' own tables, so that a deed is gone from it at once. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor';
import { Clock, addDays } from '../kernel/clock';
import { HotReads } from '../kernel/hot-reads';
import { type Right, may } from '../organization/rights';
import { deskOf } from './desk';
import type { DeskRow } from './desk-light';
import { deskSql } from './desk-sql';
import type { DeskKind, DeskView } from './desk.view';
import { MOST } from './most';

/** What was due longer ago is a matter of the boards and no longer of the desk. */
const PAST_DAYS = 90;
/** Parked tasks are shown so many days before they are looked at again. */
const AHEAD_DAYS = 7;

/** Nothing waits longer than the district's own days are asked for. */
const YEAR_DAYS = 366;

const rightFor: Record<DeskKind, Right> = {
  resubmit: 'report.write',
  report: 'report.write',
  handIn: 'report.write',
  sign: 'task.sign',
  cascade: 'task.assign',
  review: 'report.review',
  score: 'assessment.score',
  publish: 'assessment.conduct',
  appeal: 'appeal.decide',
  approve: 'assessment.score',
  selfScore: 'assessment.selfScore',
  extension: 'extension.decide',
  order: 'order.answer',
  orderReview: 'order.issue',
  sendBack: 'task.assign',
  parked: 'task.assign',
  verification: 'verification.decide',
  ledgerReview: 'ledger.review',
  ledgerReturned: 'ledger.write',
  formOwed: 'form.write',
  formReturned: 'form.write',
  formReview: 'form.review',
  formException: 'form.except',
  case: 'case.answer',
  caseReview: 'case.review',
  signaturePending: 'task.assign',
  reviewPending: 'report.write',
};

type Row = DeskRow & { union_id: string; calendar: Record<string, boolean> };

@Injectable()
export class DeskReader {
  constructor(
    @Inject(HotReads) private readonly reads: HotReads,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<DeskView> {
    const today = this.clock.today();
    const kinds = (Object.keys(rightFor) as DeskKind[]).filter((kind) => may(actor.role, rightFor[kind]));
    const rows: Row[] = await this.reads.ask(deskSql, [
      actor.districtId,
      actor.unionId,
      addDays(today, -PAST_DAYS),
      kinds,
      actor.officerId,
      addDays(today, -YEAR_DAYS),
      addDays(today, AHEAD_DAYS),
      today,
    ]);
    const more = kinds.some((kind) => rows.filter((row) => row.kind === kind).length > MOST);
    return deskOf(
      rows.map(({ union_id: _, calendar: __, ...row }) => row),
      today,
      more,
      new Map(Object.entries(rows[0]?.calendar ?? {})),
    );
  }
}
