/** Lights (红黄绿灯): judged when something happens and when the day turns, with reasons, children and history; boards agree. */
import { dataSource } from '../../src/database/data-source';
import { Deeds } from '../../src/outbox/deeds';
import { LightClock } from '../../src/light/light-clock.service';
import { House } from '../support/house';
import { assigned, cascaded, onBoard, submitted } from '../support/task';

let house: House;
let tasks: { root: string; a: string; b: string; a1: string; a2: string };

const at = (day: string): void => house.clock.set(new Date(`${day}T02:00:00Z`));
/** The day has come, and the clock of the lights has gone. */
async function on(day: string): Promise<void> {
  at(day);
  await house.app.get(LightClock).tick();
  await house.settled();
}
const lightOf = async (taskId: string, account = 'd.administrator') =>
  (await (await house.as(account)).get(`/tasks/${taskId}/light`).expect(200)).body;
async function accepted(account: string, task: string, done: string): Promise<void> {
  const report = await submitted(await house.as(account), task, { done });
  await (await house.as('a.reviewer')).post(`/subdistrict/reports/${report}/acceptance`).expect(201);
  await house.settled();
}

beforeAll(async () => {
  house = await House.open();
  at('2026-01-05');
  const { root, shareA, shareB } = await assigned(house);
  tasks = { root, a: shareA, b: shareB, ...(await cascaded(house, shareA)) };
  await house.settled();
});
afterAll(() => house.close());

it('a light is on from the start, with its reason in words and the day on which it turns', async () => {
  const light = await lightOf(tasks.a1);
  expect(light).toMatchObject({
    light: 'green',
    reason: 'onPlan',
    words: { zh: '进度正常（完成 0.0%，计划 1.4%），落后 1.4 个百分点。' },
    turnsOn: '2026-02-06',
    withPending: 'green',
    ruleVersion: 0,
    history: [{ before: null, light: 'green', on: '2026-01-05', days: 0 }],
  });
  await on('2026-02-05');
  expect((await lightOf(tasks.a1)).light).toBe('green');
  await on('2026-02-06');
  expect(await lightOf(tasks.a1)).toMatchObject({
    light: 'yellow',
    reason: 'behind',
    behind: '10.1',
    turnsOn: '2026-04-01',
  });
});

it('a parent is judged by its own sum, names the children that make it so, and says what they miss to the plan', async () => {
  await accepted('a1.reporter', tasks.a1, '38');
  const a = await lightOf(tasks.a, 'a.viewer');
  // 38 of 60 on day 37 of 365
  expect(a).toMatchObject({ light: 'green', behind: '0.0', progress: '63.3', short: '0' });
  expect(a.children).toEqual([
    {
      taskId: tasks.a2,
      unionId: house.district.unions.A2,
      unionName: '甲二社区工联会',
      light: 'yellow',
      behind: '10.1',
      short: '2',
    },
  ]);
  await on('2026-04-01');
  expect(await lightOf(tasks.root)).toMatchObject({ light: 'green' });
  expect(await lightOf(tasks.a2)).toMatchObject({
    light: 'red',
    reason: 'notStarted',
    words: { zh: '连续 3 个月未开展。' },
  });
  await on('2026-10-20');
  const root = await lightOf(tasks.root);
  expect(root).toMatchObject({ light: 'red', reason: 'behind', behind: '42.3' });
  expect(root.children.map(({ unionName, short }: { unionName: string; short: string }) => [unionName, short])).toEqual(
    [
      ['乙街道总工会', '32'],
      ['甲街道总工会', '10'],
    ],
  );
  expect(root.history[0]).toMatchObject({
    light: 'red',
    culprits: [{ unionName: '乙街道总工会' }, { unionName: '甲街道总工会' }],
  });
});

it('what waits for review changes no light, but it says what the light would be', async () => {
  const report = await submitted(await house.as('a2.reporter'), tasks.a2, { done: '20' });
  await house.settled();
  expect(await lightOf(tasks.a2)).toMatchObject({ light: 'red', pending: '20', withPending: 'yellow' });
  await (await house.as('a.reviewer')).post(`/subdistrict/reports/${report}/acceptance`).expect(201);
  await house.settled();
});

