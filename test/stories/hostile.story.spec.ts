/** Hostile input on the writing routes: never a 5xx, the wrong field is named, and what is stored is what was answered. */
import request, { type Response } from 'supertest';
import { House } from '../support/house';
import { memberTask } from '../support/task';
import { atWork, noCode, noDay, noFlag, noId, noInteger, noList, noNumber, noText, noWord, type Route, type RouteName, routeNames, routesOf, withField } from './hostile-values';

let house: House;
let ids: Awaited<ReturnType<typeof atWork>>;
let routes: Record<RouteName, Route>;
const route = (name: RouteName): Route => routes[name];

async function send({ account, method, path, version }: Route, raw: string | Buffer, headers: Record<string, string> = {}): Promise<Response> {
  const sent = request(house.url)[method](`/api/v1${path}`).set('authorization', `Bearer ${(await house.as(account)).token}`).set('content-type', 'application/json');
  if (version !== undefined) void sent.set('if-match', `"${version}"`);
  return sent.set(headers).serialize((given: string) => given).send(raw);
}

/** What is wrong with an answer that should be a refusal, in words; nothing where it is as it should be. */
function faults(answer: Response, statuses: readonly number[], field?: string): string[] {
  const { status, body, headers } = answer;
  if (!statuses.includes(status)) return [`${status} ${answer.text.slice(0, 120)}`];
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8') return [`${headers['content-type']}`];
  const fields = (body.errors as { field: string }[]).map((error) => error.field);
  return field === undefined || fields.some((named) => named === field || named.startsWith(`${field}[`)) ? [] : [`names ${fields.join()} for ${field}`];
}

async function everythingStored(): Promise<unknown> {
  const tables = ['trade_union', 'officer', 'task', 'progress_report', 'report_step', 'task_change'];
  const sums = tables.map((table) => `(select md5(string_agg(t::text, ',' order by t::text)) from ${table} t) as ${table}`);
  return house.database.query(`select ${sums.join(', ')}`);
}

beforeAll(async () => {
  house = await House.open();
  ids = await atWork(house);
  routes = routesOf(house, ids);
});
afterAll(() => house.close());

