/** A database of its own for each house, copied from one that is migrated once. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { migrate } from '../../src/database/migrate';
import { eventually } from './eventually';
import { queueBackend } from '../../src/queue/queue-backend';

const TEMPLATE = 'sanji_template';
/** Copying a database needs it to be alone; test files run side by side. */
const LOCK = 733_900;
const FILLED_BY_MIGRATIONS = ['migration', 'live.canary'];

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

/**
 * Empties every table but those the migrations filled and the queue's own. What is being written meanwhile is waited for;
 * what guards the past against deletion looks away.
 */
export async function emptyTables(database: DataSource): Promise<void> {
  const tables: { name: string; guarded: boolean }[] = await database.query(
    `select c.oid::regclass::text as name,
       exists (select 1 from pg_trigger g where g.tgrelid = c.oid and not tgisinternal and tgtype & 32 > 0) as guarded
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'platform', 'live') and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const asked = tables.map(({ name }) => `select '${name}' as name where exists (select 1 from ${name})`);
  const filled: { name: string }[] = await database.query(asked.join(' union all '));
  const names = filled.map(({ name }) => name).filter((name) => !FILLED_BY_MIGRATIONS.includes(name));
  if (names.length === 0) return;
  const guards = (does: 'disable' | 'enable'): string[] =>
    tables.filter(({ guarded }) => guarded).map(({ name }) => `alter table ${name} ${does} trigger user`);
  const steps = [...guards('disable'), `truncate ${names.join(', ')} cascade`, ...guards('enable')];
  await eventually(() => database.transaction(async (tx) => void (await tx.query(steps.join(';')))));
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
