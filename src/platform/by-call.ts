/** What is said in the log of announcements that arrived: one line for each call that made them, under its id (请求编号). */
import { traceIdOf } from '../http/request-id';
import type { Closed } from './apply';

export interface Arrival {
  readonly msg: string;
  readonly requestId: string;
  readonly traceId?: string;
  readonly events: string[];
  readonly seqs: number[];
  /** Since the deed. */
  readonly waitedMs: number;
}

/** Ids and names of events only: never a body. */
export function byCall(closed: readonly Closed[], now: number): Arrival[] {
  const calls = new Map<string, Closed[]>();
  for (const each of closed) {
    if (each.requestId !== null) calls.set(each.requestId, [...(calls.get(each.requestId) ?? []), each]);
  }
  return [...calls].map(([requestId, made]) => {
    const traceId = traceIdOf(made[0]?.traceParent ?? undefined);
    return {
      msg: 'arrived on the boards',
      requestId,
      ...(traceId === undefined ? {} : { traceId }),
      events: [...new Set(made.map(({ name }) => name))],
      seqs: made.map(({ seq }) => seq),
      waitedMs: Math.max(0, now - Math.min(...made.map(({ occurredAt }) => Date.parse(occurredAt)))),
    };
  });
}
