/**
 * The day's turn of the lights and the morning round of reminders for a whole country: time, memory and statements. `DISTRICTS=2844` is
 * China. With `BENCH_KEEP=folder` it takes the country that `npm run bench -- --districts …` left there, from tomorrow on.
 */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { loadConfig } from '../dist/src/config.js';
import { ChasingClock } from '../dist/src/chasing/chasing-clock.service.js';
import { Clock } from '../dist/src/kernel/clock.js';
import { LightClock } from '../dist/src/light/light-clock.service.js';
import { start } from '../dist/src/start.js';
import { seedCountry } from './country.mjs';

const districts = Number(process.env.DISTRICTS ?? 100);
const kept = process.env.BENCH_KEEP === undefined ? undefined : join(process.env.BENCH_KEEP, `speed-${districts}`);
const folder = kept ?? mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'sanji-bench-'));
const config = loadConfig({ DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'error', ROLE: 'api' });
const house = await start(config, () => undefined, console.error);

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let statements = 0;
const query = PostgresQueryRunner.prototype.query;
PostgresQueryRunner.prototype.query = function count(...given) {
  statements++;
  return query.apply(this, given);
};

const client = new pg.Client(house.config.databaseUrl);
await client.connect();
const figure = async (sql) => Number((await client.query(sql)).rows[0].n);

/** Runs `work` with the clock at `moment` and says how long it took; `said` puts its answer into words. */
async function measured(what, moment, work, said) {
  house.app.get(Clock).set(new Date(`${moment}:00+08:00`));
  globalThis.gc?.();
  statements = 0;
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 200);
  const from = performance.now();
  const answer = await work();
  const [seconds, asked] = [(performance.now() - from) / 1000, statements];
  clearInterval(watch);
  console.log(
    `${what.padEnd(32)} ${moment}  ${(await said(answer)).padEnd(44)} ${seconds.toFixed(1).padStart(7)} s  ` +
      `${String(asked).padStart(6)} statements  ${Math.round(most / 2 ** 20)} MB`,
  );
}

async function turned(what, day) {
  const before = await figure('select count(*) as n from light_change');
  const work = () => house.app.get(LightClock).tick();
  await measured(what, `${day}T00:10`, work, async (judged) => {
    const changed = (await figure('select count(*) as n from light_change')) - before;
    return `judged ${String(judged).padStart(9)}  changed ${String(changed).padStart(9)}`;
  });
}

/** Every district's reminders of this hour: as many ticks, a minute apart in life, as it takes. */
async function chased(what, moment) {
  let ticks = 0;
  const open = () =>
    figure(`select count(*) as n from trade_union u where tier = 'district' and not exists (
    select 1 from chasing_round r where r.district_id = u.id and (r.day, r.hour) >= ('${moment.slice(0, 10)}', ${Number(moment.slice(11, 13))}))`);
  const work = async () => {
    let written = 0;
    while ((await open()) > 0) {
      written += await house.app.get(ChasingClock).tick();
      ticks++;
    }
    return written;
  };
  const steps = await figure('select count(*) as n from reminder_turn');
  await measured(what, moment, work, async (written) => {
    const told = (await figure('select count(*) as n from reminder_turn')) - steps;
    return `${written} digests of ${told} steps, ${ticks} ticks`;
  });
}

try {
  if (kept === undefined) await seedCountry(client, districts, (line) => console.log(line));
  const [unions, tasks] = [
    await figure('select count(*) as n from trade_union'),
    await figure(`select count(*) as n from task where status <> 'withdrawn'`),
  ];
  console.log(`${districts} districts, ${unions} unions, ${tasks} tasks`);
  await client.query('vacuum analyze task_light');
  const days = kept === undefined ? ['2026-07-01', '2026-07-02', '2026-07-03'] : [1, 2, 3].map(inDays);
  for (const day of days) await turned('the day turns', day);
  await turned('a second time on the same day', days.at(-1));
  const many = kept === undefined ? '2026-08-01' : inDays(14);
  for (const day of (process.env.DAYS ?? many).split(',')) await turned('many days at once', day);
  const [first, next] = kept === undefined ? ['2026-10-14', '2026-10-15'] : [15, 16].map(inDays);
  await chased('the first round ever', `${first}T09:05`);
  await chased('the next morning', `${next}T09:05`);
  await chased('an hour later', `${next}T10:05`);
} finally {
  await client.end();
  await house.stop();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
