/** What came of a try is written down (推送结果): the try itself, where the delivery stands, and whether the endpoint rests. Pure. */
import type { DataSource, EntityManager } from 'typeorm';
import { notify } from '../chasing/notice';
import { audit } from '../outbox/announce';
import { waitAfter } from './backoff';
import type { Claimed } from './claim';
import type { Tried } from './deliver';
import { pauseWords } from './pause-words';
import type { Rest } from './webhook-endpoint.entity';

const record = `
  insert into webhook_attempt (district_id, delivery_id, no, started_at, headers, status, answer, error, milliseconds)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`;

/** Only by whoever holds it: its mark is the count of tries. */
const mine = `district_id = $1 and id = $2 and tries = $3`;

const conclude = `
  update webhook_delivery set state = $4, last_status = $5, last_error = $6,
    delivered_at = case when $4 = 'delivered' then clock_timestamp() else delivered_at end,
    attempts = case when $7::float8 is null then 0 else attempts end,
    next_at = clock_timestamp() + make_interval(secs => coalesce($7, 0))
  where ${mine} and state = 'waiting'`;

const release = `
  update webhook_endpoint e set leased_until = null
  where e.district_id = $1 and e.id = $4
    and exists (select 1 from webhook_delivery where ${mine})`;

const rest = `
  with paused as (
    update webhook_endpoint set pause = $3, paused_at = clock_timestamp(), version = version + 1
    where district_id = $1 and id = $2 and pause is null and removed_at is null
    returning union_id, url, last_number)
  select union_id as "unionId", url, last_number as "lastNumber" from paused`;

interface Settling {
  readonly database: DataSource;
  /** Where the platform is, for the message. */
  readonly publicUrl: string | undefined;
  /** From 0 to 1. */
  readonly chance: number;
}

/** Answers why the endpoint rests from now on, or null. */
export function settle(
  { database, publicUrl, chance }: Settling,
  claimed: Claimed,
  tried: Tried,
): Promise<Rest | null> {
  return database.transaction(async (tx) => {
    const pause = await settleDelivery(tx, claimed, tried, chance);
    await tx.query(release, [claimed.districtId, claimed.id, claimed.tries, claimed.endpointId]);
    if (pause !== null) await pauseEndpoint(tx, claimed, pause, publicUrl);
    return pause;
  });
}

/** A test is over with its one try. */
export async function settleTest(tx: EntityManager, claimed: Claimed, tried: Tried): Promise<void> {
  await recordTry(tx, claimed, tried);
  await mark(tx, claimed, tried, tried.error === null ? 'delivered' : 'failed', null);
}

async function settleDelivery(tx: EntityManager, claimed: Claimed, tried: Tried, chance: number): Promise<Rest | null> {
  await recordTry(tx, claimed, tried);
  if (tried.error === null) {
    await mark(tx, claimed, tried, 'delivered', null);
    return null;
  }
  const wait = tried.status === 410 ? null : waitAfter(claimed.attempts, chance, tried.retryAfter);
  // it keeps waiting: nothing is lost, and it goes first when the endpoint is resumed
  await mark(tx, claimed, tried, 'waiting', wait);
  if (wait !== null) return null;
  return tried.status === 410 ? 'gone' : 'failing';
}

async function recordTry(tx: EntityManager, { districtId, id, tries }: Claimed, tried: Tried): Promise<void> {
  const { startedAt, headers, status, answer, error, milliseconds } = tried;
  const given = [startedAt, JSON.stringify(headers), status, answer, error, milliseconds];
  await tx.query(record, [districtId, id, tries, ...given]);
}

/** `wait`: seconds until the next try; null: its tries begin anew. */
async function mark(
  tx: EntityManager,
  { districtId, id, tries }: Claimed,
  { status, error }: Tried,
  state: 'waiting' | 'delivered' | 'failed',
  wait: number | null,
): Promise<void> {
  await tx.query(conclude, [districtId, id, tries, state, status, error, wait]);
}

async function pauseEndpoint(
  tx: EntityManager,
  { districtId, endpointId }: Claimed,
  pause: Rest,
  publicUrl: string | undefined,
): Promise<void> {
  const [paused]: { unionId: string; url: string; lastNumber: string }[] = await tx.query(rest, [
    districtId,
    endpointId,
    pause,
  ]);
  if (paused === undefined) return;
  const { unionId, url } = paused;
  const clock = { districtId, account: 'clock', network: 'local', requestId: 'clock' };
  await audit(tx, clock, 'webhook.paused', endpointId, { after: { unionId, pause } });
  await notify(tx, { districtId, unionId, words: [pauseWords(pause, url)], address: publicUrl });
}
