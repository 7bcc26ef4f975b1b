/** Webhooks from end to end: a receiver of the outside world, and the house that tells it what happened. */
import request from 'supertest';
import type { Events } from '../../src/events/events';
import { newId } from '../../src/kernel/id';
import { announce } from '../../src/outbox/announce';
import { applyBatch } from '../../src/platform/apply';
import { tellOthers } from '../../src/group-news';
import { fanOut } from '../../src/webhook/fan-out';
import { WebhookSender } from '../../src/webhook/webhook-sender.service';
import { eventually } from '../support/eventually';
import { type Door, House } from '../support/house';
import { assigned, cascaded } from '../support/task';
import { WebhookServer, isSigned } from '../support/webhook-server';

type Code = 'D' | 'A' | 'A1' | 'A2' | 'B' | 'B1';
interface Endpoint {
  id: string;
  path: string;
  secret: string;
  version: number;
}

let house: House;
let receiver: WebhookServer;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  receiver = await WebhookServer.open();
  house = await House.open({ PUBLIC_URL: 'https://sanji.example.org' });
  const host = { host: '127.0.0.1', port: receiver.port, note: '测试接收服务' };
  await (await house.as('d.system_administrator')).post('/webhook-hosts', host).expect(201);
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(async () => {
  await house.close();
  await receiver.close();
});

const office = (code: Code): Promise<Door> => house.as(`${code.toLowerCase()}.administrator`);
/** An endpoint with a path of its own, gone when the test is over. */
async function endpoint(code: Code, events: string[] = ['union.changed'], path = `/${newId()}`): Promise<Endpoint> {
  const door = await office(code);
  const given = { url: `${receiver.url}${path}`, description: '数据中台', events };
  const { body } = await door.post('/webhook-endpoints', given).expect(201);
  ends.push(async () => void (await door.delete(`/webhook-endpoints/${body.id}`)));
  return { id: body.id, path, secret: body.secret, version: body.version };
}
const clock = { officerId: null, account: 'clock', network: 'local', requestId: 'story' };
/** So many times something happens to a union. */
async function happens(code: Code, times = 1): Promise<void> {
  const { id: districtId, unions } = house.district;
  const [union]: [Events['union.changed']['union']] = await house.database.query(
    `select id as "unionId", parent_id as "parentId", tier, code, name, path::text, opened_on as "openedOn",
       closed_on as "closedOn", kind, workers from trade_union where district_id = $1 and id = $2`,
    [districtId, unions[code]],
  );
  const told = {
    name: 'union.changed',
    unionId: union.unionId,
    path: union.path,
    body: { union },
    subjectId: union.unionId,
  } as const;
  await house.database.transaction((tx) =>
    announce(tx, { ...clock, districtId }, ...Array.from({ length: times }, () => told)),
  );
}
const heard = (path: string, count: number) =>
  eventually(() => {
    expect(receiver.at(path)).toHaveLength(count);
    return receiver.at(path);
  });
interface Row {
  id: string;
  number: number;
  state: string;
  attempts: number;
  tries: number;
  wait: number;
  error: string | null;
}
const rowsOf = (id: string): Promise<Row[]> =>
  house.database.query(
    `select id, number::int, state, attempts, tries, last_error as error,
       extract(epoch from next_at - clock_timestamp())::float8 as wait
     from webhook_delivery where endpoint_id = $1 and seq is not null order by number`,
    [id],
  );
/** Until the first delivery stands so, and nobody has it in hand. */
const becomes = (id: string, expected: Partial<Row>, no = 0): Promise<Row> =>
  eventually(async () => {
    const row = (await rowsOf(id))[no];
    const [{ leased }] = await house.database.query(
      'select leased_until is not null as leased from webhook_endpoint where id = $1',
      [id],
    );
    expect({ ...row, leased }).toMatchObject({ ...expected, leased: false });
    return row as Row;
  });
/** The time of the next try has come. */
const hurry = (id: string): Promise<unknown> =>
  house.database.query(`update webhook_delivery set next_at = clock_timestamp() where endpoint_id = $1`, [id]);
