/** One command: the compiled program starts on a bare folder, keeps its data, drains on Ctrl-C and survives kill -9. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { openDoor } from '../support/house';
import { Process } from '../support/process';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sanji-start-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Account {
  account: string;
  password: string;
}

async function signIn(url: string, account: string) {
  const accounts = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')) as Account[];
  const password = accounts.find((each) => each.account === account)?.password;
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
    const { password } = (JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')) as Account[]).find(
      ({ account }) => account === 'system',
    ) ?? { password: '' };
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
}, 120_000);

it('a wrong value stops the start with a sentence that names the variable, what it was and what it may be', async () => {
  const house = Process.spawn({ DATA_DIR: folder, PORT: 'eighty', ROLE: 'boss' });
  await new Promise((resolve) => house.child.once('close', resolve));
  expect(house.child.exitCode).toBe(1);
  expect(house.output).toMatch(/PORT.*eighty.*65535/);
  expect(house.output).toMatch(/ROLE.*boss.*api, worker, all/);
});

it('refuses a Redis that may evict jobs', async () => {
  if (process.env.TEST_REDIS_URL === undefined) return;
  const { Redis } = await import('ioredis');
  const redis = new Redis(process.env.TEST_REDIS_URL);
  const { spawn } = await import('node:child_process');
  redis.disconnect();
  const port = 20_000 + (process.pid % 20_000);
  const evicting = spawn('redis-server', [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--maxmemory-policy',
    'allkeys-lru',
  ]);
  const house = Process.spawn({ DATA_DIR: folder, DEMO: 'off', QUEUE_URL: `redis://127.0.0.1:${port}` });
  try {
    await new Promise((resolve) => house.child.once('close', resolve));
    expect(house.output).toMatch(/maxmemory-policy is "allkeys-lru".*noeviction/);
  } finally {
    evicting.kill();
  }
}, 60_000);
