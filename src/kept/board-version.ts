/** The version of a district's boards: the last transaction that changed them, so that a kept answer is known to hold. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../events/envelope';
import { prepared } from '../kernel/prepared';

const mark = prepared(
  'board.version',
  `
  insert into live.board_version (district_id, changed_by)
  select d, pg_current_xact_id() from unnest($1::uuid[]) d order by d
  on conflict (district_id) do update set changed_by = excluded.changed_by`,
);

/** Other boards stand there now, of whatever district. */
export async function markAllBoards(tx: EntityManager): Promise<void> {
  await tx.query('update live.board_version set changed_by = pg_current_xact_id()');
}

/** The last thing a batch does: districts in one order, so that two workers wait for each other instead of dying. */
export async function markBoards(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  const districts = new Set(events.filter(({ name }) => name !== 'system.canary').map(({ districtId }) => districtId));
  if (districts.size > 0) await tx.query(mark, [[...districts]]);
}

/** The versions of several districts ($1), as of when each one's boards are true, and whether something is on its way to them, at one moment. */
export const versions = prepared(
  'platform.versions',
  `select d::text as "districtId", v.changed_by::text as version, least(now(), coalesce(m.since, now())) as "asOf",
     m.since is not null or exists (
       select from outbox_message p where p.district_id = d and p.parked_at is not null and p.projected_at is null) as "underWay"
   from unnest($1::uuid[]) d left join live.board_version v on v.district_id = d
   left join lateral (
     select min(m.occurred_at) as since from outbox_message m
     where m.district_id = d and m.projected_at is null and m.parked_at is null) m on true`,
);
