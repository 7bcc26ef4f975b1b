/** Ends parking (挂账到期) on its day and tells both sides: a batch at a time, whoever comes first. */
import type { EntityManager } from 'typeorm';
import { announce, type Teller } from '../outbox/announce';
import { note } from '../work/change-from-above';
import { bumpAll } from '../work/task-as-it-stands';
import { Task } from '../work/task.entity';
import { tell } from './parking.service';

/** Tasks of one district in one go; what is left over is due a minute later still. */
const MOST = 500;

const takeSql = `
  with due as (
    select district_id from task where parked_until <= app_today() and status <> 'withdrawn' order by parked_until limit 1)
  select t.district_id as "districtId", t.id from task t
  where t.district_id = (select district_id from due) and t.parked_until <= app_today() and t.status <> 'withdrawn'
  order by t.parked_until, t.id limit ${MOST} for no key update skip locked`;

export const clockOf = (districtId: string): Teller => ({
  districtId,
  officerId: null,
  account: 'clock',
  network: 'local',
  requestId: 'clock',
});

/** How many tasks are parked no longer. */
export async function endParking(tx: EntityManager): Promise<number> {
  const due: { districtId: string; id: string }[] = await tx.query(takeSql);
  const [first] = due;
  if (first === undefined) return 0;
  const { districtId } = first;
  const tasks = await tx
    .createQueryBuilder(Task, 't')
    .where('t.districtId = :districtId and t.id = any(:ids)', { districtId, ids: due.map(({ id }) => id) })
    .orderBy('t.id')
    .getMany();
  const reason = '挂账到期，请复核';
  await note(tx, clockOf(districtId), tasks, 'parkedUntil', '', reason);
  await bumpAll(tx, tasks, { parkedUntil: null });
  await announce(tx, clockOf(districtId), ...(await tell(tx, 'task.unparked', tasks, reason)));
  return tasks.length;
}
