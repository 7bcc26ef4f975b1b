/** What may be seen of the pool of connections from outside. */
import type { EventEmitter } from 'node:events';
import type { DataSource } from 'typeorm';

/** Told with the seconds that somebody waited for a connection. */
export const WAITED = 'waited';

export interface WatchedPool extends EventEmitter {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

export const poolOf = (database: DataSource): WatchedPool =>
  (database.driver as unknown as { readonly master: WatchedPool }).master;
