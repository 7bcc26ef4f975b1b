/** The tree moves (隶属关系调整): what was given before a move stays with the old parent, what comes after goes to the new one. */
import { House, type Door } from '../support/house';
import { assigned, cascaded, onBoard, submitted } from '../support/task';

let house: House;
let [system, district, a, b]: Door[] = [];
const at = (day: string) => house.clock.set(new Date(`${day}T02:00:00Z`));

/** Opens an account of A1, its task of A's making and one open report; then A1 goes to B on 1 July. */
async function moved() {
  const { A1, B } = house.district.unions;
  at('2026-06-01');
  const given = await assigned(house);
  const tasks = await cascaded(house, given.shareA);
  const reporter = await house.as('a1.reporter');
  const accepted = await submitted(reporter, tasks.a1, { done: '10' });
  await a!.post(`/subdistrict/reports/${accepted}/acceptance`).expect(201);
  at('2026-07-01');
  const { body } = await system!
    .put(`/unions/${A1}/placement`, { parentId: B, since: '2026-07-01', reason: '区划调整' }, 1)
    .expect(200);
  expect(body).toMatchObject({ parentId: B, version: 2 });
  return { ...given, ...tasks, reporter };
}
const codes = (list: { code: string }[]): string[] => list.map(({ code }) => code).toSorted();

beforeEach(async () => {
  house = await House.open();
  at('2026-06-01');
  system = await house.as('d.system_administrator');
  district = await house.as('d.administrator');
  a = await house.as('a.administrator');
  b = await house.as('b.administrator');
});
afterEach(() => house.close());

it('keeps the old task with the old parent: it reviews and counts what comes in, the new parent sees none of it', async () => {
  const { root, shareA, shareB, a1, reporter } = await moved();
  const report = await submitted(reporter, a1, { done: '25' });
  expect((await a!.get('/subdistrict/reports').expect(200)).body.items).toMatchObject([{ id: report, taskId: a1 }]);
  expect((await b!.get('/subdistrict/reports').expect(200)).body.items).toEqual([]);
  await b!.get(`/subdistrict/tasks/${a1}`).expect(404);
  await b!.get(`/subdistrict/reports/${report}`).expect(404);
  await b!.post(`/subdistrict/reports/${report}/acceptance`).expect(404);
  await a!.post(`/subdistrict/reports/${report}/acceptance`).expect(201);
  expect((await a!.get(`/subdistrict/tasks/${shareA}/shares`).expect(200)).body.shares).toHaveLength(2);
  expect(await onBoard(house, 'a.viewer', shareA)).toMatchObject({ done: '25', children: expect.anything() });
  expect(await onBoard(house, 'a.viewer', a1)).toMatchObject({ done: '25' });
  expect(await onBoard(house, 'b.viewer', shareB)).toMatchObject({ done: '0' });
  expect(await onBoard(house, 'b.viewer', a1)).toBeUndefined();
  expect(await onBoard(house, 'd.viewer', root)).toMatchObject({ done: '25' });
  expect(await onBoard(house, 'a1.viewer', a1)).toMatchObject({ done: '25' });
});

it('gives new work by the new parent only', async () => {
  const { shareB } = await moved();
  const { A1, B1 } = house.district.unions;
  const next = await assigned(house, { title: '走访慰问' });
  for (const [door, share] of [
    [a!, next.shareA],
    [b!, next.shareB],
    [b!, shareB],
  ] as const)
    await door.post(`/subdistrict/tasks/${share}/signature`).expect(201);
  const refused = await a!
    .post(`/subdistrict/tasks/${next.shareA}/shares`, { shares: [{ unionId: A1, target: '60' }] })
    .expect(422);
  expect(refused.body).toMatchObject({ code: 'share.union' });
  const shares = [
    { unionId: A1, target: '30' },
    { unionId: B1, target: '10' },
  ];
  const { body } = await b!.post(`/subdistrict/tasks/${next.shareB}/shares`, { shares }).expect(201);
  const mine = body.shares.find((share: { unionId: string }) => share.unionId === A1).id;
  const reporter = await house.as('a1.reporter');
  await reporter.post(`/community/tasks/${mine}/signature`).expect(201);
  const report = await submitted(reporter, mine, { done: '7' });
  await a!.get(`/subdistrict/reports/${report}`).expect(404);
  await b!.post(`/subdistrict/reports/${report}/acceptance`).expect(201);
  expect(await onBoard(house, 'b.viewer', next.shareB)).toMatchObject({ done: '7' });
  expect(await onBoard(house, 'd.viewer', next.shareA)).toMatchObject({ done: '0' });
});

