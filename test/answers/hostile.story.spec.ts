/** Hostile fields on the writing routes: never a 5xx, the wrong field is named, and nothing is stored. */
import { House } from '../support/house';
import {
  atWork,
  everythingStored,
  faults,
  type Route,
  type RouteName,
  routeNames,
  routesOf,
  send,
} from './hostile-routes';
import { noCode, noDay, noFlag, noId, noInteger, noList, noNumber, noText, noWord, withField } from './hostile-values';

/** null says that the size is not known. */
const noSize = [...noInteger.filter((value) => value !== null), -1, 100_000_000];

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

describe('a field that is wrong is refused by name, and nothing is stored', () => {
  it.each<[RouteName, string, readonly unknown[]]>([
    ['create a task', 'title', noText],
    ['create a task', 'programme', noText],
    ['create a task', 'description', noText],
    ['create a task', 'code', noCode],
    ['create a task', 'year', noInteger],
    ['create a task', 'target', noNumber],
    ['create a task', 'weight', [...noNumber, '0']],
    ['create a task', 'startOn', noDay],
    ['create a task', 'dueOn', [...noDay, '2025-12-31']],
    ['create a task', 'strength', noWord],
    ['create a task', 'evidenceRule', noWord],
    ['create a task', 'measure', [[], 'x', null, 5]],
    ['create a task', 'measure.kind', noWord],
    ['create a task', 'measure.decimals', [...noInteger, 5]],
    ['create a task', 'measure.unit', noText],
    ['create a task', 'baseline', ['1e3', 'NaN', null, {}, '1.5']],
    ['change a task', 'target', noNumber],
    ['change a task', 'weight', [...noNumber, '0']],
    ['change a task', 'dueOn', [...noDay, '2025-12-31']],
    ['change a task', 'reason', noText],
    ['withdraw a task', 'reason', noText],
    ['hand down shares', 'shares', noList],
    ['hand down shares', 'shares[0].unionId', [...noId, 'B', 'A1', 'D']],
    ['hand down shares', 'shares[0].target', [...noNumber, '0']],
    ['hand down shares', 'shares[0].dueOn', [...noDay, '2027-01-01', '2025-12-31']],
    ['hand down shares', 'keptTarget', [...noNumber, '0', '1.5']],
    ['hand down shares', 'shortfallReason', noText],
    ['change a share', 'target', [...noNumber, '0']],
    ['change a share', 'reason', noText],
    ['withdraw a share', 'reason', noText],
    ['begin a report', 'done', noNumber],
    ['begin a report', 'asOf', [...noDay, '2026-07-02', '2025-12-31']],
    ['begin a report', 'note', noText],
    ['begin a report', 'zeroReport', [...noFlag, true]],
    ['change a report', 'done', noNumber],
    ['change a report', 'note', noText],
    ['return a report', 'reason', noText],
    ['open a union', 'parentId', noId],
    ['open a union', 'code', noCode],
    ['open a union', 'name', noText],
    ['open a union', 'openedOn', noDay],
    ['open a union', 'kind', noWord],
    ['open a union', 'workers', noSize],
    ['change a union', 'kind', noWord],
    ['change a union', 'workers', noSize],
    ['change a union', 'name', noText],
    ['change a union', 'code', noCode],
    ['file an appeal', 'assessmentId', noId],
    ['file an appeal', 'criteria', [...noList, [''], ['Z9'], ['A1', 'A1'], [1], [null]]],
    ['file an appeal', 'reason', noText],
    ['decide an appeal', 'outcome', noWord],
    ['decide an appeal', 'reason', noText],
    ['decide an appeal', 'corrections', noList],
    ['decide an appeal', 'corrections[0].criterion', [...noText, 'A1', 'Z9']],
    ['decide an appeal', 'corrections[0].points', [...noNumber, '25.01', '20', '1.234']],
    ['decide an appeal', 'corrections[0].reason', noText],
    ['move a union', 'parentId', noId],
    ['move a union', 'since', [...noDay, '2026-07-02', '2010-01-01']],
    ['close a union', 'closedOn', [...noDay, '2009-12-31']],
    ['close a union', 'reason', noText],
    ['set a working day', 'working', [...noFlag, true]],
    ['set a working day', 'reason', noText],
    ['make an account', 'unionId', noId],
    ['make an account', 'account', noCode],
    ['make an account', 'name', noText],
    ['make an account', 'password', [...noText, 'short', 'a'.repeat(201), 'a.new-2026-PASS']],
    ['change an officer', 'active', noFlag],
    ['change an officer', 'unionId', noId],
    ['give a role', 'role', noWord],
    ['set a first password', 'password', [...noText, 'short']],
    ['change my password', 'currentPassword', noText],
    ['change my password', 'password', [...noText, 'short']],
    ['sign in', 'account', noText],
    ['sign in', 'password', noText],
  ])('%s: %s', async (name, field, values) => {
    const [call, before, wrong] = [route(name), await everythingStored(house), [] as unknown[]];
    for (const value of values) {
      const given =
        field.endsWith('unionId') && typeof value === 'string' ? (house.district.unions[value as 'B'] ?? value) : value;
      const found = faults(await send(house, call, JSON.stringify(withField(call.body, field, given))), [422], field);
      if (found.length > 0) wrong.push([value, ...found]);
    }
    expect(wrong).toEqual([]);
    expect(await everythingStored(house)).toEqual(before);
  });

  it.each(routeNames)('%s: fields nobody knows, and bodies that are none', async (name) => {
    const [call, before, wrong] = [route(name), await everythingStored(house), [] as unknown[]];
    const plain = JSON.stringify(call.body).slice(0, -1);
    const more = [
      '"id":"x"',
      '"districtId":"x"',
      '"status":"accepted"',
      '"version":9',
      '"role2":1',
      '"__proto__":{"role":"x"}',
      '"constructor":{"prototype":{}}',
      '"toString":1',
      '"":1',
      `"a\\u0000":1`,
    ];
    const bodies = [
      ...more.map((field) => `${plain},${field}}`),
      '[]',
      'null',
      '"x"',
      '5',
      'false',
      '[{}]',
      '{}',
      '',
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
      `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`,
    ];
    for (const body of bodies) {
      const empty = (body === '{}' || body === '') && name.startsWith('change a');
      const found = empty ? [] : faults(await send(house, call, body), [422]);
      if (found.length > 0) wrong.push([body.slice(0, 60), ...found]);
    }
    expect(wrong).toEqual([]);
    expect(await everythingStored(house)).toEqual(before);
  });
});
