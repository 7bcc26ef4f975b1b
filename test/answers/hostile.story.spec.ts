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

/** Hosts that are none of the vendor's. */
const noRobot = [
  'http://oapi.dingtalk.com/robot/send',
  'https://oapi.dingtalk.com.example.org/robot/send',
  'https://user:word@oapi.dingtalk.com/robot/send',
  'https://qyapi.weixin.qq.com/cgi-bin/webhook/send',
  'https://oapi.dingtalk.com:8443/robot/send',
  'file:///etc/passwd',
];

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
    ['tell minutes', 'minutes', [...noInteger, 0, 601]],
    ['take a value over', 'reportId', noId],
    ['ask what a task costs', 'unionIds', [...noList, ['x'], 'x']],
    ['ask what a task costs', 'measure.name', noText],
    ['ask what a task costs', 'code', noCode],
    ['ask what a task costs', 'dueOn', [...noDay, '2025-12-31']],
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
    ['set a ladder', 'steps', [...noList, []]],
    ['set a ladder', 'steps[0].key', noCode],
    ['set a ladder', 'steps[0].offset', [...noInteger.filter((value) => value !== -1), 61, -61]],
    ['set a ladder', 'steps[0].whom', [...noList, [], ['x'], ['reviewer']]],
    ['set a ladder', 'steps[0].channels', [...noList, [], ['fax'], ['email']]],
    ['set a ladder', 'steps[0].urgent', noFlag],
    ['set a ladder', 'steps[0].template', noWord],
    ['set a ladder', 'reason', noText],
    ['try a ladder', 'taskId', noId],
    ['try a ladder', 'steps', [...noList, []]],
    ['urge', 'words', [...noText, '催'.repeat(201)]],
    ['urge', 'urgent', noFlag],
    ['choose an hour', 'hour', [...noInteger, 7, 20]],
    ['note a leader', 'officerId', noId],
    ['file an appeal', 'assessmentId', noId],
    ['file an appeal', 'criteria', [...noList, [''], ['Z9'], ['A1', 'A1'], [1], [null]]],
    ['file an appeal', 'reason', noText],
    ['decide an appeal', 'outcome', noWord],
    ['decide an appeal', 'reason', noText],
    ['decide an appeal', 'corrections', noList],
    ['decide an appeal', 'corrections[0].criterion', [...noText, 'A1', 'Z9']],
    ['decide an appeal', 'corrections[0].points', [...noNumber, '25.01', '20', '1.234']],
    ['decide an appeal', 'corrections[0].reason', noText],
    ['add a robot', 'kind', noWord],
    ['add a robot', 'name', noText],
    ['add a robot', 'address', [...noText, 'oapi.dingtalk.com/robot', 'https://127.0.0.1/robot/send', ...noRobot]],
    ['add a robot', 'secret', noText.filter((value) => value !== null)],
    ['change a robot', 'address', noRobot],
    ['change a robot', 'active', noFlag],
    ['set my mail address', 'address', [...noText, 'x', 'a@b', 'a b@example.org', 'a@example.org, b@example.org']],
    ['set my mail address', 'language', noWord],
    ['write a message template', 'zh', [[], 'x', null, 5]],
    ['write a message template', 'zh.subject', noText],
    ['write a message template', 'en.text', [...noText, '{{nobody}}', '{{#items}}', '{{', '{{> file}}', '{{items}}']],
    ['apply for extensions', 'tasks', [...noList, []]],
    ['apply for extensions', 'tasks[0].taskId', [...noId, 'B']],
    ['apply for extensions', 'tasks[0].proposedOn', [...noDay, '2026-12-31', '2028-06-01']],
    ['apply for extensions', 'reason', noText],
    ['answer extensions', 'decisions[0].extensionId', noId],
    ['answer extensions', 'decisions[0].outcome', [...noWord, 'withdrawn']],
    ['answer extensions', 'decisions[0].reason', noText],
    ['park a share', 'until', [...noDay, '2026-07-01', '2027-07-03']],
    ['park a share', 'reason', noText],
    ['send a task back', 'reason', noText],
    ['issue an order', 'unionId', [...noId, 'A', 'B1', 'D']],
    ['issue an order', 'taskId', noId],
    ['issue an order', 'title', noText],
    ['issue an order', 'requirement', noText],
    ['issue an order', 'limitOn', [...noDay, '2026-07-01', '2027-07-03']],
    ['issue an order', 'degree', noWord],
    ['issue an order', 'cause', noWord],
    ['answer an order', 'measures', noText],
    ['review an order', 'outcome', noWord],
    ['review an order', 'reason', noText],
    ['review an order', 'limitOn', [...noDay, '2026-07-01']],
    ['record an interview', 'unionId', [...noId, 'A', 'B1']],
    ['record an interview', 'orderId', noId],
    ['record an interview', 'heldOn', [...noDay, '2026-07-02']],
    ['record an interview', 'agreed', noText],
    ['register an enterprise', 'creditCode', [...noText, '91440300708461136U', 'x'.repeat(18)]],
    ['register an enterprise', 'name', noText],
    ['register an enterprise', 'kind', noWord],
    ['register an enterprise', 'unionId', [...noId, 'A2', 'D']],
    ['register an enterprise', 'workers', [...noInteger, -1]],
    ['register an enterprise', 'countedOn', [...noDay, '2026-07-02']],
    ['register an enterprise', 'mediation', noFlag],
    ['change an enterprise', 'name', noText],
    ['change an enterprise', 'termEndsOn', [...noDay.filter((value) => value !== null), '2027-01-01']],
    ['change an enterprise', 'reason', noText],
    ['count an enterprise', 'countedOn', [...noDay, '2026-07-02']],
    ['count an enterprise', 'members', [...noSize, 21]],
    ['move an enterprise', 'unionId', [...noId, 'B1', 'D', 'A1']],
    ['move an enterprise', 'since', [...noDay, '2026-07-02', '2020-01-01']],
    ['close an enterprise', 'closedOn', [...noDay, '2019-12-31', '2026-07-02']],
    ['close an enterprise', 'reason', noText],
    ['propose a verification', 'enterpriseIds', [...noList, [], ['x'], [null]]],
    ['propose a verification', 'finding', noWord],
    ['propose a verification', 'reason', noText],
    ['decide on verifications', 'decisions', [...noList, []]],
    ['decide on verifications', 'decisions[0].verificationId', noId],
    ['decide on verifications', 'decisions[0].outcome', [...noWord, 'withdrawn']],
    ['decide on verifications', 'decisions[0].reason', noText],
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
    ['make a ledger', 'code', noCode],
    ['make a ledger', 'reason', noText],
    ['make a ledger', 'definition', [[], 'x', null, 5]],
    ['make a ledger', 'definition.name', noText],
    ['make a ledger', 'definition.fields', [...noList, []]],
    ['make a ledger', 'definition.fields[0].key', [...noCode, '甲', 'A', 'constructor', 'a-b']],
    ['make a ledger', 'definition.fields[0].kind', noWord],
    ['make a ledger', 'definition.fields[0].required', noFlag],
    ['make a ledger', 'definition.fields[2].min', ['1e3', 'NaN', null, {}, '1.23456']],
    ['make a ledger', 'definition.fields[1].choices', [...noList, []]],
    ['make a ledger', 'definition.whenField', [5, {}, '', '甲', 'title', 'nobody']],
    ['publish a ledger anew', 'definition.acceptance', noFlag],
    ['begin a ledger entry', 'values', [[], 'x', null, 5]],
    ['begin a ledger entry', 'values.title', noText.filter((value) => value !== null)],
    ['begin a ledger entry', 'values.people', [...noNumber.filter((value) => value !== null), '1.5']],
    ['begin a ledger entry', 'values.heldOn', noDay.filter((value) => value !== null)],
    ['begin a ledger entry', 'values.kind', noWord.filter((value) => value !== null)],
    ['begin a ledger entry', 'day', [...noDay, '2026-07-01']],
    ['change a ledger entry', 'values.title', noText.filter((value) => value !== null)],
    ['disclose personal data', 'purpose', [...noText, '看']],
    ['disclose personal data', 'field', noCode],
    ['look up a number', 'what', noWord],
    ['look up a number', 'purpose', [...noText, '看']],
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
