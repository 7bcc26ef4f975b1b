/** The facts a criterion is scored from (考核事实): the tasks of one union as accepted, and what a scorer judged. */

/** A task of the scored union. Quantities and weight are decimal texts in the task's own unit of counting. */
export interface TaskFact {
  readonly taskId: string;
  readonly code?: string;
  readonly title: string;
  readonly programme: string;
  readonly unit: string;
  readonly target: string;
  /** Accepted only, cumulative. */
  readonly done: string;
  /** Submitted and not yet accepted: shown, never scored. */
  readonly pending: string;
  readonly weight: string;
  /** Decided when the report was taken in; null while the task is not due. */
  readonly timeliness: 'on_time' | 'late' | 'missing' | null;
  readonly reportIds: readonly string[];
}

/** What an officer gave for a criterion, and why (评分及理由). */
export interface Judgement {
  readonly points: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface CriterionFacts {
  readonly tasks: readonly TaskFact[];
  readonly judgement?: Judgement;
}

/** Which of the union's tasks a criterion looks at. */
export type TaskSelection = 'all' | { readonly programmes: readonly string[] } | { readonly codes: readonly string[] };

/** The tasks a criterion looks at, in the order of their ids, so that one sheet always reads the same. */
export function selectTasks(tasks: readonly TaskFact[], selection: TaskSelection): TaskFact[] {
  return tasks
    .filter((task) => {
      if (selection === 'all') return true;
      if ('programmes' in selection) return selection.programmes.includes(task.programme);
      return task.code !== undefined && selection.codes.includes(task.code);
    })
    .sort((a, b) => (a.taskId < b.taskId ? -1 : Number(a.taskId > b.taskId)));
}
