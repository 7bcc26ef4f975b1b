/** Webhooks without a database: the signature of the specification, the times of tries, addresses, what leaves the house. */
import { createServer } from 'node:http';
import { eventNames } from '../../src/events/event-names';
import { addressesOf, checkAddress } from '../../src/webhook/address';
import { waitAfter } from '../../src/webhook/backoff';
import { partsOf, toldNames } from '../../src/webhook/event-catalogue';
import { listedEvents } from '../../src/webhook/event-groups';
import { payloadOf } from '../../src/webhook/payload';
import { post } from '../../src/webhook/post.http';
import { newSecret, signatureOf, signaturesOf } from '../../src/webhook/signature';
import { letThrough, toldParts } from '../../src/webhook/told-parts';
import { WebhookServer } from '../support/webhook-server';

const union = { unionId: 'u', code: 'A', name: '甲街道总工会', tier: 'subdistrict' } as const;

it('signs as the specification’s own example does, and two secrets with a space between', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const given = ['msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}'] as const;
  expect(signatureOf(secret, ...given)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  const other = newSecret();
  expect(signaturesOf([other, secret], ...given)).toBe(
    `${signatureOf(other, ...given)} v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=`,
  );
  expect(Buffer.from(newSecret().slice(6), 'base64')).toHaveLength(32);
  expect(newSecret()).not.toBe(newSecret());
});

it.each([0, 0.5, 1])('fifteen tries take about three days, each later than the last (chance %d)', (chance) => {
  const waits = Array.from({ length: 15 }, (_, no) => waitAfter(no + 1, chance));
  expect(waits.at(-1)).toBeNull();
  const given = waits.slice(0, 14).map((wait) => wait ?? Number.NaN);
  const days = given.reduce((sum, wait) => sum + wait, 0) / 86_400;
  expect(days).toBeGreaterThan(2.6);
  expect(days).toBeLessThan(3.4);
  expect(given.slice(0, 13).every((wait, no) => no === 0 || wait >= (given[no - 1] ?? 0))).toBe(true);
  expect(given[0]).toBeLessThan(6);
});

it('a receiver’s Retry-After is kept where it is longer, up to twelve hours', () => {
  expect(waitAfter(1, 0.5, 60)).toBe(60);
  expect(waitAfter(1, 0.5, 1)).toBe(5);
  expect(waitAfter(1, 0.5, 999_999)).toBe(12 * 3_600);
  expect(waitAfter(15, 0.5, 60)).toBeNull();
});

const listed = [
  { host: '10.1.2.3', port: 9000 },
  { host: 'hooks.intranet', port: 80 },
  { host: 'fd12::1', port: 8443 },
];
it.each([
  ['https://hooks.example.cn/sanji?key=1', null],
  ['https://hooks.example.cn:8443/', null],
  ['https://hooks.example.cn:8080/', null],
  ['https://hooks.example.cn:80/', null],
  ['https://203.119.205.1/', null],
  ['https://[2408:4000::1]/', null],
  ['http://10.1.2.3:9000/hook', null],
  ['https://10.1.2.3:9000/hook', null],
  ['http://hooks.intranet/hook', null],
  ['http://hooks.intranet./hook', null],
  ['https://[fd12::1]:8443/', null],
  ['http://hooks.example.cn/', 'webhook.notSecure'],
  ['http://10.1.2.3:9001/', 'webhook.notSecure'],
  ['http://hooks.intranet:8080/', 'webhook.notSecure'],
  ['https://hooks.intranet.example.cn:22/', 'webhook.port'],
  ['https://hooks.example.cn:8079/', 'webhook.port'],
  ['https://10.1.2.3/', 'webhook.inside'],
  ['https://127.1/', 'webhook.inside'],
  ['https://0x7f000001/', 'webhook.inside'],
  ['https://0177.0.0.1/', 'webhook.inside'],
  ['https://[::]/', 'webhook.inside'],
  ['https://[::ffff:10.0.0.1]/', 'webhook.inside'],
  ['https://[64:ff9b::a00:1]/', 'webhook.inside'],
  ['https://169.254.169.254/', 'webhook.inside'],
  ['https://[fd12::2]:8443/', 'webhook.inside'],
  ['https://user@hooks.example.cn/', 'webhook.address'],
  ['https://user:word@hooks.example.cn/', 'webhook.address'],
  ['https://@hooks.example.cn/', 'webhook.address'],
  ['https://hooks.example.cn/#part', 'webhook.address'],
  ['gopher://hooks.example.cn/', 'webhook.address'],
  ['hooks.example.cn', 'webhook.address'],
  ['', 'webhook.address'],
])('the address %s: %s', (text, code) => {
  const check = (): URL => checkAddress(text, listed);
  if (code === null) expect(check().protocol).toMatch(/^https?:$/);
  else expect(check).toThrow(expect.objectContaining({ code }));
});

