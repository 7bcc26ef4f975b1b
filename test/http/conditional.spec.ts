/** Conditional reads (ETag, 304): whoever still has an answer is told so, and whoever writes may show what he read. */
import request, { type Response } from 'supertest';
import { House, openDoor, type Door } from '../support/house';
import { cascaded, assigned } from '../support/task';
import { operationsOf } from '../answers/operations';

let house: House;
let reporter: Door;
let task: string;
beforeAll(async () => {
  house = await House.open();
  const { shareA } = await assigned(house);
  task = (await cascaded(house, shareA)).a1;
  reporter = await house.as('a1.reporter');
});
afterAll(() => house.close());

const tagOf = ({ headers }: Response): string => headers['etag'] ?? '';

it('every list and every thing that is read carries a strong ETag', async () => {
  const viewer = await house.as('a1.viewer');
  const lists = operationsOf(house).filter(
    ({ method, path, who, door }) =>
      method === 'get' &&
      !path.includes('{') &&
      !path.endsWith('/live') &&
      who.includes('viewer') &&
      !/^(sub)?district$/.test(door),
  );
  expect(lists.length).toBeGreaterThan(30);
  for (const { path } of lists) {
    const answer = await viewer.get(path.replace('/api/v1', ''));
    if (answer.status !== 200 || answer.type !== 'application/json') continue;
    expect([path, tagOf(answer)]).toEqual([path, expect.stringMatching(/^"(\d+-)?[\w-]{22}"$/)]);
  }
});

it('what has not changed is answered by 304, without a body', async () => {
  const first = await reporter.get('/community/tasks').expect(200);
  const again = await reporter.get('/community/tasks').set('if-none-match', tagOf(first)).expect(304);
  expect(again.text).toBe('');
  expect(again.headers['etag']).toBe(tagOf(first));
  expect(again.headers['content-type']).toBeUndefined();
});

it.each([
  ['among others', (tag: string) => `"x", ${tag} , "y"`, 304],
  ['made weak by a proxy', (tag: string) => `W/${tag}`, 304],
  ['a star', () => '*', 304],
  ['another', () => '"x"', 200],
  ['no tag at all', () => 'x', 200],
])('If-None-Match: %s', async (_, given, status) => {
  const tag = tagOf(await reporter.get(`/community/tasks/${task}`).expect(200));
  await reporter.get(`/community/tasks/${task}`).set('if-none-match', given(tag)).expect(status);
});

it('a thing that says something else with the same version is not taken for unchanged', async () => {
  const security = await house.as('d.security_administrator');
  const program = { unionId: house.district.id, account: 'd.app', name: '应用', role: 'viewer' };
  const { body } = await security.post('/applications', { ...program, purpose: '同步', contact: '王工' }).expect(201);
  const at = `/applications/${body.id}`;
  const before = await security.get(at).expect(200);
  await security.post(`${at}/keys`, { name: '生产', scopes: ['tasks:read'] }).expect(201);
  const after = await security.get(at).set('if-none-match', tagOf(before)).expect(200);
  expect(after.body.version).toBe(before.body.version);
  expect(tagOf(after)).not.toBe(tagOf(before));
  expect(tagOf(after)).toMatch(/^"1-/);
});

it('what was read is what a writer shows, as it was answered or by its version alone', async () => {
  const { body } = await reporter.post(`/community/tasks/${task}/reports`, { done: '6' }).expect(201);
  const at = `/community/reports/${body.id}`;
  const read = await reporter.get(at).expect(200);
  const save = (done: string, tag: string) => reporter.put(at, { done }).set('if-match', tag);
  const saved = await save('7', tagOf(read)).expect(200);
  await save('8', tagOf(read)).expect(412);
  await save('9', `"${saved.body.version}"`).expect(200);
});

it('a refusal, a file and the answer to a write are not conditional', async () => {
  const missing = await reporter.get('/community/tasks/x').set('if-none-match', '*');
  expect([missing.status, missing.headers['etag']]).toEqual([404, undefined]);
  const drafted = await reporter.get(`/community/tasks/${task}/reports`).expect(200);
  const [{ id, version }] = drafted.body.items;
  const saved = await reporter
    .put(`/community/reports/${id}`, { done: '9' }, version)
    .set('if-none-match', '*')
    .expect(200);
  expect(tagOf(saved)).toBe(`"${saved.body.version}"`);
});

it('who is not signed in learns nothing, not even that nothing changed', async () => {
  const tag = tagOf(await reporter.get('/community/tasks').expect(200));
  const answer = await request(house.url).get('/api/v1/community/tasks').set('if-none-match', tag).expect(401);
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="sanji"');
  const other = await openDoor(house.url, (await house.as('b1.reporter')).token)
    .get('/community/tasks')
    .set('if-none-match', tag);
  expect(other.status).toBe(200);
});
