/** Statistical forms (统计报表) as they are answered. */
import type { PeriodKind } from '../../kernel/period';
import { FormDefinitionDto } from './form.dto';

export class FormView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "members-monthly" */
  code!: string;
  /** @example "工会组织和会员统计表" */
  name!: string;
  /** @example "S05" */
  programme!: string;
  /** @example "month" */
  periodKind!: PeriodKind;
  /** The first period that is owed. @example "2026-01" */
  firstPeriod!: string;
  /** The last one; null while it is in use. @example null */
  lastPeriod!: string | null;
  /** Of the form, as published last. @example 1 */
  version!: number;
}

export class FormList {
  /** By programme and code. */
  items!: FormView[];
}

export class FormVersionView {
  /** @example 1 */
  version!: number;
  /** The first period it holds for. @example "2026-01" */
  fromPeriod!: string;
  /** @example "新建月报" */
  reason!: string;
  /** The officer. @example "陈静" */
  publishedBy!: string;
  /** @example "2026-01-05T02:00:00.000Z" */
  publishedAt!: string;
}

export class FormVersionList {
  /** The latest first. */
  items!: FormVersionView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class FormDetail extends FormView {
  definition!: FormDefinitionDto;
  /** The first period it holds for. @example "2026-01" */
  fromPeriod!: string;
  /** @example "新建月报" */
  reason!: string;
  /** The officer. @example "陈静" */
  publishedBy!: string;
  /** @example "2026-01-05T02:00:00.000Z" */
  publishedAt!: string;
  /** The values of a return as JSON Schema (2020-12). @example { "type": "object", "properties": {}, "additionalProperties": false } */
  schema!: object;
}

export class FormTrial {
  /** The values of a return as JSON Schema (2020-12). @example { "type": "object", "properties": {}, "additionalProperties": false } */
  schema!: object;
  /** Unions that would owe it today. @example 60 */
  owing!: number;
}
