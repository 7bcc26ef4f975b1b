/** Lights, their reasons, their history and their rule as they are answered. */
import type { Light, LightReason } from '../kernel/light';
import type { LightPeriod } from '../kernel/light-rule';

export class LightWords {
  /** @example "落后计划 12.5 个百分点（完成 37.5%，计划 50.0%）。" */
  zh!: string;
  /** @example "12.5 points behind the plan (37.5% done, 50.0% planned)." */
  en!: string;
}

export class LightRuleView {
  /** 0: the standard rule, the district has set none. @example 2 */
  version!: number;
  /** Points behind the plan from which a light is yellow. @example "10" */
  yellow!: string;
  /** Points behind the plan beyond which it is red. @example "30" */
  red!: string;
  /** In what "not started" and "caught up" are counted. @example "month" */
  period!: LightPeriod;
  /** Whole periods since the start without anything done after which it is yellow; null: never for that alone. @example 1 */
  notStartedYellow!: number | null;
  /** The same, for red. @example 3 */
  notStartedRed!: number | null;
  /** Whether a red light that caught up stays yellow until its period ends. @example true */
  repaired!: boolean;
  /** Why it was set. @example "年中冲刺，提前预警" */
  reason!: string | null;
  /** @example "陈敏" */
  setBy!: string | null;
  /** @example "2026-07-01T02:00:00.000Z" */
  setAt!: string | null;
}

export class LightRuleList {
  /** The latest first; the standard rule, which held before them, is not among them. */
  items!: LightRuleView[];
}

/** A union directly below that lay behind its plan. */
export class LightCulprit {
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** How much is missing to the plan, in the measure's unit. @example "27" */
  short!: string;
}

export class LightChild extends LightCulprit {
  taskId!: string;
  /** @example "red" */
  light!: Light | null;
  /** Points behind the plan. @example "31.2" */
  behind!: string;
}

export class LightChangeView {
  /** @example "2026-07-03" */
  on!: string;
  /** @example "2026-07-02T16:00:12.000Z" */
  at!: string;
  /** @example "yellow" */
  before!: Light | null;
  /** @example "red" */
  light!: Light | null;
  /** @example "behind" */
  reason!: LightReason;
  words!: LightWords;
  /** @example "30.4" */
  behind!: string;
  /** @example "40" */
  done!: string;
  /** @example "120" */
  target!: string;
  /** The due day it was judged by. @example "2026-12-31" */
  dueOn!: string;
  /** How many days it stayed so, or has stayed so until today. @example 12 */
  days!: number;
  /** The rule it was judged by. @example 2 */
  ruleVersion!: number;
  /** Who lay furthest behind directly below, at most three. */
  culprits!: LightCulprit[];
}

/** The light of one task, why, and what it was before. */
export class TaskLightView {
  taskId!: string;
  /** @example "2026-07-15" */
  today!: string;
  /** @example "yellow" */
  light!: Light | null;
  /** @example "behind" */
  reason!: LightReason;
  words!: LightWords;
  /** Points behind the plan. @example "12.5" */
  behind!: string;
  /** Share of the time that has passed, in percent. @example "53.7" */
  elapsed!: string;
  /** Percent of the target that should be done by now. @example "50.0" */
  planned!: string;
  /** Percent of the target that is done. @example "37.5" */
  progress!: string;
  /** @example 0 */
  overdueDays!: number;
  /** How much is missing to the plan, in the measure's unit. @example "15" */
  short!: string;
  /** @example "人" */
  unit!: string;
  /** Handed in and not yet accepted. @example "20" */
  pending!: string;
  /** The light if what was handed in were accepted today. @example "green" */
  withPending!: Light | null;
  /** Since when it has this colour; null where it has not been judged yet. @example "2026-07-02T16:00:12.000Z" */
  since!: string | null;
  /** The day on which it turns when nobody does anything; null: it stays. @example "2026-08-02" */
  turnsOn!: string | null;
  /** The last day that ended red. @example null */
  redOn!: string | null;
  /** The rule it is judged by. @example 2 */
  ruleVersion!: number;
  /** The shares directly below that lie behind, the most missing first; at most twenty. */
  children!: LightChild[];
  /** Every change of colour, the latest first; at most a hundred. */
  history!: LightChangeView[];
}

export class LitTask {
  taskId!: string;
  /** @example "发展工会会员" */
  title!: string;
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "red" */
  light!: Light;
  /** @example "behind" */
  reason!: LightReason;
  words!: LightWords;
  /** @example "31.2" */
  behind!: string;
  /** @example "2026-07-02T16:00:12.000Z" */
  since!: string;
  /** How many days it has had this colour. @example 12 */
  days!: number;
  /** @example "40" */
  done!: string;
  /** @example "20" */
  pending!: string;
  /** @example "120" */
  target!: string;
  /** @example "人" */
  unit!: string;
  /** @example "2026-12-31" */
  dueOn!: string;
}

export class LitTaskList {
  items!: LitTask[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 12 */
  total!: number;
}
