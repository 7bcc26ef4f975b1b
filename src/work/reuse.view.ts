/** Values that were reported and accepted already and can be taken over (沿用), as they are answered. */
export class ReusableValue {
  /** The accepted report. */
  reportId!: string;
  taskId!: string;
  /** @example "工会会员数统计" */
  taskTitle!: string;
  /** Who asked for it then. @example "沙头角街道总工会" */
  assignerName!: string;
  /** Counted within its task. @example 2 */
  no!: number;
  /** The day it counts up to. @example "2026-05-03" */
  asOf!: string;
  /** @example "120" */
  done!: string;
  /** @example "人" */
  unit!: string;
  /** @example "新增会员 20 人" */
  note!: string;
}

export class ReusableList {
  /** The latest first, at most twenty. */
  items!: ReusableValue[];
  /** How many there are. @example 1 */
  total!: number;
}

/** Where a report's value was taken over from, and how much it was there. */
export class TakenFromView {
  reportId!: string;
  taskId!: string;
  /** @example "工会会员数统计" */
  taskTitle!: string;
  /** @example "2026-05-03" */
  asOf!: string;
  /** @example "120" */
  done!: string;
}
