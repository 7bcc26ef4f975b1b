/** A trial of a scheme (方案试评): how it would have scored an earlier year, and how ranks would have moved. */
import { LeftOutView } from './simulation.view';

/** The published result that a trial is held against. */
export class TrialAgainstView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** @example "2025 年度街道总工会工作考核方案" */
  title!: string;
  /** @example "100.00" */
  fullMarks!: string;
}

export class TrialUnionView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "甲街道总工会" */
  unionName!: string;
  /** By the scheme that is tried. @example "81.20" */
  points!: string;
  /** Criteria that could not be scored for it. @example 1 */
  openCriteria!: number;
  /** @example 2 */
  rank!: number;
  /** As published in that year; null where the union was not scored then. @example "78.40" */
  publishedPoints!: string | null;
  /** @example 4 */
  publishedRank!: number | null;
  /** Places gained (above 0) or lost (below 0). @example 2 */
  moved!: number | null;
}

export class TrialView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  schemeId!: string;
  /** @example "2026 年度街道总工会工作考核方案" */
  title!: string;
  /** Whose facts it was tried on. @example 2025 */
  year!: number;
  /** @example "100.00" */
  fullMarks!: string;
  /** The marks of what could be scored. @example "80.00" */
  triedMarks!: string;
  /** null where nothing of that year was published. */
  against!: TrialAgainstView | null;
  /** The first rank first. */
  unions!: TrialUnionView[];
  /** What could not be scored for anybody, and why. */
  leftOut!: LeftOutView[];
}
