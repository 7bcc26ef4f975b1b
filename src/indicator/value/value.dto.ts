/** How values of indicators (指标值) are asked for. */
import { ApiProperty } from '@nestjs/swagger';
import { Id, Maybe, Text, WholeNumber } from '../../http/fields';
import { CursorQuery } from '../../http/page.dto';
import { PeriodName } from '../../http/period-field';

export class ValueQuery {
  /** This year when left out. @example "2026" */
  @Maybe() @PeriodName() period?: string;
  /** With all below it; your own union when left out. */
  @Maybe() @Id() unionId?: string;
}

export class ValuesQuery extends ValueQuery {
  /** Codes with commas; all when left out. @example "aid.visits,aid.paid" */
  @Maybe() @Text({ max: 2000 }) codes?: string;
}

export class TraceItemsQuery extends CursorQuery {
  /** This year when left out. @example "2026" */
  @Maybe() @PeriodName() period?: string;
  /** With all below it; your own union when left out. */
  @Maybe() @Id() unionId?: string;
  /** The number of the part in the trace. */
  @Maybe() @WholeNumber({ min: 1, max: 999 }) @ApiProperty({ example: 1 }) part: number = 1;
}
