/** Which endpoints are told of an announcement (推送分发): those of every union on its path that chose it. Pure. */
import type { EntityManager } from 'typeorm';
import { prepared } from '../kernel/prepared';

// ids in the order of time, as newId() makes them
const newIdSql = `
  encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
    substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`;

/**
 * The path is that of the tree as it stood when it happened, a label an id without hyphens: an endpoint hears of its own
 * union and of all below it. Once for an event, however often it is told.
 */
const sql = prepared(
  'clock.webhook',
  `
  insert into public.webhook_delivery (district_id, id, endpoint_id, event_id, seq, name, occurred_at)
  select m.district_id, ${newIdSql}, e.id, m.id, m.seq, m.name, m.occurred_at
  from public.outbox_message m
  cross join lateral unnest(string_to_array(m.path::text, '.')) as step(label)
  join public.webhook_endpoint e on e.district_id = m.district_id and e.union_id = step.label::uuid
    and e.removed_at is null and (e.events = '{*}' or m.name = any(e.events))
  where m.seq = any($1) and m.name <> 'system.canary'
  order by m.seq
  on conflict do nothing`,
);

/** In the transaction that closes the announcements: once for good, with the boards or not at all. */
export async function fanOut(tx: EntityManager, seqs: readonly number[]): Promise<void> {
  await tx.query(sql, [seqs]);
}
