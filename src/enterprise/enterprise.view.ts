/** Enterprises (企业) as they are answered. */
import type { EnterpriseKind, Standing } from '../events/enterprise-body';
import type { ChangeKind, DatedFact } from './enterprise-facts';

export class EnterpriseView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** 统一社会信用代码. @example "91440300708461136T" */
  creditCode!: string;
  /** @example "示范科技有限公司" */
  name!: string;
  /** non_public 非公, public 公有. @example "non_public" */
  kind!: EnterpriseKind;
  /** @example "制造业" */
  industry!: string | null;
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** Since when it lies there. @example "2012-01-01" */
  placedSince!: string;
  /** As counted last; null: not known. @example 120 */
  workers!: number | null;
  /** @example 116 */
  members!: number | null;
  /** @example "2014-12-31" */
  countedOn!: string | null;
  /** null: it has no union. @example "2012-05-01" */
  unionEstablishedOn!: string | null;
  /** End of the committee's term. @example "2027-04-30" */
  termEndsOn!: string | null;
  /** 劳动争议调解委员会; null: not known. */
  mediation!: boolean | null;
  /** 劳动法律监督委员会; null: not known. */
  legalSupervision!: boolean | null;
  /** @example "2008-03-12" */
  openedOn!: string;
  /** The first day on which it is no longer there. */
  closedOn!: string | null;
  closedReason!: string | null;
  /** normal 正常, abnormal 非正常, nonexistent 事实不存在: as verified. @example "normal" */
  standing!: Standing;
  standingSince!: string | null;
  /** The verification that waits for a decision. */
  openVerificationId!: string | null;
  /** @example 1 */
  version!: number;
}

export class EnterpriseList {
  items!: EnterpriseView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 2190 */
  total!: number;
  /** Σ workers of all that were found. @example 70692 */
  workers!: number;
  /** Σ members. @example 68716 */
  members!: number;
}

export class EnterpriseChangeView {
  /** The version it made. @example 2 */
  no!: number;
  /** registered, takenIn (out of a spreadsheet), changed, counted, moved, closed, verified. @example "changed" */
  kind!: ChangeKind;
  /** @example { "name": "旧名称" } */
  before!: Record<string, unknown> | null;
  /** @example { "name": "新名称" } */
  after!: Record<string, unknown> | null;
  reason!: string | null;
  /** The spreadsheet it came out of. */
  intakeId!: string | null;
  /** @example "陈晓明" */
  officerName!: string | null;
  /** @example "2026-11-20T02:00:00.000Z" */
  at!: string;
}

export class EnterprisePlaceView {
  /** @example "2012-01-01" */
  since!: string;
  until!: string | null;
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  reason!: string | null;
}

export class HeadcountView {
  /** @example "2014-12-31" */
  countedOn!: string;
  /** @example 120 */
  workers!: number | null;
  /** @example 116 */
  members!: number | null;
}

export class FormerFactView {
  /** kind, industry, termEndsOn, mediation or legalSupervision. @example "kind" */
  fact!: DatedFact;
  /** The last day on which it was so. @example "2026-06-30" */
  until!: string;
  /** true and false of committees; null: it was not known, or there was none. @example "non_public" */
  value!: string | null;
}

export class EnterpriseHistory {
  /** The latest first; at most 200. */
  changes!: EnterpriseChangeView[];
  /** The latest first; at most 200. */
  places!: EnterprisePlaceView[];
  /** The latest first; at most 200. */
  headcounts!: HeadcountView[];
  /** What was so until a day, the latest first; at most 200. */
  former!: FormerFactView[];
}

export class DerivedCountView {
  /** @example "withoutUnion" */
  list!: string;
  /** Enterprises. @example 11 */
  enterprises!: number;
  /** Workers it is about; of notAllMembers those that are no members. @example 1976 */
  workers!: number;
}

export class DerivedCounts {
  items!: DerivedCountView[];
}
