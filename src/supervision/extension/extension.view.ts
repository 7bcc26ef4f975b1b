/** An application for another due day (延期申请) as it is answered. */
import type { ExtensionStatus } from './extension.entity';

export class ExtensionView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  taskId!: string;
  /** @example "发展工会会员" */
  taskTitle!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** The union that answers it. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  deciderId!: string;
  /** above: who gave the task answers; district: a further one, which the district answers. @example "above" */
  needs!: 'above' | 'district';
  /** @example "企业搬迁，名单需重新核对" */
  reason!: string;
  /** The due day before any extension. @example "2026-11-30" */
  firstDueOn!: string;
  /** The due day when it was applied for. @example "2026-11-30" */
  beforeOn!: string;
  /** @example "2026-12-20" */
  proposedOn!: string;
  /** The day the answer fixed; null while there is none, or where it was refused. @example null */
  dueOn!: string | null;
  /** @example "requested" */
  status!: ExtensionStatus;
  /** @example "李娜" */
  requestedByName!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  requestedAt!: string;
  /** @example null */
  decidedByName!: string | null;
  /** @example null */
  decidedAt!: string | null;
  /** @example null */
  decisionReason!: string | null;
}

export class ExtensionList {
  items!: ExtensionView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

/** What a bulk deed made or changed, in the order of its rows. */
export class ExtensionsView {
  items!: ExtensionView[];
}
