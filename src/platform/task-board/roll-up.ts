/** Σ upward: after a batch, the sums of every touched task and of the tasks above it, bottom to top. */
import type { EntityManager } from 'typeorm';
import { standingsOf } from '../scoreboard/recount';
import { prepared } from '../../kernel/prepared';

type Key = readonly [districtId: string, taskId: string];

/** Locks in one order, so that two workers wait for each other instead of dying; the sums then see what the other wrote. */
const lock = prepared(
  'board.lock',
  `
  select b.task_id from task_board b
  join unnest($1::uuid[], $2::uuid[]) as k(district_id, task_id) using (district_id, task_id)
  order by b.district_id, b.task_id for no key update of b`,
);

const recount = prepared(
  'board.recount',
  `
  with keys as (select distinct * from unnest($1::uuid[], $2::uuid[]) as k(district_id, task_id)),
  below as (
    select k.district_id, k.task_id, count(c.task_id) as children, coalesce(sum(c.done), 0) as done,
      coalesce(sum(c.pending), 0) as pending, coalesce(sum(c.target), 0) as target,
      coalesce(sum((c.open_status = 'submitted')::int), 0) as to_review,
      coalesce(sum((c.timeliness = 'on_time')::int), 0) as on_time, coalesce(sum((c.timeliness = 'late')::int), 0) as late
    from keys k left join task_board c
      on c.district_id = k.district_id and c.parent_id = k.task_id and c.status <> 'withdrawn'
    group by k.district_id, k.task_id
  ), counted as (
    update task_board b set
      done = coalesce(b.own_done, 0) + below.done,
      pending = coalesce(b.own_pending, 0) + below.pending,
      allocated = below.target + coalesce(b.kept_target, 0),
      children = below.children,
      to_review = below.to_review,
      below_on_time = below.on_time,
      below_late = below.late
    from below where b.district_id = below.district_id and b.task_id = below.task_id
    returning b.district_id, b.task_id, b.parent_id, b.union_id, b.year
  )
  select district_id as "districtId", parent_id as "parentId", union_id as "unionId", year from counted`,
);

/** Three tiers today, a fourth foreseen: the loop ends when nothing is above. */
export async function rollUp(tx: EntityManager, touched: readonly Key[]): Promise<void> {
  const unions = new Map<string, readonly [string, string, number]>();
  for (let level = touched; level.length > 0;) {
    const keys = [level.map(([district]) => district), level.map(([, task]) => task)];
    await tx.query(lock, keys);
    const counted: { districtId: string; parentId: string | null; unionId: string | null; year: number | null }[] =
      await tx.query(recount, keys);
    const above = new Map<string, Key>();
    for (const { districtId, parentId, unionId, year } of counted) {
      if (parentId !== null) above.set(parentId, [districtId, parentId]);
      if (unionId !== null && year !== null) unions.set(`${unionId} ${year}`, [districtId, unionId, year]);
    }
    level = [...above.values()];
  }
  await standingsOf(tx, [...unions.values()]);
}
