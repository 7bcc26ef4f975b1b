/** The self-score (自评) as the scored union sees it: what the machine found and what it gave itself, nothing of the tier above. */
import { ApiProperty } from '@nestjs/swagger';
import type { Step } from '../../events/events';
import { EntryView } from '../entry/entry.view';
import type { Json } from '../rules/rule';
import { GroundView, NextUnitView, StageScoreView, WordsView } from '../score-sheet.view';

export class SelfScoreSummary {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** @example "2026 年度社区工联会工作考核方案" */
  title!: string;
  /** @example 2026 */
  year!: number;
  /** The union that scores. @example "海山街道总工会" */
  ownerName!: string;
  /** Where the assessment stands. @example "self_score" */
  step!: Step;
  /** The last day of the present step; null: open-ended. @example "2026-12-18" */
  stepDue!: string | null;
  /** When it begins, of one that was opened ahead. @example null */
  beginOn!: string | null;
  /** Whether you may write now. @example true */
  writable!: boolean;
  /** Why not; null where you may. */
  closedWords!: WordsView | null;
  /** What you give now is marked as late. @example false */
  late!: boolean;
  /** When it was handed in; null while it is not. @example null */
  handedInAt!: string | null;
  /** Handed in after the last day. @example false */
  handedInLate!: boolean;
  /** Criteria you can score yourself. @example 3 */
  criteriaToScore!: number;
  /** Of them scored. @example 1 */
  criteriaScored!: number;
}

export class SelfScoreList {
  items!: SelfScoreSummary[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class SelfCriterionView {
  /** @example "B1" */
  code!: string;
  /** @example "特色工作" */
  name!: string;
  /** The code of its part. @example "B" */
  part!: string;
  /** The codes of the criteria it belongs to, the outermost first. @example [] */
  groups!: string[];
  /** @example "20.00" */
  marks!: string;
  /** Who gives the points: computed, self, office, or the code of a named office. @example "self" */
  scorer!: string;
  /** Whether you can score it yourself. @example true */
  selfScored!: boolean;
  /** What it takes: points, a stated rate, or counts. @example "points" */
  takes!: 'points' | 'rate' | 'occurrences';
  /** What is counted, of a criterion that takes counts. */
  grounds!: GroundView[];
  /** The rule in words. */
  rule!: WordsView;
  /** How it is meant; null where the scheme says nothing. @example null */
  note!: string | null;
  /** What you gave yourself; null while there is nothing. */
  self!: StageScoreView | null;
  /** What the machine found; null where it finds nothing, where others judge, or where it compares you with others. @example null */
  points!: string | null;
  explanation!: WordsView | null;
  /** @example null */
  arithmetic!: string | null;
  /** What the points follow from, with the ids of tasks and reports; empty where the machine finds nothing. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: {} })
  inputs!: Readonly<Record<string, Json>>;
  nextUnit!: NextUnitView | null;
}

export class SelfScorePart {
  /** @example "B" */
  code!: string;
  /** @example "工作创新" */
  name!: string;
  /** @example "20.00" */
  marks!: string;
}

export class EntryKindView {
  /** @example "J1" */
  code!: string;
  /** @example "市级以上荣誉" */
  name!: string;
  /** Points of one; null: each entry says how many. @example "1" */
  each!: string | null;
  /** @example "3" */
  cap!: string;
}

export class SelfScoreView extends SelfScoreSummary {
  /** @example "100.00" */
  fullMarks!: string;
  /** What you gave yourself and what the machine found, added up. @example "72.50" */
  points!: string;
  parts!: SelfScorePart[];
  criteria!: SelfCriterionView[];
  /** The kinds of bonuses you may propose. */
  bonuses!: EntryKindView[];
  /** What you proposed, and what was approved about you. */
  entries!: EntryView[];
}
