/** Exceptions (免报、补报) as they are answered. */
import type { ExceptionKind, ExceptionStatus } from './form-exception.entity';

export class FormExceptionView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  formId!: string;
  /** @example "工会组织和会员统计表" */
  formName!: string;
  /** @example "2026-03" */
  period!: string;
  /** @example "2026年3月" */
  label!: string;
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "reopen" */
  kind!: ExceptionKind;
  /** @example "经办人住院，未能按时上报" */
  reason!: string;
  /** Of a reopening: the last day on which the return changes. @example "2026-05-08" */
  until!: string | null;
  /** proposed (待批), approved (已批准), refused (未同意), withdrawn (已撤回), lifted (免报已由补报取代). @example "proposed" */
  status!: ExceptionStatus;
  /** The officer, and the union he proposed it for. @example "王芳" */
  proposedBy!: string;
  /** @example "田心社区工联会" */
  proposedByUnion!: string;
  /** @example "2026-04-20T02:00:00.000Z" */
  proposedAt!: string;
  /** Another officer than who proposed it. @example null */
  decidedBy!: string | null;
  /** @example null */
  decidedAt!: string | null;
  /** Why it was decided so. @example null */
  decision!: string | null;
  /** What the reader may do with it: decide, withdraw. @example ["withdraw"] */
  deeds!: string[];
  /** @example 1 */
  version!: number;
}

export class FormExceptionList {
  /** The latest first. */
  items!: FormExceptionView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}
