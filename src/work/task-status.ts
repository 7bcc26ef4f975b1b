/** What can be done with a task as it stands (任务状态). Pure. */
import { Conflict } from '../kernel/errors';

export type TaskStatus = 'assigned' | 'signed' | 'withdrawn';

/** Errors: task.withdrawn (409). */
export function requireAlive(status: TaskStatus): void {
  if (status !== 'withdrawn') return;
  throw new Conflict('task.withdrawn', { zh: '该任务已撤回。', en: 'The task has been withdrawn.' });
}

/** Errors: task.withdrawn, task.notSigned (409). */
export function requireSigned(status: TaskStatus): void {
  requireAlive(status);
  if (status === 'signed') return;
  throw new Conflict('task.notSigned', { zh: '请先签收该任务。', en: 'Sign for the task first.' });
}
