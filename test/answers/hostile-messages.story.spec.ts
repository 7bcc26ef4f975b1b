/** Hostile messages, addresses and headers: refused in words, before anything looks at them. */
import request, { type Response } from 'supertest';
import { House } from '../support/house';
import { memberTask } from '../support/task';
import { atWork, everythingStored, faults, type Route, type RouteName, routesOf, send } from './hostile-routes';

let house: House;
let ids: Awaited<ReturnType<typeof atWork>>;
let routes: Record<RouteName, Route>;
const route = (name: RouteName): Route => routes[name];

beforeAll(async () => {
  house = await House.open();
  ids = await atWork(house);
  routes = routesOf(house, ids);
});
afterAll(() => house.close());

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
    [
      'three thousand fields',
      JSON.stringify(Object.fromEntries(Array.from({ length: 3000 }, (_, no) => [`k${no}`, no]))),
      {},
      [422],
    ],
  ])('%s', async (_, body, headers, statuses) => {
    const call = route('create a task');
    const before = await everythingStored(house);
    expect(faults(await send(house, call, body, headers), statuses)).toEqual([]);
    expect(await everythingStored(house)).toEqual(before);
  });
});

describe('addresses and headers', () => {
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    request(house.url)
      .get(`/api/v1${path}`)
      .set('authorization', `Bearer ${(await house.as('d.administrator')).token}`)
      .set(headers);

  it.each([
    '%00',
    '%ff',
    '%',
    '..%2f..%2fetc%2fpasswd',
    "'%20or%201=1--",
    'x'.repeat(300),
    '%F0%9F%98%80',
    '1',
    '-1',
    '1e3',
    'null',
    '%7B%7D',
    '00000000-0000-0000-0000-000000000000',
    '__proto__',
  ])('an id in the path that is none: %s', async (id) => {
    for (const path of [`/district/tasks/${id}`, `/unions/${id}`, `/district/reports/${id}/evidence/${id}`]) {
      expect(faults(await get(path), [400, 404, 414, 422])).toEqual([]);
    }
  });

  it.each<[string, string]>([
    ['/district/tasks?page=-1', 'page'],
    ['/district/tasks?page=0', 'page'],
    ['/district/tasks?page=1e3', 'page'],
    ['/district/tasks?page=0x10', 'page'],
    ['/district/tasks?page=99999999999', 'page'],
    ['/district/tasks?page=1&page=2', 'page'],
    ['/district/tasks?pageSize=201', 'pageSize'],
    ['/district/tasks?pageSize=', 'pageSize'],
    ['/district/tasks?page=１', 'page'],
    ['/district/tasks?sort=id;drop%20table%20task', 'sort'],
    ['/district/tasks?order=pg_sleep(9)', 'order'],
    ['/district/tasks?status=x', 'status'],
    ['/district/tasks?status[]=signed', 'status[]'],
    ['/district/tasks?year=NaN', 'year'],
    ['/district/tasks?code=%27--', 'code'],
    ['/district/tasks?programme=%00', 'programme'],
    ['/unions?asOf=2026-02-30', 'asOf'],
    ['/unions?tier=planet', 'tier'],
    ['/platform/feed?after=x', 'after'],
    ['/platform/feed?limit=-1', 'limit'],
    ['/platform/feed?after=MjAyNi0xMy00NVQ5OTo5OTo5OS45OTk5OTlaIDE', 'after'],
    ['/platform/boards/tasks?year=-1', 'year'],
    ['/platform/boards/tasks?unionId=x', 'unionId'],
    ['/platform/standings', 'tier'],
    ['/platform/standings?tier=community&by=name', 'by'],
  ])('%s is refused by name', async (path, field) => {
    expect(faults(await get(encodeURI(path).replaceAll('%25', '%')), [422], field)).toEqual([]);
  });

  it.each(['', '*', '2', 'W/"2"', '"x"', '"99999999999999999999"', '"-1"', '"1e0"', '"2", "3"'])(
    'If-Match %j names no version that was seen',
    async (version) => {
      const call = route('change a task');
      expect(faults(await send(house, call, JSON.stringify(call.body), { 'if-match': version }), [412, 428])).toEqual(
        [],
      );
    },
  );

  it.each([
    '',
    'Bearer',
    'Bearer x',
    `Bearer ${'a'.repeat(43)}`,
    `Bearer ${'a'.repeat(5000)}`,
    'Basic YTpi',
    'Bearer \xff\xfe',
  ])('Authorization %j signs nobody in', async (authorization) => {
    expect(faults(await request(house.url).get('/api/v1/me').set({ authorization }), [401])).toEqual([]);
  });

  it('headers that lie about language, id and network change nothing', async () => {
    const headers = {
      'accept-language': '*;q=9,\'";drop',
      'x-request-id': `<script>${'x'.repeat(100)}`,
      'x-forwarded-for': "'; drop table session--",
      'x-forwarded-host': 'evil.example',
      cookie: 'sanji_session=%00; __proto__=x',
    };
    const answer = await get('/me', headers);
    expect(answer.status).toBe(200);
    expect(answer.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
  });
});
