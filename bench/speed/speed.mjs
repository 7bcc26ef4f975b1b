/** `npm run bench`: the product under load beside its floor, in turns; medians and ratios, a table and a file of results. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { cases } from './cases.mjs';
import { openGround } from './ground.mjs';
import { deadlineNight } from './deadline-night.mjs';
import { delayed, fannedOut } from './on-the-way.mjs';
import { steady } from './at-rate.mjs';
import { anHour } from './hour.mjs';
import { loaded } from './load.mjs';
import { pgbenched } from './pgbench.mjs';
import { settled } from './settled.mjs';
import { memoryMb, startApi, startFloor, startWorker } from './processes.mjs';

const { values: given } = parseArgs({
  args: process.argv.slice(2).filter((each) => each !== 'speed'),
  options: {
    districts: { type: 'string', default: '1' },
    processes: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '64' },
    only: { type: 'string' },
    queue: { type: 'string' },
    minutes: { type: 'string', default: '60' },
    'without-floor': { type: 'boolean', default: false },
  },
});
const [districts, processes, rounds, seconds, connections] = [
  'districts',
  'processes',
  'rounds',
  'seconds',
  'connections',
].map((name) => Number(given[name]));

/** Before the first round of each case: what is compiled and kept is so in production. */
const WARM_SECONDS = 10;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const medians = (runs) =>
  Object.fromEntries(
    Object.keys(runs[0])
      .filter((key) => typeof runs[0][key] === 'number')
      .map((key) => [key, median(runs.map((run) => run[key]))]),
  );
const log = (line) => process.stderr.write(`${line}\n`);

const ground = await openGround(districts, given.queue, log);
const env = {
  DATABASE_URL: ground.url,
  DATA_DIR: ground.folder,
  PORT: '0',
  DEMO: 'off',
  LOG_LEVEL: 'warn',
  ...(given.queue === undefined ? {} : { QUEUE_URL: given.queue }),
};
const many = (start) => Promise.all(Array.from({ length: processes }, () => start(env)));
const running = [];
try {
  const apis = await many(startApi);
  running.push(...apis);
  const workers = await many(startWorker);
  running.push(...workers);
  const floor = await startFloor(env);
  running.push(floor);
  const rows = [];
  const wanted = given.only?.split(',');
  for (const [name, make] of Object.entries(cases)) {
    if (wanted !== undefined && !wanted.includes(name)) continue;
    const ours = [];
    const theirs = [];
    for (let round = 0; round < rounds; round++) {
      await settled(ground.client);
      const { product, bare, reset } = await make(ground, { apis });
      for (const { side, next, runs } of [
        { side: 'floor', next: bare, runs: theirs },
        { side: 'product', next: product, runs: ours },
      ]) {
        if (next === undefined || (side === 'floor' && given['without-floor'])) continue;
        await reset?.();
        await settled(ground.client);
        if (round === 0) await ground.counted?.reset();
        const urls = side === 'floor' ? [floor.url] : apis.map(({ url }) => url);
        const cost = { app: side === 'floor' ? [floor] : [...apis, ...workers], database: ground.postmaster };
        if (round === 0) await loaded({ urls, connections, seconds: WARM_SECONDS, next, cost });
        const run = await loaded({ urls, connections, seconds, next, cost });
        if (run.bad > 0)
          log(
            `${name}, ${side}: ${run.bad} of ${run.bad + run.good} were not answered well: ${run.refused ?? 'no answer'}`,
          );
        log(
          `${name}, ${side}, round ${round + 1}: ${run.perSecond.toFixed(0)}/s, p50 ${run.p50}, p99 ${run.p99} ms, app ${run.appMs.toFixed(2)} db ${run.databaseMs.toFixed(2)} ms`,
        );
        runs.push(run);
      }
    }
    if (ours.length === 0) continue;
    const [us, them] = [medians(ours), theirs.length > 0 ? medians(theirs) : undefined];
    rows.push({ name, ours: us, floor: them, ratio: them === undefined ? undefined : us.perSecond / them.perSecond });
  }
  const special = {
    'to the boards at 200': () => delayed(ground, apis[0].url, 200, seconds),
    'to the boards at 1000': () => delayed(ground, apis[0].url, 1000, seconds),
    'deadline night': () => deadlineNight(ground, apis, connections),
    'live to 500': () => fannedOut(ground, apis[0].url, 500, 50, seconds),
    'any board at 300': async () => {
      const { product } = await cases.board(ground);
      return steady(apis[0].url, { perSecond: 300, seconds: 3 * seconds, connections: 8 }, product);
    },
    pgbench: () => pgbenched(ground, seconds),
    'an hour': () => anHour(ground, apis[0].url, [...apis, ...workers], Number(given.minutes)),
  };
  // an hour is only taken where it is asked for
  const unasked = (name) => (wanted === undefined ? name === 'an hour' : !wanted.includes(name));
  const told = {
    'ready after seconds': Object.fromEntries([...apis, ...workers].map(({ name, readyAfter }) => [name, readyAfter])),
  };
  for (const [name, run] of Object.entries(special)) {
    if (unasked(name)) continue;
    await settled(ground.client);
    told[name] = await run();
    log(`${name}: ${JSON.stringify(told[name])}`);
  }
  const memory = Object.fromEntries(
    [...apis, ...workers, floor].map(({ name, pid }) => [`${name} ${pid}`, memoryMb(pid)]),
  );
  console.table(
    rows.map(({ name, ours, floor: bare, ratio }) => ({
      case: name,
      'a second': Math.round(ours.perSecond),
      'of the floor': ratio === undefined ? '–' : `${Math.round(ratio * 100)} %`,
      'p50 / p97.5 / p99 ms': [ours.p50, ours.p97, ours.p99].join(' / '),
      'processor ms: ours + database': `${ours.appMs.toFixed(2)} + ${ours.databaseMs.toFixed(2)}`,
      "the floor's": bare === undefined ? '–' : `${bare.appMs.toFixed(2)} + ${bare.databaseMs.toFixed(2)}`,
      bad: ours.bad,
    })),
  );
  console.log(told);
  console.log('memory, MB:', memory);
  mkdirSync('bench/results', { recursive: true });
  const more = `${processes > 1 ? `-processes-${processes}` : ''}${given.queue === undefined ? '' : '-redis'}`;
  const file = `bench/results/${new Date().toISOString().slice(0, 10)}-${districts}${more}.json`;
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, node: process.version, ...given, rows, told, memory }, null, 2)}\n`,
  );
  console.log(`Written to ${file}`);
} finally {
  for (const each of running.reverse()) await each.stop();
  await ground.close();
}
