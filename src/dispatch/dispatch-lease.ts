/** Which messages are sent next, by whom, and what became of them: the statements behind the dispatcher. */
import type { EntityManager } from 'typeorm';
import { wellSaid } from '../kernel/well-said';
import type { Channel, RobotKind } from './channel';
import { type Verdict, waits } from './verdict';

type Database = Pick<EntityManager, 'query'>;

/** A message in hand. */
export interface Leased {
  readonly districtId: string;
  readonly id: string;
  readonly channel: Channel;
  readonly robotId: string | null;
  readonly subject: string;
  readonly text: string;
  /** Counted with this try; also the mark by which the holder of the lease is known. */
  readonly attempts: number;
  /** Whether somebody still wants it: the officer's own switch, or the robot's. */
  readonly wanted: boolean;
  /** The officer's address as it is now. */
  readonly target: string;
  readonly kind: RobotKind | null;
  readonly sealed: Buffer | null;
}

/** Longer than any try lasts. */
const LEASE = `interval '2 minutes'`;

/**
 * A robot is told one thing at a time, so that a group reads in order and one that hangs holds up nobody else; whoever
 * is to rest is passed over. By the database's clock, as all leases of the house.
 */
const lease = `
  with due as (
    select d.district_id, d.id from dispatch d
    where d.status in ('waiting', 'failed') and d.next_at <= clock_timestamp()
      and (d.leased_until is null or d.leased_until <= clock_timestamp()) and d.channel = any($2)
      and case d.channel
        when 'email' then not exists (
          select 1 from outward_channel c where c.channel = 'email' and c.free_at > clock_timestamp())
        else not exists (
            select 1 from robot r where r.district_id = d.district_id and r.id = d.robot_id and r.free_at > clock_timestamp())
          and not exists (
            select 1 from dispatch o where o.robot_id = d.robot_id and o.district_id = d.district_id
              and o.leased_until > clock_timestamp())
        end
    order by d.next_at, d.id limit $1 for update of d skip locked
  ), leased as (
    update dispatch d set leased_until = clock_timestamp() + ${LEASE}, attempts = d.attempts + 1
    from due where d.district_id = due.district_id and d.id = due.id
    returning d.*
  )
  select l.district_id as "districtId", l.id, l.channel, l.robot_id as "robotId", l.subject, l.text, l.attempts,
    coalesce(case l.channel when 'email' then m.wanted and o.active else r.active end, false) as wanted,
    coalesce(m.address, l.target) as target, r.kind, r.sealed
  from leased l
  left join officer o on o.district_id = l.district_id and o.id = l.officer_id
  left join mail_address m on m.district_id = l.district_id and m.officer_id = l.officer_id
  left join robot r on r.district_id = l.district_id and r.id = l.robot_id`;

export function leaseDue(database: Database, most: number, channels: readonly Channel[]): Promise<Leased[]> {
  return database.query(lease, [most, channels]);
}

const mine = `district_id = $1 and id = $2 and attempts = $3 and status in ('waiting', 'failed')`;

/** Not sent after all: the try does not count. */
const giveBack = `
  update dispatch set leased_until = null, attempts = attempts - 1,
    next_at = clock_timestamp() + make_interval(secs => $4) where ${mine}`;

const settle = `
  update dispatch set leased_until = null, status = $4, last_answer = $5, target = $6,
    sent_at = case when $4 = 'sent' then clock_timestamp() end,
    next_at = case when $4 = 'failed' then clock_timestamp() + make_interval(secs => $7) else next_at end
  where ${mine}`;

const makeRest = `
  update robot set free_at = greatest(free_at, clock_timestamp() + make_interval(secs => $3)) where district_id = $1 and id = $2`;

export async function putBack(database: Database, row: Leased, seconds: number): Promise<void> {
  await database.query(giveBack, [row.districtId, row.id, row.attempts, seconds]);
}

/** Nobody wants it any more: switched off, or the robot is gone. */
export async function withdraw(database: Database, row: Leased): Promise<void> {
  await conclude(database, row, 'withdrawn', 'no longer wanted');
}

/** Writes down what came of a try. Answers whether a person must look now. */
export async function settleTry(database: Database, row: Leased, verdict: Verdict): Promise<boolean> {
  if (verdict.kind === 'wait') {
    if (row.robotId !== null) await database.query(makeRest, [row.districtId, row.robotId, verdict.seconds]);
    await putBack(database, row, verdict.seconds);
    return false;
  }
  if (verdict.kind === 'sent') {
    await conclude(database, row, 'sent', verdict.answer);
    return false;
  }
  const seconds = verdict.kind === 'hopeless' ? undefined : waits[row.attempts - 1];
  await conclude(database, row, seconds === undefined ? 'given_up' : 'failed', verdict.answer, seconds);
  return seconds === undefined;
}

async function conclude(
  database: Database,
  row: Leased,
  status: 'sent' | 'failed' | 'given_up' | 'withdrawn',
  answer: string,
  seconds = 0,
): Promise<void> {
  const { districtId, id, attempts, target } = row;
  await database.query(settle, [districtId, id, attempts, status, wellSaid(answer), target, seconds]);
}
