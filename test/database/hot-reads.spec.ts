/** The pool behind what is asked most: a plan is made once, nothing is written, and only what was prepared is asked. */
import pg from 'pg';
import { PooledHotReads } from '../../src/database/pooled-hot-reads';
import { prepared } from '../../src/kernel/prepared';

const url = process.env['TEST_DATABASE_URL'] ?? '';
let reads: PooledHotReads;
beforeAll(() => {
  reads = new PooledHotReads(url);
});
afterAll(() => reads.end());

it('keeps the plan of a statement, one for all values', async () => {
  const sum = prepared('spec.sum', 'select $1::int + count(*)::int as n from pg_class where relname = $2');
  const plans = prepared(
    'spec.plans',
    `select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements where name = 'spec.sum'`,
  );
  for (const n of [1, 2, 3]) expect(await reads.ask(sum, [n, 'pg_class'])).toEqual([{ n: n + 1 }]);
  expect(await reads.ask(plans, [])).toEqual([{ generic: 3, custom: 0 }]);
});

it('writes nothing', async () => {
  const write = prepared('spec.write', 'create table hot_read_wrote (n int)');
  await expect(reads.ask(write, [])).rejects.toThrow('read-only transaction');
});

it('asks nothing that was not prepared: its texts would pile up on the connections', async () => {
  await expect(reads.ask('select 1', [])).rejects.toThrow('Only prepared statements');
});

it('goes on after its connections were ended', async () => {
  const one = prepared('spec.one', 'select 1 as one');
  expect(await reads.ask(one, [])).toEqual([{ one: 1 }]);
  const client = new pg.Client(url);
  await client.connect();
  const end = `select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'sanji-reads' and datname = current_database()`;
  await client.query(end);
  await client.end();
  const again = async (): Promise<unknown> => reads.ask(one, []).catch(() => again());
  expect(await again()).toEqual([{ one: 1 }]);
});
