/** What is taken in for indicators (指标): definitions, and trials of expressions. */
import { ApiProperty } from '@nestjs/swagger';
import { Code, Id, Maybe, Nullable, OneOf, Quantity, Text, WholeNumber } from '../../http/fields';
import { Part } from '../../http/list-fields';
import { PageQuery } from '../../http/page.dto';
import { PeriodName } from '../../http/period-field';
import { type PeriodKind, periodKinds } from '../../kernel/period';
import { FieldKey } from '../../http/field-key';
import { LONGEST } from '../expression/parse';
import {
  type Direction,
  directions,
  type IndicatorDefinition,
  type Qualifier,
  qualifiers,
  type TimeAxis,
  timeAxes,
  type UnionAxis,
  unionAxes,
} from './definition';

export class IndicatorMeasureDto {
  /** @example "慰问困难职工" */
  @Text({ max: 100 }) name!: string;
  /** @example "人次" */
  @Text({ max: 20 }) unit!: string;
}

export class IndicatorLimitsDto {
  /** Code of the whole of which it is a part: a value above it is marked. */
  @Nullable() @Code() @ApiProperty({ example: null }) notAbove!: string | null;
  /** Percent against the period before, beyond which a value is marked. @example "50" */
  @Nullable() @Quantity({ decimals: 1, min: '0' }) change!: string | null;
}

export class IndicatorDefinitionDto implements IndicatorDefinition {
  /** @example "慰问困难职工" */
  @Text({ max: 100 }) name!: string;
  /** Code of the programme. @example "S16" */
  @Code() programme!: string;
  /** What is counted and what is not. @example "按次计" */
  @Text({ min: 0, max: 1000, multiline: true }) about!: string;
  @Part(() => IndicatorMeasureDto) measure!: IndicatorMeasureDto;
  /** Numbers, + - * /, brackets and functions of the sources. @example "2 * (3 + 4)" */
  @Text({ max: LONGEST, multiline: true }) numerator!: string;
  /** null: no rate, the numerator alone. @example null */
  @Nullable() @Text({ max: LONGEST, multiline: true }) denominator!: string | null;
  /** value = factor × numerator ÷ denominator; 100 for percent. @example "1" */
  @Quantity({ decimals: 6, min: '0' }) factor!: string;
  /** Of the value. */
  @WholeNumber({ min: 0, max: 6 }) @ApiProperty({ example: 0 }) decimals!: number;
  /** Which is better. @example "higher" */
  @OneOf(directions) direction!: Direction;
  /** The shortest period it has a value for; stays as it is. @example "year" */
  @OneOf(periodKinds) periodKind!: PeriodKind;
  /** sum: what happened in the period; last: what stands at its end; mean: of its shorter periods; none: no longer periods. @example "sum" */
  @OneOf(timeAxes) overTime!: TimeAxis;
  /** sum: over all below; mean: of the unions that have a value of their own; none: each union its own. @example "sum" */
  @OneOf(unionAxes) overUnions!: UnionAxis;
  /** exact, 约 about, 近 nearly, 多 over. @example "over" */
  @OneOf(qualifiers) qualifier!: Qualifier;
  /** The field of choices or unions by which it can be told apart. */
  @ApiProperty({ example: null }) @Nullable() @FieldKey() by!: string | null;
  @Part(() => IndicatorLimitsDto) limits!: IndicatorLimitsDto;
}

export class IndicatorDto {
  /** Unique in the district. @example "aid.visits" */
  @Code() code!: string;
  @Part(() => IndicatorDefinitionDto) definition!: IndicatorDefinitionDto;
  /** The first period that is worked out by it. @example "2026" */
  @PeriodName() holdsFrom!: string;
  /** @example "年度报告指标" */
  @Text({ max: 500 }) reason!: string;
}

export class IndicatorChangeDto {
  @Part(() => IndicatorDefinitionDto) definition!: IndicatorDefinitionDto;
  /** The first period that is worked out by it; no closed period is changed. @example "2026" */
  @PeriodName() holdsFrom!: string;
  /** @example "口径调整" */
  @Text({ max: 500 }) reason!: string;
}

export class IndicatorReasonDto {
  /** @example "与其他指标合并" */
  @Text({ max: 500 }) reason!: string;
}

export class IndicatorTemplateDto {
  /** The first period that is worked out by it. @example "2026" */
  @PeriodName() holdsFrom!: string;
}

export class IndicatorsQuery extends PageQuery {
  /** Of one programme. @example "S16" */
  @Maybe() @Code() programme?: string;
}

export class IndicatorOffersQuery {
  /** In which other indicators are looked for; this year when left out. @example "2026" */
  @Maybe() @PeriodName() period?: string;
  /** Of the tasks that are offered. @example "S16" */
  @Maybe() @Code() programme: string = 'S01';
}

export class IndicatorTrialDto {
  /** Of the indicator it is for: none refers to itself. @example "aid.visits" */
  @Maybe() @Code() code?: string;
  /** @example "2 * (3 + 4)" */
  @Text({ max: LONGEST, multiline: true }) numerator!: string;
  /** @example "4" */
  @Maybe() @Text({ max: LONGEST, multiline: true }) denominator?: string;
  /** @example "100" */
  @Maybe() @Quantity({ decimals: 6, min: '0' }) factor: string = '1';
  @Maybe() @WholeNumber({ min: 0, max: 6 }) @ApiProperty({ example: 1 }) decimals: number = 0;
  /** @example "sum" */
  @Maybe() @OneOf(timeAxes) overTime: TimeAxis = 'sum';
  /** @example "sum" */
  @Maybe() @OneOf(unionAxes) overUnions: UnionAxis = 'sum';
  /** The shortest period it has a value for; that of the period when left out. @example "month" */
  @Maybe() @OneOf(periodKinds) periodKind?: PeriodKind;
  /** @example "2026" */
  @PeriodName() period!: string;
  /** Your own union when left out. */
  @Maybe() @Id() unionId?: string;
}

export class IndicatorTrialItemsDto extends IndicatorTrialDto {
  /** The number of the part in the trial. */
  @Maybe() @WholeNumber({ min: 1, max: 999 }) @ApiProperty({ example: 1 }) part: number = 1;
  /** The nextCursor of the answer before. */
  @Maybe() @Text({ max: 200 }) after?: string;
  @Maybe() @WholeNumber({ min: 1, max: 200 }) @ApiProperty({ example: 50 }) limit: number = 50;
}
