/** The neighbour's ids: what lies out of reach answers like what does not exist, on every route, by whatever way the id is given. */
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import request, { type Response, type Test } from 'supertest';
import { PUBLIC, RIGHT } from '../../src/access/declarations';
import { buildOpenApi } from '../../src/http/openapi';
import type { Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { roles, roleWords } from '../../src/organization/rights';
import { tierWords } from '../../src/organization/tier';
import { seedDistrict } from '../support/district';
import { House } from '../support/house';
import { type Belongings, furnished } from './furnished-district';

const tiers = { district: 'd', subdistrict: 'a', community: 'a1' } as const;
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Operation {
  readonly method: (typeof methods)[number];
  readonly path: string;
  readonly door: string;
  readonly who: readonly Role[];
  readonly body: object | undefined;
}

let house: House;
let operations: Operation[];
let mine: Record<string, Belongings>;
let theirs: Record<string, Belongings>;

const isDoor = (door: string): door is keyof typeof tiers => door in tiers;
const accountOf = ({ door, who }: Operation): string => `${isDoor(door) ? tiers[door] : 'd'}.${who[0]}`;

/** The document names a role with its tier before it, or alone. */
const isSaid = (words: string, role: Role): boolean =>
  [{ zh: '', en: '' }, ...Object.values(tierWords)].some(({ zh, en }) => words === `${zh}${roleWords[role].zh} (${`${en} ${roleWords[role].en}`.trim()})`);

async function send(account: string, { method, body }: Pick<Operation, 'method' | 'body'>, path: string): Promise<Response> {
  const { token } = await house.as(account);
  const call: Test = request(house.url)[method](path).set('authorization', `Bearer ${token}`).set('if-match', '"1"');
  return path.endsWith('/evidence') && method === 'post' ? call.attach('file', Buffer.from('x'), 'x.txt') : call.send(body);
}

/** All of an answer but what differs from call to call. */
function told(answer: Response): unknown {
  const { instance: _, requestId: __, ...body } = answer.body as Record<string, unknown>;
  const { 'x-request-id': ___, date: ____, 'content-length': _____, ...headers } = answer.headers;
  return { status: answer.status, body, headers };
}

/** Which belonging a path parameter names, by the noun before it. */
function fill(path: string, parts: readonly string[]): string {
  let no = 0;
  return path.replaceAll(/\{\w+\}/g, () => parts[no++] ?? '');
}
function idsFor(path: string, owner: Belongings): string[] {
  return [...path.matchAll(/([\w-]+)\/\{(\w+)\}/g)].map(([, noun, name]) => {
    const id = name === 'criterion' ? 'B1' : owner[noun ?? ''];
    if (id === undefined) throw new Error(`The story knows no ${noun} of a neighbour: ${path}`);
    return id;
  });
}

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  const other = await seedDistrict(house.database, 'x.');
  mine = await furnished(house, house.district.unions, '');
  theirs = await furnished(house, other.unions, 'x.');
  operations = Object.entries(buildOpenApi(house.app).paths).flatMap(([path, item]) => methods.flatMap((method) => {
    const found = item[method] as { 'x-who'?: string[]; requestBody?: { content: Record<string, { example?: object }> } } | undefined;
    if (found === undefined) return [];
    const who = roles.filter((role) => found['x-who']?.some((words) => isSaid(words, role)));
    return [{ method, path, door: path.split('/')[3] ?? '', who, body: found.requestBody?.content['application/json']?.example }];
  }));
}, 60_000);
afterAll(() => house.close());

it('every route says who may use it, but for sign-in and health', () => {
  const open: string[] = [];
  for (const module of house.app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const { prototype } = metatype as { prototype: Record<string, object> };
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (handler === undefined || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) continue;
        if (Reflect.getMetadata(RIGHT, handler) !== undefined) continue;
        expect([name, Reflect.getMetadata(PUBLIC, handler)]).toEqual([name, true]);
        open.push(String(Reflect.getMetadata(PATH_METADATA, handler)));
      }
    }
  }
  expect(open.toSorted()).toEqual(['live', 'ready', 'session']);
  expect(operations.filter(({ who }) => who.length === 0).map(({ path }) => path)).toEqual(['/api/v1/session']);
});

