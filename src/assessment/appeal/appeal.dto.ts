/** What the doors take in for appeals (申诉) and the answers to them. */
import { Id, Maybe, OneOf, Quantity, Text } from '../../http/fields';
import { ListOf, Texts } from '../../http/list-fields';
import { PageQuery } from '../../http/page.dto';
import type { AppealStatus } from './appeal.entity';

export class AppealDto {
  /** The published assessment. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() assessmentId!: string;
  /** The codes of the criteria whose points are appealed. @example ["B1"] */
  @Texts({ min: 1, max: 100, length: 40 }) criteria!: string[];
  /** @example "年度台账已补充，请复核" */
  @Text({ max: 2000, multiline: true }) reason!: string;
}

const statuses = ['filed', 'upheld', 'rejected', 'withdrawn'] as const satisfies readonly AppealStatus[];

export class AppealQuery extends PageQuery {
  /** @example "filed" */
  @Maybe() @OneOf(statuses) status?: AppealStatus;
}

export class CorrectionDto {
  /** One of the appealed criteria. @example "B1" */
  @Text({ max: 40 }) criterion!: string;
  /** From 0 to the marks of the criterion. @example "17" */
  @Quantity({ min: 0, max: 9999999, decimals: 2 }) points!: string;
  /** @example "补充的台账经核实有效" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}

export class DecisionDto {
  /** @example "upheld" */
  @OneOf(['upheld', 'rejected']) outcome!: 'upheld' | 'rejected';
  /** @example "申诉材料属实，予以更正" */
  @Text({ max: 2000, multiline: true }) reason!: string;
  /** What an upheld appeal corrects; none where it is rejected. */
  @Maybe() @ListOf(() => CorrectionDto, { max: 100 }) corrections?: CorrectionDto[];
}
