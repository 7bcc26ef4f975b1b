/** Verifications (企业核查) as they are answered. */
import type { Standing } from '../../events/enterprise-body';
import { EvidenceView } from '../../work/report.view';
import type { VerificationStatus } from './enterprise-verification.entity';

export class VerificationView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** What was proposed together shares reason and evidence. */
  proposalId!: string;
  enterpriseId!: string;
  /** @example "示范科技有限公司" */
  enterpriseName!: string;
  /** @example "91440300708461136T" */
  creditCode!: string;
  /** The union that proposed. */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** The union that decides. */
  deciderId!: string;
  /** normal 正常, abnormal 非正常, nonexistent 事实不存在. @example "nonexistent" */
  finding!: Standing;
  /** @example "实地走访，注册地址无此企业" */
  reason!: string;
  /** @example "proposed" */
  status!: VerificationStatus;
  proposedBy!: string;
  /** @example "李娜" */
  proposedByName!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  proposedAt!: string;
  /** @example "陈晓明" */
  decidedByName!: string | null;
  decidedAt!: string | null;
  /** From this day on it holds. @example "2026-11-21" */
  decidedOn!: string | null;
  decisionReason!: string | null;
  evidence!: EvidenceView[];
}

export class VerificationList {
  items!: VerificationView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 642 */
  total!: number;
}

export class VerificationsView {
  items!: VerificationView[];
}