/** The tries before the last are over. */
const nearlyOver = (id: string): Promise<unknown> =>
  house.database.query(
    `update webhook_delivery set attempts = 14, next_at = clock_timestamp() where endpoint_id = $1`,
    [id],
  );
const stateOf = async (code: Code, id: string) =>
  (await (await office(code)).get(`/webhook-endpoints/${id}`).expect(200)).body;

it('an endpoint hears what happened in order, numbered without a gap, signed, with ids and a link and nothing else', async () => {
  const { path, secret } = await endpoint('A', ['task.assigned', 'progress.accepted']);
  const { shareA } = await assigned(house, { title: '夏季送清凉' });
  const { a1 } = await cascaded(house, shareA);
  const reporter = await house.as('a1.reporter');
  const report = await reporter.post(`/community/tasks/${a1}/reports`, { done: '7', note: '慰问张三' }).expect(201);
  await reporter.post(`/community/reports/${report.body.id}/submission`).expect(201);
  await (await office('A')).post(`/subdistrict/reports/${report.body.id}/acceptance`).expect(201);
  const calls = await heard(path, 4);
  expect(calls.map(({ body }) => [body.type, body.sequence])).toEqual([
    ['task.assigned', 1],
    ['task.assigned', 2],
    ['task.assigned', 3],
    ['progress.accepted', 4],
  ]);
  expect(calls.every((call) => isSigned(call, secret))).toBe(true);
  expect(calls.every((call) => isSigned(call, secret.replace(/.....$/, 'AAAA=')))).toBe(false);
  expect(calls[0]).toMatchObject({
    headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Sanji-Webhooks/1' },
    body: {
      data: {
        union: { unionId: house.district.unions.A, code: 'A', name: '甲街道总工会', tier: 'subdistrict' },
        task: { taskId: shareA, title: '夏季送清凉', target: '60', status: 'assigned', dueOn: '2026-12-31' },
        resource: `https://sanji.example.org/api/v1/subdistrict/tasks/${shareA}`,
      },
    },
  });
  expect(calls[3]?.body.data).toMatchObject({
    reporting: { taskId: a1, acceptedDone: '7' },
    report: { reportId: report.body.id, done: '7' },
    resource: `https://sanji.example.org/api/v1/subdistrict/reports/${report.body.id}`,
  });
  expect(calls.map(({ raw }) => raw).join('')).not.toMatch(/张三|path|shortfall/);
  await (await office('A')).get(`/subdistrict/reports/${report.body.id}`).expect(200);
});

it('an endpoint hears of its own union and all below it, never of a sibling, and only what it chose', async () => {
  const [d, a, a1, b] = [await endpoint('D'), await endpoint('A'), await endpoint('A1'), await endpoint('B', ['*'])];
  const other = await endpoint('A', ['task.signed']);
  await happens('A1');
  await happens('A');
  await happens('B1', 2);
  await happens('D');
  const about = async ({ path }: Endpoint, count: number) =>
    (await heard(path, count)).map(({ body }) => (body.data['union'] as { code: string }).code);
  expect(await about(d, 5)).toEqual(['A1', 'A', 'B1', 'B1', 'D']);
  expect(await about(a, 2)).toEqual(['A1', 'A']);
  expect(await about(a1, 1)).toEqual(['A1']);
  expect(await about(b, 2)).toEqual(['B1', 'B1']);
  expect(receiver.at(other.path)).toEqual([]);
  const [mine, theirs] = [receiver.at(d.path)[0], receiver.at(a.path)[0]];
  expect(mine?.id).toBe(theirs?.id);
});

it('a job that comes twice, a rebuilt queue and two senders deliver each event once and in order', async () => {
  const { id, path } = await endpoint('A');
  const others = [1, 2].map(() => new WebhookSender(house.database, house.config));
  for (const each of others) each.start();
  await happens('A1', 60);
  await house.settled();
  const seqs = (
    await house.database.query(
      `select seq::int from outbox_message where name = 'union.changed' order by seq desc limit 60`,
    )
  ).map(({ seq }: { seq: number }) => seq);
  expect(await applyBatch(house.database, seqs, { also: tellOthers })).toEqual([]);
  await house.database.transaction((tx) => fanOut(tx, seqs));
  const calls = await heard(path, 60);
  await becomes(id, { state: 'delivered' }, 59);
  await Promise.all(others.map((each) => each.stop()));
  expect(receiver.numbers(path)).toEqual(Array.from({ length: 60 }, (_, no) => no + 1));
  expect(new Set(calls.map((call) => call.id)).size).toBe(60);
});

