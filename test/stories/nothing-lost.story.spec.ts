/** Nothing is lost: the queue's store wiped in a burst, the worker killed, PostgreSQL killed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { EmbeddedPostgres } from '../../src/database/embedded';
import { migrate } from '../../src/database/migrate';
import { codeOf } from '../../src/kernel/error-code';
import { queueBackend } from '../../src/queue/queue-backend';
import { burst, expectAll } from '../support/burst';
import { eventually } from '../support/eventually';
import { House, backend } from '../support/house';
import { visit, visitLedger } from '../support/ledger';
import { Process } from '../support/process';
import { WebhookServer } from '../support/webhook-server';

/** Forgets every job, as a store without persistence does when it dies. */
async function wipe(house: House): Promise<void> {
  if (backend === 'redis') {
    const redis = new Redis(house.config.queueUrl ?? '');
    const keys = await redis.keys(`${house.config.queuePrefix}:*`);
    if (keys.length > 0) await redis.del(...keys);
    redis.disconnect();
    return;
  }
  const tables: { name: string }[] = await house.database.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%'`,
  );
  const truncate = `truncate ${tables.map(({ name }) => name).join(', ')} cascade`;
  // it takes the tables one by one beside statements that hold others: PostgreSQL may end it as the victim of a deadlock
  for (let attempt = 1; ; attempt++) {
    try {
      await house.database.query(truncate);
      return;
    } catch (error) {
      if (codeOf(error) !== '40P01' || attempt === 10) throw error;
    }
  }
}

const heardOf = ['task.assigned', 'task.signed', 'progress.submitted', 'progress.accepted'];

/** Every event once, numbered without a gap and in the order of its number. */
async function expectHeard(house: House, receiver: WebhookServer): Promise<void> {
  const told: { id: string }[] = await house.database.query(
    'select id from outbox_message where name = any($1) order by seq',
    [heardOf],
  );
  expect(told.length).toBeGreaterThanOrEqual(4 * 30);
  await eventually(() => expect(receiver.at('/all')).toHaveLength(told.length), 60_000);
  const heard = receiver.at('/all');
  expect(new Set(heard.map(({ id }) => id))).toEqual(new Set(told.map(({ id }) => id)));
  expect(receiver.numbers('/all')).toEqual(told.map((_, no) => no + 1));
}

/** The environment of a worker of its own beside a house that has none. */
function workerOf({ config: { databaseUrl = '', queueUrl, dataDir, queuePrefix } }: House): Record<string, string> {
  return {
    ROLE: 'worker',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    QUEUE_PREFIX: queuePrefix,
    DEMO: 'off',
    ...(queueUrl === undefined ? {} : { QUEUE_URL: queueUrl }),
  };
}

describe('nothing is lost', () => {
  it('when the queue store is wiped again and again in the middle of a burst, for other systems neither', async () => {
    const house = await House.open();
    const receiver = await WebhookServer.open();
    try {
      const host = { host: '127.0.0.1', port: receiver.port, note: '数据中台' };
      await (await house.as('d.system_administrator')).post('/webhook-hosts', host).expect(201);
      const given = { url: `${receiver.url}/all`, description: '数据中台', events: heardOf };
      await (await house.as('d.administrator')).post('/webhook-endpoints', given).expect(201);
      const wipes: Promise<void>[] = [];
      const answers = await burst(house, 30, 4, (no) => void (no % 6 === 0 && wipes.push(wipe(house))));
      await Promise.all(wipes);
      await house.settled();
      await expectAll(house, answers);
      await expectHeard(house, receiver);
    } finally {
      await house.close();
      await receiver.close();
    }
  }, 400_000);

  it('when the worker is killed with kill -9 in the middle of a burst and another starts', async () => {
    const house = await House.open({ ROLE: 'api' });
    const env = workerOf(house);
    let worker = Process.spawn(env);
    try {
      await worker.ready();
      let killed: Promise<unknown> = Promise.resolve();
      const answers = await burst(house, 24, 4, (no) => void (no === 8 && (killed = worker.end('SIGKILL'))));
      await killed;
      worker = Process.spawn(env);
      await worker.ready();
      await house.settled();
      await expectAll(house, answers);
      expect(await worker.end('SIGTERM')).toBe(0);
    } finally {
      await worker.end('SIGKILL');
      await house.close();
    }
  }, 400_000);

  it('of an import of all or nothing, when its worker is killed with kill -9 while it tries and again while it takes in', async () => {
    const house = await House.open({ ROLE: 'api' });
    const env = workerOf(house);
    const ROWS = 8_000;
    let worker = Process.spawn(env);
    try {
      await visitLedger(house, {}, 'visits');
      const program = await house.as('a1.reporter');
      const lines = Array.from({ length: ROWS }, (_, no) => JSON.stringify({ code: `K-${no}`, values: visit }));
      await worker.ready();
      const sent = await program
        .post('/imports?kind=ledger-entries&ledger=visits&only=all')
        .set('content-type', 'application/x-ndjson')
        .send(lines.join('\n'))
        .expect(202);
      const { id } = sent.body;
      const now = async () => (await program.get(`/imports/${id}`).expect(200)).body;
      const entries = async (): Promise<number> =>
        (await house.database.query('select count(*)::int as count from ledger_entry'))[0].count;
      for (const checking of [true, false]) {
        await eventually(async () => expect(await now()).toMatchObject({ checking, done: expect.any(Number) }), 60_000);
        await eventually(async () => expect((await now()).done).toBeGreaterThan(0), 60_000);
        await worker.end('SIGKILL');
        const { status, done, total } = await now();
        expect({ status, total, there: await entries() }).toEqual({
          status: 'running',
          total: ROWS,
          there: checking ? 0 : done,
        });
        expect(done).toBeLessThan(ROWS);
        // as when the half minute is over for which the dead worker had it in hand
        await house.database.query('update intake set leased_until = now() where id = $1', [id]);
        worker = Process.spawn(env);
        await worker.ready();
      }
      await eventually(async () => expect((await now()).endedAt).not.toBeNull(), 60_000);
      expect(await now()).toMatchObject({ status: 'done', created: ROWS, faulty: 0, done: ROWS, failure: null });
      expect(await entries()).toBe(ROWS);
      const told: { n: number }[] = await house.database.query(
        `select count(*)::int as n from outbox_message where name = 'ledger.takenIn' and body->>'intakeId' = $1`,
        [id],
      );
      expect(told).toEqual([{ n: 1 }]);
      await house.settled();
    } finally {
      await worker.end('SIGKILL');
      await house.close();
    }
  }, 300_000);

  it('when PostgreSQL is killed with kill -9 in the middle of a burst and comes back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sanji-killed-'));
    const postgres = await EmbeddedPostgres.start({ dataDir: folder });
    await migrate(postgres.url, queueBackend(undefined, postgres.url));
    const house = await House.openOn(postgres.url);
    try {
      const kill = async (): Promise<void> =>
        void process.kill(
          Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]),
          'SIGKILL',
        );
      let killed: Promise<void> = Promise.resolve();
      const answers = await burst(house, 24, 4, (no) => void (no === 8 && (killed = kill())));
      await killed;
      await house.settled();
      await expectAll(house, answers);
    } finally {
      await house.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 400_000);
});
