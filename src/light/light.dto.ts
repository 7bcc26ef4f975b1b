/** What is taken in for lights: the rule of a district, and which lights are asked for. */
import { Flag, Id, Maybe, Nullable, OneOf, Quantity, Text, WholeNumber } from '../http/fields';
import { PageQuery } from '../http/page.dto';
import { type LightPeriod, lightPeriods } from '../kernel/light-rule';

export class LightRuleDto {
  /** Points behind the plan from which a light is yellow. @example "10" */
  @Quantity({ min: '0.1', max: 99, decimals: 1 }) yellow!: string;
  /** Points behind the plan beyond which it is red; more than for yellow. @example "30" */
  @Quantity({ min: '0.2', max: 100, decimals: 1 }) red!: string;
  /** @example "month" */
  @OneOf(lightPeriods) period!: LightPeriod;
  /** Periods without anything done after which it is yellow; null: never for that alone. @example 1 */
  @Nullable() @WholeNumber({ min: 1, max: 24 }) notStartedYellow!: number | null;
  /** The same, for red; more than for yellow. @example 3 */
  @Nullable() @WholeNumber({ min: 1, max: 24 }) notStartedRed!: number | null;
  /** Whether a red light that caught up stays yellow until its period ends. @example true */
  @Flag() repaired!: boolean;
  /** @example "年中冲刺，提前预警" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}

export class LightsQuery extends PageQuery {
  /** This union and all below it; left out: your own. */
  @Maybe() @Id() unionId?: string;
  /** Only this colour; left out: red and yellow. @example "red" */
  @Maybe() @OneOf(['red', 'yellow']) light?: 'red' | 'yellow';
  /** @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
}