it('shows the tree as it stood on a day', async () => {
  const { A, A1, B } = house.district.unions;
  await moved();
  const seen = async (door: Door, asOf: string) => {
    const { body } = await door.get(`/unions?tier=community&asOf=${asOf}`).expect(200);
    return body.items as { code: string; parentId: string; id: string }[];
  };
  expect(codes(await seen(a!, '2026-06-30'))).toEqual(['A1', 'A2']);
  expect(codes(await seen(a!, '2026-07-01'))).toEqual(['A2']);
  expect(codes(await seen(b!, '2026-06-30'))).toEqual(['B1']);
  expect(codes(await seen(b!, '2026-07-01'))).toEqual(['A1', 'B1']);
  const parentOn = async (day: string) => (await seen(district!, day)).find(({ id }) => id === A1)?.parentId;
  expect([await parentOn('2026-06-30'), await parentOn('2026-07-01')]).toEqual([A, B]);
  await house.settled();
  const { body } = await (await house.as('d.viewer')).get('/platform/feed').expect(200);
  expect(body.items[0]).toMatchObject({ unionId: A1 });
  expect(body.items[0].text).toContain('区划调整');
});

it('ranks a union among the communities of the parent it has now', async () => {
  await moved();
  await house.settled();
  const ranked = async (account: string) => {
    const { body } = await (await house.as(account)).get('/platform/standings?tier=community&year=2026').expect(200);
    return (body.items as { unionId: string }[]).map(({ unionId }) => unionId).toSorted();
  };
  const { A1, A2, B1 } = house.district.unions;
  expect(await ranked('b.viewer')).toEqual([A1, B1].toSorted());
  expect(await ranked('a.viewer')).toEqual([A2]);
  expect(await ranked('d.viewer')).toEqual([A1, A2, B1].toSorted());
});

it('refuses a move to where it is, to a place of the wrong tier, back in time and from a view that is out of date', async () => {
  const { A, A1, B, B1, D } = house.district.unions;
  const move = (parentId: string, since: string, version = 1) =>
    system!.put(`/unions/${A1}/placement`, { parentId, since, reason: '区划调整' }, version);
  expect((await move(A, '2026-05-01').expect(422)).body).toMatchObject({ code: 'union.sameParent' });
  for (const parent of [D, B1]) await move(parent, '2026-05-01').expect(422);
  for (const day of ['2010-01-01', '2026-06-02']) {
    expect((await move(B, day).expect(422)).body).toMatchObject({ code: 'union.moveDay' });
  }
  await move(B, '2026-05-01', 7).expect(412);
  await district!.put(`/unions/${A1}/placement`, { parentId: B, since: '2026-05-01', reason: 'x' }, 1).expect(403);
});

it('closes a union when nothing open is left below it; it then takes no new work, and its past stays', async () => {
  const { A1, A2, B } = house.district.unions;
  const { shareA } = await moved();
  const close = (id: string, version: number) =>
    system!.put(`/unions/${id}/closure`, { closedOn: '2026-07-01', reason: '合并' }, version);
  expect((await close(B, 1).expect(409)).body).toMatchObject({ code: 'union.hasChildren' });
  await close(A1, 2).expect(200);
  await close(A2, 1).expect(200);
  await close(house.district.unions.A, 1).expect(200);
  at('2026-07-02');
  expect(codes((await district!.get('/unions?pageSize=100').expect(200)).body.items)).toEqual(['B', 'B1', 'D']);
  expect(codes((await district!.get('/unions?asOf=2026-06-30').expect(200)).body.items)).toHaveLength(6);
  expect(await onBoard(house, 'd.viewer', shareA)).toMatchObject({ done: '10' });
});
