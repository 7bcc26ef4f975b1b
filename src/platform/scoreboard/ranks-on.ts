/** The ranks of an earlier day (名次变化): what was accepted by then, held against today's tasks and targets. */
import type { DataSource } from 'typeorm';
import type { Tier } from '../../kernel/actor';
import { classSql } from './class';

/** Completion as in the standings, from the last value accepted on or before the day; one query for the whole class. */
const sql = `
  with recursive class as (${classSql}
  ), own as (
    select b.union_id, b.task_id, b.weight, b.target from platform.task_board b join class using (union_id)
    where b.district_id = $1 and b.year = $4 and b.status <> 'withdrawn' and b.target > 0
  ), below as (
    select task_id as top, task_id from own
    union all
    select below.top, c.task_id from below
    join platform.task_board c on c.district_id = $1 and c.parent_id = below.task_id and c.status <> 'withdrawn'
  ), earlier as (
    select below.top, sum(d.own_done) as done from below cross join lateral (
      select own_done from platform.progress_day
      where district_id = $1 and task_id = below.task_id and day <= $5 order by day desc limit 1) d
    group by below.top
  ), measured as (
    select own.union_id, round(100 * sum(own.weight * least(greatest(coalesce(earlier.done, 0), 0) / own.target, 1)) / sum(own.weight), 2) as value
    from own left join earlier on earlier.top = own.task_id group by own.union_id
  )
  select union_id as "unionId", rank() over (order by value desc)::int as rank from measured`;

/** Rank by union; a union without tasks has none. */
export async function ranksOn(
  database: DataSource,
  of: { districtId: string; tier: Tier; parentId: string | null; year: number },
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const { districtId, tier, parentId, year } = of;
  const rows: { unionId: string; rank: number }[] = await database.query(sql, [districtId, tier, parentId, year, day]);
  return new Map(rows.map(({ unionId, rank }) => [unionId, rank]));
}
