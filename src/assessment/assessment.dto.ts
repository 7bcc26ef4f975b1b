/** What the doors take in for schemes, assessments and scores. */
import { ApiProperty } from '@nestjs/swagger';
import { Day, Id, Maybe, OneOf, Quantity, Text, WholeNumber } from '../http/fields';
import { JsonObject } from '../http/list-fields';
import { PageQuery } from '../http/page.dto';
import { definitionSchema } from './scheme.view';

export class SchemeDto {
  /** @example 2026 */
  @WholeNumber({ min: 1949, max: 2200 }) year!: number;
  /** @example "2026 年度街道总工会工作考核方案" */
  @Text({ max: 200 }) title!: string;
  /** Full marks, parts and criteria with their marks, rules and scorers; marks and points as text. */
  @JsonObject(definitionSchema) definition!: object;
}

export class SchemeQuery extends PageQuery {
  /** @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
}

export class OpenAssessmentDto {
  /** A scheme of your union. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() schemeId!: string;
  /** A later day on which the first step begins; left out: at once. @example "2027-01-04" */
  @Maybe() @Day() beginOn?: string;
}

export class AssessmentQuery extends PageQuery {
  /** @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
  /** @example "open" */
  @Maybe() @OneOf(['open', 'published']) status?: 'open' | 'published';
  /** Whose assessments: a union below yours; left out: your own. */
  @Maybe() @Id() ownerId?: string;
}

export class ScoreDto {
  /** Within the limits of the criterion; of a rule that takes points. @example "18.5" */
  @Maybe() @Quantity({ min: 0, max: 9999999, decimals: 2 }) points?: string;
  /** Of a rule that is fed with a stated rate. @example "37" */
  @Maybe() @Quantity({ min: 0, max: 999999999, decimals: 4 }) numerator?: string;
  /** 0 says that there is no rate. @example "40" */
  @Maybe() @Quantity({ min: 0, max: 999999999, decimals: 4 }) denominator?: string;
  /** Of a rule that counts: how often each ground occurred; 0 is a value. */
  @Maybe() @JsonObject() @ApiProperty({ example: { A: 1 } }) counts?: Record<string, number>;
  /** @example "职工服务中心全年开放，台账齐全" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}

export class ScoreSheetQuery extends PageQuery {
  /** @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
}
