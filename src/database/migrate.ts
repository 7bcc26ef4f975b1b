/** Brings the database up to date, once, however many processes start at the same time. */
import pg from 'pg';
import type { QueueBackend } from '../queue/queue-backend';
import { dataSource } from './data-source';

/** TypeORM's migrations take no lock of their own. */
const MIGRATION_LOCK = 733_000;
const OLDEST = 15;

export interface Migrated {
  applied: number;
  warnings: string[];
}

/** Throws one sentence when the server is too old, does not store UTF-8, or the queue's store may lose jobs. */
export async function migrate(url: string, queue: QueueBackend): Promise<Migrated> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'sanji-migrate',
  });
  await client.connect();
  try {
    await checkServer(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const database = await dataSource(url, 2, true).initialize();
    try {
      const applied = await database.runMigrations();
      return { applied: applied.length, warnings: await queue.prepare() };
    } finally {
      await database.destroy();
    }
  } finally {
    await client.end();
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
  );
  const { version = '0', encoding = '' } = rows[0] ?? {};
  if (Number(version) < OLDEST * 10_000) {
    throw new Error(
      `DATABASE_URL points to PostgreSQL ${Math.floor(Number(version) / 10_000)}; it must be ${OLDEST} or later.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new Error(
      `The database stores ${encoding}; it must be created with ENCODING 'UTF8', or Chinese would be counted in bytes.`,
    );
  }
}
