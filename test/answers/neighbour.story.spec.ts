/** The neighbour's ids: what lies out of reach answers like what does not exist, on every route, by whatever way the id is given. */
import type { Response } from 'supertest';
import { newId } from '../../src/kernel/id';
import { seedDistrict } from '../support/district';
import { House } from '../support/house';
import { idsFor, nobodys } from './addresses';
import { type Belongings, furnished } from './furnished-district';
import { accountOf, doors, fill, isDoor, type Operation, operationsOf, send } from './operations';

let house: House;
let operations: Operation[];
let mine: Record<string, Belongings>;
let theirs: Record<string, Belongings>;

/** All of an answer but what differs from call to call. */
function told(answer: Response): unknown {
  const { instance: _, requestId: __, ...body } = answer.body as Record<string, unknown>;
  const { 'x-request-id': ___, date: ____, 'content-length': _____, ...headers } = answer.headers;
  return { status: answer.status, body, headers };
}

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  const other = await seedDistrict(house.database, 'x.');
  mine = await furnished(house, house.district.unions, '');
  theirs = await furnished(house, other.unions, 'x.');
  operations = operationsOf(house);
}, 400_000);
afterAll(() => house.close());

it('an id of a sibling or of another district answers, byte for byte, like an id that does not exist', async () => {
  const neighbours: Record<string, [string, Belongings | undefined][]> = {
    district: [['another district', theirs['D']]],
    subdistrict: [
      ['the sibling', mine['B']],
      ['another district', theirs['A']],
    ],
    community: [
      ['the sibling', mine['A2']],
      ['a cousin', mine['B1']],
      ['another district', theirs['A1']],
    ],
  };
  const walked = new Set<string>();
  for (const operation of operations.filter(({ path }) => path.includes('{'))) {
    const { method, path, door } = operation;
    const account = accountOf(operation);
    const own = idsFor(path, mine[isDoor(door) ? doors[door].toUpperCase() : 'D'] ?? {});
    if (method === 'get')
      expect([path, (await send(house, account, operation, fill(path, own))).status]).toEqual([path, 200]);
    for (const [who, belongings] of neighbours[door] ?? [['another district', theirs['D']]]) {
      const foreign = idsFor(path, belongings ?? {});
      for (const at of own.keys()) {
        // Siblings share the results in which both were scored.
        if (Object.values(nobodys).includes(foreign[at] ?? '') || foreign[at] === own[at]) continue;
        const given = own.with(at, foreign[at] ?? '');
        const [found, missing] = [
          await send(house, account, operation, fill(path, given)),
          await send(house, account, operation, fill(path, own.with(at, newId()))),
        ];
        // A report that was handed in refuses before it looks for the file.
        const refusals = at === 0 || method === 'get' ? [404] : [404, 409];
        expect([who, method, path, refusals.includes(found.status)]).toEqual([who, method, path, true]);
        expect(told(found)).toEqual(told(missing));
        walked.add(`${method} ${path}`);
      }
    }
  }
  expect(walked.size).toBeGreaterThan(55);
}, 400_000);

