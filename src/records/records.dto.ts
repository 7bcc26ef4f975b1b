/** What is asked for of records (数据读取参数). Which filters a kind takes, `GET /records` says. */
import { Code, Day, Flag, Id, Maybe, Moment, OneOf, Text, WholeNumber } from '../http/fields';

export class RecordsExportQuery {
  /**
   * 续读标记：上一次回答的 nextCursor、changes，或中断的下载最后一行的 cursor。Where to read on: nextCursor or changes of an answer, or the cursor of the last line of a download.
   */
  @Maybe()
  @Text({ max: 2_000 })
  after?: string;

  /**
   * 只取这些字段，用逗号分隔；id 总在其中。Only these fields, with commas; id is always among them.
   * @example "id,version"
   */
  @Maybe()
  @Text({ max: 1_000 })
  fields?: string;

  /**
   * 排序：id 或该类数据列出的排序，前加 - 为降序。The order, with - before it from the top.
   * @example "-id"
   */
  @Maybe()
  @Text({ max: 40 })
  sort?: string;

  /**
   * 自此时刻起的变更，按发生的先后；之后用 nextCursor 一直续读。What has changed since, in the order of the changes; then go on with nextCursor for ever.
   * @example "2026-11-01T00:00:00Z"
   */
  @Maybe()
  @Moment()
  updatedSince?: string;

  /** 该工会及其所属。A union with all below it. */
  @Maybe()
  @Id()
  unionId?: string;

  @Maybe()
  @Id()
  taskId?: string;

  @Maybe()
  @Id()
  ledgerId?: string;

  @Maybe()
  @Id()
  formId?: string;

  @Maybe()
  @Id()
  indicatorId?: string;

  @Maybe()
  @Id()
  targetId?: string;

  @Maybe()
  @Id()
  schemeId?: string;

  @Maybe()
  @Id()
  assessmentId?: string;

  @Maybe()
  @Id()
  enterpriseId?: string;

  @Maybe()
  @Id()
  subjectId?: string;

  /** @example 2026 */
  @Maybe()
  @WholeNumber({ min: 1949, max: 2200 })
  year?: number;

  /** @example "S05" */
  @Maybe()
  @Code()
  programme?: string;

  /** @example "accepted" */
  @Maybe()
  @Text({ max: 40 })
  status?: string;

  /** @example "community" */
  @Maybe()
  @Text({ max: 40 })
  tier?: string;

  /** @example "non_public" */
  @Maybe()
  @Text({ max: 40 })
  kind?: string;

  /** @example "normal" */
  @Maybe()
  @Text({ max: 40 })
  standing?: string;

  /** @example "red" */
  @Maybe()
  @Text({ max: 40 })
  degree?: string;

  /** @example "yellow" */
  @Maybe()
  @Text({ max: 40 })
  light?: string;

  /** @example "email" */
  @Maybe()
  @Text({ max: 40 })
  channel?: string;

  /**
   * 审计日志中的行为。What was done, in the audit trail.
   * @example "report.accepted"
   */
  @Maybe()
  @Text({ max: 80 })
  deed?: string;

  /**
   * 审计日志中的账号。Whose deeds, in the audit trail.
   * @example "haishan.admin"
   */
  @Maybe()
  @Text({ max: 80 })
  account?: string;

  @Maybe()
  @Flag()
  closed?: boolean;

  @Maybe()
  @Flag()
  retired?: boolean;

  /**
   * 期间。The period of a form.
   * @example "2026-06"
   */
  @Maybe()
  @Text({ max: 10 })
  period?: string;

  @Maybe()
  @OneOf(['month', 'quarter', 'half', 'year'])
  periodKind?: string;

  /**
   * 期间的第一天。The first day of an indicator's period.
   * @example "2026-01-01"
   */
  @Maybe()
  @Day()
  from?: string;
}

export class RecordsQuery extends RecordsExportQuery {
  /**
   * 条数。How many records.
   * @example 200
   */
  @Maybe()
  @WholeNumber({ min: 1, max: 1_000 })
  limit: number = 200;
}
