/** The light of a task now (红黄绿灯), from the writers' own tables: what an order issued for a red light rests on. */
import type { EntityManager } from 'typeorm';
import { type LightAnswer, lightOf } from '../../kernel/light';
import type { Task } from '../../work/task.entity';

const doneSql = `
  with recursive tree as (
    select id from task where district_id = $1 and id = $2
    union all
    select t.id from tree above join task t on t.district_id = $1 and t.parent_id = above.id and t.status <> 'withdrawn')
  select trim_scale(coalesce(sum(latest.done), 0))::text as done, app_today()::text as today
  from tree left join lateral (
    select done from progress_report r where r.district_id = $1 and r.task_id = tree.id and r.status = 'accepted'
    order by as_of desc, no desc limit 1) latest on true`;

/** Σ of the accepted reports of the task and all below it, against the time that has passed. */
export async function lightOfTask(tx: EntityManager, task: Task): Promise<LightAnswer> {
  const [{ done, today }]: [{ done: string; today: string }] = await tx.query(doneSql, [task.districtId, task.id]);
  return lightOf({ ...task, done }, today);
}