it('a red that caught up reads yellow until the month ends, with its history, on the board as on the task', async () => {
  const light = await lightOf(tasks.a2);
  expect(light).toMatchObject({ light: 'yellow', reason: 'caughtUp', redOn: '2026-10-19', turnsOn: '2026-11-01' });
  expect(
    light.history.map(({ on: day, light: colour, days }: { on: string; light: string; days: number }) => [
      day,
      colour,
      days,
    ]),
  ).toEqual([
    ['2026-10-20', 'yellow', 0],
    ['2026-04-01', 'red', 202],
    ['2026-02-06', 'yellow', 54],
    ['2026-01-05', 'green', 32],
  ]);
  expect(await onBoard(house, 'a.administrator', tasks.a2)).toMatchObject({ light: 'yellow' });
  await on('2026-10-31');
  expect(await onBoard(house, 'a.administrator', tasks.a2)).toMatchObject({ light: 'yellow' });
  await on('2026-11-01');
  expect(await lightOf(tasks.a2)).toMatchObject({ light: 'green', reason: 'complete' });
  expect(await onBoard(house, 'a.administrator', tasks.a2)).toMatchObject({ light: 'green' });
});

it('all that is not green is one list, red first and the longest first, for the own union and below', async () => {
  const list = async (account: string, query = '') =>
    (await (await house.as(account)).get(`/lights${query}`).expect(200)).body;
  const all = await list('d.viewer');
  expect(all.items.map(({ unionName, light }: { unionName: string; light: string }) => [unionName, light])).toEqual([
    ['乙街道总工会', 'red'],
    ['试验区总工会', 'yellow'],
  ]);
  expect(all.items[0]).toMatchObject({ reason: 'behind', days: 214, target: '40', done: '0' });
  expect((await list('d.viewer', '?light=yellow')).total).toBe(1);
  expect((await list('d.viewer', '?year=2025')).total).toBe(0);
  expect((await list('a.viewer')).total).toBe(0);
  await (await house.as('a.viewer')).get(`/lights?unionId=${house.district.unions.B}`).expect(404);
});

it('the lights of others are not there', async () => {
  await (await house.as('a1.viewer')).get(`/tasks/${tasks.a2}/light`).expect(404);
  await (await house.as('b.viewer')).get(`/tasks/${tasks.a}/light`).expect(404);
});

it('a milestone moves the plan of a task and of everything below it', async () => {
  const office = await house.as('d.administrator');
  const { body } = await office.get(`/district/tasks/${tasks.root}`).expect(200);
  const change = { milestones: [{ on: '2026-11-30', percent: '50' }], reason: '企业复工后集中入会' };
  const wrong = {
    milestones: [
      { on: '2026-12-31', percent: '50' },
      { on: '2026-11-30', percent: '60' },
    ],
    reason: '调整',
  };
  const refused = await office.patch(`/district/tasks/${tasks.root}`, wrong, body.version).expect(422);
  expect(refused.body.errors.map(({ field }: { field: string }) => field)).toEqual([
    'milestones[0].on',
    'milestones[1].on',
  ]);
  await office.patch(`/district/tasks/${tasks.root}`, change, body.version).expect(200);
  await house.settled();
  // day 305 of 334 towards half: 45.7 %
  expect(await lightOf(tasks.root)).toMatchObject({ light: 'green', planned: '45.7', elapsed: '83.6' });
  expect(await lightOf(tasks.b)).toMatchObject({ light: 'red', planned: '45.7', reason: 'behind' });
  expect(await onBoard(house, 'd.administrator', tasks.root)).toMatchObject({ light: 'green' });
  const task = await office.get(`/district/tasks/${tasks.b}`).expect(200);
  expect(task.body.milestones).toEqual(change.milestones);
  expect(task.body.changes).toContainEqual(
    expect.objectContaining({ field: 'milestones', before: '—', after: '2026-11-30 50%', reason: change.reason }),
  );
});

