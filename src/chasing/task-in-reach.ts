/** A task within reach (职权范围内的任务): of the own union or below it, as the tree stood when it was given. Pure. */
import type { EntityManager } from 'typeorm';
import type { TaskBody } from '../events/events';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { isWithin } from '../kernel/id';

export type TaskInReach = Pick<TaskBody, 'taskId' | 'unionId' | 'assignerId' | 'path' | 'title' | 'dueOn' | 'status'>;

/** Errors: notFound. */
export async function taskInReach(
  tx: EntityManager,
  { districtId, unionId, path }: Actor,
  id: string,
  locked = false,
): Promise<TaskInReach> {
  const [task]: TaskInReach[] = await tx.query(
    `select id as "taskId", union_id as "unionId", assigner_id as "assignerId", path::text as path, title,
       due_on::text as "dueOn", status
     from task where district_id = $1 and id = $2 ${locked ? 'for no key update' : ''}`,
    [districtId, id],
  );
  if (task === undefined || !(isWithin(task.path, path) || task.unionId === unionId)) throw new NotFound();
  return task;
}
