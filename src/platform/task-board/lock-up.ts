/** Locks the touched tasks and all above them before anything is summed, so that the sums see what the other worker wrote. */
import type { EntityManager } from 'typeorm';
import { prepared } from '../../kernel/prepared';

export type Key = readonly [districtId: string, taskId: string];

/** From below to above, in one order: two workers wait for each other instead of dying. */
const lock = prepared(
  'board.lock',
  `
  with recursive up as (
    select b.district_id, b.task_id, b.parent_id from task_board b
    join unnest($1::uuid[], $2::uuid[]) as k(district_id, task_id) using (district_id, task_id)
    union
    select b.district_id, b.task_id, b.parent_id from up
    join task_board b on b.district_id = up.district_id and b.task_id = up.parent_id
  )
  select b.task_id as "taskId" from task_board b join up using (district_id, task_id)
  order by nlevel(b.path) desc nulls first, b.district_id, b.task_id for no key update of b`,
);

/** Answers the tasks that there are. */
export async function lockUp(tx: EntityManager, keys: readonly Key[]): Promise<ReadonlySet<string>> {
  const locked: { taskId: string }[] = await tx.query(lock, [
    keys.map(([district]) => district),
    keys.map(([, task]) => task),
  ]);
  return new Set(locked.map(({ taskId }) => taskId));
}
