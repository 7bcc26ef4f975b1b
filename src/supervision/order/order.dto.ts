/** What the doors take in for orders (督办单). */
import type { Degree, OrderStatus } from '../../events/events';
import { Day, Flag, Id, Maybe, OneOf, Text } from '../../http/fields';
import { PageQuery } from '../../http/page.dto';
import { degrees } from './order-rules';

export class OrderDto {
  /** A union below yours. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() unionId!: string;
  /** Addressed to its leader (负责人) too. @example false */
  @Maybe() @Flag() toLeader?: boolean;
  /** A task of that union; left out: about no task. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() taskId?: string;
  /** light: because the task's light is red; hand: by hand. @example "hand" */
  @Maybe() @OneOf(['light', 'hand']) cause?: 'light' | 'hand';
  /** @example "限期推进会员实名制" */
  @Text({ max: 200 }) title!: string;
  /** @example "请查明原因，落实责任人，并按期完成" */
  @Text({ max: 4000, multiline: true }) requirement!: string;
  /** Until when it is to be answered. @example "2026-12-10" */
  @Day() limitOn!: string;
  /** blue when left out. @example "blue" */
  @Maybe() @OneOf(degrees) degree?: Degree;
}

export class OrderAnswerDto {
  /** What was done and what comes next. @example "已召开专题会，安排专人逐户核对，12 月 5 日前完成" */
  @Text({ max: 4000, multiline: true }) measures!: string;
}

export class OrderReviewDto {
  /** closed: set right (办结); returned: to be done again (退办). @example "returned" */
  @OneOf(['closed', 'returned']) outcome!: 'closed' | 'returned';
  /** @example "整改不到位，请补充措施" */
  @Text({ max: 2000, multiline: true }) reason!: string;
  /** The new limit; must be given where it is returned, and only then. @example "2026-12-20" */
  @Maybe() @Day() limitOn?: string;
}

export class OrderDegreeDto {
  /** Graver than it is. @example "orange" */
  @OneOf(['orange', 'red']) degree!: 'orange' | 'red';
  /** @example "多次催办仍未见进展" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}

const statuses = [
  'issued',
  'signed',
  'answered',
  'returned',
  'closed',
  'withdrawn',
] as const satisfies readonly OrderStatus[];

export class OrderQuery extends PageQuery {
  /** @example "answered" */
  @Maybe() @OneOf(statuses) status?: OrderStatus;
  /** @example "red" */
  @Maybe() @OneOf(degrees) degree?: Degree;
  /** Only those not closed or withdrawn. @example true */
  @Maybe() @Flag() open?: boolean;
  /** Those to one union. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() unionId?: string;
  /** Those about one task. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() taskId?: string;
}
