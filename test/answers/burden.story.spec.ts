/** The burden meter (减负): how much a community was asked for, by whom, how often twice, and what a new task would cost it. */
import { opened } from '../support/assessment';
import { withCourse } from '../support/course';
import { type Door, House } from '../support/house';
import { assigned, cascaded, memberTask, submitted } from '../support/task';

let house: House;
let a1: Door;
let reviewer: Door;
const at = (moment: string) => house.clock.set(new Date(moment));
const tasks: Record<string, { root: string; shareA: string; a1: string; a2: string }> = {};
const visits = { name: '走访', unit: '人次', kind: 'flow', decimals: 0 };

async function given(name: string, task: object): Promise<void> {
  const { root, shareA } = await assigned(house, { title: name, ...task });
  tasks[name] = { root, shareA, ...(await cascaded(house, shareA)) };
}
const leaf = (name: string): string => tasks[name]?.a1 ?? '';
async function burden(account: string, union: 'A' | 'B' | 'A1' | 'A2' | 'B1', month: string) {
  const { body } = await (
    await house.as(account)
  )
    .get(`/unions/${house.district.unions[union]}/burden?month=${month}`)
    .expect(200);
  return body;
}
async function requests(month: string, more = '') {
  const { body } = await a1.get(`/unions/${house.district.unions.A1}/requests?month=${month}${more}`).expect(200);
  return body.items as { kind: string; title: string; day: string; askerName: string; twiceOf: unknown }[];
}

/** February: three tasks, one of them for the same figure as the first. March begins in Shanghai eight hours before it does in Greenwich. */
beforeAll(async () => {
  house = await House.open();
  [a1, reviewer] = [await house.as('a1.reporter'), await house.as('a.reviewer')];
  at('2026-02-03T02:00:00Z');
  await given('会员', {});
  at('2026-02-05T02:00:00Z');
  await given('会员再报', { dueOn: '2026-03-20' });
  await given('走访', { measure: visits, dueOn: '2026-02-28' });
  at('2026-02-28T16:30:00Z');
  await given('明年会员', { year: 2027, startOn: '2027-01-01', dueOn: '2027-12-31' });
  at('2026-03-10T02:00:00Z');
  const report = await submitted(a1, leaf('会员再报'), { done: '30' });
  at('2026-03-11T02:00:00Z');
  await reviewer.post(`/subdistrict/reports/${report}/return`, { reason: '请核对' }).expect(201);
  await a1.post(`/community/reports/${report}/submission`).expect(201);
  await reviewer.post(`/subdistrict/reports/${report}/acceptance`).expect(201);
});
afterAll(() => house.close());

it('counts what a community was asked for in a month, by kind and by who asked', async () => {
  expect(await burden('a1.viewer', 'A1', '2026-02')).toMatchObject({
    unionName: '甲一社区工联会',
    month: '2026-02',
    asked: 4,
    tasks: 3,
    reports: 1,
    returned: 0,
    selfScores: 0,
    twice: 1,
    askers: [{ unionId: house.district.unions.A, unionName: '甲街道总工会', asked: 4 }],
  });
  const march = await burden('a.viewer', 'A1', '2026-03');
  expect(march).toMatchObject({ asked: 3, tasks: 1, reports: 1, returned: 1, twice: 0 });
  expect(march.months.map(({ asked }: { asked: number }) => asked)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 3]);
  // who divided its task owes no report of its own; who did not, does
  expect(await burden('d.viewer', 'A', '2026-03')).toMatchObject({ asked: 1, tasks: 1, reports: 0 });
  expect(await burden('d.viewer', 'B', '2026-03')).toMatchObject({ asked: 2, tasks: 1, reports: 1 });
});

