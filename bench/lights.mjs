/** The day's turn of the lights for a whole country: time, memory and statements. `DISTRICTS=2844` is China. */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { loadConfig } from '../dist/src/config.js';
import { Clock } from '../dist/src/kernel/clock.js';
import { LightClock } from '../dist/src/light/light-clock.service.js';
import { start } from '../dist/src/start.js';
import { seedCountry } from './country.mjs';

const districts = Number(process.env.DISTRICTS ?? 100);
const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'sanji-bench-'));
const config = loadConfig({ DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'error', ROLE: 'api' });
const house = await start(config, () => undefined, console.error);

let statements = 0;
const query = PostgresQueryRunner.prototype.query;
PostgresQueryRunner.prototype.query = function count(...given) {
  statements++;
  return query.apply(this, given);
};

const client = new pg.Client(house.config.databaseUrl);
await client.connect();
const figure = async (sql) => Number((await client.query(sql)).rows[0].n);

async function turned(what, day) {
  house.app.get(Clock).set(new Date(`${day}T00:10:00+08:00`));
  globalThis.gc?.();
  statements = 0;
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 200);
  const before = await figure('select count(*) as n from light_change');
  const from = performance.now();
  const judged = await house.app.get(LightClock).tick();
  const seconds = (performance.now() - from) / 1000;
  clearInterval(watch);
  const changed = (await figure('select count(*) as n from light_change')) - before;
  console.log(
    `${what.padEnd(34)} ${day}  judged ${String(judged).padStart(9)}  changed ${String(changed).padStart(9)}  ` +
      `${seconds.toFixed(1).padStart(7)} s  ${String(statements).padStart(6)} statements  ${Math.round(most / 2 ** 20)} MB`,
  );
}

try {
  await seedCountry(client, districts, (line) => console.log(line));
  const [unions, tasks] = [
    await figure('select count(*) as n from trade_union'),
    await figure(`select count(*) as n from task where status <> 'withdrawn'`),
  ];
  console.log(`${districts} districts, ${unions} unions, ${tasks} tasks`);
  await client.query('vacuum analyze task_light');
  for (const day of ['2026-07-01', '2026-07-02', '2026-07-03']) await turned('the day turns', day);
  await turned('a second time on the same day', '2026-07-03');
  for (const day of (process.env.DAYS ?? '2026-08-01').split(',')) await turned('many days at once', day);
} finally {
  await client.end();
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}
