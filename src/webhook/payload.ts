/** What a delivery says (推送内容): what happened, to which union, what may be told of it, and where to read the rest. Pure. */
import type { EventName, Events } from '../events/events';
import type { Tier } from '../kernel/actor';
import { type ToldName, partsOf } from './event-catalogue';
import { testEvent } from './event-groups';
import { resourceOf } from './resource';
import { letThrough, toldParts } from './told-parts';

/** The union it is about, as it is called when the delivery is made. */
export interface AboutUnion {
  readonly unionId: string;
  readonly code: string;
  readonly name: string;
  readonly tier: Tier;
}

export interface Happened {
  readonly name: ToldName;
  /** To the microsecond, as the database wrote it. */
  readonly occurredAt: string;
  readonly body: Events[EventName];
  readonly union: AboutUnion;
}

/** `number`: the endpoint's own, without a gap. `door`: the tier of the endpoint's union. `publicUrl`: where the API is, if that is known. */
export function payloadOf(
  { name, occurredAt, body, union }: Happened,
  number: number,
  door: Tier,
  publicUrl: string | undefined,
): string {
  const given = new Map<string, unknown>(Object.entries(body));
  const told = partsOf(name).flatMap((part) => {
    const through = letThrough(toldParts[part], given.get(part));
    return through === undefined ? [] : [[part, through] as const];
  });
  const parts = Object.fromEntries(told);
  const data = { union, ...parts, resource: `${publicUrl ?? ''}/api/v1${resourceOf(parts, door, union.unionId)}` };
  return JSON.stringify({ type: name, timestamp: occurredAt, sequence: number, data });
}

/** What a test says; it has no number, for nothing happened. */
export const testPayload = (at: string, union: AboutUnion): string =>
  JSON.stringify({ type: testEvent.type, timestamp: at, sequence: null, data: { union } });
