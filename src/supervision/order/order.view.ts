/** A supervision order (督办单) as it is answered, with its whole course. */
import type { Degree, OrderStatus } from '../../events/events';
import { EvidenceView } from '../../work/report.view';
import { InterviewView } from '../interview/interview.view';
import type { OrderStepKind } from './order-step.entity';

export class OrderView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "督〔2026〕1号" */
  number!: string;
  /** @example "限期推进会员实名制" */
  title!: string;
  /** @example "请查明原因，落实责任人，并按期完成" */
  requirement!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  issuerId!: string;
  /** @example "盐田区总工会" */
  issuerName!: string;
  /** The union it is addressed to. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** The leader it is addressed to as well. @example "陈晓明" */
  leaderName!: string | null;
  /** @example null */
  taskId!: string | null;
  /** @example null */
  taskTitle!: string | null;
  /** @example "hand" */
  cause!: 'light' | 'hand';
  /** Points behind when it was issued for a red light. @example null */
  behind!: string | null;
  /** Days overdue when it was issued for a red light. @example null */
  overdueDays!: number | null;
  /** @example "blue" */
  degree!: Degree;
  /** @example "issued" */
  status!: OrderStatus;
  /** @example "2026-12-10" */
  limitOn!: string;
  /** Days past the limit while it waits for its answer. @example 0 */
  missedDays!: number;
  /** @example "2026-11-20T02:00:00.000Z" */
  issuedAt!: string;
  /** @example 1 */
  version!: number;
}

export class OrderList {
  items!: OrderView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class OrderStepView {
  /** @example 1 */
  no!: number;
  /** @example "issued" */
  kind!: OrderStepKind;
  /** null: the clock. @example "李娜" */
  officerName!: string | null;
  /** @example "2026-11-20T02:00:00.000Z" */
  at!: string;
  /** Measures, reasons. @example null */
  words!: string | null;
  /** As it stood after the step. @example "blue" */
  degree!: Degree;
  /** @example "2026-12-10" */
  limitOn!: string;
}

export class OrderFileView extends EvidenceView {
  /** The step of the answer it was handed in with; null: not yet. @example null */
  answerNo!: number | null;
}

export class OrderDetail extends OrderView {
  /** The whole course, the first first. */
  steps!: OrderStepView[];
  evidence!: OrderFileView[];
  /** Interviews (约谈) on this order. */
  interviews!: InterviewView[];
}
