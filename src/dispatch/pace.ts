/** How fast may be sent (发送频率): a strict window of a minute, kept in the database, so that all workers hold it together. */
import type { EntityManager } from 'typeorm';

/** What the vendors allow a robot a minute. */
const ROBOT_PACE = 20;

/** A second more than the minute: their clocks are not ours. */
const WINDOW = `interval '61 seconds'`;
const recent = `array(select t from unnest(p.sends) t where t > clock_timestamp() - ${WINDOW} order by t)`;

/** Whoever is too fast rests until the oldest of the window has left it. */
const go = (table: string, which: string): string => `
  with gone as (
    update ${table} p set sends = ${recent} || clock_timestamp(), free_at = null
    where ${which} and (p.free_at is null or p.free_at <= clock_timestamp()) and cardinality(${recent}) < $1
    returning 1
  ), resting as (
    update ${table} p set free_at = greatest(p.free_at, p.sends[1] + ${WINDOW}, clock_timestamp() + interval '1 second')
    where ${which} and not exists (select 1 from gone)
  )
  select exists (select 1 from gone) as free`;

const byRobot = go('robot', 'p.district_id = $2 and p.id = $3');
const byMail = go('outward_channel', `p.channel = 'email'`);

/** Whether one more may be sent now; if so, it is counted. `mailPace`: mails a minute. */
export async function takeTurn(
  database: Pick<EntityManager, 'query'>,
  { districtId, robotId }: { districtId: string; robotId: string | null },
  mailPace: number,
): Promise<boolean> {
  const [{ free }]: [{ free: boolean }] =
    robotId === null
      ? await database.query(byMail, [mailPace])
      : await database.query(byRobot, [ROBOT_PACE, districtId, robotId]);
  return free;
}
