/** What the doors take in for simulations (试算) and trials of a scheme (试评). */
import { ApiProperty } from '@nestjs/swagger';
import { Id, Maybe, OneOf, Quantity, Text, WholeNumber } from '../../http/fields';
import { JsonObject, ListOf } from '../../http/list-fields';

export class SimulatedTaskDto {
  /** A task of the scored union. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() taskId!: string;
  /** Accepted by then, cumulative; left out: as it is. @example "95" */
  @Maybe() @Quantity({ min: 0, max: 999999999999, decimals: 4 }) done?: string;
  /** Left out: as it is. @example "on_time" */
  @Maybe() @OneOf(['on_time', 'late', 'missing']) timeliness?: 'on_time' | 'late' | 'missing';
}

export class SimulatedScoreDto {
  /** The code of a criterion that is judged or stated. @example "B1" */
  @Text({ max: 100 }) criterion!: string;
  /** Within the limits of the criterion; of a rule that takes points. @example "18.5" */
  @Maybe() @Quantity({ min: 0, max: 9999999, decimals: 2 }) points?: string;
  /** Of a rule that is fed with a stated rate. @example "37" */
  @Maybe() @Quantity({ min: 0, max: 999999999, decimals: 4 }) numerator?: string;
  /** @example "40" */
  @Maybe() @Quantity({ min: 0, max: 999999999, decimals: 4 }) denominator?: string;
  /** Of a rule that counts: how often each ground occurred. */
  @Maybe() @JsonObject() @ApiProperty({ example: { A: 1 } }) counts?: Record<string, number>;
}

export class SimulatedEntryDto {
  /** @example "bonus" */
  @OneOf(['occurrence', 'bonus', 'penalty', 'veto']) kind!: 'occurrence' | 'bonus' | 'penalty' | 'veto';
  /** Only of an occurrence: the criterion it counts for. @example "A3" */
  @Maybe() @Text({ max: 100 }) criterion?: string;
  /** The code of the ground, of the kind of bonus or penalty, or of the veto. @example "J1" */
  @Text({ max: 100 }) ground!: string;
  /** @example 1 */
  @WholeNumber({ min: 1, max: 9999 }) count!: number;
  /** Of each; only where the kind leaves them to the entry. @example "1.5" */
  @Maybe() @Quantity({ min: 0, max: 9999999, decimals: 2 }) points?: string;
}

/** What would be different; everything else stays as it is. */
export class SimulationDto {
  @Maybe() @ListOf(() => SimulatedTaskDto, { max: 200 }) tasks?: SimulatedTaskDto[];
  @Maybe() @ListOf(() => SimulatedScoreDto, { max: 200 }) scores?: SimulatedScoreDto[];
  /** Counted beside what is entered already. */
  @Maybe() @ListOf(() => SimulatedEntryDto, { max: 100 }) entries?: SimulatedEntryDto[];
}

export class TrialDto {
  /** The year whose facts it is tried on; the year before its own when left out. @example 2025 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
}