it('calls asked twice what asks for the same measure, or has the same code, in an overlapping period, and nothing else', async () => {
  expect(await requests('2026-02')).toMatchObject([
    { kind: 'report', title: '走访', day: '2026-02-28', twiceOf: null },
    {
      kind: 'task',
      title: '会员再报',
      day: '2026-02-05',
      askerName: '甲街道总工会',
      twiceOf: { title: '会员', day: '2026-02-03', askerName: '甲街道总工会', taskId: leaf('会员') },
    },
    { kind: 'task', title: '走访', day: '2026-02-05', twiceOf: null },
    { kind: 'task', title: '会员', day: '2026-02-03', twiceOf: null },
  ]);
  expect((await requests('2026-02', '&twice=true')).map(({ title }) => title)).toEqual(['会员再报']);
  expect((await requests('2026-03', '&kind=returned')).map(({ day }) => day)).toEqual(['2026-03-11']);
  expect((await requests('2026-03', '&kind=task')).map(({ day, twiceOf }) => [day, twiceOf])).toEqual([
    ['2026-03-01', null],
  ]);
  at('2026-04-01T02:00:00Z');
  const unit = { ...visits, unit: '次' };
  await given('同名异单位', { measure: unit, code: 'visit.1' });
  await given('异名同单位', { measure: { ...unit, name: '慰问' } });
  await given('同码', { measure: { ...unit, name: '座谈' }, code: 'visit.1', year: 2025 });
  expect((await requests('2026-04', '&twice=true')).map(({ title }) => title)).toEqual(['同码']);
  const district = await house.as('d.administrator');
  await district.post(`/district/tasks/${tasks['同名异单位']?.root}/withdrawal`, { reason: '重复' }).expect(201);
  expect(await requests('2026-04', '&twice=true')).toEqual([]);
});

it('shows the minutes of reports as a median of at least three, and never those of one', async () => {
  at('2026-05-10T02:00:00Z');
  const told = async (name: string, minutes: number): Promise<string> => {
    const report = await submitted(a1, leaf(name), { done: '35' });
    await a1.put(`/community/reports/${report}/minutes`, { minutes }).expect(204);
    return report;
  };
  const first = await told('会员', 10);
  await told('走访', 60);
  expect(await burden('a1.viewer', 'A1', '2026-05')).toMatchObject({ minutes: null, timed: 2 });
  const third = await told('会员再报', 21);
  expect(await burden('a1.viewer', 'A1', '2026-05')).toMatchObject({ minutes: 21, timed: 3 });
  await a1.put(`/community/reports/${third}/minutes`, { minutes: 22 }).expect(204);
  expect((await burden('d.viewer', 'A1', '2026-05')).months.at(-1)).toMatchObject({ minutes: 22, timed: 3 });
  await a1.delete(`/community/reports/${third}/minutes`).expect(204);
  expect(await burden('a1.viewer', 'A1', '2026-05')).toMatchObject({ minutes: null, timed: 2 });
  await a1.put(`/community/reports/${third}/minutes`, { minutes: 22 }).expect(204);
  expect((await a1.get(`/community/reports/${first}`).expect(200)).text).not.toContain('minutes');
  const draft = await a1.post(`/community/tasks/${leaf('明年会员')}/reports`, { done: '1', asOf: '2027-01-01' });
  expect(draft.status).toBe(422);
  const { body } = await a1.post(`/community/tasks/${leaf('异名同单位')}/reports`, { done: '1' }).expect(201);
  const early = await a1.put(`/community/reports/${body.id}/minutes`, { minutes: 5 }).expect(409);
  expect(early.body).toMatchObject({ code: 'report.notHandedIn' });
  await a1.delete(`/community/reports/${body.id}`).expect(204);
});

it('lists the units below, who was asked for most first, with twelve months of all of them', async () => {
  const read = async (account: string, path: string) =>
    (await (await house.as(account)).get(`${path}month=2026-03`).expect(200)).body;
  const names = (list: { items: { unionName: string; asked: number }[] }) =>
    list.items.map(({ unionName, asked }) => [unionName, asked]);
  const communities = await read('d.viewer', '/district/burden?');
  expect(names(communities)).toEqual([
    ['甲一社区工联会', 3],
    ['甲二社区工联会', 2],
    ['乙一社区工联会', 0],
  ]);
  expect(communities).toMatchObject({ tier: 'community', total: 3, page: 1 });
  expect(communities.months.slice(-2)).toMatchObject([
    { month: '2026-02', asked: 8, tasks: 6, reports: 2, twice: 2 },
    { month: '2026-03', asked: 5, tasks: 2, reports: 2, returned: 1 },
  ]);
  expect(names(await read('d.viewer', '/district/burden?tier=subdistrict&'))).toEqual([
    ['乙街道总工会', 2],
    ['甲街道总工会', 1],
  ]);
  expect(names(await read('d.viewer', '/district/burden?pageSize=1&page=2&'))).toEqual([['甲二社区工联会', 2]]);
  expect(names(await read('b.viewer', '/subdistrict/burden?'))).toEqual([['乙一社区工联会', 0]]);
});

