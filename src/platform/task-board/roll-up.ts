/** Σ upward: after a batch, the sums of every touched task and of the tasks above it, bottom to top. */
import type { EntityManager } from 'typeorm';
import { prepared } from '../../kernel/prepared';
import type { Touched } from '../scoreboard/recount';
import { type Key, lockUp } from './lock-up';

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

/**
 * Counts the touched tasks and all above them anew from what lies directly below each; answers whose they are. Three tiers
 * today, a fourth foreseen: the loop ends when nothing is above.
 */
export async function rollUp(tx: EntityManager, touched: readonly Key[]): Promise<Touched[]> {
  if (touched.length === 0) return [];
  await lockUp(tx, touched);
  const all: Touched[] = [];
  for (let level = touched; level.length > 0;) {
    const counted: (Touched & { parentId: string | null })[] = await tx.query(recount, [
      level.map(([district]) => district),
      level.map(([, task]) => task),
    ]);
    all.push(...counted);
    const above = new Map<string, Key>();
    for (const { districtId, parentId } of counted) if (parentId !== null) above.set(parentId, [districtId, parentId]);
    level = [...above.values()];
  }
  return all;
}