it('what fails is tried again later and later, and what comes after it waits for it', async () => {
  const { id, path, secret } = await endpoint('A');
  receiver.next(path, { status: 500, body: '数据库忙' }, { status: 503, headers: { 'retry-after': '900' } });
  await happens('A', 3);
  const first = await becomes(id, { state: 'waiting', attempts: 1, error: 'answered 500' });
  expect(first.wait).toBeGreaterThan(0);
  expect(first.wait).toBeLessThan(6);
  await hurry(id);
  const second = await becomes(id, { state: 'waiting', attempts: 2, error: 'answered 503' });
  expect(Math.round(second.wait / 60)).toBe(15);
  expect((await rowsOf(id)).map(({ tries }) => tries)).toEqual([2, 0, 0]);
  await hurry(id);
  await becomes(id, { state: 'delivered' }, 2);
  const calls = receiver.at(path);
  expect(calls.map(({ body }) => body.sequence)).toEqual([1, 1, 1, 2, 3]);
  expect(new Set(calls.slice(0, 3).map((call) => call.id + call.raw)).size).toBe(1);
  expect(calls.every((call) => isSigned(call, secret))).toBe(true);
  const { body } = await (await office('A')).get(`/webhook-deliveries/${first.id}`).expect(200);
  expect(body).toMatchObject({ state: 'delivered', number: 1, tries: 3, body: calls[0]?.raw });
  expect(body.attempts.map(({ no, status, answer, error }: never) => [no, status, answer, error])).toEqual([
    [3, 204, '', null],
    [2, 503, '', 'answered 503'],
    [1, 500, '数据库忙', 'answered 500'],
  ]);
  expect(body.attempts[2].headers).toContain(`webhook-id: ${calls[0]?.id}`);
});

it('after three days of failures an endpoint rests, its administrators read why, and nothing is lost', async () => {
  const { id, path } = await endpoint('B');
  receiver.from(path, { status: 500 });
  await happens('B', 2);
  await becomes(id, { attempts: 1, error: 'answered 500' });
  await nearlyOver(id);
  await becomes(id, { state: 'waiting', attempts: 0, tries: 2 });
  await happens('B1');
  await eventually(async () =>
    expect(await stateOf('B', id)).toMatchObject({
      pause: 'failing',
      waiting: 3,
      lastNumber: 3,
      lastError: 'answered 500',
    }),
  );
  const { body: messages } = await (await office('B')).get('/me/messages?limit=5').expect(200);
  expect(messages.items[0]).toMatchObject({
    kind: 'urgent',
    items: [{ kind: 'notice', taskId: null, unionId: house.district.unions.B }],
  });
  expect(messages.items[0].title).toMatch(/^接口推送已暂停：向 127\.0\.0\.1:\d+ 推送连续三天失败/);
  expect(messages.items[0].title).not.toContain(path);
  const { body: others } = await (await office('A')).get('/me/messages?limit=50').expect(200);
  expect(others.items.filter((each: { title: string }) => each.title.includes('接口推送'))).toEqual([]);
  expect(receiver.at(path)).toHaveLength(2);
  receiver.from(path);
  await (await office('B')).post(`/webhook-endpoints/${id}/resumption`).expect(201);
  await becomes(id, { state: 'delivered' }, 2);
  expect(receiver.numbers(path).slice(2)).toEqual([1, 2, 3]);
  expect(await stateOf('B', id)).toMatchObject({ pause: null, waiting: 0, waitingSince: null, lastError: null });
});

