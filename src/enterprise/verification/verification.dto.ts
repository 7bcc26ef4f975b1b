/** What the doors take in for verifications (企业核查). */
import type { Standing } from '../../events/enterprise-body';
import { Id, Maybe, OneOf, Text } from '../../http/fields';
import { Ids, ListOf } from '../../http/list-fields';
import { PageQuery } from '../../http/page.dto';
import type { VerificationStatus } from './enterprise-verification.entity';

export class VerificationProposalDto {
  /** Up to 200 enterprises with one reason and one set of evidence; all or none. */
  @Ids({ min: 1, max: 200 }) enterpriseIds!: string[];
  /** abnormal 非正常, nonexistent 事实不存在; normal takes an earlier finding back. @example "nonexistent" */
  @OneOf(['normal', 'abnormal', 'nonexistent']) finding!: Standing;
  /** @example "实地走访，注册地址无此企业" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}

export class VerificationDecisionDto {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() verificationId!: string;
  /** @example "accepted" */
  @OneOf(['accepted', 'refused']) outcome!: 'accepted' | 'refused';
  /** Must be given where it is refused. @example "情况属实" */
  @Maybe() @Text({ max: 1000, multiline: true }) reason?: string;
}

export class VerificationDecisionsDto {
  /** All or none: what is wrong is said row by row. */
  @ListOf(() => VerificationDecisionDto, { min: 1, max: 200 }) decisions!: VerificationDecisionDto[];
}

const statuses = ['proposed', 'accepted', 'refused', 'withdrawn'] as const satisfies readonly VerificationStatus[];

export class VerificationQuery extends PageQuery {
  /** toDecide: by your union; own: proposed by it; all within reach when left out. @example "toDecide" */
  @Maybe() @OneOf(['toDecide', 'own', 'all']) of?: 'toDecide' | 'own' | 'all';
  /** @example "proposed" */
  @Maybe() @OneOf(statuses) status?: VerificationStatus;
  /** Of this enterprise. */
  @Maybe() @Id() enterpriseId?: string;
}
