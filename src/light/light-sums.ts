/** Σ of what was accepted and what waits, from the reports up through the tasks above (product rule "Roll-up"). */
import type { EntityManager } from 'typeorm';
import { prepared } from '../kernel/prepared';

export interface TaskKey {
  readonly districtId: string;
  readonly taskId: string;
}

/** What each task's own reports say: the latest accepted value, and what the one that waits would add. Read by task alone: looked for among all that wait, one would be searched for in a district's whole night. */
const ownSql = prepared(
  'light.own',
  `
  insert into task_light as l (district_id, task_id, parent_id, union_id, own_done, own_pending)
  select t.district_id, t.id, t.parent_id, t.union_id, r.accepted, r.submitted - coalesce(r.accepted, 0)
  from unnest($1::uuid[], $2::uuid[]) as k(district_id, id) join task t using (district_id, id), lateral (
    select (array_agg(p.done order by p.as_of desc, p.no desc) filter (where p.status = 'accepted'))[1] as accepted,
      max(p.done) filter (where p.status = 'submitted') as submitted
    from progress_report p where p.district_id = t.district_id and p.task_id = t.id) r
  on conflict (district_id, task_id) do update set own_done = excluded.own_done, own_pending = excluded.own_pending`,
);

/** The sums of each task: its own and those of the tasks directly below that are alive; answers what stands above. */
const sumSql = prepared(
  'light.sum',
  `
  with below as (
    select k.district_id, k.task_id, coalesce(sum(l.done), 0) as done, coalesce(sum(l.pending), 0) as pending
    from unnest($1::uuid[], $2::uuid[]) as k(district_id, task_id)
    left join (task c join task_light l on l.district_id = c.district_id and l.task_id = c.id)
      on c.district_id = k.district_id and c.parent_id = k.task_id and c.status <> 'withdrawn'
    group by k.district_id, k.task_id
  ), summed as (
    update task_light l set done = coalesce(l.own_done, 0) + below.done, pending = coalesce(l.own_pending, 0) + below.pending
    from below where l.district_id = below.district_id and l.task_id = below.task_id
    returning l.district_id, l.parent_id
  )
  select distinct district_id as "districtId", parent_id as "taskId" from summed where parent_id is not null`,
);

/** Answers every task whose sums were made anew. As many rounds as there are tiers. */
export async function sumUp(tx: EntityManager, stale: readonly TaskKey[]): Promise<TaskKey[]> {
  if (stale.length === 0) return [];
  await tx.query(ownSql, columnsOf(stale));
  const summed = new Map<string, TaskKey>();
  for (let level: readonly TaskKey[] = stale; level.length > 0;) {
    for (const key of level) summed.set(key.taskId, key);
    const above: TaskKey[] = await tx.query(sumSql, columnsOf(level));
    level = above;
  }
  return [...summed.values()];
}

export const columnsOf = (keys: readonly TaskKey[]): [string[], string[]] => [
  keys.map(({ districtId }) => districtId),
  keys.map(({ taskId }) => taskId),
];
