/** Tasks as the inputs of a score (得分依据): what was counted, and the reports it rests on. */
import type { CountedTask } from './completion';
import type { TaskFact } from './facts';
import { twoPlaces } from './fraction';
import type { Json } from './rules/rule';

/** The tasks that counted: rates in percent for reading, the quantities themselves for recomputing. */
export function taskInputs(counted: readonly CountedTask[]): Json {
  return counted.map(({ task, rate }) => ({
    taskId: task.taskId,
    title: task.title,
    unit: task.unit,
    done: task.done,
    pending: task.pending,
    target: task.target,
    weight: task.weight,
    percent: twoPlaces({ top: rate.top * 100n, bottom: rate.bottom }),
    reportIds: task.reportIds,
  }));
}

/** The tasks that are due, each with how it was met and the reports accepted for it. */
export function dueTasks(tasks: readonly TaskFact[]): Json {
  return tasks
    .filter(({ timeliness }) => timeliness !== null)
    .map(({ taskId, title, timeliness, reportIds }) => ({ taskId, title, timeliness, reportIds }));
}

/** The tasks reports were handed in for, each with how many of them were returned. */
export function reviewedTasks(tasks: readonly TaskFact[]): Json {
  return tasks
    .filter(({ received }) => received > 0)
    .map(({ taskId, title, received, returned, reportIds }) => ({ taskId, title, received, returned, reportIds }));
}
