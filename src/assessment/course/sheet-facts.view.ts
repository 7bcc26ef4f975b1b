/** What the machine found of one scored union (考核事实): its tasks as accepted, for the scorer to look at. */
export class TaskFactView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  taskId!: string;
  /** @example "发展工会会员" */
  title!: string;
  /** @example "S05" */
  programme!: string;
  /** @example "人" */
  unit!: string;
  /** @example "60" */
  target!: string;
  /** Accepted. @example "40" */
  done!: string;
  /** Handed in and not yet accepted; never scored. @example "5" */
  pending!: string;
  /** @example "1" */
  weight!: string;
  /** null while the task is not due. @example "on_time" */
  timeliness!: 'on_time' | 'late' | 'missing' | null;
  /** Reports handed in for it and below it. @example 3 */
  received!: number;
  /** Of them returned at least once. @example 1 */
  returned!: number;
  /** The accepted reports. */
  reportIds!: string[];
}

/** Which of the tasks a criterion looks at. */
export class CriterionTasksView {
  /** @example "A1" */
  criterion!: string;
  taskIds!: string[];
}

export class SheetFactsView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  tasks!: TaskFactView[];
  /** Criteria that look at tasks. */
  criteria!: CriterionTasksView[];
}
