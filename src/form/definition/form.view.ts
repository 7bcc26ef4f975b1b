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

export class FormDifferenceView {
  /** The cell or the rule it is about; null for the form itself. @example "women" */
  key!: string | null;
  /** @example "added" */
  kind!: 'added' | 'removed' | 'changed';
  /** @example "新增指标项：女会员人数" */
  zh!: string;
  /** @example "Cell added: 女会员人数" */
  en!: string;
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
  /** Against the version before; empty for the first. */
  differences!: FormDifferenceView[];
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

export class FormTrialDays {
  /** @example "2026-03-31" */
  opensOn!: string;
  /** @example "2026-04-08" */
  dueOn!: string;
  /** The last day on which anything changes; null: never locked. @example "2026-04-15" */
  locksOn!: string | null;
}

export class FormTrial {
  /** The values of a return as JSON Schema (2020-12). @example { "type": "object", "properties": {}, "additionalProperties": false } */
  schema!: object;
  /** Unions that would owe it today. @example 60 */
  owing!: number;
  /** What would change; empty for a new form. */
  differences!: FormDifferenceView[];
  /** The days of the period that was asked about, by the calendar as it stands; null where none was. */
  days!: FormTrialDays | null;
}
