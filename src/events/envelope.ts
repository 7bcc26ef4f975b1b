/** An event as it travels: what happened, to which union, in which order. */
import type { EventName, Events } from './events';

export interface Envelope<N extends EventName = EventName> {
  /** Order of announcement; per task and per union it is the order of the commits. */
  readonly seq: number;
  readonly id: string;
  readonly name: N;
  readonly districtId: string;
  readonly unionId: string;
  /** Where it belongs in the tree, as the tree stood when it happened. */
  readonly path: string;
  readonly body: Events[N];
  readonly occurredAt: string;
}

/** The job on the queue: only sequence numbers, never contents. */
export interface Batch {
  readonly seqs: number[];
  /** What keeps others from handing them out meanwhile; none for a job of before, whose rows were leased one by one. */
  readonly lease?: string;
}
