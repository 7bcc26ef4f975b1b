/** Σ of what was accepted and what waits, from the reports up through the tasks above (product rule "Roll-up"). */
import type { EntityManager } from 'typeorm';
import { prepared } from '../kernel/prepared';

export interface TaskKey {
  readonly districtId: string;
  readonly taskId: string;
}

/** What each task's own reports say: the latest accepted value, and what the one that waits would add. Read by task alone: looked for among all that wait, one would be searched for in a district's whole night. */
const reportsOf = (task: string, id = 'id'): string => `(
    select r.accepted, r.submitted - coalesce(r.accepted, 0) as waiting from (
      select (array_agg(p.done order by p.as_of desc, p.no desc) filter (where p.status = 'accepted'))[1] as accepted,
        max(p.done) filter (where p.status = 'submitted') as submitted
      from progress_report p where p.district_id = ${task}.district_id and p.task_id = ${task}.${id}) r)`;

const ownSql = prepared(
  'light.own',
  `
  insert into task_light as l (district_id, task_id, parent_id, union_id, own_done, own_pending)
  select t.district_id, t.id, t.parent_id, t.union_id, r.accepted, r.waiting
  from unnest($1::uuid[], $2::uuid[]) as k(district_id, id) join task t using (district_id, id), lateral ${reportsOf('t')} r
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

/**
 * Where only reports changed, each task and those above it move by the difference, and nothing else of a tree is read. Answers those that are
 * to be judged anew: what waits changes a light only where it is all that has begun. `limit 1` tells the planner that every task is found; joined before the update, what moved and its own figures meet by hashing instead of each with each.
 */
const movedSql = prepared(
  'light.moved',
  `
  with recursive own as materialized (
    select t.district_id, t.task_id, t.parent_id, t.status, r.accepted, r.waiting,
      coalesce(r.accepted, 0) - coalesce(t.own_done, 0) as done, coalesce(r.waiting, 0) - coalesce(t.own_pending, 0) as pending
    from unnest($1::uuid[], $2::uuid[]) as k(district_id, id), lateral (
      select t.district_id, t.id as task_id, t.parent_id, t.status, l.own_done, l.own_pending
      from task t join task_light l on l.district_id = t.district_id and l.task_id = t.id
      where t.district_id = k.district_id and t.id = k.id limit 1) t, lateral ${reportsOf('t', 'task_id')} r
  ), up as (
    select district_id, task_id, parent_id, status, done, pending from own where done <> 0 or pending <> 0
    union all
    select t.district_id, t.id, t.parent_id, t.status, up.done, up.pending
    from up join task t on t.district_id = up.district_id and t.id = up.parent_id where up.status <> 'withdrawn'
  ), moved as materialized (
    select district_id, task_id, m.done, m.pending, o.task_id is not null as own, o.accepted, o.waiting
    from (select district_id, task_id, sum(done) as done, sum(pending) as pending from up group by district_id, task_id) m
    left join own o using (district_id, task_id)
  ), summed as (
    update task_light l set done = l.done + m.done, pending = l.pending + m.pending,
      own_done = case when m.own then m.accepted else l.own_done end,
      own_pending = case when m.own then m.waiting else l.own_pending end
    from moved m where l.district_id = m.district_id and l.task_id = m.task_id
    returning l.district_id, l.task_id,
      m.done <> 0 or (l.done = 0 and (l.pending > 0) is distinct from (l.pending - m.pending > 0)) as told
  )
  select district_id as "districtId", task_id as "taskId" from summed where told`,
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

/** Moves the sums of tasks whose lights are known, and of those above; answers whose lights may be others now. */
export async function moveUp(tx: EntityManager, reported: readonly TaskKey[]): Promise<TaskKey[]> {
  return reported.length === 0 ? [] : tx.query(movedSql, columnsOf(reported));
}

export const columnsOf = (keys: readonly TaskKey[]): [string[], string[]] => [
  keys.map(({ districtId }) => districtId),
  keys.map(({ taskId }) => taskId),
];