describe('a field that is wrong is refused by name, and nothing is stored', () => {
  it.each<[RouteName, string, readonly unknown[]]>([
    ['create a task', 'title', noText], ['create a task', 'programme', noText], ['create a task', 'description', noText],
    ['create a task', 'code', noCode], ['create a task', 'year', noInteger], ['create a task', 'target', noNumber],
    ['create a task', 'weight', [...noNumber, '0']], ['create a task', 'startOn', noDay], ['create a task', 'dueOn', [...noDay, '2025-12-31']],
    ['create a task', 'strength', noWord], ['create a task', 'evidenceRule', noWord], ['create a task', 'measure', [[], 'x', null, 5]],
    ['create a task', 'measure.kind', noWord], ['create a task', 'measure.decimals', [...noInteger, 5]], ['create a task', 'measure.unit', noText],
    ['create a task', 'baseline', ['1e3', 'NaN', null, {}, '1.5']],
    ['change a task', 'target', noNumber], ['change a task', 'weight', [...noNumber, '0']], ['change a task', 'dueOn', [...noDay, '2025-12-31']],
    ['change a task', 'reason', noText], ['withdraw a task', 'reason', noText],
    ['hand down shares', 'shares', noList], ['hand down shares', 'shares[0].unionId', [...noId, 'B', 'A1', 'D']],
    ['hand down shares', 'shares[0].target', [...noNumber, '0']], ['hand down shares', 'shares[0].dueOn', [...noDay, '2027-01-01', '2025-12-31']],
    ['hand down shares', 'keptTarget', [...noNumber, '0', '1.5']], ['hand down shares', 'shortfallReason', noText],
    ['change a share', 'target', [...noNumber, '0']], ['change a share', 'reason', noText], ['withdraw a share', 'reason', noText],
    ['begin a report', 'done', noNumber], ['begin a report', 'asOf', [...noDay, '2026-07-02', '2025-12-31']],
    ['begin a report', 'note', noText], ['begin a report', 'zeroReport', [...noFlag, true]],
    ['change a report', 'done', noNumber], ['change a report', 'note', noText], ['return a report', 'reason', noText],
    ['open a union', 'parentId', noId], ['open a union', 'code', noCode], ['open a union', 'name', noText], ['open a union', 'openedOn', noDay],
    ['change a union', 'name', noText], ['change a union', 'code', noCode], ['move a union', 'parentId', noId],
    ['move a union', 'since', [...noDay, '2026-07-02', '2010-01-01']], ['close a union', 'closedOn', [...noDay, '2009-12-31']], ['close a union', 'reason', noText],
    ['make an account', 'unionId', noId], ['make an account', 'account', noCode], ['make an account', 'name', noText],
    ['make an account', 'password', [...noText, 'short', 'a'.repeat(201), 'a.new-2026-PASS']],
    ['change an officer', 'active', noFlag], ['change an officer', 'unionId', noId], ['give a role', 'role', noWord],
    ['set a first password', 'password', [...noText, 'short']], ['change my password', 'currentPassword', noText],
    ['change my password', 'password', [...noText, 'short']], ['sign in', 'account', noText], ['sign in', 'password', noText],
  ])('%s: %s', async (name, field, values) => {
    const [call, before, wrong] = [route(name), await everythingStored(), [] as unknown[]];
    for (const value of values) {
      const given = field.endsWith('unionId') && typeof value === 'string' ? (house.district.unions[value as 'B'] ?? value) : value;
      const found = faults(await send(call, JSON.stringify(withField(call.body, field, given))), [422], field);
      if (found.length > 0) wrong.push([value, ...found]);
    }
    expect(wrong).toEqual([]);
    expect(await everythingStored()).toEqual(before);
  });

  it.each(routeNames)('%s: fields nobody knows, and bodies that are none', async (name) => {
    const [call, before, wrong] = [route(name), await everythingStored(), [] as unknown[]];
    const plain = JSON.stringify(call.body).slice(0, -1);
    const more = ['"id":"x"', '"districtId":"x"', '"status":"accepted"', '"version":9', '"role2":1', '"__proto__":{"role":"x"}', '"constructor":{"prototype":{}}', '"toString":1', '"":1', `"a\\u0000":1`];
    const bodies = [...more.map((field) => `${plain},${field}}`), '[]', 'null', '"x"', '5', 'false', '[{}]', '{}', '', `${'['.repeat(5000)}${']'.repeat(5000)}`, `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`];
    for (const body of bodies) {
      const empty = (body === '{}' || body === '') && name.startsWith('change a');
      const found = empty ? [] : faults(await send(call, body), [422]);
      if (found.length > 0) wrong.push([body.slice(0, 60), ...found]);
    }
    expect(wrong).toEqual([]);
    expect(await everythingStored()).toEqual(before);
  });
});

