/** How the board of indicators (指标看板) is asked. */
import { ApiProperty } from '@nestjs/swagger';
import { Code, Id, Maybe, OneOf, WholeNumber } from '../../http/fields';
import { PeriodName } from '../../http/period-field';
import { type PeriodKind, periodKinds } from '../../kernel/period';

export class IndicatorBoardAsked {
  /** This year when left out. @example "2026" */
  @Maybe() @PeriodName() period?: string;
  /** Your own union when left out. */
  @Maybe() @Id() unionId?: string;
  /** Of one programme. @example "S05" */
  @Maybe() @Code() programme?: string;
}

export class IndicatorSeriesAsked {
  /** @example "month" */
  @Maybe() @OneOf(periodKinds) kind: PeriodKind = 'month';
  /** The last period of it; the present one when left out. @example "2026-06" */
  @Maybe() @PeriodName() until?: string;
  /** How many periods. */
  @Maybe() @WholeNumber({ min: 1, max: 60 }) @ApiProperty({ example: 12 }) count: number = 12;
  /** Your own union when left out. */
  @Maybe() @Id() unionId?: string;
}

export class IndicatorRanksAsked {
  /** This year when left out. @example "2026" */
  @Maybe() @PeriodName() period?: string;
  /** Those directly below it; below your own union when left out. */
  @Maybe() @Id() parentId?: string;
}
