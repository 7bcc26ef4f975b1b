/** A database of its own for each house, copied from one that is migrated once. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/database/migrate';
import { eventually } from './eventually';
import { queueBackend } from '../../src/queue/queue-backend';

const TEMPLATE = 'sanji_template';
/** Copying a database needs it to be alone; test files run side by side. */
const LOCK = 733_900;

export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `house_${randomBytes(6).toString('hex')}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 0) {
      await client.query(`create database ${TEMPLATE}_new`);
      const url = named(server, `${TEMPLATE}_new`);
      await migrate(url, queueBackend(undefined, url));
      await client.query(`alter database ${TEMPLATE}_new rename to ${TEMPLATE}`);
    }
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  return {
    url: named(server, name),
    drop: () =>
      // an autovacuum worker that has just looked in may not be sent away; it leaves by itself
      onServer(server, (client) =>
        eventually(async () => void (await client.query(`drop database if exists ${name} with (force)`))),
      ),
  };
}

function named(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

async function onServer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
