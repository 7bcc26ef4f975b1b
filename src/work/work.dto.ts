/** What the doors take in for tasks and reports. */
import { ApiProperty } from '@nestjs/swagger';
import { Code, Day, Flag, Id, Maybe, OneOf, Quantity, Text, WholeNumber } from '../http/fields';
import { Ids, ListOf, Part } from '../http/list-fields';
import { CursorQuery, PageQuery } from '../http/page.dto';

/** Sums over hundreds of unions stay exact and fit the boards. */
const MOST = '999999999999';

export class MeasureDto {
  /** What is counted. @example "工会会员" */
  @Text({ max: 100 }) name!: string;
  /** Unit of counting; 人 and 人次 are different units. @example "人" */
  @Text({ max: 20 }) unit!: string;
  /** flow: happened during the time; stock: state at its end. @example "stock" */
  @OneOf(['flow', 'stock']) kind!: 'flow' | 'stock';
  /** Decimals a value may have. @example 0 */
  @WholeNumber({ min: 0, max: 4 }) decimals!: number;
}

export class MilestoneDto {
  /** By the end of this day. @example "2026-06-30" */
  @Day() on!: string;
  /** So many percent of the target should be done. @example "40" */
  @ApiProperty({ example: '40' })
  @Quantity({ min: '0.01', max: '99.99', decimals: 2 })
  percent!: string;
}

export class NewTaskDto {
  /** @example 2026 */
  @WholeNumber({ min: 1949, max: 2200 }) year!: number;
  /** Your own code, once a year. @example "worker.member" */
  @Maybe() @Code() code?: string;
  /** @example "发展工会会员" */
  @Text({ max: 200 }) title!: string;
  /** Code of the programme. @example "S05" */
  @Text({ max: 50 }) programme!: string;
  /** What counts, of what: numerator and denominator in words. @example "以核查后的非公企业职工为准。" */
  @Maybe() @Text({ max: 4000, multiline: true }) description?: string;
  @Part(() => MeasureDto) measure!: MeasureDto;
  /** In the measure's unit. @example "70692" */
  @Quantity({ min: 0, max: MOST, decimals: 4 }) target!: string;
  /** Where the work starts from. @example "68000" */
  @Maybe() @Quantity({ min: 0, max: MOST, decimals: 4 }) baseline?: string;
  /** floor: at least; aim: to strive for. @example "floor" */
  @Maybe() @OneOf(['floor', 'aim']) strength?: 'floor' | 'aim';
  /** Weight among the union's tasks. @example "1" */
  @Maybe() @Quantity({ min: '0.0001', max: 10000, decimals: 4 }) weight?: string;
  /** @example "2026-01-01" */
  @Day() startOn!: string;
  /** @example "2026-12-31" */
  @Day() dueOn!: string;
  /** How much should be done by when, in order; left out: a straight line. Lights and shares follow it. */
  @Maybe() @ListOf(() => MilestoneDto, { max: 24 }) milestones?: MilestoneDto[];
  /** @example "optional" */
  @Maybe() @OneOf(['none', 'optional', 'required']) evidenceRule?: 'none' | 'optional' | 'required';
}

export class NewShareDto {
  /** A union directly below yours. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() unionId!: string;
  /** @example "17000" */
  @Quantity({ min: 0, max: MOST, decimals: 4 }) target!: string;
  /** Left out: as the task. @example "2026-01-01" */
  @Maybe() @Day() startOn?: string;
  /** Left out: as the task. @example "2026-12-20" */
  @Maybe() @Day() dueOn?: string;
}

export class CascadeDto {
  @ListOf(() => NewShareDto, { max: 500 }) shares!: NewShareDto[];
  /** The part your union keeps and reports on itself (not for the district). */
  @Maybe() @Quantity({ min: 0, max: MOST, decimals: 4 }) keptTarget?: string;
  /** Needed when the shares add up to less than the task. @example "两个社区尚在筹建" */
  @Maybe() @Text({ max: 1000, multiline: true }) shortfallReason?: string;
}

export class ChangeDto {
  /** @example "17200" */
  @Maybe() @Quantity({ min: 0, max: MOST, decimals: 4 }) target?: string;
  /** @example "2026-12-25" */
  @Maybe() @Day() dueOn?: string;
  /** @example "1.5" */
  @Maybe() @Quantity({ min: '0.0001', max: 10000, decimals: 4 }) weight?: string;
  /** For this task and everything below it; an empty list is a straight line again. */
  @Maybe() @ListOf(() => MilestoneDto, { max: 24 }) milestones?: MilestoneDto[];
  /** @example "企业迁入，任务相应调整" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}

export class ReasonDto {
  /** @example "请补充培训签到表" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}

export class ReportDto {
  /** Done so far, cumulative, in the measure's unit. @example "120" */
  @Quantity({ min: 0, max: MOST, decimals: 4 }) done!: string;
  /** The day it counts up to; left out: today. @example "2026-11-20" */
  @Maybe() @Day() asOf?: string;
  /** @example "新增会员 20 人" */
  @Maybe() @Text({ min: 0, max: 4000, multiline: true }) note?: string;
  /** Must be true when done is 0, and only then. @example false */
  @Maybe() @Flag() zeroReport?: boolean;
}

export class SubmissionDto extends ReportDto {
  /** Files of evidence that your union has handed in before, in any report. */
  @Maybe() @Ids({ max: 20 }) evidence?: string[];
}

export class SourceDto {
  /** An accepted report of your union, of another task of the same measure. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() reportId!: string;
}

export type TaskSort = 'dueOn' | '-dueOn' | 'weight' | '-weight';

export class TaskQuery extends PageQuery {
  /** @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
  /** @example "S05" */
  @Maybe() @Text({ max: 50 }) programme?: string;
  /** @example "assigned" */
  @Maybe() @OneOf(['assigned', 'signed', 'withdrawn']) status?: 'assigned' | 'signed' | 'withdrawn';
  /** @example "worker.member" */
  @Maybe() @Code() code?: string;
  /** Words in the title. @example "会员" */
  @Maybe() @Text({ max: 100 }) q?: string;
  /** By due day or weight; with a minus the other way round. @example "dueOn" */
  @Maybe() @OneOf(['dueOn', '-dueOn', 'weight', '-weight']) sort: TaskSort = 'dueOn';
}

export class PicturesQuery extends CursorQuery {
  /** Only those of tasks of this year. @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
}