describe('a message that cannot be read is refused before anything looks at it', () => {
  const json = JSON.stringify(memberTask);
  it.each<[string, string | Buffer, Record<string, string>, number[]]>([
    ['half a body', json.slice(0, -9), {}, [400]],
    ['NaN', json.replace('2026', 'NaN'), {}, [400]],
    ['an endless number', json.replace('2026', '1e999'), {}, [422]],
    ['a comment', `/* */${json}`, {}, [400]],
    ['invalid UTF-8', Buffer.from(json.replace('发展', '\xff\xfe'), 'latin1'), {}, [400]],
    ['GB18030', Buffer.from([123, 34, 0xb7, 0xa2, 34, 58, 49, 125]), {}, [400]],
    ['UTF-16', Buffer.from(json, 'utf16le'), {}, [400]],
    ['plain text', json, { 'content-type': 'text/plain' }, [415]],
    ['a form', 'title=x&year=2026', { 'content-type': 'application/x-www-form-urlencoded' }, [415]],
    ['an upload', '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }, [415]],
    ['XML', '<task/>', { 'content-type': 'application/xml' }, [415]],
    ['no kind at all', json, { 'content-type': '' }, [400, 415]],
    ['a compressed body', Buffer.from('1f8b0800', 'hex'), { 'content-encoding': 'gzip' }, [400, 415]],
    ['two megabytes', `${json.slice(0, -1)},"description":"${'x'.repeat(2 * 1024 * 1024)}"}`, {}, [413]],
    ['three thousand fields', JSON.stringify(Object.fromEntries(Array.from({ length: 3000 }, (_, no) => [`k${no}`, no]))), {}, [422]],
  ])('%s', async (_, body, headers, statuses) => {
    const call = route('create a task');
    const before = await everythingStored();
    expect(faults(await send(call, body, headers), statuses)).toEqual([]);
    expect(await everythingStored()).toEqual(before);
  });
});

describe('addresses and headers', () => {
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    request(house.url).get(`/api/v1${path}`).set('authorization', `Bearer ${(await house.as('d.administrator')).token}`).set(headers);

  it.each(['%00', '%ff', '%', '..%2f..%2fetc%2fpasswd', "'%20or%201=1--", 'x'.repeat(300), '%F0%9F%98%80', '1', '-1', '1e3', 'null', '%7B%7D', '00000000-0000-0000-0000-000000000000', '__proto__'])(
    'an id in the path that is none: %s', async (id) => {
      for (const path of [`/district/tasks/${id}`, `/unions/${id}`, `/district/reports/${id}/evidence/${id}`]) {
        expect(faults(await get(path), [400, 404, 414, 422])).toEqual([]);
      }
    });

  it.each<[string, string]>([
    ['/district/tasks?page=-1', 'page'], ['/district/tasks?page=0', 'page'], ['/district/tasks?page=1e3', 'page'], ['/district/tasks?page=0x10', 'page'],
    ['/district/tasks?page=99999999999', 'page'], ['/district/tasks?page=1&page=2', 'page'], ['/district/tasks?pageSize=201', 'pageSize'],
    ['/district/tasks?pageSize=', 'pageSize'], ['/district/tasks?page=１', 'page'], ['/district/tasks?sort=id;drop%20table%20task', 'sort'],
    ['/district/tasks?order=pg_sleep(9)', 'order'], ['/district/tasks?status=x', 'status'], ['/district/tasks?status[]=signed', 'status[]'],
    ['/district/tasks?year=NaN', 'year'], ['/district/tasks?code=%27--', 'code'], ['/district/tasks?programme=%00', 'programme'],
    ['/unions?asOf=2026-02-30', 'asOf'], ['/unions?tier=planet', 'tier'], ['/platform/feed?after=x', 'after'], ['/platform/feed?limit=-1', 'limit'],
    ['/platform/feed?after=MjAyNi0xMy00NVQ5OTo5OTo5OS45OTk5OTlaIDE', 'after'], ['/platform/boards/tasks?year=-1', 'year'],
    ['/platform/boards/tasks?unionId=x', 'unionId'], ['/platform/standings', 'tier'], ['/platform/standings?tier=community&by=name', 'by'],
  ])('%s is refused by name', async (path, field) => {
    expect(faults(await get(encodeURI(path).replaceAll('%25', '%')), [422], field)).toEqual([]);
  });

  it.each(['', '*', '2', 'W/"2"', '"x"', '"99999999999999999999"', '"-1"', '"1e0"', '"2", "3"'])('If-Match %j names no version that was seen', async (version) => {
    const call = route('change a task');
    expect(faults(await send(call, JSON.stringify(call.body), { 'if-match': version }), [412, 428])).toEqual([]);
  });

  it.each(['', 'Bearer', 'Bearer x', `Bearer ${'a'.repeat(43)}`, `Bearer ${'a'.repeat(5000)}`, 'Basic YTpi', 'Bearer \xff\xfe'])('Authorization %j signs nobody in', async (authorization) => {
    expect(faults(await request(house.url).get('/api/v1/me').set({ authorization }), [401])).toEqual([]);
  });

  it('headers that lie about language, id and network change nothing', async () => {
    const headers = { 'accept-language': '*;q=9,\'";drop', 'x-request-id': `<script>${'x'.repeat(100)}`, 'x-forwarded-for': "'; drop table session--", 'x-forwarded-host': 'evil.example', cookie: 'sanji_session=%00; __proto__=x' };
    const answer = await get('/me', headers);
    expect(answer.status).toBe(200);
    expect(answer.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
  });
});

describe('what is taken in is stored as it was answered', () => {
  it.each<[string, string]>([
    ['letters that are composed', 'e\u0301 工会 \u1112\u1161\u11ab'], ['SQL', "'; drop table task;-- \\ $1 %s"], ['markup', '<script>alert(1)</script> &amp; {{7*7}} ${jndi:ldap://x}'],
    ['paths', '../../etc/passwd C:\\con'], ['names of objects', '__proto__ constructor'], ['rare letters', '𠮷野家👩‍👩‍👧 ﷽ 𝒳'], ['spaces around', '  工会 '], ['a formula', '=cmd|calc'],
    ['quotes of JSON', '"\\u0000" \\ud800 }{'], ['the longest', '工'.repeat(200)],
  ])('%s', async (_, text) => {
    const district = await house.as('d.administrator');
    const { body, headers } = await district.post('/district/tasks', { ...memberTask, title: text, description: `${text}\r\n${text}` }).expect(201);
    expect(body.task).toMatchObject({ title: text.normalize('NFC'), description: `${text}\n${text}`.normalize('NFC') });
    const stored = await district.get((headers['location'] ?? '').replace('/api/v1', '')).expect(200);
    expect(stored.body).toMatchObject(body.task);
  });

  it.each<[unknown, number, string]>([['007.5000', 4, '7.5'], ['1.005', 3, '1.005'], [12, 0, '12'], ['-0', 0, '0'], ['0.0001', 4, '0.0001'], ['999999999999', 0, '999999999999']])(
    'a target of %j is %s decimals exact', async (target, decimals, answered) => {
      const district = await house.as('d.administrator');
      const { body } = await district.post('/district/tasks', { ...memberTask, target, measure: { ...memberTask.measure, decimals } }).expect(201);
      expect(body.task.target).toBe(answered);
      expect((await district.get(`/district/tasks/${body.task.id}`).expect(200)).body.target).toBe(answered);
    });

  it('a note may be taken back: empty is a note, blank is none', async () => {
    const reporter = await house.as('a2.reporter');
    const { body } = await reporter.post(`/community/tasks/${ids.a2}/reports`, { done: '1', note: '备注' }).expect(201);
    const at = `/community/reports/${body.id}`;
    expect((await reporter.put(at, { done: '1', note: '' }, 1).expect(200)).body.note).toBe('');
    await reporter.put(at, { done: '1', note: ' ' }, 2).expect(422);
    expect((await reporter.get(at).expect(200)).body).toMatchObject({ note: '', version: 2 });
  });

  it('the largest numbers reach the boards, and no announcement is left behind', async () => {
    const [district, most] = [await house.as('d.administrator'), '999999999999'];
    const { body } = await district.post('/district/tasks', { ...memberTask, target: most }).expect(201);
    const { A, B } = house.district.unions;
    await district.post(`/district/tasks/${body.task.id}/shares`, { shares: [A, B].map((unionId) => ({ unionId, target: most })) }).expect(201);
    expect(faults(await send(route('create a task'), JSON.stringify({ ...memberTask, target: '1000000000000' })), [422], 'target')).toEqual([]);
    await house.settled();
    const board = await (await house.as('d.viewer')).get('/platform/boards/tasks?year=2026').expect(200);
    const row = board.body.tasks.find((task: { taskId: string }) => task.taskId === body.task.id);
    expect(row).toMatchObject({ target: most, allocated: '1999999999998', remainder: '-999999999999' });
    expect(await house.database.query('select seq from outbox_message where parked_at is not null or attempts > 0')).toEqual([]);
  });
});
