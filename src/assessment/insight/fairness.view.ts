/** The fairness report of an assessment (考核公平性分析). */
import { WordsView } from '../score-sheet.view';

export class DistributionView {
  /** @example 8 */
  count!: number;
  /** @example "61.20" */
  lowest!: string;
  /** @example "70.05" */
  lowerQuartile!: string;
  /** @example "78.40" */
  median!: string;
  /** @example "85.60" */
  upperQuartile!: string;
  /** @example "93.10" */
  highest!: string;
  /** @example "78.02" */
  mean!: string;
  /** @example "9.87" */
  deviation!: string;
}

export class BinView {
  /** @example "90.00" */
  from!: string;
  /** The last bin takes everything above, too. @example "100.00" */
  below!: string;
  /** @example 2 */
  count!: number;
}

export class ClassDistributionView {
  /** null: all unions together. @example "A" */
  classCode!: string | null;
  /** @example "街道甲组" */
  className!: string | null;
  /** null where there is nobody. */
  distribution!: DistributionView | null;
  /** Ten, from 0 to the full marks. */
  bins!: BinView[];
}

export class CriterionFairnessView {
  /** @example "A1" */
  code!: string;
  /** @example "年度任务完成" */
  name!: string;
  /** @example "60.00" */
  marks!: string;
  /** A person gives the points or what they follow from. @example false */
  judged!: boolean;
  /** On how many sheets. @example 8 */
  scored!: number;
  /** @example "40.00" */
  lowest!: string | null;
  /** @example "60.00" */
  highest!: string | null;
  /** @example "52.10" */
  mean!: string | null;
  /** @example "6.40" */
  deviation!: string | null;
  /** same: separates nobody; failed: everybody is below 60 % of the marks; full: everybody has the full marks. */
  flags!: ('same' | 'failed' | 'full')[];
}

/** In percent with two places; null where there is nothing to share. */
export class JudgedShareView {
  /** @example "20.00" */
  ofMarks!: string | null;
  /** @example "18.50" */
  ofPoints!: string | null;
  /** Of the differences between the unions. @example "41.30" */
  ofDifferences!: string | null;
}

export class ScorerOthersView {
  /** @example 12 */
  scorings!: number;
  /** @example "81.20" */
  mean!: string;
  /** @example "7.10" */
  deviation!: string;
}

/** An officer who scored at least three sheets; shares of the marks in percent. */
export class ScorerFairnessView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  officerId!: string;
  /** @example "李强" */
  officer!: string;
  /** @example 4 */
  sheets!: number;
  /** @example 8 */
  scorings!: number;
  /** @example "93.40" */
  mean!: string;
  /** @example "3.10" */
  deviation!: string;
  /** The others on the same criteria; null where there are none. */
  others!: ScorerOthersView | null;
  /** On the same criteria. @example "12.20" */
  difference!: string | null;
  /** @example true */
  apart!: boolean;
}

/** Two neighbours of a ranking whose order hangs on the rounding. */
export class ClosePairView {
  /** null: the ranking of all. @example "A" */
  classCode!: string | null;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  aheadId!: string;
  /** @example "甲街道总工会" */
  ahead!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3e" */
  behindId!: string;
  /** @example "乙街道总工会" */
  behind!: string;
  /** @example "0.01" */
  gap!: string;
  /** Below zero where the order would be the other way round. @example "-0.0016666667" */
  exactGap!: string;
  /** How far rounding moved both together. @example "0.0083333333" */
  moved!: string;
  /** reversed, tied only by rounding, or within what rounding moved. @example "reversed" */
  closeness!: 'reversed' | 'tied' | 'within';
  words!: WordsView;
}

export class FairnessView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** @example "2026 年度街道总工会工作考核方案" */
  title!: string;
  /** @example 2026 */
  year!: number;
  /** open: still being scored. @example "published" */
  status!: 'open' | 'published';
  /** @example "100.00" */
  fullMarks!: string;
  /** All together first, then class by class. */
  distributions!: ClassDistributionView[];
  criteria!: CriterionFairnessView[];
  judgement!: JudgedShareView;
  /** By what scorers are flagged. */
  scorerRule!: WordsView;
  scorers!: ScorerFairnessView[];
  closePairs!: ClosePairView[];
  /** Sheets of which the exact points are not known. @example 0 */
  withoutExact!: number;
}