it('says before a task is given what it will cost, and what it then cost', async () => {
  at('2026-06-02T02:00:00Z');
  const [a, { A1, A2, B1 }] = [await house.as('a.administrator'), house.district.unions];
  const task = { title: '六月会员', startOn: '2026-06-01', dueOn: '2026-07-31' };
  const asked = { measure: { name: '工会会员', unit: '人' }, startOn: task.startOn, dueOn: task.dueOn };
  const { body: cost } = await a.post('/subdistrict/tasks/cost', { ...asked, unionIds: [A1, A2] }).expect(200);
  // of A1 and A2 two tasks of the measure fell due, with two reports of A1: too few to say how often
  expect(cost).toMatchObject({ tasks: 2, reporters: 2, reportsEach: '1', months: 2, lastMonth: '2026-05' });
  // 10, 22 of the measure are too few; with the 60 of another they are three: 22 × 2 reports ÷ 2 months
  expect(cost).toMatchObject({ minutesEach: 22, minutesOf: 'all', minutesPerMonth: 22, askedLastMonth: 0 });
  expect(cost.duplicates).toMatchObject([
    { unionName: '甲一社区工联会', title: '会员', done: null, dueOn: '2026-12-31', askerName: '甲街道总工会' },
    { unionName: '甲二社区工联会', title: '会员', done: null },
  ]);
  const [before] = [await a.get('/subdistrict/burden?month=2026-06').expect(200)];
  await given('六月会员', task);
  const sum = async (month: string) => {
    const { body } = await a.get(`/subdistrict/burden?month=${month}`).expect(200);
    return body.months.at(-1);
  };
  expect((await sum('2026-06')).tasks - before.body.months.at(-1).tasks).toBe(cost.tasks);
  expect((await sum('2026-06')).twice).toBe(cost.duplicatesTotal);
  expect((await sum('2026-07')).reports).toBe(cost.reporters * Number(cost.reportsEach));
  const office = await house.as('d.administrator');
  const { body: whole } = await office.post('/district/tasks/cost', asked).expect(200);
  expect(whole).toMatchObject({ tasks: 5, reporters: 3 });
  const share = tasks['六月会员'];
  const { body: own } = await a.post('/subdistrict/tasks/cost', { ...asked, taskId: share?.shareA }).expect(200);
  expect(own.duplicates.map(({ title }: { title: string }) => title)).toEqual(['会员', '会员']);
  for (const [unionIds, taskId, status] of [
    [[B1], undefined, 422],
    [undefined, tasks['会员']?.root, 404],
  ] as const)
    await a.post('/subdistrict/tasks/cost', { ...asked, unionIds, taskId }).expect(status);
  await a.post('/subdistrict/tasks/cost', { ...memberTask }).expect(422);
});

