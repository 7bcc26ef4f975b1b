/** A task as its form shows it, read from the writers' own tables. */
import { Decimal } from 'decimal.js';
import type { Tier } from '../kernel/actor';
import type { TaskChange } from './task-change.entity';
import type { Task } from './task.entity';

export class MeasureView {
  /** @example "工会会员" */
  name!: string;
  /** Unit of counting. @example "人" */
  unit!: string;
  /** flow: happened during the time (sums); stock: state at its end (last value). @example "stock" */
  kind!: 'flow' | 'stock';
  /** Decimals a value may have. @example 0 */
  decimals!: number;
}

export class MilestoneView {
  /** By the end of this day. @example "2026-06-30" */
  on!: string;
  /** Percent of the target that should be done by then. @example "40" */
  percent!: string;
}

export class TaskView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  rootId!: string;
  parentId!: string | null;
  /** The union that does it. */
  unionId!: string;
  /** The union that gave it; only it accepts, changes and withdraws. */
  assignerId!: string;
  /** @example "community" */
  tier!: Tier;
  /** @example 2026 */
  year!: number;
  /** @example "worker.member" */
  code!: string | null;
  /** @example "发展工会会员" */
  title!: string;
  /** @example "S05" */
  programme!: string;
  /** @example "以非公企业数据库为准。" */
  description!: string;
  measure!: MeasureView;
  /** @example "4200" */
  target!: string;
  /** Where the work starts from, if known. @example "4000" */
  baseline!: string | null;
  /** floor: at least (≥); aim: to strive for (力争). @example "floor" */
  strength!: 'floor' | 'aim';
  /** True when the target asks for less than the baseline. @example false */
  easierThanBaseline!: boolean;
  /** @example "1" */
  weight!: string;
  /** @example "2026-01-01" */
  startOn!: string;
  /** @example "2026-12-31" */
  dueOn!: string;
  /** The due day before any extension (延期); null: never extended. @example null */
  firstDueOn!: string | null;
  /** Parked (挂账) until this day; null: not parked. @example null */
  parkedUntil!: string | null;
  /** @example "optional" */
  evidenceRule!: 'none' | 'optional' | 'required';
  /** @example "signed" */
  status!: 'assigned' | 'signed' | 'withdrawn';
  /** The part this union keeps and reports on itself. */
  keptTarget!: string | null;
  /** Why less was handed down than given. */
  shortfallReason!: string | null;
  /** How much should be done by when, in order; empty: a straight line from start to due day. */
  milestones!: MilestoneView[];
  /** @example 1 */
  version!: number;
}

export class TaskList {
  items!: TaskView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 34 */
  total!: number;
}

export class TaskChangeView {
  /** @example "dueOn" */
  field!: string;
  /** @example "2026-11-30" */
  before!: string;
  /** @example "2026-12-15" */
  after!: string;
  /** @example "上级统一调整" */
  reason!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  changedAt!: string;
}

/** The shares of a task and what of it nobody has yet. */
export class SharesView {
  task!: TaskView;
  shares!: TaskView[];
  /** Σ of the shares' targets plus the part kept. @example "4200" */
  allocated!: string;
  /** target − allocated; above 0 something is left over. @example "0" */
  remainder!: string;
}

/** A task with its history of changes. */
export class TaskDetail extends TaskView {
  /** @example "2026-01-08T01:30:00.000Z" */
  signedAt!: string | null;
  changes!: TaskChangeView[];
}

export class SignatureView {
  taskId!: string;
  /** @example "2026-01-08T01:30:00.000Z" */
  signedAt!: string;
}

/** What of a task is shown. */
export type TaskShown = Omit<
  Task,
  | 'districtId'
  | 'path'
  | 'createdBy'
  | 'createdAt'
  | 'changedXid'
  | 'changedAt'
  | 'signFor'
  | 'requireAlive'
  | 'requireSigned'
>;

export function taskView(task: TaskShown): TaskView {
  const { id, rootId, parentId, unionId, assignerId, tier, year, code, title, programme, description } = task;
  const {
    target,
    baseline,
    strength,
    weight,
    startOn,
    dueOn,
    firstDueOn,
    parkedUntil,
    evidenceRule,
    status,
    keptTarget,
    shortfallReason,
    version,
  } = task;
  const measure = {
    name: task.measureName,
    unit: task.measureUnit,
    kind: task.measureKind,
    decimals: task.measureDecimals,
  };
  const easierThanBaseline = baseline !== null && new Decimal(target).lt(baseline);
  return {
    id,
    rootId,
    parentId,
    unionId,
    assignerId,
    tier,
    year,
    code,
    title,
    programme,
    description,
    measure,
    target,
    baseline,
    strength,
    easierThanBaseline,
    weight,
    startOn,
    dueOn,
    firstDueOn,
    parkedUntil,
    evidenceRule,
    status,
    keptTarget,
    shortfallReason,
    milestones: task.milestones ?? [],
    version,
  };
}

export function taskDetail(task: Task, changes: readonly TaskChange[], signedAt: string | null): TaskDetail {
  const told = changes.map(({ field, before, after, reason, changedAt }) => ({
    field,
    before,
    after,
    reason,
    changedAt: changedAt.toISOString(),
  }));
  return { ...taskView(task), signedAt, changes: told };
}
