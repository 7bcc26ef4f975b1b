/** The pool of connections (连接池): who has one, who waits, and how long they waited. */
import { Gauge, Histogram, type Registry } from 'prom-client';
import { WAITED, type WatchedPool } from '../database/watched-pool';

const BUCKETS = [0.001, 0.01, 0.05, 0.1, 0.5, 1, 5];

export function watchPool(pool: WatchedPool, registry: Registry): void {
  const waits = new Histogram({
    name: 'sanji_database_pool_wait_seconds',
    help: 'How long work waited for a connection to the database.',
    buckets: BUCKETS,
    registers: [registry],
  });
  pool.on(WAITED, (seconds: number) => waits.observe(seconds));
  const connections = new Gauge({
    name: 'sanji_database_pool_connections',
    help: 'Connections of this process, by what they do.',
    labelNames: ['state'] as const,
    registers: [],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
    },
  });
  const waiting = new Gauge({
    name: 'sanji_database_pool_waiting',
    help: 'Work that waits for a connection at this moment.',
    registers: [],
    collect() {
      this.set(pool.waitingCount);
    },
  });
  registry.registerMetric(connections);
  registry.registerMetric(waiting);
}
