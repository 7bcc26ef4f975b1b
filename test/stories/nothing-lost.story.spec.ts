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
  }, 120_000);

  it('when the worker is killed with kill -9 in the middle of a burst and another starts', async () => {
    const house = await House.open({ ROLE: 'api' });
    const { databaseUrl = '', queueUrl, dataDir, queuePrefix } = house.config;
    const env = {
      ROLE: 'worker',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      QUEUE_PREFIX: queuePrefix,
      DEMO: 'off',
      ...(queueUrl === undefined ? {} : { QUEUE_URL: queueUrl }),
    };
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
  }, 180_000);

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
  }, 180_000);
});
