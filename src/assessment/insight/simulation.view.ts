/** A simulation (试算): the sheet as it would be, and what would change. */
import { WordsView } from '../score-sheet.view';
import { WholeView } from './whole.view';

export class ChangedCriterionView {
  /** @example "A1" */
  code!: string;
  /** @example "年度任务完成" */
  name!: string;
  /** @example "A" */
  part!: string;
  /** @example "60.00" */
  marks!: string;
  /** As it is, by the facts as they are now. @example "45.00" */
  before!: string | null;
  /** As it would be. @example "47.50" */
  points!: string | null;
  /** null where one of the two has no points. @example "+2.50" */
  difference!: string | null;
  /** @example "60 × min(95 ÷ 120, 1) = 47.50" */
  arithmetic!: string | null;
  explanation!: WordsView;
}

/** A place among the sheets as they stand. */
export class SimulatedRankView {
  /** @example 3 */
  before!: number;
  /** @example 2 */
  after!: number;
  /** Of how many unions. @example 8 */
  of!: number;
}

/** A criterion that a simulation leaves out. */
export class LeftOutView {
  /** @example "A4" */
  code!: string;
  /** @example "全区排名" */
  name!: string;
  /** @example "10.00" */
  marks!: string;
  words!: WordsView;
}

export class SimulationView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "100.00" */
  fullMarks!: string;
  /** By the facts as they are now, which may be newer than the sheet. @example "60.00" */
  before!: string;
  /** As it would be. @example "62.50" */
  points!: string;
  /** @example "+2.50" */
  difference!: string;
  whole!: WholeView;
  criteria!: ChangedCriterionView[];
  /** What a scored union is not told, or cannot work out alone. */
  leftOut!: LeftOutView[];
  /** null for the scored union itself. */
  rank!: SimulatedRankView | null;
  /** Within its class; null where the scheme has none, and for the scored union itself. */
  classRank!: SimulatedRankView | null;
}