it('nobody is let in without a session, by any route', async () => {
  for (const { method, path } of operations.filter(({ who }) => who.length > 0)) {
    const answer = await request(house.url)[method](fill(path, [newId(), newId(), 'x']));
    expect([method, path, answer.status]).toEqual([method, path, 401]);
  }
});

it('the door of another tier is closed to everybody, whatever his role', async () => {
  for (const operation of operations.filter(({ door }) => isDoor(door))) {
    for (const [tier, code] of Object.entries(tiers).filter(([name]) => name !== operation.door)) {
      const answer = await send(`${code}.${operation.who[0]}`, operation, fill(operation.path, [newId(), newId(), 'x']));
      expect([tier, operation.path, answer.status, answer.body.code]).toEqual([tier, operation.path, 403, 'tier']);
    }
  }
});

it('a role that is not named for a route does not pass', async () => {
  for (const operation of operations.filter(({ who }) => who.length > 0)) {
    const code = isDoor(operation.door) ? tiers[operation.door] : 'd';
    const others = roles.filter((role) => !operation.who.includes(role) && (code === 'd' || !role.includes('_')));
    for (const role of others) {
      const answer = await send(`${code}.${role}`, operation, fill(operation.path, [newId(), newId(), 'x']));
      expect([role, operation.method, operation.path, answer.status, answer.body.code]).toEqual([role, operation.method, operation.path, 403, 'role']);
    }
  }
});

it('an id of a sibling or of another district answers, byte for byte, like an id that does not exist', async () => {
  const neighbours: Record<string, [string, Belongings | undefined][]> = {
    district: [['another district', theirs['D']]],
    subdistrict: [['the sibling', mine['B']], ['another district', theirs['A']]],
    community: [['the sibling', mine['A2']], ['a cousin', mine['B1']], ['another district', theirs['A1']]],
  };
  const walked = new Set<string>();
  for (const operation of operations.filter(({ path }) => path.includes('{'))) {
    const { method, path, door } = operation;
    const account = accountOf(operation);
    const own = idsFor(path, mine[isDoor(door) ? tiers[door].toUpperCase() : 'D'] ?? {});
    if (method === 'get') expect([path, (await send(account, operation, fill(path, own))).status]).toEqual([path, 200]);
    for (const [who, belongings] of neighbours[door] ?? [['another district', theirs['D']]]) {
      const foreign = idsFor(path, belongings ?? {});
      for (const at of own.keys()) {
        if (foreign[at] === 'B1') continue;
        const given = own.with(at, foreign[at] ?? '');
        const [found, missing] = [await send(account, operation, fill(path, given)), await send(account, operation, fill(path, own.with(at, newId())))];
        // A report that was handed in refuses before it looks for the file.
        const refusals = at === 0 || method === 'get' ? [404] : [404, 409];
        expect([who, method, path, refusals.includes(found.status)]).toEqual([who, method, path, true]);
        expect(told(found)).toEqual(told(missing));
        walked.add(`${method} ${path}`);
      }
    }
  }
  expect(walked.size).toBeGreaterThan(55);
});

