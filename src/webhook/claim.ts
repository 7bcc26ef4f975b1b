/** What is delivered next, by whom (推送领取): of each endpoint the lowest number that waits, one at a time. Pure. */
import type { DataSource, EntityManager } from 'typeorm';
import type { ListedHost } from './address';

/** A delivery in hand. */
export interface Claimed {
  readonly districtId: string;
  readonly id: string;
  readonly eventId: string;
  readonly body: string;
  /** Of the call that made the event; null: the clock's, or a test. */
  readonly requestId: string | null;
  /** Counted with this one; also the mark by which the holder is known. */
  readonly tries: number;
  readonly attempts: number;
  readonly endpointId: string;
  readonly url: string;
  readonly keyId: string;
  readonly sealed: Buffer;
  /** Only while it still signs. */
  readonly oldKeyId: string | null;
  readonly oldSealed: Buffer | null;
  readonly listed: readonly ListedHost[];
}

/** Longer than any try lasts. */
const LEASE = `interval '60 seconds'`;

const choose = `
  select e.id from webhook_endpoint e
  cross join lateral (
    select d.next_at from webhook_delivery d
    where d.endpoint_id = e.id and d.district_id = e.district_id and d.state = 'waiting' and d.number is not null
    order by d.number limit 1) head
  where e.removed_at is null and e.pause is null and (e.leased_until is null or e.leased_until <= clock_timestamp())
    and head.next_at <= clock_timestamp()
  order by head.next_at, e.id limit $1 for no key update of e skip locked`;

const claimed = `
  select d.district_id as "districtId", d.id, d.event_id as "eventId", d.body, d.tries, d.attempts,
    e.id as "endpointId", e.url, e.key_id as "keyId", e.sealed,
    case when e.old_until > clock_timestamp() then e.old_key_id end as "oldKeyId",
    case when e.old_until > clock_timestamp() then e.old_sealed end as "oldSealed",
    coalesce((select jsonb_agg(jsonb_build_object('host', h.host, 'port', h.port))
      from webhook_host h where h.district_id = e.district_id), '[]') as listed,
    (select m.request_id from outbox_message m where m.seq = d.seq) as "requestId"
  from taken d join webhook_endpoint e on e.district_id = d.district_id and e.id = d.endpoint_id`;

const count = `set tries = d.tries + 1, attempts = d.attempts + 1`;

const claim = `
  with head as (
    select h.district_id, h.id from webhook_endpoint e
    cross join lateral (
      select d.district_id, d.id, d.next_at from webhook_delivery d
      where d.endpoint_id = e.id and d.district_id = e.district_id and d.state = 'waiting' and d.number is not null
      order by d.number limit 1) h
    where e.id = any($1) and h.next_at <= clock_timestamp()
  ), taken as (
    update webhook_delivery d ${count} from head
    where d.district_id = head.district_id and d.id = head.id and d.state = 'waiting' returning d.*
  ), leased as (
    update webhook_endpoint e set leased_until = clock_timestamp() + ${LEASE} from taken
    where e.district_id = taken.district_id and e.id = taken.endpoint_id
  ) ${claimed}`;

/** Of at most so many endpoints. A second look under the lock: whoever had them may have delivered since the first. */
export function claimDue(database: DataSource, most: number): Promise<Claimed[]> {
  return database.transaction(async (tx) => {
    const chosen: { id: string }[] = await tx.query(choose, [most]);
    return chosen.length === 0 ? [] : tx.query(claim, [chosen.map(({ id }) => id)]);
  });
}

/** A test is tried beside the others, once; undefined where somebody has. */
export async function claimTest(tx: EntityManager, districtId: string, id: string): Promise<Claimed | undefined> {
  const [row]: Claimed[] = await tx.query(
    `with taken as (
       update webhook_delivery d ${count}
       where d.district_id = $1 and d.id = $2 and d.seq is null and d.tries = 0 returning d.*) ${claimed}`,
    [districtId, id],
  );
  return row;
}
