/** The ground under the speed: embedded PostgreSQL with its durable defaults, migrated and filled, kept if wished. */
import 'reflect-metadata';
import pg from 'pg';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../dist/src/database/embedded.js';
import { migrate } from '../../dist/src/database/migrate.js';
import { queueBackend } from '../../dist/src/queue/queue-backend.js';
import { groundFor } from '../ground.mjs';
import { layFloor } from '../floor/tables.mjs';
import { hashPassword } from '../../dist/src/organization/password.js';
import { seed, signIn } from './seed.mjs';

/** `BENCH_STATEMENTS=20` tells which statements cost most. */
const counting = process.env.BENCH_STATEMENTS !== undefined;

const PASSWORD = 'Bench.2026.speed';

export async function openGround(districts, queueUrl, log) {
  const ground = groundFor(`speed-${districts}`);
  const { folder } = ground;
  const embedded = await EmbeddedPostgres.start({
    dataDir: folder,
    onProgress: () => undefined,
    flags: [
      ...(counting ? ['shared_preload_libraries=pg_stat_statements'] : []),
      ...(process.env.BENCH_POSTGRES ?? '').split(' ').filter(Boolean),
    ],
  });
  await migrate(embedded.url, queueBackend(queueUrl, embedded.url));
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  if (!ground.seeded) {
    const from = performance.now();
    await seed(client, districts, log);
    log(`${districts} districts filled in ${((performance.now() - from) / 1000).toFixed(0)} s`);
    ground.keepSeeded();
  }
  await layFloor(client, log);
  await client.query('delete from session');
  const people = await signIn(client);
  const { rows: accounts } = await client.query(
    'update officer set password_hash = $1 where id = any($2) returning account',
    [await hashPassword(PASSWORD), people.slice(0, 500).map(({ officer }) => officer)],
  );
  const counted = counting ? await countStatements(embedded.url) : undefined;
  await counted?.reset();
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    folder,
    url: embedded.url,
    client,
    people,
    counted,
    accounts: accounts.map(({ account }) => account),
    password: PASSWORD,
    postmaster,
    async close() {
      await counted?.tell();
      await client.end();
      await embedded.stop();
      ground.clear();
    },
  };
}

/** Of everything that was asked since, with what it took the database. */
async function countStatements(url) {
  const client = new pg.Client({ connectionString: url.replace('//sanji:', '//postgres:') });
  await client.connect();
  await client.query('create extension if not exists pg_stat_statements');
  await client.query('set pg_stat_statements.track = none');
  return {
    reset: () => client.query('select pg_stat_statements_reset()'),
    async tell() {
      const { rows } = await client.query(
        `select round(total_exec_time::numeric)::text as ms, calls::text, rows::text, round((total_exec_time / calls)::numeric, 2)::text as each,
           regexp_replace(left(query, 400), '\\s+', ' ', 'g') as statement
         from pg_stat_statements order by total_exec_time desc limit ${Number(process.env.BENCH_STATEMENTS) || 20}`,
      );
      for (const { ms, calls, rows: found, each, statement } of rows)
        console.log(
          `${ms.padStart(7)} ms ${calls.padStart(7)} × ${each.padStart(8)} ms ${found.padStart(8)} rows  ${statement.slice(0, 130)}`,
        );
      await client.end();
    },
  };
}
