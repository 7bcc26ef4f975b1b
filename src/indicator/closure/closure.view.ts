/** Closed periods (锁定周期) as they are answered. */
import type { PeriodKind } from '../../kernel/period';

export class ClosureView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "2025" */
  period!: string;
  /** @example "year" */
  kind!: PeriodKind;
  /** @example "2025-01-01" */
  from!: string;
  /** @example "2025-12-31" */
  to!: string;
  /** @example "年度报告已审定" */
  reason!: string;
  /** The officer. @example "陈静" */
  closedBy!: string;
  /** @example "2026-01-20T02:00:00.000Z" */
  closedAt!: string;
  /** The officer; null: it is closed. @example null */
  reopenedBy!: string | null;
  /** @example null */
  reopenedAt!: string | null;
  /** @example null */
  reopenedReason!: string | null;
}

export class ClosureList {
  /** The latest first, those opened again among them. */
  items!: ClosureView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}
