/** The leader's desk (今日关注): at most ten unions, one line each, what hurts most first; and reviews that lie too long climb. */
import { LightClock } from '../../src/light/light-clock.service';
import { eventually } from '../support/eventually';
import { House } from '../support/house';
import { assigned, cascaded, submitted } from '../support/task';

let house: House;
const at = (day: string) => house.clock.set(new Date(`${day}T02:00:00Z`));
interface Line {
  unionId: string;
  unionName: string;
  kind: string;
  title: string;
  days: number;
  others: number;
  why: string;
}
async function leader(account: string, language = 'zh'): Promise<{ items: Line[]; more: number }> {
  return (await (await house.as(account)).get('/me/leader-desk').set('accept-language', language).expect(200)).body;
}
const said = ({ items }: { items: Line[] }) =>
  items.map(({ unionName, kind, days, others }) => [unionName, kind, days, others]);

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

it('tells of what was not signed for, of silence and of lying reviews in working days, over the Spring Festival too', async () => {
  at('2026-02-03');
  const { shareA, shareB } = await assigned(house, { title: '长期', dueOn: '2030-12-31' });
  const { a1, a2 } = await cascaded(house, shareA);
  at('2026-02-05');
  expect(said(await leader('d.viewer'))).toEqual([]);
  at('2026-02-06');
  expect(await leader('d.viewer')).toMatchObject({
    items: [{ unionName: '乙街道总工会', kind: 'unsigned', days: 3, others: 0, why: '“长期”下达 3 个工作日仍未签收' }],
    more: 0,
  });
  await (await house.as('b.administrator')).post(`/subdistrict/tasks/${shareB}/signature`).expect(201);
  // 14 February is worked, the 15th to the 23rd are not: the tenth working day after the 3rd is the 24th
  at('2026-02-23');
  expect(said(await leader('a.viewer'))).toEqual([]);
  at('2026-02-24');
  expect(said(await leader('a.viewer'))).toEqual([
    ['甲一社区工联会', 'silent', 10, 0],
    ['甲二社区工联会', 'silent', 10, 0],
  ]);
  await submitted(await house.as('a1.reporter'), a1, { done: '1' });
  expect(said(await leader('a.viewer'))).toEqual([['甲二社区工联会', 'silent', 10, 0]]);
  at('2026-02-26');
  await submitted(await house.as('a2.reporter'), a2, { done: '1' });
  expect((await leader('d.viewer')).items.filter(({ kind }) => kind === 'review')).toEqual([]);
  at('2026-02-27');
  const { items } = await leader('d.viewer', 'en');
  expect(items[0]).toMatchObject({
    unionName: '甲街道总工会',
    kind: 'review',
    count: 1,
    days: 3,
    why: '1 reports wait for its review, the oldest for 3 working days (“长期”)',
  });
  expect(said(await leader('a.viewer'))).toEqual([]);
});

it('lifts a review that lies too long on the reviewer’s own desk, the longest wait first', async () => {
  at('2026-02-26');
  const urgent = await assigned(house, { title: '急件', dueOn: '2026-06-30', startOn: '2026-02-26' });
  const { a1 } = await cascaded(house, urgent.shareA);
  await submitted(await house.as('a1.reporter'), a1, { done: '1' });
  const reviews = async () =>
    (await (await house.as('a.reviewer')).get('/me/desk').expect(200)).body.now.map(
      (item: { title: string; waitsDays: number }) => [item.title, item.waitsDays],
    );
  expect(await reviews()).toEqual([
    ['急件', 0],
    ['长期', 2],
    ['长期', 0],
  ]);
  // the 28th is a worked Saturday
  at('2026-02-28');
  expect(await reviews()).toEqual([
    ['长期', 4],
    ['急件', 2],
    ['长期', 2],
  ]);
  const { body } = await (await house.as('a1.reporter')).get('/me/desk').expect(200);
  expect(body.waiting.map(({ waitsDays }: { waitsDays: number }) => waitsDays)).toEqual([4, 2]);
});

it('holds at most ten unions, one line each with the worst thing, and says how many others need a word', async () => {
  const [system, b] = [await house.as('d.system_administrator'), await house.as('b.administrator')];
  const { B, B1 } = house.district.unions;
  at('2026-03-02');
  const shares = [{ unionId: B1, target: '4' }];
  for (const no of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const union = { parentId: B, code: `B1${no}`, name: `乙一${no}社区工联会`, openedOn: '2026-01-01' };
    const { body } = await system.post('/unions', union).expect(201);
    shares.push({ unionId: body.id, target: '4' });
  }
  const given = async (title: string, days: object) => {
    const { shareB } = await assigned(house, { title, ...days });
    await b.post(`/subdistrict/tasks/${shareB}/signature`).expect(201);
    await b.post(`/subdistrict/tasks/${shareB}/shares`, { shares }).expect(201);
  };
  await given('短', { startOn: '2026-03-02', dueOn: '2026-03-04' });
  await given('全年', { startOn: '2026-03-02', dueOn: '2026-03-31' });
  at('2026-03-06');
  const desk = await leader('d.viewer');
  expect(desk.items).toHaveLength(10);
  expect(new Set(desk.items.map(({ unionName }) => unionName)).size).toBe(10);
  // A and its two have more to say; B has signed and divided, but for its first task
  expect(desk.items.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'overdue'));
  expect(desk.items.find(({ unionName }) => unionName === '乙一社区工联会')).toMatchObject({
    title: '短',
    others: 1,
    why: '“短”超期 2 天，另有 1 项',
  });
  const own = await leader('b.viewer');
  expect([own.items.length, own.more]).toEqual([10, 0]);
  expect(desk.more).toBe(2);
  const [report] = (await b.get('/subdistrict/reports').expect(200)).body.items;
  expect(report).toBeUndefined();
});

it('goes by the thresholds of the district, and names an order past its limit before everything else', async () => {
  const { A1, A2 } = house.district.unions;
  at('2026-04-01');
  await house.app.get(LightClock).tick();
  const lineOf = async (union: string) =>
    (await leader('a.viewer')).items.find(({ unionId }: { unionId: string }) => unionId === union);
  expect(await lineOf(A2)).toMatchObject({ title: '急件', kind: 'silent' });
  const d = await house.as('d.administrator');
  const { body: rule } = await d.get('/light-rule').expect(200);
  const { version, reason: _, setBy: __, setAt: ___, ...held } = rule;
  await d.put('/district/light-rule', { ...held, red: '20', reason: '从严' }, version).expect(200);
  // the clock's own pass may be under way: then this one leaves it to it
  await eventually(async () => {
    await house.app.get(LightClock).tick();
    expect(await lineOf(A2)).toMatchObject({ kind: 'red', why: '“急件”落后计划进度 28.0 个百分点' });
  });
  const order = { unionId: A1, title: '限期整改', requirement: '请查明', limitOn: '2026-04-03' };
  const { body } = await (await house.as('a.administrator')).post('/subdistrict/orders', order).expect(201);
  at('2026-04-03');
  expect((await lineOf(A1))?.kind).not.toBe('order');
  at('2026-04-05');
  expect((await leader('a.viewer')).items[0]).toMatchObject({
    unionId: A1,
    kind: 'order',
    orderId: body.id,
    taskId: null,
    overdueDays: 2,
  });
});

it('is empty for whoever has nobody below', async () => {
  expect(await leader('a1.viewer')).toMatchObject({ items: [], more: 0 });
});
