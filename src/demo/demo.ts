/** The demo district: the annual report's own, through the same services as in real life. */
import { DataSource } from 'typeorm';
import type { Config } from '../config';
import { FIRST_START_LOCK, type Account, type Keep } from '../first-start';
import { audit } from '../outbox/announce';
import { applyBatch } from '../platform/apply';
import { reportClosedYear } from './annual-report';
import { assessClosedYear } from './assess';
import { assessThisYear } from './assess-this-year';
import { closedYear } from './closed-year';
import { openDistrict } from './district';
import { fillHalfYearly, publishHalfYearly, reportMonths } from './forms';
import { Lane, inLanes } from './lane';
import { LOADED, NETWORK, stateOf } from './mark';
import { startOver } from './start-over';
import { tell } from './tell';
import { lastYear } from './last-year';
import { fillRegister } from './register';
import { superviseThisYear } from './supervise';
import { thisYear } from './this-year';

type Say = (line: string) => void;

const MIXED =
  'The database holds a demo that was interrupted and, beside it, work of others: start with DEMO=off to keep both, or use an empty database.';
const LANES = 4;
const BATCH = 500;

/**
 * Loads the demo into a database without any union; answers its accounts, or none when there was nothing to do. A demo
 * that was interrupted is loaded anew. Of processes that start together one loads and the others wait. Without `config`,
 * and so without a folder for evidence, the reports have no pictures.
 */
export async function loadDemo(
  database: DataSource,
  say: Say,
  keep: Keep,
  { now: given, config }: { now?: Date; config?: Config } = {},
): Promise<Account[]> {
  return alone(database, say, async () => {
    const state = await stateOf(database);
    if (state === 'whole') return [];
    if (state === 'mixed') throw new Error(MIXED);
    if (state === 'half') {
      say('Demo: the last start was interrupted, it is loaded anew');
      await startOver(database);
    }
    const [{ now }]: [{ now: Date }] = await database.query('select now() as now');
    const own = await hasty(database).initialize();
    try {
      return await load(own, database, say, keep, { now: given ?? now, config });
    } finally {
      await own.destroy();
    }
  });
}

async function load(
  own: DataSource,
  database: DataSource,
  say: Say,
  keep: Keep,
  { now, config }: { now: Date; config: Config | undefined },
): Promise<Account[]> {
  const lanes = Array.from({ length: LANES }, () => new Lane(own, config));
  const [first] = lanes;
  if (first === undefined) throw new Error('The demo has no lane');
  const { district, accounts } = await openDistrict(first);
  say(`Demo: ${accounts.length} officers in ${district.name} and its unions`);
  const past = closedYear(district);
  let told = 0;
  await inLanes(lanes, past, async (lane, plan) => {
    await tell(lane, district, plan);
    told += 1;
    if (told % 4 === 0 || told === past.length) say(`Demo 2014: ${told} of ${past.length} tasks`);
  });
  await fillRegister(first, district, now);
  say('Demo: the enterprise register is filled and verified');
  const form = await publishHalfYearly(first, district);
  await fillHalfYearly(lanes, district, form);
  await reportClosedYear(first, district, now);
  say('Demo 2014: the annual report is written and approved');
  await assessClosedYear(first, district);
  const present = thisYear(district, now);
  await inLanes(lanes, [...lastYear(district, now), ...present], (lane, plan) => tell(lane, district, plan));
  say(`Demo this year: ${present.length} tasks`);
  await assessThisYear(first, district, now);
  await superviseThisYear(first, district, now);
  await reportMonths(lanes, district, now);
  await first.indicatorClock.tick();
  say('Demo: indicators are worked out');
  await arrive(own, say);
  await keep(accounts);
  const { actor } = district;
  // Through a connection that waits for the disk: when this line is safe, so is everything before it.
  await audit(database.manager, { ...actor, network: NETWORK }, LOADED, actor.districtId);
  return accounts;
}

/** Brings every announcement to the platform at once, so that the boards are whole when the house opens. */
async function arrive(own: DataSource, say: Say): Promise<void> {
  for (let told = 0; ;) {
    const rows: { seq: number }[] = await own.query(
      'select seq from outbox_message where projected_at is null and parked_at is null order by seq limit $1',
      [BATCH],
    );
    if (rows.length === 0) return say(`Demo: ${told} announcements on the boards`);
    const closed = await applyBatch(
      own,
      rows.map(({ seq }) => seq),
    );
    told += closed.length;
  }
}

/** A pool of its own that need not wait for the disk at every deed: an interrupted demo is loaded anew anyway. */
function hasty({ options }: DataSource): DataSource {
  if (options.type !== 'postgres') throw new Error('The demo needs PostgreSQL');
  const extra = options.extra as { options?: string };
  return new DataSource({
    ...options,
    extra: { ...extra, max: LANES, options: `${extra.options ?? ''} -c synchronous_commit=off`.trim() },
  });
}

/** Holds the lock of the first data while `work` runs; it goes with the connection when the process dies. */
async function alone<T>(database: DataSource, say: Say, work: () => Promise<T>): Promise<T> {
  const runner = database.createQueryRunner();
  try {
    const [{ held }]: [{ held: boolean }] = await runner.query('select pg_try_advisory_lock($1) as held', [
      FIRST_START_LOCK,
    ]);
    if (!held) {
      say('Demo: another process is loading the first data, waiting for it');
      await runner.query(`select set_config('lock_timeout', '0', false), set_config('statement_timeout', '0', false)`);
      await runner.query('select pg_advisory_lock($1)', [FIRST_START_LOCK]);
      await runner.query('reset lock_timeout');
      await runner.query('reset statement_timeout');
    }
    try {
      return await work();
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [FIRST_START_LOCK]);
    }
  } finally {
    await runner.release();
  }
}
