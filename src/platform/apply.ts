/** Applies announcements to the platform's tables: closes the rows and projects them in one transaction. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Envelope } from '../events/envelope';
import type { EventName } from '../events/events';
import { markBoards } from '../kept/board-version';
import { hearCanary, tellLive } from './live/live.projection';
import { projections } from './projections';
import { prepared } from '../kernel/prepared';

/** Taken shared by every batch and exclusively by the last step of a rebuild. */
export const PLATFORM_LOCK = 733_001;

const columns = `seq, id, name, district_id as "districtId", union_id as "unionId", path::text as path, body,
  to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt"`;

/** The guarded update is the once-only guard: a row that is closed already is not told again. */
const close = prepared(
  'clock.close',
  `
  with ended as (
    delete from outbox_lease where id = $2
  ), closed as (
    update outbox_message set projected_at = now(), leased_until = null
    where seq = any($1) and projected_at is null and parked_at is null
    returning ${columns}, request_id as "requestId", trace_parent as "traceParent")
  select * from closed order by seq`,
);

/** Who else is to be told of what was closed, in the same transaction: once, as the boards. */
export type AlsoTell = (tx: EntityManager, events: readonly Envelope[]) => Promise<void>;

/** An announcement, and by which call it was made; the clock's own have none. */
export type Closed = Envelope & { readonly requestId: string | null; readonly traceParent: string | null };

/** Closes and projects a batch, and ends its lease with it; returns those of its rows that were still open. */
export async function applyBatch(
  database: DataSource,
  seqs: readonly number[],
  { also, lease }: { readonly also?: AlsoTell; readonly lease?: string } = {},
): Promise<Closed[]> {
  return database.transaction(async (tx) => {
    await useSchema(tx, 'platform', 'shared');
    const events: Closed[] = await tx.query(close, [[...seqs].sort((a, b) => a - b), lease ?? null]);
    if (events.some((event) => event.name === 'system.canary')) await hearCanary(tx);
    await project(tx, events);
    await tellLive(tx, events);
    if (events.length > 0) await also?.(tx, events);
    await markBoards(tx, events);
    return events;
  });
}

/** The effects of a batch, each projection's names first, then what follows from them. */
export async function project(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  if (events.length === 0) return;
  const byName = new Map<EventName, Envelope[]>();
  for (const event of events) byName.set(event.name, [...(byName.get(event.name) ?? []), event]);
  for (const projection of projections) {
    for (const [name, told] of byName) await projection.on[name]?.(tx, told);
    await projection.settle?.(tx, events);
  }
}

const schemas = {
  none: prepared('board.schema', `select set_config('search_path', $1, true)`),
  shared: prepared(
    'board.schemaShared',
    `select set_config('search_path', $1, true), pg_advisory_xact_lock_shared(${PLATFORM_LOCK})`,
  ),
  exclusive: `select set_config('search_path', $1, true), pg_advisory_xact_lock(${PLATFORM_LOCK})`,
};

/** Projections write to the schema that is first in the path: the live one, or the shadow of a rebuild. */
export async function useSchema(tx: EntityManager, schema: string, lock: keyof typeof schemas): Promise<void> {
  await tx.query(schemas[lock], [`${schema}, public`]);
}

/** Events of the outbox, by number, for a replay. */
export async function readEvents(tx: EntityManager, where: string, parameters: unknown[]): Promise<Envelope[]> {
  return tx.query(`select ${columns} from outbox_message where ${where}`, parameters);
}
