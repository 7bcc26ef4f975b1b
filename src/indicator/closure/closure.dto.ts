/** What is taken in for closing periods (锁定周期). */
import { Text } from '../../http/fields';
import { PeriodName } from '../../http/period-field';

export class PeriodClosureDto {
  /** A period that is over. @example "2025" */
  @PeriodName() period!: string;
  /** @example "年度报告已审定" */
  @Text({ max: 500 }) reason!: string;
}

export class PeriodReopeningDto {
  /** Why what was closed is to change. @example "审计发现漏报，更正后重新锁定" */
  @Text({ max: 500 }) reason!: string;
}
