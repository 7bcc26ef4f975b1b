/** Announcements on their way: each is handed out once while its batch is under way, and again when nobody ends it. */
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Batch } from '../../src/events/envelope';
import { OutboxRelay } from '../../src/outbox/outbox-relay';
import { applyBatch } from '../../src/platform/apply';
import type { JobQueue } from '../../src/queue/healing-queue';
import { House } from '../support/house';

let house: House;
let database: DataSource;
const district = randomUUID();
/** What was put on the queue, and whether it takes anything. */
let jobs: Batch[];
let away: boolean;
let relay: OutboxRelay;

const queue: JobQueue<Batch> = {
  add: (_name, job) => {
    if (away) return Promise.reject(new Error('away'));
    jobs.push(job);
    return Promise.resolve();
  },
  getJobCounts: () => Promise.resolve({}),
  close: () => Promise.resolve(),
};

beforeAll(async () => {
  house = await House.open({ ROLE: 'api' });
  ({ database } = house);
});
afterAll(() => house.close());

beforeEach(async () => {
  [jobs, away] = [[], false];
  relay = new OutboxRelay(database, queue, '');
  await database.query('truncate outbox_lease');
  await database.query('update outbox_message set projected_at = now() where projected_at is null');
});

async function announce(many: number): Promise<number[]> {
  const rows: { seq: number }[] = await database.query(
    `insert into outbox_message (district_id, id, name, union_id, path, body, occurred_at)
     select $1, gen_random_uuid(), 'light.changed', $1, 'a', '{}', now() from generate_series(1, $2::int) returning seq`,
    [district, many],
  );
  return rows.map(({ seq }) => seq);
}
const handedOut = (): number[] => jobs.flatMap(({ seqs }) => seqs.map(Number));

it('while a batch is under way nothing of it is handed out again, and its rows are not written', async () => {
  const seqs = await announce(150);
  const rowsAre = (): Promise<unknown> =>
    database.query('select seq, xmin, leased_until from outbox_message order by seq');
  const before = await rowsAre();
  await relay.turn();
  const more = await announce(120);
  await relay.turn();
  await relay.turn();
  expect(handedOut()).toEqual([...seqs, ...more]);
  expect(await database.query('select count(*)::int as leases from outbox_lease')).toEqual([{ leases: 2 }]);
  expect((await rowsAre()) as unknown[]).toEqual(expect.arrayContaining(before as unknown[]));
});

it('few wait for what is under way, so that batches grow under load, but not for long', async () => {
  const first = await announce(1);
  await relay.turn();
  const second = await announce(1);
  await relay.turn();
  expect(handedOut()).toEqual(first);
  await database.query(`update outbox_message set occurred_at = now() - interval '1 second' where seq = any($1)`, [
    second,
  ]);
  await relay.turn();
  expect(handedOut()).toEqual([...first, ...second]);
});

it('a batch that arrives takes its lease with it, closed or not', async () => {
  const seqs = await announce(2);
  await relay.turn();
  await applyBatch(database, [], { lease: jobs[0]?.lease });
  expect(await database.query('select * from outbox_lease')).toEqual([]);
  await relay.turn();
  expect(handedOut()).toEqual([...seqs, ...seqs]);
});

it('what nobody ends is handed out again when its time is over, unless it is just being ended', async () => {
  const seqs = await announce(2);
  await relay.turn();
  await database.query(`update outbox_lease set until = now() - interval '1 second'`);
  const slow = database.createQueryRunner();
  await slow.startTransaction();
  await slow.query('delete from outbox_lease');
  await relay.turn();
  expect(handedOut()).toEqual(seqs);
  await slow.rollbackTransaction();
  await slow.release();
  await relay.turn();
  expect(handedOut()).toEqual([...seqs, ...seqs]);
});

it('what the queue does not take is free at once', async () => {
  const seqs = await announce(3);
  away = true;
  await expect(relay.turn()).rejects.toThrow('away');
  away = false;
  await relay.turn();
  expect(handedOut()).toEqual(seqs);
});

it('two relays that look at the same moment do not hand out the same', async () => {
  const other = new OutboxRelay(database, queue, '');
  const all: number[] = [];
  for (let round = 0; round < 30; round++) {
    all.push(...(await announce(3)));
    await Promise.all([relay.turn(), other.turn()]);
    for (const { lease } of jobs) await database.query('delete from outbox_lease where id = $1', [lease]);
    await database.query('update outbox_message set projected_at = now() where projected_at is null');
  }
  expect(handedOut().toSorted((a, b) => a - b)).toEqual(all);
});