it('offers what was accepted for reuse, and keeps the link of what was taken over', async () => {
  at('2026-07-01T02:00:00Z');
  const task = leaf('六月会员');
  const { body: offered } = await a1.get(`/community/tasks/${task}/reusable`).expect(200);
  expect(offered).toMatchObject({ items: [], total: 0 });
  const { body: open } = await a1.get(`/community/tasks/${leaf('会员')}/reports`).expect(200);
  const source: string = open.items[0].id;
  const { body: draft } = await a1.post(`/community/tasks/${task}/reports`, { done: '35' }).expect(201);
  const take = (reportId: string) => a1.put(`/community/reports/${draft.id}/source`, { reportId });
  expect((await take(source).expect(422)).body).toMatchObject({ code: 'report.source' });
  await reviewer.post(`/subdistrict/reports/${source}/acceptance`).expect(201);
  const { body: found } = await a1.get(`/community/tasks/${task}/reusable`).expect(200);
  expect(found.items).toEqual([
    {
      reportId: source,
      taskId: leaf('会员'),
      taskTitle: '会员',
      assignerName: '甲街道总工会',
      no: 1,
      asOf: '2026-05-10',
      done: '35',
      unit: '人',
      note: '',
    },
  ]);
  await take(source).expect(200);
  const from = { reportId: source, taskId: leaf('会员'), taskTitle: '会员', asOf: '2026-05-10', done: '35' };
  await a1.post(`/community/reports/${draft.id}/submission`).expect(201);
  expect((await take(source).expect(409)).body).toMatchObject({ code: 'report.notOpen' });
  const { body: seen } = await reviewer.get(`/subdistrict/reports/${draft.id}`).expect(200);
  expect(seen.takenFrom).toEqual(from);
  await reviewer.post(`/subdistrict/reports/${draft.id}/return`, { reason: '请更新' }).expect(201);
  await a1.delete(`/community/reports/${draft.id}/source`).expect(204);
  expect((await a1.get(`/community/reports/${draft.id}`).expect(200)).body.takenFrom).toBeNull();
});

it('counts an urge and a supervision order as things that were asked for', async () => {
  at('2026-08-03T02:00:00Z');
  const a = await house.as('a.administrator');
  const urge = { words: '请在本周内填报' };
  // who urges need not be who gave the task
  await (await house.as('d.reviewer')).post(`/district/tasks/${leaf('六月会员')}/urges`, urge).expect(201);
  const order = {
    unionId: house.district.unions.A1,
    title: '限期报送',
    requirement: '请说明原因',
    limitOn: '2026-08-20',
  };
  await a.post('/subdistrict/orders', order).expect(201);
  expect(await burden('a1.viewer', 'A1', '2026-08')).toMatchObject({
    asked: 2,
    urges: 1,
    orders: 1,
    askers: [
      { unionName: '甲街道总工会', asked: 1 },
      { unionName: '试验区总工会', asked: 1 },
    ],
  });
});

it('an assessment asks for something only where it takes a self-score', async () => {
  at('2026-10-08T02:00:00Z');
  const a = await house.as('a.administrator');
  const only = { kind: 'manual' } as const;
  const judged = {
    year: 2026,
    title: '只由上级评分',
    definition: {
      fullMarks: '100',
      parts: [
        {
          code: 'A',
          name: '全部',
          marks: '100',
          criteria: [{ code: 'A1', name: '特色工作', marks: '100', rule: only, scorer: 'office' }],
        },
      ],
    },
  };
  await opened(a, 'subdistrict', judged);
  expect(await burden('a1.viewer', 'A1', '2026-10')).toMatchObject({ asked: 0, selfScores: 0 });
  await opened(a, 'subdistrict', withCourse({}, '含自评'));
  expect(await burden('a1.viewer', 'A1', '2026-10')).toMatchObject({ asked: 1, selfScores: 1 });
});

it('is told to the union and to those above, and to nobody beside it', async () => {
  const { A1, A2, A } = house.district.unions;
  for (const [account, union] of [
    ['a2.viewer', A1],
    ['b.viewer', A1],
    ['a1.viewer', A2],
    ['a1.viewer', A],
  ] as const)
    for (const what of ['burden', 'requests'])
      await (await house.as(account)).get(`/unions/${union}/${what}`).expect(404);
  await a1.get(`/unions/${A1}/burden?month=2026-13`).expect(422);
  const report = await submitted(await house.as('a2.reporter'), tasks['会员']?.a2 ?? '', { done: '3' });
  await a1.put(`/community/reports/${report}/minutes`, { minutes: 5 }).expect(404);
  await a1.delete(`/community/reports/${report}/source`).expect(404);
  await a1.get(`/community/tasks/${tasks['会员']?.a2}/reusable`).expect(404);
  await (await house.as('a.administrator')).put(`/subdistrict/reports/${report}/minutes`, { minutes: 5 }).expect(404);
});
