/** The annual report over a large district: the demo's 38 figures, its entries and enterprises many times over; time, statements, processor. */
import 'reflect-metadata';
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource } from 'typeorm';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { AnnualReportReader } from '../dist/src/annual-report/annual-report.reader.js';
import { reportDocument } from '../dist/src/annual-report/document/report-document.js';
import { loadConfig } from '../dist/src/config.js';
import { start } from '../dist/src/start.js';
import { TargetReader } from '../dist/src/target/target.reader.js';
import { groundFor } from './ground.mjs';

const ENTRIES = Number(process.env.ENTRIES ?? 1_000_000);
const ENTERPRISES = Number(process.env.ENTERPRISES ?? 100_000);
const RUNS = Number(process.env.RUNS ?? 5);
const { folder, seeded, keepSeeded, clear } = groundFor(`annual-report-${ENTRIES}-${ENTERPRISES}`);
const config = loadConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error', ROLE: 'api' });
const began = performance.now();
const house = await start(config, () => undefined, console.error);
console.log(`started with the demo in ${((performance.now() - began) / 1000).toFixed(1)} s`);

const counting = new AsyncLocalStorage();
const query = PostgresQueryRunner.prototype.query;
PostgresQueryRunner.prototype.query = function heard(...given) {
  const counter = counting.getStore();
  if (counter !== undefined && !/^(START|COMMIT|ROLLBACK)/i.test(given[0])) counter.statements += 1;
  return query.apply(this, given);
};

/** Runs it once to count its own statements, then for the clock and the processor. */
async function measured(name, run) {
  const counter = { statements: 0 };
  await counting.run(counter, run);
  const [times, own] = [[], []];
  for (let no = 0; no < RUNS; no++) {
    const [from, cpu] = [performance.now(), process.cpuUsage()];
    await run();
    const { user, system } = process.cpuUsage(cpu);
    times.push(performance.now() - from);
    own.push((user + system) / 1000);
  }
  const median = (all) => {
    const middle = all.toSorted((a, b) => a - b).at(all.length >> 1);
    return middle.toFixed(0).padStart(6);
  };
  console.log(
    `${name.padEnd(52)} ${median(times)} ms  processor of ours ${median(own)} ms  ${counter.statements} statements`,
  );
}

/** The rows of a table once more, under new keys. */
async function again(runner, table, keys, times) {
  const columns = await runner.query(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  const values = columns.map(({ name }) => keys[name] ?? `t.${name}`);
  await runner.query(
    `insert into ${table} (${columns.map(({ name }) => name)}) select ${values} from ${table} t cross join generate_series(1, ${times}) n`,
  );
}

/** The demo's entries and enterprises, many times over. */
async function seed(database) {
  const from = performance.now();
  const runner = database.createQueryRunner();
  await runner.query('set statement_timeout = 0');
  await runner.query('set transaction_timeout = 0').catch(() => undefined);
  const [{ entries, enterprises }] = await runner.query(
    'select (select count(*)::int from ledger_entry) as entries, (select count(*)::int from enterprise) as enterprises',
  );
  const more = (wanted, there) => Math.max(0, Math.round(wanted / there) - 1);
  await again(runner, 'ledger_entry', { id: 'gen_random_uuid()' }, more(ENTRIES, entries));
  const code = `lpad(n::text, 4, '0') || substr(t.credit_code, 5)`;
  await again(runner, 'enterprise', { id: 'gen_random_uuid()', credit_code: code }, more(ENTERPRISES, enterprises));
  await runner.query('analyze ledger_entry');
  await runner.query('analyze enterprise');
  const [now] = await runner.query(
    'select (select count(*)::int from ledger_entry) as entries, (select count(*)::int from enterprise) as enterprises',
  );
  await runner.release();
  console.log(
    `${now.entries} entries and ${now.enterprises} enterprises in ${((performance.now() - from) / 1000).toFixed(1)} s`,
  );

  keepSeeded();
}

try {
  const database = house.app.get(DataSource);
  if (!seeded) await seed(database);
  const [office] = await database.query(
    `select u.district_id as "districtId", o.id as "officerId", u.id as "unionId", u.path::text as path, u.tier, o.role, o.account
     from trade_union u join officer o on o.union_id = u.id where u.tier = 'district' limit 1`,
  );
  const actor = { ...office, network: 'local', requestId: 'bench' };
  const [reports, targets] = [house.app.get(AnnualReportReader), house.app.get(TargetReader)];
  const approved = await reports.read(actor, 2014);
  console.log(`2014: ${approved.status}, ${approved.figures.length} figures, ${approved.changed} changed since`);
  await measured('the report of 2014, approved, beside what changed', () => reports.read(actor, 2014));
  await measured('the report of 2015, as its sources say it', () => reports.read(actor, 2015));
  await measured('the Word document of 2014', () => reportDocument(approved));
  await measured('a page of targets', () => targets.list(actor, { page: 1, pageSize: 50, withdrawn: false }));
} finally {
  await house.stop();
  clear();
}
