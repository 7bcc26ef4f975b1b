/** Gives fresh deliveries their number (推送序号), without a gap within an endpoint, and writes down what they say. Pure. */
import type { DataSource, EntityManager } from 'typeorm';
import type { EventName, Events } from '../events/events';
import type { Tier } from '../kernel/actor';
import { isToldName } from './event-catalogue';
import { payloadOf } from './payload';

const BATCH = 200;

/**
 * Announcements are numbered in their order: nothing beyond one that is still on its first way to the boards. One that
 * failed there holds up nobody and comes later.
 */
const horizon = `coalesce((
  select min(seq) from outbox_message where projected_at is null and parked_at is null and attempts = 0), 9223372036854775807)`;

const choose = `
  select e.id from webhook_endpoint e
  where e.removed_at is null and exists (
    select 1 from webhook_delivery d
    where d.endpoint_id = e.id and d.district_id = e.district_id and d.number is null and d.seq is not null
      and d.seq < ${horizon})
  order by e.id limit 50 for no key update skip locked`;

const fresh = `
  select d.district_id as "districtId", d.id, d.endpoint_id as "endpointId", e.last_number as "lastNumber", d.name, m.body,
    to_char(m.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "occurredAt",
    own.tier as door, u.id as "unionId", u.code, u.name as "unionName", u.tier
  from webhook_endpoint e
  join webhook_delivery d on d.endpoint_id = e.id and d.district_id = e.district_id and d.number is null and d.seq is not null
  join outbox_message m on m.seq = d.seq
  join trade_union u on u.district_id = m.district_id and u.id = m.union_id
  join trade_union own on own.district_id = e.district_id and own.id = e.union_id
  where e.id = any($1) and d.seq < ${horizon}
  order by e.id, d.seq limit ${BATCH}`;

const write = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as g("districtId" uuid, id uuid, "endpointId" uuid, number bigint, body text)
  ), written as (
    update webhook_delivery d set number = g.number, body = g.body, next_at = clock_timestamp()
    from given g where d.district_id = g."districtId" and d.id = g.id
  )
  update webhook_endpoint e set last_number = g.last
  from (select "districtId", "endpointId", max(number) as last from given group by 1, 2) g
  where e.district_id = g."districtId" and e.id = g."endpointId"`;

interface Fresh {
  districtId: string;
  id: string;
  endpointId: string;
  lastNumber: string;
  name: EventName;
  body: Events[EventName];
  occurredAt: string;
  door: Tier;
  unionId: string;
  code: string;
  unionName: string;
  tier: Tier;
}

/** One turn; answers how many were numbered. Endpoints that another worker has in hand are left to it. */
export function numberFresh(database: DataSource, publicUrl: string | undefined): Promise<number> {
  return database.transaction(async (tx) => {
    const chosen: { id: string }[] = await tx.query(choose);
    if (chosen.length === 0) return 0;
    // a statement of its own: it sees what whoever held the endpoint before has numbered
    const rows: Fresh[] = await tx.query(fresh, [chosen.map(({ id }) => id)]);
    await writeNumbers(tx, rows, publicUrl);
    return rows.length;
  });
}

async function writeNumbers(tx: EntityManager, rows: readonly Fresh[], publicUrl: string | undefined): Promise<void> {
  const last = new Map<string, number>();
  const numbered = rows.flatMap(
    ({ districtId, id, endpointId, lastNumber, name, door, body, occurredAt, ...about }) => {
      if (!isToldName(name)) return [];
      const number = (last.get(endpointId) ?? Number(lastNumber)) + 1;
      last.set(endpointId, number);
      const { unionId, code, unionName, tier } = about;
      const happened = { name, occurredAt, body, union: { unionId, code, name: unionName, tier } };
      return [{ districtId, id, endpointId, number, body: payloadOf(happened, number, door, publicUrl) }];
    },
  );
  if (numbered.length > 0) await tx.query(write, [JSON.stringify(numbered)]);
}
