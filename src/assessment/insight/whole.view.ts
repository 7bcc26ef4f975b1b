/** How parts, bonuses, penalties and vetoes add up to the points of a sheet (总分说明). */
import { EntrySourceView, ExplainedCriterionView, ExplainedPartView, ReportSourceView } from './explanation.view';
import { CountedFactView, WordsView } from '../score-sheet.view';

/** A sum with its result. */
export class SumView {
  /** @example "77.50" */
  points!: string;
  /** @example "65.00 + 12.50 = 77.50" */
  arithmetic!: string;
}

/** What one kind of bonus or penalty brought (加分、减分), after its cap. */
export class ExplainedLineView extends SumView {
  /** @example "bonus" */
  kind!: 'bonus' | 'penalty';
  /** @example "J1" */
  code!: string;
  /** @example "市级以上荣誉" */
  name!: string;
  /** @example ["0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d"] */
  entryIds!: string[];
  /** What the platform counted. @example [] */
  facts!: CountedFactView[];
}

/** A veto (一票否决) that holds, and what it does. */
export class VetoSourceView {
  /** @example "V1" */
  code!: string;
  /** @example "发生重大事故" */
  name!: string;
  /** @example "gradeCapped" */
  effect!: 'zero' | 'gradeCapped' | 'awardLost';
  words!: WordsView;
  entryIds!: string[];
}

export class WholeView {
  /** Everything in a few sentences. */
  words!: WordsView;
  /** Σ of the parts. */
  base!: SumView;
  /** Σ of the kinds, up to the cap on all of them. */
  bonus!: SumView;
  penalty!: SumView;
  /** base + bonus − penalty, never below 0; 0 with a veto to zero. */
  points!: SumView;
  /** Kind by kind. */
  lines!: ExplainedLineView[];
  vetoes!: VetoSourceView[];
}

/** What the inputs come from, each once. */
export class SourcesView {
  reports!: ReportSourceView[];
  entries!: EntrySourceView[];
}

export class ExplanationView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** @example "2026 年度街道总工会工作考核方案" */
  title!: string;
  /** @example 2026 */
  year!: number;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "甲街道总工会" */
  unionName!: string;
  /** open: still being scored, the points are provisional. @example "published" */
  status!: 'open' | 'published';
  /** @example "100.00" */
  fullMarks!: string;
  /** @example "77.50" */
  points!: string;
  /** Criteria not scored yet, or not to be seen before publication. @example 0 */
  openCriteria!: number;
  /** null until published. @example 1 */
  rank!: number | null;
  /** @example "A" */
  classCode!: string | null;
  /** @example 1 */
  classRank!: number | null;
  /** @example "excellent" */
  grade!: string | null;
  /** Why it is this grade; null until published. */
  gradeWords!: WordsView | null;
  whole!: WholeView;
  parts!: ExplainedPartView[];
  criteria!: ExplainedCriterionView[];
  sources!: SourcesView;
}
