/** The board of unions × tasks (尺子) as it is answered. */
import type { Tier } from '../../kernel/actor';
import { BoardMeasure } from '../platform.view';

/** A column: a task of the union whose board it is. */
export class MatrixTask {
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
  /** @example "120" */
  pending!: string;
  /** Σ done / Σ target in percent; null when the target is 0. @example "97.2" */
  rate!: string | null;
  /** @example "green" */
  light!: 'green' | 'yellow' | 'red' | null;
  /** Share of the time that has passed, in percent. @example "89.6" */
  elapsed!: string;
  /** Points behind elapsed time. @example "0.0" */
  behind!: string;
  /** @example "2026-12-31" */
  dueOn!: string;
}

/** What one union has of one task. */
export class MatrixCell {
  /** The place of its task among `tasks`, from 0. @example 0 */
  column!: number;
  /** The union's own share. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  taskId!: string;
  /** @example "800" */
  target!: string;
  /** @example "640" */
  done!: string;
  /** @example "0" */
  pending!: string;
  /** @example "80.0" */
  rate!: string | null;
  /** @example "yellow" */
  light!: 'green' | 'yellow' | 'red' | null;
  /** Points behind elapsed time. @example "9.6" */
  behind!: string;
  /** @example 0 */
  overdueDays!: number;
  /** What it waits for: a signature, a returned report, a review; null when the union is at work. @example "review" */
  turn!: 'sign' | 'resubmit' | 'review' | null;
}

/** A row: a union, with a cell for each task it has a share of, in the order of the columns. */
export class MatrixUnion {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "海山街道总工会" */
  unionName!: string;
  parentId!: string | null;
  cells!: MatrixCell[];
}

export class MatrixView {
  /** Everything announced up to this moment is in it. @example "2026-11-23T06:00:00.000Z" */
  asOf!: string;
  /** @example 2026 */
  year!: number;
  unionId!: string;
  /** @example "示范区总工会" */
  unionName!: string;
  /** The tier of the rows. @example "subdistrict" */
  tier!: Tier;
  tasks!: MatrixTask[];
  unions!: MatrixUnion[];
}
