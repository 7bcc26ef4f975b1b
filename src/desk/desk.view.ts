/** The desk (我的工作台) as it is answered: what one officer has to do. */
import type { Light } from '../kernel/light';

export const deskKinds = [
  'resubmit',
  'report',
  'handIn',
  'sign',
  'cascade',
  'review',
  'score',
  'publish',
  'appeal',
  'approve',
  'selfScore',
  'extension',
  'order',
  'orderReview',
  'sendBack',
  'parked',
  'verification',
  'ledgerReview',
  'ledgerReturned',
  'formOwed',
  'formReturned',
  'formReview',
  'formException',
  'case',
  'caseReview',
  'signaturePending',
  'reviewPending',
] as const;

export type DeskKind = (typeof deskKinds)[number];

export class DeskItem {
  /**
   * To do: resubmit (returned), report, handIn (a draft lies ready), sign, cascade (signed and not divided), review,
   * score, publish, approve (entries), selfScore, appeal (waits for an answer that I may give), extension (to answer), order (a supervision order to
   * sign for or to answer), orderReview (one that was answered), sendBack (to answer), parked (a task to look at again),
   * verification (enterprises whose verification I may decide), ledgerReview (entries of a ledger to accept), ledgerReturned (own ones to
   * change), formOwed (a return of a statistical form to hand in), formReturned (one to change), formReview (returns to accept),
   * formException (to decide), case (of another platform, to handle), caseReview (an answer to one). Waiting for others: signaturePending, reviewPending.
   * @example "resubmit"
   */
  kind!: DeskKind;
  /** The task it is about; null for what is about an assessment. */
  taskId!: string | null;
  /** The open report; null where there is none yet. */
  reportId!: string | null;
  /** The supervision order (督办单); null where it is about none. */
  orderId!: string | null;
  /** The ledger (台账); null where it is about none. */
  ledgerId!: string | null;
  /** The case (诉求件); null where it is about none. */
  caseId!: string | null;
  /** The statistical form (报表); null where it is about none. */
  formId!: string | null;
  /** Of the form. @example "2026-03" */
  period!: string | null;
  /** The own return (报表) that is open; null where there is none yet. */
  returnId!: string | null;
  /** The assessment; null where it is about a task. */
  assessmentId!: string | null;
  /** Title of the task, the order, the ledger, the form with its period, or the assessment. @example "发展工会会员" */
  title!: string;
  /** Whose deed it is about: the own union, or the one that handed in, is to sign or is scored. */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "2026-12-31" */
  dueOn!: string | null;
  /** Of what the union reports on itself, and of an order by its degree; null otherwise. @example "red" */
  light!: Light | null;
  /** @example 0 */
  overdueDays!: number;
  /** Accepted so far, or what the report at hand says. @example "40" */
  done!: string | null;
  /** @example "60" */
  target!: string | null;
  /** @example "人" */
  unit!: string | null;
  /** Why it was returned. @example "请核对人数" */
  reason!: string | null;
  /** Since when it lies there. @example "2026-11-20T02:00:00.000Z" */
  since!: string | null;
  /** Working days a report has waited for review; null for everything else. @example 4 */
  waitsDays!: number | null;
}

export class DeskView {
  /** @example "2026-11-23" */
  today!: string;
  /** What hurts most comes first: overdue, red, reviews that lie too long, returned, then by due day. */
  now!: DeskItem[];
  /** Due within seven days and in good time. */
  soon!: DeskItem[];
  /** What waits for others, the longest wait first. */
  waiting!: DeskItem[];
  /** True when there is more of something than the desk holds. @example false */
  more!: boolean;
}
