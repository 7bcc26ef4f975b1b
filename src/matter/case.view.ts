/** Cases (诉求件) as they are answered. */
import type { CaseStatus } from '../events/case-body';
import type { CaseKind, CaseMark, CaseStepKind } from './case-course';

export class CaseView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "province" */
  source!: string;
  /** @example "省总职工诉求平台" */
  sourceName!: string;
  /** By which the source knows it. @example "粤诉2026110001" */
  number!: string;
  /** @example "拖欠三个月工资" */
  title!: string;
  /** @example "wages" */
  kind!: CaseKind;
  /** @example "维权服务" */
  programme!: string | null;
  /** @example "assigned" */
  status!: CaseStatus;
  /** Who handles it. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "甲街道总工会" */
  unionName!: string;
  /** @example "2026-11-24T01:30:00.000Z" */
  receivedAt!: string;
  /** @example "2026-12-08" */
  dueOn!: string;
  /** Working days until the last day; below 0: so many too late; null: closed. @example 6 */
  daysLeft!: number | null;
  /** What of it could not be translated. @example ["area"] */
  marks!: CaseMark[];
  /** @example 2 */
  version!: number;
}

export class CaseList {
  items!: CaseView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class CaseChangeView {
  /** @example "content" */
  field!: string;
  /** @example "拖欠两个月工资" */
  before!: string | null;
  /** @example "拖欠三个月工资" */
  after!: string | null;
}

export class CaseStepView {
  /** @example 1 */
  no!: number;
  /** @example "received" */
  kind!: CaseStepKind;
  /** Who handled it from then on. @example "甲街道总工会" */
  unionName!: string;
  /** @example "省总职工诉求平台" */
  officerName!: string;
  /** @example "2026-11-24T01:30:00.000Z" */
  at!: string;
  /** @example null */
  words!: string | null;
  /** @example [] */
  changes!: CaseChangeView[];
}

export class CaseUnionChoice {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "甲一社区工联会" */
  name!: string;
}

export class CaseDetail extends CaseView {
  /** Telephone and ID numbers are masked when it comes in. @example "本人在某公司工作，已三个月未发工资。" */
  content!: string;
  /** @example "2026-11-20T00:00:00.000Z" */
  occurredAt!: string | null;
  /** @example null */
  answer!: string | null;
  steps!: CaseStepView[];
  /** What you may do with it now. @example ["assign", "answer", "handBack"] */
  may!: ('assign' | 'answer' | 'handBack' | 'review')[];
  /** To whom you may assign it. */
  choices!: CaseUnionChoice[];
}
