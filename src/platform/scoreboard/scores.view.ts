/** The scoreboard (积分榜) as it is answered: the standings of one assessment, with last year beside them. */
import type { Step } from '../../events/events';
import type { Tier } from '../../kernel/actor';

export class NamedItem {
  /** @example "A1" */
  code!: string;
  /** @example "工会组建" */
  name!: string;
}

export class ScoredItem extends NamedItem {
  /** What it can bring to the whole. @example "60.00" */
  marks!: string;
}

/** An assessment whose standings may be looked at. */
export class ScoreCardView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** @example "2026 年度街道总工会工作考核方案" */
  title!: string;
  /** @example 2026 */
  year!: number;
  /** The tier that is scored. @example "subdistrict" */
  forTier!: Tier;
  /** The union that scores. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  ownerId!: string;
  /** @example "示范区总工会" */
  ownerName!: string;
  /** Where its course (考核流程) was last said to stand; null while nothing was said. @example "published" */
  step!: Step | null;
  /** The last day of that step; null: open-ended. @example null */
  stepDue!: string | null;
  /** Whether there are final standings. @example true */
  published!: boolean;
  /** Whether you may see provisional standings: the scoring tier and above. @example true */
  provisional!: boolean;
}

export class ScoreCardList {
  /** Everything announced up to this moment is in it. @example "2026-11-23T06:00:00.000Z" */
  asOf!: string;
  items!: ScoreCardView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class ScoreRow {
  /** Among the rows that were asked for; equal points share a rank; null without points. @example 1 */
  rank!: number | null;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "海山街道总工会" */
  unionName!: string;
  /** The class of comparable unions; null where there are none. @example null */
  classCode!: string | null;
  /** Of the sheet, or of the criterion asked for; null: not scored yet. @example "96.50" */
  points!: string | null;
  /** The name of the grade (等次); only in final standings. @example "优秀" */
  grade!: string | null;
  /** Criteria not scored yet; null in final standings. @example 0 */
  openCriteria!: number | null;
  /** The same in the published assessment of the year before; null where there is none. @example "94.00" */
  lastPoints!: string | null;
  /** @example 2 */
  lastRank!: number | null;
  /** Points more (less, below 0) than the year before. @example "2.50" */
  pointsChange!: string | null;
  /** Ranks climbed (fallen, below 0) since the year before. @example 1 */
  rankChange!: number | null;
}

export class ScoresView {
  /** Everything announced up to this moment is in it. @example "2026-11-23T06:00:00.000Z" */
  asOf!: string;
  assessment!: ScoreCardView;
  /** @example "final" */
  kind!: 'provisional' | 'final';
  /** The class whose standings these are; null: all. @example null */
  classCode!: string | null;
  /** The criterion whose standings these are; null: the whole sheet. @example null */
  criterion!: string | null;
  /** The published assessment of the year before; null where there is none. @example null */
  lastAssessmentId!: string | null;
  /** @example "100" */
  fullMarks!: string | null;
  /** The classes whose standings you may ask for. */
  classes!: NamedItem[];
  /** The criteria whose standings you may ask for. */
  criteria!: ScoredItem[];
  items!: ScoreRow[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 4 */
  total!: number;
}
