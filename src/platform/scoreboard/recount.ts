/** The standing of a union in a year, counted anew from its tasks: completion and punctuality. */
import type { EntityManager } from 'typeorm';
import { prepared } from '../../kernel/prepared';

/** Null where a report was told before its task. */
export interface Touched {
  readonly districtId: string;
  readonly unionId: string | null;
  readonly year: number | null;
}

/**
 * Completion in percent: Σ weight × min(done / target, 1) / Σ weight over the union's own tasks of the year. Measures
 * differ from task to task (人, 家, 元), so tasks are weighed; within one task it is Σ done / Σ target. A task whose
 * target is 0 has no value and does not count. Provisional is the same with what waits for review taken as accepted. On time and late are counted over the reporting tasks of the union and
 * of those it gave out.
 */
const recount = prepared(
  'board.standing',
  `
  insert into standing as s (district_id, year, union_id, tasks, completion, provisional, on_time, late)
  select k.district_id, k.year, k.union_id, own.tasks, round(100 * own.done / own.weight, 2), round(100 * own.handed_in / own.weight, 2),
    own.on_time, own.late
  from unnest($1::uuid[], $2::uuid[], $3::smallint[]) as k(district_id, union_id, year),
  lateral (
    select count(*) as tasks, nullif(sum(b.weight) filter (where b.target > 0), 0) as weight,
      sum(b.weight * least(greatest(b.done, 0) / nullif(b.target, 0), 1)) as done,
      sum(b.weight * least(greatest(b.done + b.pending, 0) / nullif(b.target, 0), 1)) as handed_in,
      count(*) filter (where b.timeliness = 'on_time') + coalesce(sum(b.below_on_time) filter (where b.tier <> 'district'), 0) as on_time,
      count(*) filter (where b.timeliness = 'late') + coalesce(sum(b.below_late) filter (where b.tier <> 'district'), 0) as late
    from task_board b where b.district_id = k.district_id and b.union_id = k.union_id and b.year = k.year and b.status <> 'withdrawn'
  ) own
  order by k.district_id, k.year, k.union_id
  on conflict (district_id, year, union_id) do update set
    tasks = excluded.tasks, completion = excluded.completion, provisional = excluded.provisional,
    on_time = excluded.on_time, late = excluded.late`,
);

/** A union that is named twice is counted once. */
export async function standingsOf(tx: EntityManager, touched: readonly Touched[]): Promise<void> {
  const unions = new Map<string, readonly [string, string, number]>();
  for (const { districtId, unionId, year } of touched)
    if (unionId !== null && year !== null) unions.set(`${unionId} ${year}`, [districtId, unionId, year]);
  if (unions.size === 0) return;
  const keys = [...unions.values()];
  await tx.query(recount, [keys.map((u) => u[0]), keys.map((u) => u[1]), keys.map((u) => u[2])]);
}
