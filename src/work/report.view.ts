/** A progress report as it is answered, with its way and its evidence. */
import { TakenFromView } from './reuse.view';

export class EvidenceView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "培训签到表.pdf" */
  name!: string;
  /** @example "application/pdf" */
  mediaType!: string;
  /** Bytes. @example 48213 */
  size!: number;
  /** @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" */
  sha256!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  createdAt!: string;
}

export class StepView {
  /** @example "returned" */
  kind!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  at!: string;
  /** Who did it. @example "陈晓明" */
  officerName!: string;
  /** The value at that step. @example "120" */
  done!: string;
  /** @example "请补充签到表" */
  reason!: string | null;
  /** @example "on_time" */
  timeliness!: string | null;
  /** What the report said when it was handed in; null at other steps. @example "新增会员 20 人" */
  note!: string | null;
}

export class ReportView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  taskId!: string;
  unionId!: string;
  /** @example "发展工会会员" */
  taskTitle!: string;
  /** Counted within its task. @example 2 */
  no!: number;
  /** The day it counts up to. @example "2026-11-20" */
  asOf!: string;
  /** Done so far, cumulative. @example "120" */
  done!: string;
  /** @example false */
  zeroReport!: boolean;
  /** @example "新增会员 20 人" */
  note!: string;
  /** @example "submitted" */
  status!: 'draft' | 'submitted' | 'returned' | 'accepted';
  /** Was returned, changed and handed in again. @example false */
  resubmitted!: boolean;
  /** @example "on_time" */
  timeliness!: 'on_time' | 'late' | null;
  /** @example "2026-11-20T02:00:00.000Z" */
  submittedAt!: string | null;
  /** @example 1 */
  version!: number;
}

/** A report beside what it is measured by. */
export class ReportInList extends ReportView {
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "人" */
  unit!: string;
  /** What the reporting union is to reach with it. @example "800" */
  target!: string;
  /** The last accepted value; null before the first. @example "100" */
  accepted!: string | null;
  /** @example "2026-12-31" */
  dueOn!: string;
  /** Whether its task asks for evidence. @example "optional" */
  evidenceRule!: 'none' | 'optional' | 'required';
  /** Files of evidence. @example 2 */
  evidenceCount!: number;
}

export class ReportDetail extends ReportInList {
  steps!: StepView[];
  evidence!: EvidenceView[];
  /** Where its value was taken over from; null where it is its own. */
  takenFrom!: TakenFromView | null;
}

export class ReportList {
  items!: ReportInList[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 3 */
  total!: number;
}