it.each<[string, string, Operation['method'], (id: string) => string, (id: string) => object | undefined, string]>([
  [
    'the board of a union',
    'a.viewer',
    'get',
    (id) => `/platform/boards/tasks?unionId=${id}`,
    () => undefined,
    'unions',
  ],
  [
    'the unions × tasks of a union',
    'a.viewer',
    'get',
    (id) => `/platform/boards/matrix?tier=community&unionId=${id}`,
    () => undefined,
    'unions',
  ],
  ['the mirror of a union', 'a.viewer', 'get', (id) => `/platform/mirror?unionId=${id}`, () => undefined, 'unions'],
  ['the feed of a union', 'a.viewer', 'get', (id) => `/platform/feed?unionId=${id}`, () => undefined, 'unions'],
  [
    'the standings below a union',
    'd.viewer',
    'get',
    (id) => `/platform/standings?tier=community&parentId=${id}`,
    () => undefined,
    'unions',
  ],
  [
    'the scoreboard of an assessment',
    'a.viewer',
    'get',
    (id) => `/platform/boards/scores?kind=provisional&assessmentId=${id}`,
    () => undefined,
    'assessments',
  ],
  [
    'the scoreboard of a union',
    'a.viewer',
    'get',
    (id) => `/platform/boards/scores?kind=provisional&year=2026&parentId=${id}`,
    () => undefined,
    'unions',
  ],
  ['one union', 'a.viewer', 'get', (id) => `/unions/${id}`, () => undefined, 'unions'],
  ['the officers of a union', 'a.administrator', 'get', (id) => `/officers?unionId=${id}`, () => undefined, 'unions'],
  [
    'the audit trail of a task',
    'd.audit_administrator',
    'get',
    (id) => `/audit-entries?subjectId=${id}`,
    () => undefined,
    'tasks',
  ],
  [
    'the assessments of a union',
    'a.viewer',
    'get',
    (id) => `/subdistrict/assessments?ownerId=${id}`,
    () => undefined,
    'unions',
  ],
  [
    'a union below a neighbour',
    'd.system_administrator',
    'post',
    () => '/unions',
    (parentId) => ({ parentId, code: 'N1', name: '新', openedOn: '2026-01-01' }),
    'unions',
  ],
  [
    'an officer of a neighbour',
    'd.system_administrator',
    'post',
    () => '/officers',
    (unionId) => ({ unionId, account: 'n.1', name: '新', password: 'First-2026-pass' }),
    'unions',
  ],
  [
    'an assessment by a neighbour’s scheme',
    'a.administrator',
    'post',
    () => '/subdistrict/assessments',
    (schemeId) => ({ schemeId }),
    'schemes',
  ],
])('%s is asked for in vain, and no answer says whether it exists', async (_, account, method, path, body, noun) => {
  const ask = async (id: string): Promise<unknown> =>
    told(await send(house, account, { method, body: body(id) }, `/api/v1${path(id)}`));
  const missing = await ask(newId());
  for (const neighbour of account.startsWith('d.')
    ? [theirs['D'], theirs['A']]
    : [mine['B'], mine['B1'], theirs['A']]) {
    const id = neighbour?.[noun];
    if (id === undefined) continue;
    const found = await ask(id);
    expect(found).toEqual(withAsOf(missing, found));
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
  for (const union of [
    house.district.unions.A1,
    house.district.unions.D,
    theirs['A']?.['unions'],
    theirs['D']?.['unions'],
  ]) {
    expect(await shares(union ?? '')).toEqual(missing);
  }
});

it('a draft and its evidence are seen by nobody else, not even the tier above, until they are handed in', async () => {
  const [reporter, draft] = [await house.as('a2.reporter'), mine['A2'] ?? {}];
  const at = (door: string): string[] => [
    `/${door}/reports/${draft['reports']}`,
    `/${door}/reports/${draft['reports']}/evidence/${draft['evidence']}`,
  ];
  for (const path of at('subdistrict')) await (await house.as('a.reviewer')).get(path).expect(404);
  for (const path of at('district')) await (await house.as('d.viewer')).get(path).expect(404);
  const listed = await (await house.as('a.viewer')).get(`/subdistrict/tasks/${draft['tasks']}/reports`).expect(200);
  expect(listed.body).toMatchObject({ items: [], total: 0 });
  await reporter.post(`/community/reports/${draft['reports']}/submission`).expect(201);
  for (const path of at('subdistrict')) await (await house.as('a.reviewer')).get(path).expect(200);
  for (const path of at('community')) await (await house.as('a1.reporter')).get(path).expect(404);
  for (const path of at('subdistrict')) await (await house.as('b.reviewer')).get(path).expect(404);
});