it('an extended day turns the light', async () => {
  const office = await house.as('d.administrator');
  await on('2027-01-01');
  await on('2027-01-04');
  expect(await lightOf(tasks.b)).toMatchObject({ light: 'red', reason: 'overdue', overdueDays: 4, turnsOn: null });
  const { body } = await office.get(`/district/tasks/${tasks.root}`).expect(200);
  await office
    .patch(`/district/tasks/${tasks.root}`, { dueOn: '2027-12-31', milestones: [], reason: '延期' }, body.version)
    .expect(200);
  await house.settled();
  expect(await lightOf(tasks.root)).toMatchObject({
    light: 'yellow',
    reason: 'caughtUp',
    redOn: '2027-01-03',
    turnsOn: '2027-02-01',
  });
});

it('the rule is the district’s own, versioned, and every light is judged by it at once', async () => {
  const office = await house.as('d.administrator');
  const standard = await office.get('/light-rule').expect(200);
  expect(standard.body).toMatchObject({
    version: 0,
    yellow: '10',
    red: '30',
    notStartedRed: 3,
    repaired: true,
    reason: null,
  });
  const rule = {
    yellow: '5',
    red: '10.5',
    period: 'month',
    notStartedYellow: null,
    notStartedRed: null,
    repaired: false,
    reason: '冲刺',
  };
  await office.put('/district/light-rule', rule).expect(428);
  await office.put('/district/light-rule', { ...rule, red: '5' }, 0).expect(422);
  await office.put('/district/light-rule', { ...rule, notStartedYellow: 3, notStartedRed: 3 }, 0).expect(422);
  const set = await office.put('/district/light-rule', rule, 0).expect(200);
  expect(set.body).toMatchObject({ version: 1, red: '10.5', setBy: 'D administrator' });
  await office.put('/district/light-rule', rule, 0).expect(412);
  await (await house.as('a.administrator')).put('/district/light-rule', rule, 1).expect(403);
  await on('2027-01-05');
  expect(await lightOf(tasks.root)).toMatchObject({ light: 'green', ruleVersion: 1 });
  expect(await onBoard(house, 'd.administrator', tasks.root)).toMatchObject({ light: 'green' });
  expect((await (await house.as('b.viewer')).get('/light-rule/versions').expect(200)).body.items).toHaveLength(1);
});

it('two clocks at once judge a turned day once, and write its history once', async () => {
  at('2028-01-02');
  const other = await dataSource(house.config.databaseUrl ?? '', 4).initialize();
  const clocks = [house.app.get(LightClock), new LightClock(new Deeds(other, house.clock))];
  await Promise.all([...clocks, ...clocks].map((clock) => clock.tick()));
  await other.destroy();
  await house.settled();
  const gaps: unknown[] = await house.database.query(
    `select * from (select before, light, lag(light) over (partition by task_id order by at, id) as was from light_change) h
     where before is distinct from was or before is not distinct from light`,
  );
  expect(gaps).toEqual([]);
  expect((await lightOf(tasks.root)).history[0]).toMatchObject({ light: 'red', reason: 'overdue', on: '2028-01-02' });
});

it('the history of lights can be neither changed nor taken away', async () => {
  await expect(house.database.query(`update light_change set light = 'green'`)).rejects.toThrow('append-only');
  await expect(house.database.query(`delete from light_change`)).rejects.toThrow('append-only');
});

it('the feed tells what people did, and lights are not among it', async () => {
  const { body } = await (await house.as('d.viewer')).get('/platform/feed?limit=200').expect(200);
  const names = new Set(body.items.map(({ name }: { name: string }) => name));
  expect(names).toContain('lightRule.set');
  expect(names).not.toContain('light.changed');
});

it('what turns red and is made good on the same day was never red', async () => {
  at('2028-06-01');
  const { shareA } = await assigned(house, { startOn: '2028-01-01', dueOn: '2028-12-31', year: 2028 });
  const late = await cascaded(house, shareA);
  await house.settled();
  expect((await lightOf(late.a2)).light).toBe('red');
  await accepted('a2.reporter', late.a2, '20');
  expect(await lightOf(late.a2)).toMatchObject({ light: 'green', reason: 'complete', redOn: null });
});
