/** What is taken in for targets (目标). */
import { ApiProperty } from '@nestjs/swagger';
import { Flag, Id, Maybe, Nullable, OneOf, Quantity, Text } from '../http/fields';
import { ListOf, Part } from '../http/list-fields';
import { PageQuery } from '../http/page.dto';
import { PeriodName } from '../http/period-field';
import { type TargetChangeStatus, targetChangeStatuses } from './target-change-status';
import { type Strength, strengths, type Way, ways } from './target-definition';

export class TargetBaselineDto {
  /** Its value is read; null: it is stated. @example "2014" */
  @Nullable() @PeriodName() period!: string | null;
  /** null where it is read. @example null */
  @Nullable() @Quantity({ decimals: 6 }) @ApiProperty({ example: null }) value!: string | null;
  /** Where a stated value comes from; null where it is read. @example null */
  @Nullable() @Text({ max: 200 }) @ApiProperty({ example: null }) source!: string | null;
}

export class TargetUnionPartDto {
  @Id() unionId!: string;
  /** @example "96" */
  @Quantity({ decimals: 6 }) value!: string;
}

export class TargetPeriodPartDto {
  /** @example "2027H1" */
  @PeriodName() period!: string;
  /** @example "94" */
  @Quantity({ decimals: 6 }) value!: string;
}

export class TargetDefinitionDto {
  /** In the unit of the indicator. @example "96" */
  @Quantity({ decimals: 6 }) value!: string;
  /** null: there is none. */
  @Nullable()
  @Part(() => TargetBaselineDto)
  @ApiProperty({ type: () => TargetBaselineDto, nullable: true, example: null })
  baseline!: TargetBaselineDto | null;
  /** Of unions directly below. @example [] */
  @ListOf(() => TargetUnionPartDto, { max: 500 }) unions!: TargetUnionPartDto[];
  /** Of shorter periods in it, all of one kind. @example [] */
  @ListOf(() => TargetPeriodPartDto, { max: 12 }) periods!: TargetPeriodPartDto[];
  /** Must be given where the parts together are easier than the whole. @example null */
  @Nullable() @Text({ max: 500 }) shortfallReason!: string | null;
}

export class TargetTrialDto {
  @Id() indicatorId!: string;
  /** @example "2027" */
  @PeriodName() period!: string;
  /** Of this union with all below it; your own when left out. */
  @Maybe() @Id() unionId?: string;
  /** Which is better. @example "higher" */
  @OneOf(ways) direction!: Way;
  @Part(() => TargetDefinitionDto) definition!: TargetDefinitionDto;
}

export class TargetDto extends TargetTrialDto {
  /** floor 不低于, aim 力争. @example "floor" */
  @OneOf(strengths) strength!: Strength;
  /** @example "2027 年组织建设指标" */
  @Text({ max: 500 }) reason!: string;
}

export class TargetChangeDto {
  /** null: the target is to be given up. */
  @Nullable()
  @Part(() => TargetDefinitionDto)
  @ApiProperty({ type: () => TargetDefinitionDto, nullable: true })
  definition!: TargetDefinitionDto | null;
  /** @example "上级调整口径" */
  @Text({ max: 500 }) reason!: string;
}

export class TargetRefusalDto {
  /** @example "理由不充分" */
  @Text({ max: 500 }) reason!: string;
}

export class TargetsQuery extends PageQuery {
  /** Of this period and the shorter ones in it. @example "2027" */
  @Maybe() @PeriodName() period?: string;
  /** Of this union alone; all within reach when left out. */
  @Maybe() @Id() unionId?: string;
  /** Those given up among them. @example false */
  @Maybe() @Flag() withdrawn: boolean = false;
}

export class TargetChangesQuery extends PageQuery {
  /** Only those that wait for a decision, or were decided so. @example "proposed" */
  @Maybe() @OneOf(targetChangeStatuses) status?: TargetChangeStatus;
}