it.each<[string, string, Operation['method'], (id: string) => string, (id: string) => object | undefined, string]>([
  ['the board of a union', 'a.viewer', 'get', (id) => `/platform/boards/tasks?unionId=${id}`, () => undefined, 'unions'],
  ['the feed of a union', 'a.viewer', 'get', (id) => `/platform/feed?unionId=${id}`, () => undefined, 'unions'],
  ['the standings below a union', 'd.viewer', 'get', (id) => `/platform/standings?tier=community&parentId=${id}`, () => undefined, 'unions'],
  ['one union', 'a.viewer', 'get', (id) => `/unions/${id}`, () => undefined, 'unions'],
  ['the officers of a union', 'a.administrator', 'get', (id) => `/officers?unionId=${id}`, () => undefined, 'unions'],
  ['the audit trail of a task', 'd.audit_administrator', 'get', (id) => `/audit-entries?subjectId=${id}`, () => undefined, 'tasks'],
  ['the assessments of a union', 'a.viewer', 'get', (id) => `/subdistrict/assessments?ownerId=${id}`, () => undefined, 'unions'],
  ['a union below a neighbour', 'd.system_administrator', 'post', () => '/unions', (parentId) => ({ parentId, code: 'N1', name: '新', openedOn: '2026-01-01' }), 'unions'],
  ['an officer of a neighbour', 'd.system_administrator', 'post', () => '/officers', (unionId) => ({ unionId, account: 'n.1', name: '新', password: 'First-2026-pass' }), 'unions'],
  ['an assessment by a neighbour’s scheme', 'a.administrator', 'post', () => '/subdistrict/assessments', (schemeId) => ({ schemeId }), 'schemes'],
])('%s is asked for in vain, and no answer says whether it exists', async (_, account, method, path, body, noun) => {
  const ask = async (id: string): Promise<unknown> => told(await send(account, { method, body: body(id) }, `/api/v1${path(id)}`));
  const missing = await ask(newId());
  for (const neighbour of account.startsWith('d.') ? [theirs['D'], theirs['A']] : [mine['B'], mine['B1'], theirs['A']]) {
    const id = neighbour?.[noun];
    if (id !== undefined) expect(await ask(id)).toEqual(withAsOf(missing, await ask(id)));
  }
});

/** Boards say as of when they are true; that moment is nobody's secret. */
function withAsOf(missing: unknown, found: unknown): unknown {
  const [one, other] = [missing, found] as { body: Record<string, unknown> }[];
  return other?.body['asOf'] === undefined ? one : { ...one, body: { ...one?.body, asOf: other.body['asOf'] } };
}

it('a share for a union that is not directly below is refused alike, whoever it belongs to', async () => {
  const district = await house.as('d.administrator');
  const shares = async (unionId: string): Promise<unknown> =>
    told(await district.post(`/district/tasks/${mine['D']?.['tasks']}/shares`, { shares: [{ unionId, target: '1' }] }));
  const missing = await shares(newId());
  expect(missing).toMatchObject({ status: 422, body: { code: 'share.union' } });
  for (const union of [house.district.unions.A1, house.district.unions.D, theirs['A']?.['unions'], theirs['D']?.['unions']]) {
    expect(await shares(union ?? '')).toEqual(missing);
  }
});

it('a draft and its evidence are seen by nobody else, not even the tier above, until they are handed in', async () => {
  const [reporter, draft] = [await house.as('a2.reporter'), mine['A2'] ?? {}];
  const at = (door: string): string[] => [`/${door}/reports/${draft['reports']}`, `/${door}/reports/${draft['reports']}/evidence/${draft['evidence']}`];
  for (const path of at('subdistrict')) await (await house.as('a.reviewer')).get(path).expect(404);
  for (const path of at('district')) await (await house.as('d.viewer')).get(path).expect(404);
  const listed = await (await house.as('a.viewer')).get(`/subdistrict/tasks/${draft['tasks']}/reports`).expect(200);
  expect(listed.body).toMatchObject({ items: [], total: 0 });
  await reporter.post(`/community/reports/${draft['reports']}/submission`).expect(201);
  for (const path of at('subdistrict')) await (await house.as('a.reviewer')).get(path).expect(200);
  for (const path of at('community')) await (await house.as('a1.reporter')).get(path).expect(404);
  for (const path of at('subdistrict')) await (await house.as('b.reviewer')).get(path).expect(404);
});
