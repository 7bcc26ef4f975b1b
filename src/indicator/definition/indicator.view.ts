/** Indicators (指标) as they are answered. */
import { ApiProperty } from '@nestjs/swagger';
import { IndicatorDefinitionDto } from './indicator.dto';

export class IndicatorView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "aid.visits" */
  code!: string;
  /** @example "慰问困难职工" */
  name!: string;
  /** @example "S16" */
  programme!: string;
  /** The newest. @example 1 */
  version!: number;
  /** No longer worked out. @example false */
  retired!: boolean;
}

export class IndicatorList {
  /** By programme and code. */
  items!: IndicatorView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 38 */
  total!: number;
}

export class PlaceView {
  /** From 1. @example 1 */
  line!: number;
  /** From 1. @example 9 */
  column!: number;
}

export class IndicatorMistake {
  /** @example "numerator" */
  field!: string;
  /** @example "expression.ledger" */
  code!: string;
  /** @example "没有这个代码的台账。" */
  zh!: string;
  /** @example "There is no ledger of this code." */
  en!: string;
  /** Where in the expression. */
  @ApiProperty({ type: () => PlaceView, nullable: true }) place!: PlaceView | null;
}

export class IndicatorDetail extends IndicatorView {
  definition!: IndicatorDefinitionDto;
  /** The first day from which periods are worked out by this version. @example "2026-01-01" */
  holdsFrom!: string;
  /** @example "年度报告指标" */
  reason!: string;
  /** The officer. @example "陈静" */
  publishedBy!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  publishedAt!: string;
  /** Why it cannot be worked out any more, where what it refers to has changed. */
  mistakes!: IndicatorMistake[];
}

export class IndicatorDifference {
  /** @example "系数：1 → 100" */
  zh!: string;
  /** @example "The factor: 1 → 100" */
  en!: string;
}

export class IndicatorVersionView {
  /** @example 1 */
  version!: number;
  definition!: IndicatorDefinitionDto;
  /** @example "2026-01-01" */
  holdsFrom!: string;
  /** @example "年度报告指标" */
  reason!: string;
  /** The officer. @example "陈静" */
  publishedBy!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  publishedAt!: string;
  /** Against the version before. */
  differences!: IndicatorDifference[];
}

export class IndicatorVersionList {
  /** The latest first. */
  items!: IndicatorVersionView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}
