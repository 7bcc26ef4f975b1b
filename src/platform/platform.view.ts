/** What the platform shows; every answer says as of when. */
import type { Tier } from '../kernel/actor';

export class BoardMeasure {
  /** @example "工会会员" */
  name!: string;
  /** @example "人" */
  unit!: string;
  /** @example "stock" */
  kind!: 'flow' | 'stock';
  /** @example 0 */
  decimals!: number;
}

export class BoardRow {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  taskId!: string;
  unionId!: string;
  /** @example "海山街道总工会" */
  unionName!: string;
  /** @example "subdistrict" */
  tier!: Tier;
  /** @example "worker.member" */
  code!: string | null;
  /** @example "发展工会会员" */
  title!: string;
  /** @example "S05" */
  programme!: string;
  measure!: BoardMeasure;
  /** Σ target: what this union was given. @example "70692" */
  target!: string;
  /** Σ done: accepted, here and everywhere below. @example "68716" */
  done!: string;
  /** Σ pending: what acceptance of everything handed in would add. @example "120" */
  pending!: string;
  /** Σ done / Σ target in percent, one decimal, half up; null when the target is 0. @example "97.2" */
  rate!: string | null;
  /** Given to those below, with the part kept. @example "70692" */
  allocated!: string;
  /** target − allocated, where it was divided; above 0 something is left over. @example "0" */
  remainder!: string | null;
  shortfallReason!: string | null;
  /** @example "1" */
  weight!: string;
  /** @example "2026-01-01" */
  startOn!: string;
  /** @example "2026-12-31" */
  dueOn!: string;
  /** The due day before any extension (延期); null: never extended. @example null */
  firstDueOn!: string | null;
  /** Parked (挂账) until this day, without a light; null: not parked. @example null */
  parkedUntil!: string | null;
  /** @example "signed" */
  status!: 'assigned' | 'signed' | 'withdrawn';
  /** @example "2026-01-08T01:30:00.000Z" */
  signedAt!: string | null;
  /** @example "green" */
  light!: 'green' | 'yellow' | 'red' | null;
  /** Share of the time that has passed, in percent. @example "89.6" */
  elapsed!: string;
  /** Points behind elapsed time. @example "0.0" */
  behind!: string;
  /** @example 0 */
  overdueDays!: number;
  /** @example "on_time" */
  timeliness!: 'on_time' | 'late' | null;
  /** The accepted report the union's own part comes from. */
  acceptedReportId!: string | null;
  openReportId!: string | null;
  /** @example "submitted" */
  openStatus!: 'submitted' | 'returned' | null;
  /** Reports of direct children that wait for review. @example 0 */
  toReview!: number;
}

export class BoardTask extends BoardRow {
  children!: BoardRow[];
}

export class TaskBoardView {
  /** Everything announced up to this moment is in it. @example "2026-11-23T06:00:00.000Z" */
  asOf!: string;
  /** @example 2026 */
  year!: number;
  unionId!: string;
  /** @example "示范区总工会" */
  unionName!: string;
  tasks!: BoardTask[];
}

/** One task of the board with what lies directly below it. */
export class BoardTaskView {
  /** Everything announced up to this moment is in it. @example "2026-11-23T06:00:00.000Z" */
  asOf!: string;
  task!: BoardTask;
}

export class StandingRow {
  /** Rank by the asked measure; the same value has the same rank; null without a value. @example 1 */
  rank!: number | null;
  unionId!: string;
  /** @example "海山街道总工会" */
  unionName!: string;
  /** @example 34 */
  tasks!: number;
  /** Σ weight × min(done / target, 1) / Σ weight, in percent. @example "98.70" */
  completion!: string | null;
  /** The same with what waits for review taken as accepted: provisional. @example "99.10" */
  provisional!: string | null;
  /** The rank of completion on the day asked for with `since`; null without it or without a value then. @example 3 */
  rankBefore!: number | null;
  /** on time / (on time + late + missing), in percent. @example "96.40" */
  punctuality!: string | null;
  /** @example 27 */
  onTime!: number;
  /** @example 1 */
  late!: number;
  /** Due and nothing handed in. @example 0 */
  missing!: number;
  /** Points of the last published assessment of the year. @example "96.50" */
  score!: string | null;
}

export class StandingsView {
  /** @example "2026-11-23T06:00:00.000Z" */
  asOf!: string;
  /** @example 2026 */
  year!: number;
  /** @example "subdistrict" */
  tier!: Tier;
  /** @example "completion" */
  by!: 'completion' | 'punctuality' | 'score';
  items!: StandingRow[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 4 */
  total!: number;
}

export class FeedItem {
  /** @example "1042" */
  id!: string;
  /** @example "progress.accepted" */
  name!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  at!: string;
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "田心社区工联会的进度报告已审核通过：发展工会会员 4,200 人" */
  text!: string;
  taskId!: string | null;
  reportId!: string | null;
  assessmentId!: string | null;
  /** The supervision order (督办单) it is about. */
  orderId!: string | null;
}

export class FeedView {
  /** @example "2026-11-23T06:00:00.000Z" */
  asOf!: string;
  items!: FeedItem[];
  /** Give it as `after` to read on; null at the end. */
  nextCursor!: string | null;
}
