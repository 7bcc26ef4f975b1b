/** Ledger types (台账类型) as they are answered. */
import { LedgerDefinitionDto } from './ledger-type.dto';

export class LedgerTypeView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "aid-visits" */
  code!: string;
  /** @example "困难职工慰问" */
  name!: string;
  /** @example "S16" */
  programme!: string;
  /** Of the form: entries are made by it. @example 1 */
  version!: number;
  /** Takes no new entries. @example false */
  retired!: boolean;
}

export class LedgerTypeList {
  /** By programme and code. */
  items!: LedgerTypeView[];
}

export class LedgerTypeDetail extends LedgerTypeView {
  definition!: LedgerDefinitionDto;
  /** Why this version was published. @example "新建年度台账" */
  reason!: string;
  /** By which officer. @example "陈静" */
  publishedBy!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  publishedAt!: string;
}

export class LedgerForm extends LedgerTypeDetail {
  /** The form as JSON Schema (2020-12). @example { "type": "object", "properties": {}, "required": [], "additionalProperties": false } */
  schema!: object;
}

export class LedgerVersionView {
  /** @example 1 */
  version!: number;
  /** @example "新建年度台账" */
  reason!: string;
  /** The officer. @example "陈静" */
  publishedBy!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  publishedAt!: string;
}

export class LedgerVersionList {
  /** The latest first. */
  items!: LedgerVersionView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class LedgerDifference {
  /** The field it is about; null for the ledger itself. @example "people" */
  field!: string | null;
  /** @example "added" */
  kind!: 'added' | 'removed' | 'changed';
  /** @example "新增字段“慰问人次”" */
  zh!: string;
  /** @example "The field “慰问人次” was added" */
  en!: string;
}

export class LedgerVersionDetail extends LedgerVersionView {
  definition!: LedgerDefinitionDto;
  /** The version it is compared with; null for the first. @example null */
  against!: number | null;
  differences!: LedgerDifference[];
}

export class LedgerBreak {
  /** Of the indicator. @example "aid.paid" */
  code!: string;
  /** @example "发放慰问金" */
  name!: string;
  /** Keys of fields it uses that would be gone or different. @example ["amount"] */
  fields!: string[];
  /** @example "求和的字段应为数字。" */
  zh!: string;
  /** @example "Only numbers are added up." */
  en!: string;
}

export class LedgerTrial {
  /** The form as JSON Schema (2020-12). @example { "type": "object", "properties": {}, "required": [], "additionalProperties": false } */
  schema!: object;
  /** What would change; empty for a new ledger. */
  differences!: LedgerDifference[];
  /** Indicators that could no longer be worked out; to be confirmed by their codes when it is published. */
  breaks!: LedgerBreak[];
}
