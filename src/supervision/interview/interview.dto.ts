/** What the doors take in for interviews (约谈). */
import { Day, Id, Maybe, Text } from '../../http/fields';
import { PageQuery } from '../../http/page.dto';

export class InterviewDto {
  /** A union below yours. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() unionId!: string;
  /** An order of yours to that union; left out: without one. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() orderId?: string;
  /** Up to today. @example "2026-11-20" */
  @Day() heldOn!: string;
  /** Who was spoken to (被约谈人). @example "田心社区工联会主席 王芳" */
  @Text({ max: 200 }) interviewed!: string;
  /** Who spoke (约谈人). @example "区总工会副主席 陈晓明" */
  @Text({ max: 200 }) heldBy!: string;
  /** @example "会员实名制进度连续两月落后" */
  @Text({ max: 2000, multiline: true }) about!: string;
  /** What was agreed (约定事项). @example "12 月 10 日前完成全部核对，每周报送一次" */
  @Text({ max: 4000, multiline: true }) agreed!: string;
}

export class InterviewQuery extends PageQuery {
  /** Those with one union. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() unionId?: string;
  /** Those on one order. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() orderId?: string;
}
