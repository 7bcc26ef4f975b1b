/** The standing of a union in a year, counted anew from its tasks: completion and punctuality. */
import type { EntityManager } from 'typeorm';
import { prepared } from '../../kernel/prepared';

/** Null where a report was told before its task. */
export interface Touched {
  readonly districtId: string;
  readonly unionId: string | null;
  readonly year: number | null;
}

/** The standings that are counted, there and locked in one order: what others moved before is in the tasks, what they move later comes on top. */
const hold = prepared(
  'board.standingHeld',
  `
  insert into standing as s (district_id, year, union_id)
  select k.district_id, k.year, k.union_id from unnest($1::uuid[], $2::uuid[], $3::smallint[]) as k(district_id, union_id, year) order by 1, 2, 3
  on conflict (district_id, year, union_id) do update set tasks = s.tasks`,
);

/**
 * Completion in percent: Σ weight × min(done / target, 1) / Σ weight over the union's own tasks of the year. Measures
 * differ from task to task (人, 家, 元), so tasks are weighed; within one task it is Σ done / Σ target. A task whose
 * target is 0 has no value and does not count. Provisional is the same with what waits for review taken as accepted. On time and late are counted over the reporting tasks of the union and
 * of those it gave out. The three sums are kept: reports move them (task-board/reporting.ts).
 */
const recount = prepared(
  'board.standing',
  `
  update standing s set tasks = own.tasks, weight = own.weight, done = own.done, handed_in = own.handed_in,
    completion = round(100 * own.done / own.weight, 2), provisional = round(100 * own.handed_in / own.weight, 2),
    on_time = own.on_time, late = own.late
  from unnest($1::uuid[], $2::uuid[], $3::smallint[]) as k(district_id, union_id, year),
  lateral (
    select count(*) as tasks, nullif(sum(b.weight) filter (where b.target > 0), 0) as weight,
      coalesce(sum(b.weight * least(greatest(b.done, 0) / nullif(b.target, 0), 1)) filter (where b.target > 0), 0) as done,
      coalesce(sum(b.weight * least(greatest(b.done + b.pending, 0) / nullif(b.target, 0), 1)) filter (where b.target > 0), 0) as handed_in,
      count(*) filter (where b.timeliness = 'on_time') + coalesce(sum(b.below_on_time) filter (where b.tier <> 'district'), 0) as on_time,
      count(*) filter (where b.timeliness = 'late') + coalesce(sum(b.below_late) filter (where b.tier <> 'district'), 0) as late
    from task_board b where b.district_id = k.district_id and b.union_id = k.union_id and b.year = k.year and b.status <> 'withdrawn'
  ) own
  where s.district_id = k.district_id and s.year = k.year and s.union_id = k.union_id`,
);

/** A union that is named twice is counted once. */
export async function standingsOf(tx: EntityManager, touched: readonly Touched[]): Promise<void> {
  const unions = new Map<string, readonly [string, string, number]>();
  for (const { districtId, unionId, year } of touched)
    if (unionId !== null && year !== null) unions.set(`${unionId} ${year}`, [districtId, unionId, year]);
  if (unions.size === 0) return;
  const keys = [...unions.values()];
  const asked = [keys.map((u) => u[0]), keys.map((u) => u[1]), keys.map((u) => u[2])];
  await tx.query(hold, asked);
  await tx.query(recount, asked);
}
