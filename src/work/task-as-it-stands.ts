/** A task as it stands now: announced to its union and everybody above, and stored with its next version. */
import type { EntityManager } from 'typeorm';
import type { AnyAnnouncement } from '../outbox/announce';
import { Task } from './task.entity';

/** The announcement of a task as it stands now, to its union and everybody above. */
export function told(
  name: 'task.created' | 'task.assigned' | 'task.signed' | 'task.cascaded',
  task: Task,
  at: string | null,
): AnyAnnouncement {
  return { name, unionId: task.unionId, path: task.path, subjectId: task.id, body: { task: task.body(at) } };
}

/** Stores a change of a task and counts its version. */
export async function bump(tx: EntityManager, task: Task, change: Partial<Task>): Promise<void> {
  Object.assign(task, change, { version: task.version + 1 });
  await tx.update(Task, { districtId: task.districtId, id: task.id }, { ...change, version: task.version });
}

/** The same change of several locked tasks of one district. */
export async function bumpAll(tx: EntityManager, tasks: readonly Task[], change: Partial<Task>): Promise<void> {
  const [first] = tasks;
  if (first === undefined) return;
  for (const task of tasks) Object.assign(task, change, { version: task.version + 1 });
  await tx
    .createQueryBuilder()
    .update(Task)
    .set({ ...change, version: () => 'version + 1' })
    .where('district_id = :districtId and id = any(:ids)', {
      districtId: first.districtId,
      ids: tasks.map((task) => task.id),
    })
    .execute();
}
