/** What an operator reads at `/metrics`: who may, what it says while all is well, and while something is wrong. */
import request from 'supertest';
import { DataSource } from 'typeorm';
import { newId } from '../../src/kernel/id';
import { routeOf } from '../../src/observability/call-metrics';
import { readSlowFigures } from '../../src/observability/figures.reader';
import { mayScrape } from '../../src/observability/may-scrape';
import { OnceInAWhile } from '../../src/observability/once-in-a-while';
import { dataSource } from '../../src/database/data-source';
import { endingKey } from '../support/ending-key';
import { eventually } from '../support/eventually';
import { House } from '../support/house';
import { mended, parkedTask } from '../support/parked';
import { assigned } from '../support/task';

/** `name{label="value",…}` → figure. */
function parse(text: string): Map<string, number> {
  const figures = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    figures.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

async function scrape(house: House): Promise<Map<string, number>> {
  const { text, headers } = await request(house.url).get('/metrics').expect(200);
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  return parse(text);
}

/** Figures of the database are kept for some seconds. */
const until = (house: House, name: string, value: number): Promise<Map<string, number>> =>
  eventually(async () => {
    const figures = await scrape(house);
    if (figures.get(name) !== value) throw new Error(`${name} is ${figures.get(name)}, not ${value}`);
    return figures;
  }, 15_000);

describe('the metrics of a house', () => {
  let house: House;
  beforeAll(async () => void (house = await House.open()));
  afterAll(() => house.close());

  it('count calls by the pattern of their route, never by what stands in the address', async () => {
    const d = await house.as('d.administrator');
    const { root } = await assigned(house);
    // the house may have been an earlier story's
    const before = await scrape(house);
    const counted = (figures: Map<string, number>, name: string): number =>
      (figures.get(name) ?? 0) - (before.get(name) ?? 0);
    await d.get(`/district/tasks/${root}`).expect(200);
    await d.get(`/district/tasks/${newId()}`).expect(404);
    await request(house.url).get('/no/such/place?who=13800138000').expect(404);
    const { text } = await request(house.url).get('/metrics').expect(200);
    const figures = parse(text);
    const route = '/api/v1/district/tasks/:id';
    expect(counted(figures, `http_requests_total{method="GET",route="${route}",status="200"}`)).toBe(1);
    expect(counted(figures, `http_requests_total{method="GET",route="${route}",status="404"}`)).toBe(1);
    expect(counted(figures, `http_request_duration_seconds_count{method="GET",route="${route}",status="200"}`)).toBe(1);
    expect(counted(figures, 'http_requests_total{method="GET",route="unknown",status="404"}')).toBe(1);
    expect(text).not.toMatch(/13800138000|d\.administrator|甲街道|no\/such/);
    expect(text).not.toContain(root);
  });

  it('say that everything answers, how the pool fares and that the probe comes through', async () => {
    await house.settled();
    const figures = await until(house, 'sanji_outbox_open', 0);
    for (const part of ['database', 'disk', 'queue'])
      expect([part, figures.get(`sanji_up{part="${part}"}`)]).toEqual([part, 1]);
    expect(figures.get('sanji_canary_missed')).toBe(0);
    expect(figures.get('sanji_canary_age_seconds')).toBeLessThan(45);
    expect(figures.get('sanji_projection_last_seconds')).toBeLessThan(45);
    expect(figures.get('sanji_outbox_oldest_seconds')).toBe(0);
    expect(figures.get('sanji_database_pool_wait_seconds_count')).toBeGreaterThan(0);
    expect(figures.get('sanji_database_pool_waiting')).toBe(0);
    expect(figures.get('sanji_disk_bytes{kind="free"}')).toBeGreaterThan(0);
    for (const queue of ['platform', 'assessment'])
      for (const state of ['waiting', 'active', 'delayed', 'failed'])
        expect(figures.has(`sanji_queue_jobs{queue="${queue}",state="${state}"}`)).toBe(true);
    expect(figures.get('process_resident_memory_bytes')).toBeGreaterThan(0);
  }, 30_000);

  it('count what is parked, and stop when it is driven again', async () => {
    await parkedTask(house, '卡住的任务');
    await until(house, 'sanji_outbox_parked', 1);
    await mended(house);
    const system = await house.as('d.system_administrator');
    await system.post('/parked-announcements/redeliveries').expect(201);
    await house.settled();
    await until(house, 'sanji_outbox_parked', 0);
  }, 400_000);

  it('tell the age of what is open, of webhooks that wait and rest, and of keys that end', async () => {
    const { id: district, unions } = house.district;
    const [paused, open, delivery] = [newId(), newId(), newId()];
    await house.database.query(
      `insert into webhook_endpoint (district_id, id, union_id, url, description, events, key_id, sealed, pause, paused_at)
       values ($1, $2, $4, 'https://a.example', '', '{*}', 'k', '', 'failing', now()), ($1, $3, $4, 'https://b.example', '', '{task.parked}', 'k', '', null, null)`,
      [district, paused, open, unions.D],
    );
    // its turn comes in an hour
    await house.database.query(
      `insert into webhook_delivery (district_id, id, endpoint_id, event_id, seq, name, number, body, occurred_at, created_at, next_at)
       values ($1, $2, $3, $2, 1, 'task.parked', 1, '{}', now(), now() - interval '2 hours', now() + interval '1 hour')`,
      [district, delivery, open],
    );
    await endingKey(house, 'endssoon', 13);
    await endingKey(house, 'endslate', 14);
    const figures = await until(house, 'sanji_webhook_open', 1);
    expect(figures.get('sanji_webhook_oldest_seconds')).toBeGreaterThan(7_190);
    expect(figures.get('sanji_webhook_oldest_seconds')).toBeLessThan(7_300);
    expect(figures.get('sanji_webhook_paused{reason="failing"}')).toBe(1);
    expect(figures.get('sanji_webhook_paused{reason="hand"}')).toBe(0);
    // kept for a minute by the service, so asked of the reader itself
    expect(await readSlowFigures(house.database)).toMatchObject({ keysEnding: 1, evidenceFiles: 0 });
  }, 30_000);

  it('answer in time and leave the figures out while the database does not answer', async () => {
    await until(house, 'sanji_up{part="database"}', 1);
    const other: DataSource = await dataSource(house.config.databaseUrl ?? '', 1, true).initialize();
    const hold = other.createQueryRunner();
    try {
      await hold.startTransaction();
      await hold.query('lock table live.canary in access exclusive mode');
      const figures = await until(house, 'sanji_up{part="database"}', 0);
      expect(figures.has('sanji_outbox_open')).toBe(false);
      expect(figures.has('sanji_webhook_paused{reason="failing"}')).toBe(false);
      expect(figures.get('sanji_up{part="disk"}')).toBe(1);
    } finally {
      await hold.rollbackTransaction();
      await hold.release();
      await other.destroy();
    }
    await until(house, 'sanji_up{part="database"}', 1);
  }, 400_000);
});

describe('who may read them', () => {
  const token = 'a-token-of-sixteen';
  const none = { trustProxy: false };
  const here = { socketAddress: '127.0.0.1', headers: { host: 'localhost:3000' } };
  const from = (socketAddress: string, headers: Record<string, string>) => ({ socketAddress, headers });
  it.each([
    ['this machine, where no token is set', none, here, true],
    ['this machine, mapped', none, from('::ffff:127.0.0.1', { host: '127.0.0.1:3000' }), true],
    ['this machine, by IPv6', none, from('::1', { host: '[::1]:3000' }), true],
    ['another machine', none, from('10.0.0.5', { host: 'localhost:3000' }), false],
    ['a proxy that says so', none, from('127.0.0.1', { host: 'localhost', 'x-forwarded-for': '1.2.3.4' }), false],
    ['a proxy that keeps the name it was called by', none, from('127.0.0.1', { host: 'sanji.example.cn' }), false],
    ['a name that only begins like this machine', none, from('127.0.0.1', { host: '127.0.0.1.evil.example' }), false],
    ['anybody behind a trusted proxy', { trustProxy: true }, here, false],
    ['anybody, where the world has an address for it', { trustProxy: false, publicUrl: 'https://x.cn' }, here, false],
    ['this machine without the token that is set', { ...none, metricsToken: token }, here, false],
    [
      'the wrong token',
      { ...none, metricsToken: token },
      from('127.0.0.1', { authorization: `Bearer ${token}x` }),
      false,
    ],
    [
      'the token, from anywhere',
      { ...none, metricsToken: token },
      from('10.0.0.5', { authorization: `Bearer ${token}` }),
      true,
    ],
  ])('%s', (_who, config, call, may) => {
    expect(mayScrape(config, call)).toBe(may);
  });

  it('to others it looks as if it were not there', async () => {
    const house = await House.open({ ROLE: 'worker', METRICS_TOKEN: token });
    try {
      await request(house.url).get('/metrics').expect(404);
      await request(house.url).get('/metrics').set('authorization', 'Bearer no').expect(404);
      const { text } = await request(house.url).get('/metrics').set('authorization', `Bearer ${token}`).expect(200);
      expect(parse(text).get('sanji_up{part="queue"}')).toBe(1);
    } finally {
      await house.close();
    }
  }, 400_000);
});

it.each([
  ['/api/v1/district/tasks/:id', '/api/v1/district/tasks/:id'],
  ['/health/ready', '/health/ready'],
  ['/assets/index-4f2a.js', 'console'],
  ['/apia', 'console'],
  [undefined, 'unknown'],
])('the route %p is counted as %p', (pattern, route) => {
  expect(routeOf(pattern)).toBe(route);
});

it('what is costly is asked once in a while, a failure too', async () => {
  let [now, asked] = [0, 0];
  const costly = new OnceInAWhile(
    async () => {
      if (++asked === 1) throw new Error('away');
      return asked;
    },
    100,
    () => now,
  );
  await expect(costly.get()).rejects.toThrow('away');
  await expect(costly.get()).rejects.toThrow('away');
  now = 100;
  expect(await Promise.all([costly.get(), costly.get()])).toEqual([2, 2]);
  now = 199;
  expect(await costly.get()).toBe(2);
});
