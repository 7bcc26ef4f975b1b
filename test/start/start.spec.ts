/** One command: the compiled program starts on a bare folder, keeps its data, drains on Ctrl-C and survives kill -9. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { eventually } from '../support/eventually';
import { openDoor } from '../support/house';
import { Process } from '../support/process';
import { startRedis } from '../support/redis-server';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sanji-start-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Account {
  account: string;
  password: string;
}

function passwordOf(account: string): Account {
  const accounts = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')) as Account[];
  const found = accounts.find((each) => each.account === account);
  if (found === undefined) throw new Error(`No account ${account} was made.`);
  return found;
}

async function signIn(url: string, account: string) {
  const { password } = passwordOf(account);
  const { body } = await request(url).post('/api/v1/session').send({ account, password }).expect(201);
  return openDoor(url, body.token);
}

it('without a demo it makes the district and its three administrators, and keeps everything over starts and kills', async () => {
  const env = { DATA_DIR: folder, DEMO: 'off', DISTRICT_NAME: '海滨区总工会' };
  let house = Process.spawn(env);
  try {
    let url = await house.ready();
    expect(statSync(join(folder, 'accounts.json')).mode & 0o777).toBe(0o600);
    const first = await signIn(url, 'system');
    const refused = await first.get('/unions').expect(403);
    expect(refused.body.code).toBe('password.mustChange');
    const { password } = passwordOf('system');
    await first.put('/me/password', { currentPassword: password, password: 'Changed-2026-pw' }).expect(204);
    const { body } = await first.get('/unions').expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['海滨区总工会']);

    await house.end('SIGKILL');
    house = Process.spawn(env);
    url = await house.ready();
    expect(house.output).toContain('system');
    const again = await request(url)
      .post('/api/v1/session')
      .send({ account: 'system', password: 'Changed-2026-pw' })
      .expect(201);
    await openDoor(url, again.body.token)
      .post('/unions', { parentId: body.items[0].id, code: 'S1', name: '一街道总工会', openedOn: '2026-01-01' })
      .expect(422);

    expect(await house.end('SIGINT')).toBe(0);
    expect(house.output).toContain('Stopped.');
    house = Process.spawn(env);
    url = await house.ready();
    await request(url).get('/health/ready').expect(200);
    const health = await request(url).get('/health/live').expect(200);
    expect(health.body).toEqual({ status: 'up' });
  } finally {
    await house.end();
  }
}, 400_000);

it('a wrong value stops the start with a sentence that names the variable, what it was and what it may be', async () => {
  const house = Process.spawn({ DATA_DIR: folder, PORT: 'eighty', ROLE: 'boss' });
  await once(house.child, 'close');
  expect(house.child.exitCode).toBe(1);
  expect(house.output).toMatch(/PORT.*eighty.*65535/);
  expect(house.output).toMatch(/ROLE.*boss.*api, worker, all/);
});

const hasRedisServer = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
(hasRedisServer ? it : it.skip)(
  'refuses a Redis that may evict jobs',
  async () => {
    const redis = await startRedis(folder, 'allkeys-lru');
    const house = Process.spawn({ DATA_DIR: join(folder, 'data'), DEMO: 'off', QUEUE_URL: redis?.url ?? '' });
    try {
      await once(house.child, 'close');
      expect(house.child.exitCode).toBe(1);
      expect(house.output).toMatch(/maxmemory-policy is "allkeys-lru".*noeviction/);
    } finally {
      await redis?.stop();
    }
  },
  60_000,
);

/** A request whose body arrives in two halves; `rest` sends the second and answers the status. */
function halfSent(url: string, token: string, body: string): { begun: Promise<void>; rest(): Promise<number> } {
  const bytes = Buffer.from(body);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': bytes.length,
    expect: '100-continue',
  };
  const outgoing = httpRequest(`${url}/api/v1/unions`, { method: 'POST', headers, agent: false });
  const answer = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  outgoing.flushHeaders();
  return {
    begun: once(outgoing, 'continue').then(() => void outgoing.write(bytes.subarray(0, 10))),
    async rest() {
      outgoing.end(bytes.subarray(10));
      const [{ statusCode = 0 }] = await answer;
      return statusCode;
    },
  };
}

it('told to end, it lets nobody new in, finishes what was begun, and keeps it', async () => {
  const env = { DATA_DIR: folder, DEMO: 'off' };
  let house = Process.spawn(env);
  try {
    let url = await house.ready();
    const { password } = passwordOf('system');
    const first = await signIn(url, 'system');
    await first.put('/me/password', { currentPassword: password, password: 'Changed-2026-pw' }).expect(204);
    const [district] = (await first.get('/unions').expect(200)).body.items;
    const union = { parentId: district.id, code: 'S1', name: '一街道总工会', openedOn: district.openedOn };
    const begun = halfSent(url, first.token, JSON.stringify(union));
    await begun.begun;
    const ended = house.end('SIGTERM');
    await eventually(async () => {
      await expect(request(url).get('/health/live')).rejects.toThrow(/ECONNREFUSED/);
    }, 20_000);
    expect(await begun.rest()).toBe(201);
    expect(await ended).toBe(0);
    house = Process.spawn(env);
    url = await house.ready();
    const { body } = await request(url)
      .post('/api/v1/session')
      .send({ account: 'system', password: 'Changed-2026-pw' })
      .expect(201);
    const unions = await openDoor(url, body.token).get('/unions').expect(200);
    expect(unions.body.items).toHaveLength(2);
  } finally {
    await house.end();
  }
}, 400_000);
