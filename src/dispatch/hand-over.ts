/** How the other rooms hand a message over to the world (外发): one statement, in the caller's transaction. */
import type { EntityManager } from 'typeorm';
import type { Words } from '../kernel/errors';
import type { Channel } from './channel';

/** Why it is sent; the log shows it. */
export interface DispatchReason {
  /** In words, for whoever reads the log. */
  readonly words?: Words;
  /** The step of the ladder (催办步骤). */
  readonly step?: string;
  readonly taskIds?: readonly string[];
}

export interface Outgoing {
  readonly districtId: string;
  readonly channel: Channel;
  /** By mail: to him. By robot: to the robots of his union. */
  readonly officerId?: string;
  /** To the robots of this union. */
  readonly unionId?: string;
  /** To this robot. */
  readonly robotId?: string;
  readonly subject: Words;
  readonly text: Words;
  readonly reason: DispatchReason;
  /** Not before so many seconds from now; left out: as soon as possible. */
  readonly waitSeconds?: number;
  /** Whatever was handed over under this key before is not sent again; once in the district. */
  readonly onceKey: string;
}

/** Longest texts that are kept; what is longer is cut. In characters. */
const MOST = { subject: 200, text: 20_000 };

// ids in the order of time, as newId() makes them: a row of ours may become the rows of several robots
const sql = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as g(
      no int, "districtId" uuid, channel text, "officerId" uuid, "unionId" uuid, "robotId" uuid, subject jsonb, text jsonb,
      reason jsonb, "onceKey" text, "waitSeconds" int)
  ), addressed as (
    select g.no, g."districtId" as district_id, o.union_id, g.channel, o.id as officer_id, null::uuid as robot_id,
      m.address as target, m.language, g."onceKey" as once_key
    from given g
    join officer o on o.district_id = g."districtId" and o.id = g."officerId" and o.active
    join mail_address m on m.district_id = o.district_id and m.officer_id = o.id and m.wanted
    where g.channel = 'email' and exists (select 1 from outward_channel c where c.channel = 'email' and c.set_up)
    union all
    select g.no, g."districtId", r.union_id, g.channel, null, r.id, r.name, r.language, g."onceKey" || ':' || r.id
    from given g
    left join officer o on o.district_id = g."districtId" and o.id = g."officerId"
    join robot r on r.district_id = g."districtId" and r.active
      and case when g."robotId" is null then r.union_id = coalesce(g."unionId", o.union_id) else r.id = g."robotId" end
    where g.channel = 'robot'
  ), made as (
    insert into dispatch (district_id, id, union_id, path, channel, officer_id, robot_id, target, subject, text, reason, once_key, next_at)
    select a.district_id,
      encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
        substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid,
      a.union_id, u.path, a.channel, a.officer_id, a.robot_id, a.target,
      left(g.subject ->> a.language, ${MOST.subject}), left(g.text ->> a.language, ${MOST.text}), g.reason, a.once_key,
      now() + make_interval(secs => coalesce(g."waitSeconds", 0))
    from addressed a
    join given g on g.no = a.no
    join trade_union u on u.district_id = a.district_id and u.id = a.union_id
    order by a.no
    on conflict (once_key, district_id) do nothing
    returning 1
  )
  select count(*)::int as made from made`;

/**
 * Hands messages over; answers how many were taken. Mail goes only to officers who have an address and want it, and only
 * where this installation can send mail; a message whose key is known already is left out.
 */
export async function handOver(tx: EntityManager, rows: readonly Outgoing[]): Promise<number> {
  if (rows.length === 0) return 0;
  const given = JSON.stringify(rows.map((row, no) => ({ no, ...row })));
  const [{ made }]: [{ made: number }] = await tx.query(sql, [given]);
  return made;
}
