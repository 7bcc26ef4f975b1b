/** Appeals (申诉) as they are answered. */
import { EvidenceView } from '../../work/report.view';
import type { AppealStatus } from './appeal.entity';

/** A criterion that is appealed. */
export class AppealedCriterion {
  /** @example "B1" */
  code!: string;
  /** @example "特色工作与创新" */
  name!: string;
}

/** What an upheld appeal changed. */
export class AppealCorrection {
  /** @example "B1" */
  criterion!: string;
  /** @example "15.00" */
  old!: string;
  /** @example "17.00" */
  new!: string;
  /** @example "补充的台账经核实有效" */
  reason!: string;
}

export class AppealView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** Of the assessment. @example "2026 年度街道总工会工作考核方案" */
  title!: string;
  /** @example 2026 */
  year!: number;
  /** The union that appeals. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "海山街道总工会" */
  unionName!: string;
  criteria!: AppealedCriterion[];
  /** @example "年度台账已补充，请复核" */
  reason!: string;
  /** filed: waits for an answer; upheld (成立), rejected (不成立), withdrawn (撤回). @example "filed" */
  status!: AppealStatus;
  /** The officer. @example "陈静" */
  filedBy!: string;
  /** @example "2026-12-30T02:00:00.000Z" */
  filedAt!: string;
  /** The officer; null while it waits. @example null */
  decidedBy!: string | null;
  /** @example null */
  decidedAt!: string | null;
  /** @example null */
  decisionReason!: string | null;
  corrections!: AppealCorrection[];
  /** Files of evidence. @example 1 */
  files!: number;
  /** @example 1 */
  version!: number;
}

export class AppealList {
  /** The latest first. */
  items!: AppealView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class AppealDetail extends AppealView {
  evidence!: EvidenceView[];
  /** The reader scored or entered something that is appealed, so another officer must decide. @example false */
  ownScore!: boolean;
}