it('a receiver that says it is gone is not called again', async () => {
  const { id, path } = await endpoint('A');
  receiver.next(path, { status: 410 });
  await happens('A', 2);
  await eventually(async () => expect(await stateOf('A', id)).toMatchObject({ pause: 'gone', waiting: 2 }));
  const trail = await house.database.query(
    `select account, after from audit_entry where subject_id = $1 and deed = 'webhook.paused'`,
    [id],
  );
  expect(trail).toEqual([{ account: 'clock', after: { pause: 'gone', unionId: house.district.unions.A } }]);
  await (await office('A')).post(`/webhook-endpoints/${id}/resumption`).expect(201);
  expect((await heard(path, 3)).map(({ body }) => body.sequence)).toEqual([1, 1, 2]);
});

it('a redirect is a failure and is not followed, a long answer is cut', async () => {
  const [from, to] = [await endpoint('A'), `/${newId()}`];
  receiver.next(from.path, { status: 307, headers: { location: `${receiver.url}${to}` }, body: 'x'.repeat(20_000) });
  await happens('A');
  const { id } = await becomes(from.id, { attempts: 1, error: '307: redirects are not followed' });
  expect(receiver.at(to)).toEqual([]);
  const { body } = await (await office('A')).get(`/webhook-deliveries/${id}`).expect(200);
  expect(body.attempts[0].answer).toHaveLength(4096);
});

it('an endpoint that hangs holds up nobody else', async () => {
  const [slow, quick] = [await endpoint('A'), await endpoint('A')];
  let letGo = (): void => undefined;
  receiver.next(slow.path, { until: new Promise<void>((resolve) => (letGo = resolve)) });
  await happens('A', 3);
  await heard(quick.path, 3);
  expect(receiver.at(slow.path)).toHaveLength(1);
  letGo();
  await heard(slow.path, 3);
});

it('a delivery that a dead worker holds is sent again when its lease has run out', async () => {
  const { id, path } = await endpoint('A');
  await house.database.query(
    `update webhook_endpoint set leased_until = clock_timestamp() + interval '1 minute' where id = $1`,
    [id],
  );
  await happens('A');
  await eventually(async () => expect(await rowsOf(id)).toMatchObject([{ number: 1 }]));
  const beside = await endpoint('A');
  await happens('A');
  await heard(beside.path, 1);
  expect(receiver.at(path)).toEqual([]);
  await house.database.query(`update webhook_endpoint set leased_until = clock_timestamp() where id = $1`, [id]);
  await heard(path, 2);
});