it.each([
  ['https://hooks.example.cn/', ['203.119.205.1', '2408:4000::1'], true],
  ['https://hooks.example.cn/', ['203.119.205.1', '10.0.0.1'], false],
  ['https://hooks.example.cn/', ['127.0.0.1'], false],
  ['https://hooks.example.cn/', [], false],
  ['http://hooks.intranet/', ['10.0.0.1', 'fd00::1'], true],
  ['http://hooks.intranet/', ['127.0.0.1'], true],
  ['http://hooks.intranet/', ['169.254.169.254'], false],
  ['http://hooks.intranet/', ['10.0.0.1', 'fe80::1'], false],
  ['http://hooks.intranet/', ['fd00:ec2::254'], false],
])('a name that leads from %s to %j may be called: %s', async (text, found, may) => {
  const asked = addressesOf(new URL(text), listed, async () => found);
  if (may) expect(await asked).toEqual(found);
  else await expect(asked).rejects.toThrow(/may not be called|no address/);
});

it('a name that answers otherwise the second time is not asked a second time', async () => {
  const wanted = await WebhookServer.open('127.0.0.1');
  const trap = await WebhookServer.open('127.0.0.2', wanted.port);
  const answers = [['127.0.0.1'], ['127.0.0.2']];
  let asked = 0;
  const names = async (): Promise<string[]> => answers[asked++] ?? [];
  const url = new URL(`http://rebinding.example:${wanted.port}/hook`);
  const checked = await addressesOf(url, [{ host: 'rebinding.example', port: wanted.port }], names);
  expect(await post(url, checked, {}, '{}')).toMatchObject({ status: 204 });
  expect([asked, wanted.heard.length, trap.heard.length]).toEqual([1, 1, 0]);
  expect(wanted.heard[0]?.headers.host).toBe(`rebinding.example:${wanted.port}`);
  await Promise.all([wanted.close(), trap.close()]);
});

it('a receiver that hangs is left after its deadline, one that never ends its answer after four KiB', async () => {
  const server = createServer((request, response) => {
    request.resume();
    if (request.url === '/endless') {
      response.writeHead(200);
      const more = setInterval(() => response.write('x'.repeat(1000)), 1);
      response.on('close', () => clearInterval(more));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const at = (path: string): URL => new URL(`http://127.0.0.1:${port}${path}`);
  await expect(post(at('/hang'), ['127.0.0.1'], {}, '{}', 100)).rejects.toThrow(/abort/i);
  expect((await post(at('/endless'), ['127.0.0.1'], {}, '{}')).text).toHaveLength(4096);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('every event but the probe can be chosen, in words and once', () => {
  const all = eventNames.filter((name) => name !== 'system.canary').toSorted();
  expect(toldNames.toSorted()).toEqual(all);
  expect(listedEvents.map(({ type }) => type).toSorted()).toEqual(all);
  expect(new Set(listedEvents.map(({ words }) => words.zh)).size).toBe(all.length);
});

it('of an event only what is named leaves the house: no reasons, no words somebody wrote, no persons', () => {
  const task = { taskId: 't', title: '夏季送清凉', shortfallReason: '张三请假', path: 'a.b', measure: { name: '人' } };
  const body = { task, field: 'target', before: '1', after: '2', reason: '李四要求' } as never;
  const given = { name: 'task.changed', occurredAt: '2026-11-24T01:30:00.000Z', body, union } as const;
  expect(JSON.parse(payloadOf(given, 7, 'district', 'https://sanji.example.org'))).toEqual({
    type: 'task.changed',
    timestamp: '2026-11-24T01:30:00.000Z',
    sequence: 7,
    data: {
      union,
      task: { taskId: 't', title: '夏季送清凉' },
      field: 'target',
      resource: 'https://sanji.example.org/api/v1/district/tasks/t',
    },
  });
  const never =
    /reason$|note|words|remark|phone|idNumber|creditCode|fileName|agreed|interviewed|path|officerId|account/i;
  const namesIn = (schema: unknown): string[] =>
    Object.entries(schema ?? {}).flatMap(([name, value]) => [
      name,
      ...(typeof value === 'object' ? namesIn(value) : []),
    ]);
  const lightReason = namesIn(toldParts.light.properties).filter((name) => name === 'reason');
  expect(lightReason).toEqual(['reason']);
  expect(namesIn(toldParts).filter((name) => never.test(name))).toEqual(lightReason);
  expect(toldNames.flatMap(partsOf).filter((part) => never.test(part))).toEqual([]);
});

it('lists and either-or let through what they name, and nothing of another shape', () => {
  expect(letThrough(toldParts.enterprises, [{ enterpriseId: 'e', name: '个体户张三', unionId: 'u' }])).toEqual([
    { enterpriseId: 'e', unionId: 'u' },
  ]);
  expect(letThrough(toldParts.period, '2026-03')).toBe('2026-03');
  expect(letThrough(toldParts.period, { name: '2026年3月', secret: 'x' })).toEqual({ name: '2026年3月' });
  expect(letThrough(toldParts.step, { deep: 'x' })).toBeUndefined();
  expect(letThrough(toldParts.task, 'x')).toBeUndefined();
  expect(letThrough(toldParts.counts, 'x')).toBeUndefined();
});
