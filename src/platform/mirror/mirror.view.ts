/** The mirror (镜子): what a union's work of a year achieved, month by month, against an earlier year. */
import { BoardMeasure } from '../platform.view';

/** The same task, by its code, in the year it is held against. */
export class MirrorBefore {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  taskId!: string;
  /** @example "68000" */
  target!: string;
  /** @example "67210" */
  done!: string;
  /** @example "98.8" */
  rate!: string | null;
  /** Σ accepted at the end of each month. */
  months!: string[];
}

export class MirrorTask {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  taskId!: string;
  /** @example "worker.member" */
  code!: string | null;
  /** @example "发展工会会员" */
  title!: string;
  /** @example "S05" */
  programme!: string;
  measure!: BoardMeasure;
  /** @example "70692" */
  target!: string;
  /** Σ accepted, here and everywhere below. @example "68716" */
  done!: string;
  /** @example "97.2" */
  rate!: string | null;
  /** @example "2026-12-31" */
  dueOn!: string;
  /** reached: done ≥ target; missed: past the due day below it; under_way: not due yet; none: nothing to reach. @example "missed" */
  outcome!: 'reached' | 'missed' | 'under_way' | 'none';
  /** Σ accepted at the end of each month that has begun, January first. */
  months!: string[];
  before!: MirrorBefore | null;
}

/** How far all tasks together were at the end of a month. */
export class MirrorMonth {
  /** @example 11 */
  month!: number;
  /** Σ weight × min(done / target, 1) / Σ weight in percent; null for a month that has not begun. @example "78.40" */
  completion!: string | null;
  /** The same of the year it is held against. @example "81.20" */
  before!: string | null;
}

export class MirrorView {
  /** Everything announced up to this moment is in it. @example "2026-11-23T06:00:00.000Z" */
  asOf!: string;
  /** @example 2026 */
  year!: number;
  /** The year it is held against; null when there is none. @example 2025 */
  against!: number | null;
  /** Years in which this union had tasks, the latest first. @example [2026, 2025] */
  years!: number[];
  unionId!: string;
  /** @example "示范区总工会" */
  unionName!: string;
  months!: MirrorMonth[];
  tasks!: MirrorTask[];
}
