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
  'signaturePending',
  'reviewPending',
] as const;

export type DeskKind = (typeof deskKinds)[number];

export class DeskItem {
  /**
   * To do: resubmit (returned), report, handIn (a draft lies ready), sign, cascade (signed and not divided), review,
   * score, publish, approve (entries), selfScore, appeal (waits for an answer that I may give). Waiting for others: signaturePending, reviewPending.
   * @example "resubmit"
   */
  kind!: DeskKind;
  /** The task it is about; null for what is about an assessment. */
  taskId!: string | null;
  /** The open report; null where there is none yet. */
  reportId!: string | null;
  /** The assessment; null where it is about a task. */
  assessmentId!: string | null;
  /** Title of the task or the assessment. @example "发展工会会员" */
  title!: string;
  /** Whose deed it is about: the own union, or the one that handed in, is to sign or is scored. */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "2026-12-31" */
  dueOn!: string | null;
  /** Of what the union reports on itself; null where it does not. @example "red" */
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
}

export class DeskView {
  /** @example "2026-11-23" */
  today!: string;
  /** What hurts most comes first: overdue, red, returned, then by due day. */
  now!: DeskItem[];
  /** Due within seven days and in good time. */
  soon!: DeskItem[];
  /** What waits for others, the longest wait first. */
  waiting!: DeskItem[];
  /** True when there is more of something than the desk holds. @example false */
  more!: boolean;
}
