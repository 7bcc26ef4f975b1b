/** What the doors take in for the burden meter. */
import { Code, Day, Id, Maybe, Month, OneOf, Text, WholeNumber } from '../http/fields';
import { Flag } from '../http/fields';
import { Ids, Part } from '../http/list-fields';
import { PageQuery } from '../http/page.dto';
import { type AskKind, askKinds } from './asked';

export class BurdenMonthQuery {
  /** Left out: this month. @example "2026-11" */
  @Maybe() @Month() month?: string;
}

export class BurdenQuery extends PageQuery {
  /** Left out: this month. @example "2026-11" */
  @Maybe() @Month() month?: string;
}

export class DistrictBurdenQuery extends BurdenQuery {
  /** Which units. @example "community" */
  @Maybe() @OneOf(['subdistrict', 'community']) tier: 'subdistrict' | 'community' = 'community';
}

export class RequestsQuery extends BurdenQuery {
  /** Only this kind. @example "task" */
  @Maybe() @OneOf(askKinds) kind?: AskKind;
  /** Only what was asked twice. @example false */
  @Maybe() @Flag() twice?: boolean;
}

export class MinutesDto {
  /** Minutes from opening the form to handing in, as you say them. @example 12 */
  @WholeNumber({ min: 1, max: 600 }) minutes!: number;
}

export class AskedMeasureDto {
  /** What is to be counted. @example "工会会员" */
  @Text({ max: 100 }) name!: string;
  /** @example "人" */
  @Text({ max: 20 }) unit!: string;
}

export class CostDto {
  /** Unions directly below yours; left out: all of them. */
  @Maybe() @Ids({ min: 1, max: 500 }) unionIds?: string[];
  /** A task of yours that is to be divided: what is part of it is no duplicate. */
  @Maybe() @Id() taskId?: string;
  @Part(() => AskedMeasureDto) measure!: AskedMeasureDto;
  /** @example "worker.member" */
  @Maybe() @Code() code?: string;
  /** @example "2026-01-01" */
  @Day() startOn!: string;
  /** @example "2026-12-31" */
  @Day() dueOn!: string;
}