it('one delivery and a range are delivered again under their own ids and numbers; what a receiver cannot take is passed over', async () => {
  const { id, path } = await endpoint('A');
  const door = await office('A');
  await happens('A', 4);
  await becomes(id, { state: 'delivered' }, 3);
  const rows = await rowsOf(id);
  await door.post(`/webhook-deliveries/${rows[1]?.id}/replay`).expect(201);
  expect((await heard(path, 5)).at(-1)).toMatchObject({ id: receiver.at(path)[1]?.id, raw: receiver.at(path)[1]?.raw });
  await becomes(id, { state: 'delivered' }, 1);
  const range = (body: object) => door.post(`/webhook-endpoints/${id}/replays`, body);
  expect((await range({ fromNumber: 2, toNumber: 3 }).expect(201)).body).toEqual({ count: 2 });
  await heard(path, 7);
  await becomes(id, { state: 'delivered' }, 2);
  const [{ from }] = await house.database.query(
    `select to_char(min(occurred_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as from from webhook_delivery where endpoint_id = $1`,
    [id],
  );
  expect((await range({ from, to: '2200-01-01T00:00:00+08:00' }).expect(201)).body).toEqual({ count: 4 });
  await heard(path, 11);
  await becomes(id, { state: 'delivered' }, 3);
  expect(receiver.numbers(path).slice(4)).toEqual([2, 2, 3, 1, 2, 3, 4]);
  for (const wrong of [
    {},
    { fromNumber: 1 },
    { fromNumber: 3, toNumber: 2 },
    { fromNumber: 1, toNumber: 2, from, to: from },
  ])
    expect((await range(wrong).expect(422)).body.code).toBe('webhook.range');

  receiver.next(path, { status: 400 });
  await happens('A', 2);
  const stuck = await becomes(id, { state: 'waiting', attempts: 1, error: 'answered 400' }, 4);
  expect((await door.post(`/webhook-deliveries/${stuck.id}/replay`).expect(409)).body.code).toBe('webhook.waits');
  expect((await door.post(`/webhook-deliveries/${stuck.id}/skip`).expect(201)).body.state).toBe('skipped');
  await becomes(id, { state: 'delivered' }, 5);
  expect((await door.post(`/webhook-deliveries/${stuck.id}/skip`).expect(409)).body.code).toBe('webhook.notWaiting');
  expect((await range({ fromNumber: 5, toNumber: 5 }).expect(201)).body).toEqual({ count: 1 });
  await becomes(id, { state: 'delivered' }, 4);
  expect(receiver.numbers(path).slice(-3)).toEqual([5, 6, 5]);
  const listed = await door.get(`/webhook-endpoints/${id}/deliveries?fromNumber=2&toNumber=4&limit=2`).expect(200);
  expect(listed.body.items.map(({ number }: { number: number }) => number)).toEqual([4, 3]);
  const more = await door.get(`/webhook-endpoints/${id}/deliveries?limit=2&toNumber=4&after=${listed.body.nextCursor}`);
  expect(more.body.items.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
});

it('while a secret is replaced both sign, until a day has passed or somebody ends the old one', async () => {
  const { id, path, secret } = await endpoint('A');
  const door = await office('A');
  const rotated = (await door.post(`/webhook-endpoints/${id}/secrets`).expect(201)).body;
  expect(rotated.secret).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(Date.parse(rotated.oldSecretUntil) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
  await happens('A');
  const [both] = await heard(path, 1);
  if (both === undefined) throw new Error('nothing came');
  expect([isSigned(both, secret), isSigned(both, rotated.secret)]).toEqual([true, true]);
  expect(String(both.headers['webhook-signature']).split(' ')).toHaveLength(2);
  await becomes(id, { state: 'delivered' });
  await house.database.query(`update webhook_endpoint set old_until = clock_timestamp() where id = $1`, [id]);
  await happens('A');
  const second = (await heard(path, 2))[1];
  if (second === undefined) throw new Error('nothing came');
  expect([isSigned(second, secret), isSigned(second, rotated.secret)]).toEqual([false, true]);
  const third = (await door.post(`/webhook-endpoints/${id}/secrets`).expect(201)).body.secret;
  await door.delete(`/webhook-endpoints/${id}/old-secret`).expect(204);
  await happens('A');
  const last = (await heard(path, 3))[2];
  if (last === undefined) throw new Error('nothing came');
  expect([isSigned(last, rotated.secret), isSigned(last, third)]).toEqual([false, true]);
});

it('a secret is shown once, to a retry of the same call too, and lies nowhere in the clear', async () => {
  const { token } = await office('A');
  const given = { url: `${receiver.url}/${newId()}`, description: '数据中台', events: ['*'] };
  const add = () =>
    request(house.url)
      .post('/api/v1/webhook-endpoints')
      .set({ authorization: `Bearer ${token}`, 'idempotency-key': given.url.slice(-36) })
      .send(given);
  const first = (await add().expect(201)).body;
  expect((await add().expect(201)).body).toEqual(first);
  const door = await office('A');
  const seen = (await door.get(`/webhook-endpoints/${first.id}`).expect(200)).body;
  expect(seen).not.toHaveProperty('secret');
  const tables = ['webhook_endpoint', 'remembered_answer', 'audit_entry', 'outbox_message'];
  for (const table of tables) {
    const rows: { row: string }[] = await house.database.query(`select t::text as row from ${table} t`);
    expect([table, rows.some(({ row }) => row.includes(first.secret.slice(6, 30)))]).toEqual([table, false]);
  }
  await door.delete(`/webhook-endpoints/${first.id}`).expect(204);
});

it('the test button sends now and answers what came of it, beside what waits and without a number', async () => {
  const { id, path, secret } = await endpoint('A');
  const door = await office('A');
  receiver.next(path, { status: 500 });
  await happens('A');
  await becomes(id, { state: 'waiting', attempts: 1, error: 'answered 500' });
  const tested = (await door.post(`/webhook-endpoints/${id}/test-deliveries`).expect(201)).body;
  expect(tested).toMatchObject({ type: 'webhook.test', state: 'delivered', number: null, lastStatus: 204, tries: 1 });
  const call = receiver.at(path)[1];
  expect(call?.body).toMatchObject({ type: 'webhook.test', sequence: null, data: { union: { code: 'A' } } });
  expect(call !== undefined && isSigned(call, secret)).toBe(true);
  expect((await door.post(`/webhook-endpoints/${id}/test-deliveries`).expect(409)).body.code).toBe(
    'webhook.triedLately',
  );
  await house.database.query(
    `update webhook_delivery set created_at = created_at - interval '6 seconds' where endpoint_id = $1`,
    [id],
  );
  receiver.next(path, { status: 404, body: 'no such hook' });
  const failed = (await door.post(`/webhook-endpoints/${id}/test-deliveries`).expect(201)).body;
  expect(failed).toMatchObject({ state: 'failed', lastError: 'answered 404', attempts: [{ answer: 'no such hook' }] });
  expect((await door.post(`/webhook-deliveries/${failed.id}/replay`).expect(409)).body.code).toBe('webhook.isTest');
  expect(await rowsOf(id)).toMatchObject([{ state: 'waiting', attempts: 1, tries: 1 }]);
});

it('while an endpoint is paused by hand what happens waits, and a removed one is called no more', async () => {
  const { id, path } = await endpoint('A');
  const door = await office('A');
  await door.post(`/webhook-endpoints/${id}/pause`).expect(201);
  expect((await door.post(`/webhook-endpoints/${id}/pause`).expect(409)).body.code).toBe('webhook.pausedAlready');
  await happens('A', 2);
  await eventually(async () =>
    expect(await stateOf('A', id)).toMatchObject({ pause: 'hand', waiting: 2, lastNumber: 2 }),
  );
  await door.delete(`/webhook-endpoints/${id}`).expect(204);
  await door.get(`/webhook-endpoints/${id}`).expect(404);
  const beside = await endpoint('A');
  await happens('A');
  await heard(beside.path, 1);
  expect(receiver.at(path)).toEqual([]);
});

it('nobody reaches another union’s endpoints and deliveries', async () => {
  const { id, version, path } = await endpoint('A');
  await happens('A');
  await heard(path, 1);
  const [{ id: delivery }] = (await rowsOf(id)) as [Row];
  for (const code of ['B', 'D', 'A1'] as const) {
    const door = await office(code);
    const body = { url: `${receiver.url}/x`, description: 'x', events: ['*'] };
    await door.get(`/webhook-endpoints/${id}`).expect(404);
    await door.put(`/webhook-endpoints/${id}`, body, version).expect(404);
    await door.delete(`/webhook-endpoints/${id}`).expect(404);
    await door.get(`/webhook-endpoints/${id}/deliveries`).expect(404);
    await door.get(`/webhook-deliveries/${delivery}`).expect(404);
    for (const deed of ['secrets', 'pause', 'resumption', 'test-deliveries'])
      await door.post(`/webhook-endpoints/${id}/${deed}`).expect(404);
    await door.post(`/webhook-endpoints/${id}/replays`, { fromNumber: 1, toNumber: 1 }).expect(404);
    for (const deed of ['replay', 'skip']) await door.post(`/webhook-deliveries/${delivery}/${deed}`).expect(404);
  }
  await (await house.as('a.reporter')).get('/webhook-endpoints').expect(403);
  await (await office('A')).get('/webhook-hosts').expect(403);
});

it('an address inside is refused unless its host and port are listed, and fails from the day they are not', async () => {
  const door = await office('A');
  const add = (url: string) => door.post('/webhook-endpoints', { url, description: 'x', events: ['*'] });
  for (const [url, code] of [
    ['https://127.0.0.1/hook', 'webhook.inside'],
    ['https://localhost/hook', 'webhook.inside'],
    ['https://2130706433/hook', 'webhook.inside'],
    ['https://[::ffff:169.254.169.254]/latest/meta-data', 'webhook.inside'],
    [`http://127.0.0.1:${receiver.port + 1}/hook`, 'webhook.notSecure'],
    [`http://localhost:${receiver.port}/hook`, 'webhook.notSecure'],
    ['https://hooks.example.cn:22/', 'webhook.port'],
    ['https://me@hooks.example.cn/', 'webhook.address'],
    ['ftp://hooks.example.cn/', 'webhook.address'],
  ] as const)
    expect([url, (await add(url).expect(422)).body.code]).toEqual([url, code]);
  const system = await house.as('d.system_administrator');
  const other = await WebhookServer.open();
  const listed = await system
    .post('/webhook-hosts', { host: '127.0.0.1', port: other.port, note: '另一台' })
    .expect(201);
  expect(
    (await system.post('/webhook-hosts', { host: '127.0.0.1', port: other.port, note: 'x' }).expect(409)).body.code,
  ).toBe('webhookHost.known');
  for (const host of ['http://x', 'a b', 'x/y', 'x:80', ''])
    await system.post('/webhook-hosts', { host, port: 80, note: 'x' }).expect(422);
  const { body } = await door
    .post('/webhook-endpoints', { url: `${other.url}/hook`, description: 'x', events: ['union.changed'] })
    .expect(201);
  await system.delete(`/webhook-hosts/${listed.body.id}`).expect(204);
  await happens('A');
  await becomes(body.id, { state: 'waiting', attempts: 1, error: expect.stringContaining('webhook.notSecure') });
  expect(other.heard).toEqual([]);
  await door.delete(`/webhook-endpoints/${body.id}`).expect(204);
  await other.close();
});

it('unknown events are named, and a union has at most ten endpoints', async () => {
  const door = await office('B1');
  const given = (events: string[]) => ({ url: `${receiver.url}/b1`, description: 'x', events });
  const refused = (await door.post('/webhook-endpoints', given(['task.assigned', 'task.lost'])).expect(422)).body;
  expect(refused.errors).toEqual([expect.objectContaining({ field: 'events[1]', code: 'webhook.event' })]);
  await door.post('/webhook-endpoints', given(['*', 'task.assigned'])).expect(422);
  const ids: string[] = [];
  for (let no = 0; no < 10; no++) ids.push((await door.post('/webhook-endpoints', given(['*'])).expect(201)).body.id);
  expect((await door.post('/webhook-endpoints', given(['*'])).expect(409)).body.code).toBe('webhook.tooMany');
  for (const id of ids) await door.delete(`/webhook-endpoints/${id}`).expect(204);
});

it('after thirty days a delivery is forgotten with its tries, and a removed endpoint with its last', async () => {
  const { id, path } = await endpoint('A');
  await happens('A', 2);
  await heard(path, 2);
  await becomes(id, { state: 'delivered' }, 1);
  await (await office('A')).delete(`/webhook-endpoints/${id}`).expect(204);
  await house.database.query(`update webhook_endpoint set removed_at = now() - interval '2 days' where id = $1`, [id]);
  const left = async () =>
    (
      await house.database.query(
        `select (select count(*)::int from webhook_delivery where endpoint_id = $1) as deliveries,
           (select count(*)::int from webhook_attempt a join webhook_delivery d on d.id = a.delivery_id where d.endpoint_id = $1) as attempts,
           (select count(*)::int from webhook_endpoint where id = $1) as endpoints`,
        [id],
      )
    )[0];
  const sender = new WebhookSender(house.database, house.config);
  await house.database.query(
    `update webhook_delivery set created_at = now() - interval '31 days' where endpoint_id = $1 and number = 1`,
    [id],
  );
  await sender.sweep();
  expect(await left()).toEqual({ deliveries: 1, attempts: 1, endpoints: 1 });
  await house.database.query(
    `update webhook_delivery set created_at = now() - interval '31 days' where endpoint_id = $1`,
    [id],
  );
  await sender.sweep();
  expect(await left()).toEqual({ deliveries: 0, attempts: 0, endpoints: 0 });
});
