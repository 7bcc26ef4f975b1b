/** What consoles are told at once: the change, in the order of the commits. Kept a day, not rebuilt. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../../events/envelope';
import { subjectOf } from '../activity-feed/subject';
import { rowsOf } from '../projection';
import { prepared } from '../../kernel/prepared';

export const LIVE_CHANNEL = 'sanji_live';

const insert = prepared(
  'live.change',
  `
  with told as (
    insert into live.change (seq, district_id, path, name, subject)
    select seq, "districtId", path, name, subject
    from jsonb_to_recordset($1::jsonb) as r(seq bigint, "districtId" uuid, path ltree, name text, subject jsonb)
    on conflict do nothing
  ) select pg_notify('${LIVE_CHANNEL}', '')`,
);

/** Written in the projecting transaction; the notification is only a hint, a poll stands behind it. */
export async function tellLive(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  const told = events.filter(({ name }) => name !== 'system.canary' && name !== 'light.changed');
  if (told.length === 0) return;
  await tx.query(insert, [rowsOf(told, ({ path, name, body }) => ({ path, name, subject: subjectOf(name, body) }))]);
}

/** The canary has arrived: the whole way from outbox to platform is open. */
export async function hearCanary(tx: EntityManager): Promise<void> {
  await tx.query(`update live.canary set seen_at = now() where id = 1`);
}
