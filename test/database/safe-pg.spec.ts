/** What a client given back in the middle of a transaction does to the next one who gets it. */
import pg from 'pg';
import { DataSource } from 'typeorm';
import { safePg } from '../../src/database/safe-pg';
import { connectionOptions } from '../../src/database/session-settings';
import { eventually } from '../support/eventually';

const url = process.env['TEST_DATABASE_URL'] ?? '';
const table = 'safe_pg_deed';
const options = connectionOptions(url, { max: 1, applicationName: 'safe-pg.spec' });
const watcher = new pg.Client(url);

beforeAll(async () => {
  await watcher.connect();
  await watcher.query(`create table ${table} (who text not null)`);
});
beforeEach(() => watcher.query(`truncate ${table}`));
afterAll(async () => {
  await watcher.query(`drop table ${table}`);
  await watcher.end();
});

test.each([
  ['the stock pool commits it with the next one', pg.Pool, ['refused', 'accepted']],
  ['ours undoes it', safePg.Pool, ['accepted']],
])('a transaction that its user left open: %s', async (_, Pool, expected) => {
  const pool = new Pool(options);
  const careless = await pool.connect();
  await careless.query('begin');
  await careless.query(`insert into ${table} values ('refused')`);
  careless.release();
  await inTransaction(pool, `insert into ${table} values ('accepted')`);
  await pool.end();
  expect(await stored()).toEqual(expected);
});

test.each([
  ['the stock driver commits it with the next one', pg, ['refused', 'accepted']],
  ['ours undoes it', safePg, ['accepted']],
])('the same under TypeORM: %s', async (_, driver, expected) => {
  const { connectionString, ...extra } = options;
  const database = new DataSource({ type: 'postgres', url: connectionString, extra, driver, installExtensions: false });
  await database.initialize();
  const runner = database.createQueryRunner();
  await runner.startTransaction();
  await runner.query(`insert into ${table} values ('refused')`);
  await runner.release();
  await database.transaction((tx) => tx.query(`insert into ${table} values ('accepted')`));
  await database.destroy();
  expect(await stored()).toEqual(expected);
});

test('a request that timed out in the client and was answered with an error is not stored by the next one', async () => {
  const pool = new safePg.Pool({ ...options, query_timeout: 200 });
  const client = await pool.connect();
  await client.query('begin');
  await client.query(`insert into ${table} values ('refused')`);
  await expect(client.query('select pg_sleep(1)')).rejects.toThrow('Query read timeout');
  client.release();
  await inTransaction(pool, `insert into ${table} values ('accepted')`);
  await pool.end();
  expect(await stored()).toEqual(['accepted']);
});

test.each([
  ['a statement that worked', 'select 1'],
  ['a statement that failed', 'select 1 / 0'],
])('a client is kept after %s', async (_, statement) => {
  const pool = new safePg.Pool(options);
  const before = await backend(pool);
  const client = await pool.connect();
  await client.query(statement).catch((error: unknown) => expect(error).toMatchObject({ code: '22012' }));
  // PostgreSQL sends an error ahead of "ready": who gives a client back in between gets a new one
  await eventually(() => expect(client).toMatchObject({ readyForQuery: true }), 5_000);
  client.release();
  expect(await backend(pool)).toBe(before);
  await pool.end();
});

test('a client with a failed transaction is closed and the pool stays as large as it was', async () => {
  const pool = new safePg.Pool(options);
  const before = await backend(pool);
  const client = await pool.connect();
  await client.query('begin');
  await expect(client.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
  client.release();
  expect(await backend(pool)).not.toBe(before);
  expect(pool.totalCount).toBe(1);
  await pool.end();
});

test.each([
  ['statement_timeout', '10s'],
  ['lock_timeout', '4s'],
  ['idle_in_transaction_session_timeout', '15s'],
  ['TimeZone', 'UTC'],
  ['application_name', 'safe-pg.spec'],
])('the server keeps %s at %s', async (name, value) => {
  const pool = new safePg.Pool(options);
  const { rows } = await pool.query<{ value: string }>('select current_setting($1) as value', [name]);
  await pool.end();
  expect(rows).toEqual([{ value }]);
});

test('a URL cannot bring a query_timeout, and its own options stay beside ours', () => {
  const given = connectionOptions(`${url}?query_timeout=5&options=-c%20work_mem%3D8MB`, {
    max: 1,
    applicationName: 'x',
  });
  expect(given.connectionString).toBe(url);
  expect(given.options).toBe('-c work_mem=8MB -c TimeZone=UTC');
});

async function inTransaction(pool: pg.Pool, statement: string): Promise<void> {
  const client = await pool.connect();
  await client.query('begin');
  await client.query(statement);
  await client.query('commit');
  client.release();
}

async function stored(): Promise<string[]> {
  const { rows } = await watcher.query<{ who: string }>(`select who from ${table} order by ctid`);
  return rows.map(({ who }) => who);
}

async function backend(pool: pg.Pool): Promise<number | undefined> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid;
}
