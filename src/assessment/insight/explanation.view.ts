/** An explanation (得分说明): every point of a sheet with its rule, its arithmetic and the sources of its inputs. */
import { ApiProperty } from '@nestjs/swagger';
import type { Json } from '../rules/rule';
import { CorrectionView, NextUnitView, StageScoreView, WordsView, CountedFactView } from '../score-sheet.view';

/** A file that backs something (佐证材料). */
export class EvidenceNameView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "花名册.pdf" */
  name!: string;
}

/** An accepted report (审核通过的填报) that inputs come from. */
export class ReportSourceView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** The task that was reported on: the scored one or one that lies below it. */
  taskId!: string;
  /** @example "新建工会" */
  taskTitle!: string;
  /** @example "甲一社区工联会" */
  unionName!: string;
  /** @example "2026-11-20" */
  asOf!: string;
  /** Cumulative. @example "30" */
  done!: string;
  /** @example "2026-11-22" */
  acceptedOn!: string;
  /** @example "李强" */
  acceptedBy!: string;
  /** The first ten. */
  evidence!: EvidenceNameView[];
  /** @example 1 */
  evidenceCount!: number;
}

/** An approved entry (考核记录) that inputs come from. */
export class EntrySourceView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "bonus" */
  kind!: 'occurrence' | 'bonus' | 'penalty' | 'veto';
  /** Only of an occurrence. @example null */
  criterion!: string | null;
  /** @example "J1" */
  ground!: string;
  /** @example 1 */
  count!: number;
  /** Only where the kind leaves them to the entry. @example "1.50" */
  points!: string | null;
  /** @example "2026-09-18" */
  occurredOn!: string;
  /** @example "获市级模范职工之家称号" */
  words!: string;
  /** @example "赵敏" */
  recordedBy!: string;
  /** @example "2026-09-20" */
  recordedOn!: string;
  /** @example "李强" */
  approvedBy!: string;
  /** @example "2026-09-21" */
  approvedOn!: string;
  /** The first ten. */
  evidence!: EvidenceNameView[];
  /** Shown, never counted in points. @example 1 */
  evidenceCount!: number;
}

/** A task that counted. What a rule does not look at is null. */
export class ExplainedTaskView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  taskId!: string;
  /** @example "新建工会" */
  title!: string;
  /** @example "家" */
  unit!: string | null;
  /** @example "90" */
  done!: string | null;
  /** Handed in and not yet accepted: shown, never scored. @example "5" */
  pending!: string | null;
  /** @example "120" */
  target!: string | null;
  /** @example "1" */
  weight!: string | null;
  /** @example "on_time" */
  timeliness!: string | null;
  /** The accepted reports, the first ten of them; they stand under `sources`. */
  reportIds!: string[];
  /** How many there are. @example 2 */
  reports!: number;
}

/** What an officer gave, and why (评分及理由). */
export class JudgementSourceView extends StageScoreView {
  /** @example "final" */
  stage!: 'self' | 'review' | 'final';
  /** Files that back it, the first ten. */
  evidence!: EvidenceNameView[];
}

/** A ground that can occur. */
export class GroundNameView {
  /** @example "late" */
  code!: string;
  /** @example "迟报" */
  name!: string;
}

/** A thing the platform counted for a criterion. */
export class GroundFactView extends CountedFactView {
  /** The code of the ground it counts for. @example "J1" */
  ground!: string;
}

export class ExplainedCriterionView {
  /** @example "A1" */
  code!: string;
  /** @example "年度任务完成" */
  name!: string;
  /** @example "A" */
  part!: string;
  /** @example [] */
  groups!: string[];
  /** @example "60.00" */
  marks!: string;
  /** null: not scored yet, or not to be seen before publication. @example "45.00" */
  points!: string | null;
  /** computed, self, office, or the code of a named office. @example "computed" */
  scorer!: string;
  /** What its scorer hands in: points, a rate, or how often; null where it is computed. @example null */
  takes!: 'points' | 'rate' | 'occurrences' | null;
  /** What can occur; empty where nothing is counted. */
  grounds!: GroundNameView[];
  /** Beyond the full marks. @example "0.00" */
  bonus!: string;
  /** The rule in words. */
  rule!: WordsView;
  explanation!: WordsView;
  /** The arithmetic with its result, rounded half up once. @example "60 × min(90 ÷ 120, 1) = 45.00" */
  arithmetic!: string | null;
  /** Corrections (更正) after publication, the earliest first; the arithmetic gives the `old` of the first. @example [] */
  corrections!: CorrectionView[];
  /** The tasks that counted, the first fifty. */
  tasks!: ExplainedTaskView[];
  /** How many there are. @example 1 */
  taskCount!: number;
  /** The approved entries that counted; they stand under `sources`. */
  entryIds!: string[];
  /** What the platform counted, thing by thing. */
  facts!: GroundFactView[];
  /** null where nobody judged. */
  judgement!: JudgementSourceView | null;
  /** What the union gave itself; null while there is nothing. */
  self!: StageScoreView | null;
  /** What else the rule was fed with. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { marks: '60.00', fullAt: '1' } })
  inputs!: Readonly<Record<string, Json>>;
  nextUnit!: NextUnitView | null;
}

export class ExplainedPartView {
  /** @example "A" */
  code!: string;
  /** @example "工作任务" */
  name!: string;
  /** @example "80.00" */
  marks!: string;
  /** @example "65.00" */
  points!: string;
  /** @example "45.00 + 20.00 = 65.00" */
  arithmetic!: string;
}
