/** What a projection is: for each event name a SQL effect over all events of that name in a batch. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../events/envelope';
import type { EventName } from '../events/events';

/** Applies all events of one name in a batch. Told twice or out of order, the result is the same. */
export type Effect = (tx: EntityManager, events: readonly Envelope[]) => Promise<void>;

export interface Projection {
  readonly name: string;
  readonly on: Partial<Record<EventName, Effect>>;
  /** Runs once after all effects of the batch, for sums that follow from what changed. */
  readonly settle?: (tx: EntityManager, events: readonly Envelope[]) => Promise<void>;
}

/** The events as one JSON parameter: the body, and beside it what the envelope says. */
export function rowsOf(events: readonly Envelope[], pick: (event: Envelope) => object): string {
  return JSON.stringify(events.map((event) => ({ seq: event.seq, districtId: event.districtId, ...pick(event) })));
}

/** Only the last event of each key: one upsert may not touch a row twice. */
export function lastOf(events: readonly Envelope[], key: (event: Envelope) => string): Envelope[] {
  const last = new Map<string, Envelope>();
  for (const event of events) {
    const known = last.get(key(event));
    if (known === undefined || known.seq < event.seq) last.set(key(event), event);
  }
  return [...last.values()];
}
