/** How every connection of the application behaves: the deadlines are the server's, never the client's. */
import type { PoolConfig } from 'pg';

/**
 * Options for a pool of at most `max` connections. A URL may bring settings of its own but no `query_timeout`: when the
 * client alone gives up, its transaction stays open on the server.
 */
export function connectionOptions(url: string, opts: { max: number; applicationName: string }): PoolConfig {
  const address = new URL(url);
  address.searchParams.delete('query_timeout');
  const given = address.searchParams.get('options') ?? '';
  address.searchParams.delete('options');
  return {
    connectionString: address.href,
    max: opts.max,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: opts.applicationName,
    statement_timeout: 10_000,
    lock_timeout: 4_000,
    idle_in_transaction_session_timeout: 15_000,
    options: `${given} -c TimeZone=UTC`.trim(),
  };
}
