/** A score sheet (评分表) as it is answered, from the stored scores: never computed anew. */
import type { Countable } from './countable';
import { ApiProperty } from '@nestjs/swagger';
import { Decimal } from 'decimal.js';
import type { Json } from './rules/rule';
import type { Given } from './stage';

/** One text in both languages. */
export class WordsView {
  /** @example "完成率 75.00%，得分 = 60 × min(90 ÷ 120, 1) = 45.00。" */
  zh!: string;
  /** @example "Completion 75.00 %, points = 60 × min(90 ÷ 120, 1) = 45.00." */
  en!: string;
}

/** The fewest units of work that bring more points. */
export class NextUnitView {
  /** The task; null where the points follow from no task. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  taskId!: string | null;
  /** @example "1" */
  more!: string;
  /** What it brings. @example "0.50" */
  gain!: string;
  /** The points then. @example "45.50" */
  points!: string;
  words!: WordsView;
}

/** What one stage gave for a criterion. */
export class StageScoreView {
  /** What the rule makes of it; null: no value. @example "17.50" */
  points!: string | null;
  /** Points, or what the rule was fed with. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { points: '17.5' } })
  given!: Given;
  /** @example "台账齐全，活动有记录" */
  reason!: string;
  /** The officer. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  by!: string;
  /** @example "王芳" */
  byName!: string;
  /** @example "2026-12-21T02:00:00.000Z" */
  at!: string;
  /** Given after the last day of its step. @example false */
  late!: boolean;
}

/** What an upheld appeal changed: old and new stand side by side. */
export class CorrectionView {
  /** @example "15.00" */
  old!: string;
  /** @example "17.00" */
  new!: string;
  /** @example "补充的台账经核实有效" */
  reason!: string;
  /** @example "2027-01-07T02:00:00.000Z" */
  at!: string;
  /** The officer who decided. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  by!: string;
  /** @example "李梅" */
  byName!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  appealId!: string;
}

/** What a criterion counts. */
export class GroundView {
  /** @example "G1" */
  code!: string;
  /** @example "逾期未报" */
  name!: string;
}

export class CriterionScoreView {
  /** @example "A1" */
  code!: string;
  /** @example "年度任务完成" */
  name!: string;
  /** The code of its part. @example "A" */
  part!: string;
  /** The codes of the criteria it belongs to, the outermost first. @example [] */
  groups!: string[];
  /** @example "60.00" */
  marks!: string;
  /** What counts; null: not scored yet, which is not zero. After a correction it is the new value. @example "45.00" */
  points!: string | null;
  /** Corrections (更正) after publication, the earliest first; its `old` is what the arithmetic gives. @example [] */
  corrections!: CorrectionView[];
  /** computed from accepted reports, or judged by the office. @example "computed" */
  source!: 'computed' | 'judged';
  /** Who gives the points: computed, self, office, or the code of a named office. @example "computed" */
  scorer!: string;
  /** What a scorer hands in: points, a stated rate, or counts. @example "points" */
  takes!: 'points' | 'rate' | 'occurrences';
  /** What is counted, of a criterion that takes counts. */
  grounds!: GroundView[];
  /** How it is meant; null where the scheme says nothing. @example null */
  note!: string | null;
  /** Points beyond the full marks, counted among the bonuses. @example "0.00" */
  bonus!: string;
  /** The self-score (自评) of the union; null while there is none. */
  self!: StageScoreView | null;
  /** The first review (初评); null while there is none. */
  review!: StageScoreView | null;
  /** The final score (终评); null while the first review stands. */
  final!: StageScoreView | null;
  /** The rule in words. */
  rule!: WordsView;
  /** What the points were worked out from; null where nothing was to work out. @example "60 × min(90 ÷ 120, 1)" */
  arithmetic!: string | null;
  /** Why an officer gave these points; null where they are computed. @example "职工服务中心全年开放，台账齐全" */
  reason!: string | null;
  explanation!: WordsView;
  /** What the points follow from: targets, accepted values and the ids of their reports. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { marks: '60.00', fullAt: '1', completionPercent: '75.00' },
  })
  inputs!: Readonly<Record<string, Json>>;
  nextUnit!: NextUnitView | null;
  /** @example "2026-12-21T02:00:00.000Z" */
  scoredAt!: string;
}

export class PartScoreView {
  /** @example "A" */
  code!: string;
  /** @example "工作任务" */
  name!: string;
  /** @example "80.00" */
  marks!: string;
  /** Σ of what is scored in this part. @example "65.00" */
  points!: string;
}

export class ScoreSheetSummary {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** @example "2026 年度街道总工会工作考核方案" */
  title!: string;
  /** @example 2026 */
  year!: number;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "海山街道总工会" */
  unionName!: string;
  /** base + bonus − penalty; 0 with a veto to zero. @example "83.50" */
  points!: string;
  /** Σ of what is scored. @example "83.50" */
  base!: string;
  /** Bonuses after all caps. @example "0.00" */
  bonus!: string;
  /** Penalties after all caps. @example "0.00" */
  penalty!: string;
  /** @example "100.00" */
  fullMarks!: string;
  /** Criteria not scored yet. @example 0 */
  openCriteria!: number;
  /** Equal points share a rank; null until published. @example 1 */
  rank!: number | null;
  /** The class of comparable unions; null where the scheme has none. @example "A" */
  classCode!: string | null;
  /** Rank within the class; null until published. @example 1 */
  classRank!: number | null;
  /** The code of the grade; null until published or where the scheme has none. @example "excellent" */
  grade!: string | null;
  /** A veto that takes the award. @example false */
  awardLost!: boolean;
  /** When the union handed its self-score in; null while it has not. @example "2026-12-18T02:00:00.000Z" */
  handedInAt!: string | null;
  /** Handed in after the last day of the self-score. @example false */
  handedInLate!: boolean;
  /** When the first review of the sheet was finished; null while it is not. @example null */
  reviewedAt!: string | null;
  /** @example 3 */
  version!: number;
}

/** A thing the platform counted by itself (自动计数). */
export class CountedFactView {
  /** @example "order.red" */
  fact!: Countable;
  /** The order, the application or the interview. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "2026-06-12" */
  day!: string;
  /** @example "督〔2026〕1号 限期推进会员实名制" */
  words!: string;
  /** @example null */
  taskId!: string | null;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  orderId!: string | null;
}

/** What one kind of bonus or penalty brought. */
export class ExtraLineView {
  /** @example "bonus" */
  kind!: 'bonus' | 'penalty';
  /** The code of the kind, or of the criterion that went beyond its marks. @example "J1" */
  code!: string;
  /** @example "市级以上荣誉" */
  name!: string;
  /** After the cap of the kind. @example "1.50" */
  points!: string;
  /** @example "min(1 × 1 + 1 × 0.5, 3)" */
  arithmetic!: string;
  /** The approved entries. */
  entryIds!: string[];
  /** What the platform counted. @example [] */
  facts!: CountedFactView[];
}

export class ScoreSheetView extends ScoreSheetSummary {
  /** Bonuses and penalties, kind by kind. */
  extras!: ExtraLineView[];
  /** The codes of the vetoes that hold. @example [] */
  vetoes!: string[];
  /** Why it is this grade; null until published. */
  gradeWords!: WordsView | null;
  parts!: PartScoreView[];
  criteria!: CriterionScoreView[];
}

export class ScoreSheetList {
  items!: ScoreSheetSummary[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 4 */
  total!: number;
}

/** The own published sheets, each with its criteria. */
export class PublishedSheetList {
  items!: ScoreSheetView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export const twoPlaces = (value: string): string => new Decimal(value).toFixed(2);
