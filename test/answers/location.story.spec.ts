/** What was made, and what a deed was done to, can be read at the Location that was answered. */
import type { Response } from 'supertest';
import { House } from '../support/house';
import { memberTask } from '../support/task';

let house: House;
const at = ({ headers }: Response): string => (headers['location'] ?? '').replace('/api/v1', '');

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
});
afterAll(() => house.close());

it('what was made, and what a deed was done to, can be read where the answer says', async () => {
  const [d, a, r] = [
    await house.as('d.administrator'),
    await house.as('a.administrator'),
    await house.as('a1.reporter'),
  ];
  const read = async (door: typeof d, answer: Response): Promise<Response['body']> => {
    expect(answer.status).toBe(201);
    return (await door.get(at(answer)).expect(200)).body;
  };
  const { A, A1 } = house.district.unions;
  const task = await d.post('/district/tasks', memberTask);
  expect(await read(d, task)).toMatchObject(task.body.task);
  const shares = await d.post(`${at(task)}/shares`, { shares: [{ unionId: A, target: '100' }] });
  expect(await read(d, shares)).toEqual(shares.body);
  const share: string = shares.body.shares[0].id;
  expect(await read(a, await a.post(`/subdistrict/tasks/${share}/signature`))).toMatchObject({
    id: share,
    status: 'signed',
  });
  const given = await a.post(`/subdistrict/tasks/${share}/shares`, { shares: [{ unionId: A1, target: '100' }] });
  const leaf: string = given.body.shares[0].id;
  await r.post(`/community/tasks/${leaf}/signature`).expect(201);
  const report = await r.post(`/community/tasks/${leaf}/reports`, { done: '1' });
  expect(await read(r, report)).toMatchObject(report.body);
  expect(await read(r, await r.post(`${at(report)}/submission`))).toMatchObject({
    id: report.body.id,
    status: 'submitted',
  });
  expect(await read(a, await a.post(`/subdistrict/reports/${report.body.id}/acceptance`))).toMatchObject({
    status: 'accepted',
  });
  expect(
    await read(a, await a.post(`/subdistrict/tasks/${share}/shares/${leaf}/withdrawal`, { reason: '误' })),
  ).toMatchObject({ id: leaf, status: 'withdrawn' });
  expect(await read(d, await d.post(`${at(task)}/withdrawal`, { reason: '误' }))).toMatchObject({
    status: 'withdrawn',
  });
  const system = await house.as('d.system_administrator');
  const officer = await system.post('/officers', {
    unionId: A1,
    account: 'new.one',
    name: '新',
    password: 'First-2026-pass',
  });
  expect(await read(system, officer)).toEqual(officer.body);
  const union = await system.post('/unions', { parentId: A, code: 'A8', name: '甲八', openedOn: '2026-01-01' });
  expect(await read(system, union)).toEqual(union.body);
});
