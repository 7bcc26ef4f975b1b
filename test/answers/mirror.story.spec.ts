/** The ruler and the mirror (尺子、镜子): unions × tasks, ranks that moved, months against an earlier year, pictures. */
import sharp from 'sharp';
import { House, type Door } from '../support/house';
import { picture } from '../support/picture';
import { assigned, cascaded, submitted } from '../support/task';

let house: House;
let [district, a, b, viewer]: Door[] = [];
const at = (day: string) => house.clock.set(new Date(`${day}T02:00:00Z`));

beforeEach(async () => {
  house = await House.open();
  at('2026-03-10');
  district = await house.as('d.administrator');
  a = await house.as('a.administrator');
  b = await house.as('b.administrator');
  viewer = await house.as('d.viewer');
});
afterEach(() => house.close());

/** Accepts what a community of A reports. */
async function achieved(task: string, account: string, report: object): Promise<string> {
  const id = await submitted(await house.as(account), task, report);
  await a!.post(`/subdistrict/reports/${id}/acceptance`).expect(201);
  return id;
}

async function matrix(door: Door, query: string) {
  await house.settled();
  return (await door.get(`/platform/boards/matrix?${query}`).expect(200)).body;
}

describe('unions × tasks', () => {
  it('shows what every union below has of every task, whose turn it is, and a gap where it has none', async () => {
    const { root, shareA } = await assigned(house);
    const { a1, a2 } = await cascaded(house, shareA);
    const second = await district!
      .post('/district/tasks', {
        ...{ year: 2026, title: '技能培训', programme: 'S11', target: '0', startOn: '2026-01-01', dueOn: '2026-12-31' },
        measure: { name: '培训', unit: '人次', kind: 'flow', decimals: 0 },
      })
      .expect(201);
    await achieved(a1, 'a1.reporter', { done: '20' });
    await submitted(await house.as('a2.reporter'), a2, { done: '5' });
    const { A, A1, A2, B, B1 } = house.district.unions;
    const communities = await matrix(viewer!, 'year=2026&tier=community');
    expect(communities).toMatchObject({ tier: 'community', year: 2026 });
    expect(communities.tasks.map((task: { taskId: string }) => task.taskId)).toEqual([root, second.body.task.id]);
    const rows = new Map(
      communities.unions.map((row: { unionId: string; cells: object[] }) => [row.unionId, row.cells]),
    );
    expect(new Set(rows.keys())).toEqual(new Set([A1, A2, B1]));
    expect(rows.get(A1)).toEqual([
      expect.objectContaining({
        column: 0,
        taskId: a1,
        target: '40',
        done: '20',
        pending: '0',
        rate: '50.0',
        turn: null,
      }),
    ]);
    expect(rows.get(A2)).toMatchObject([{ column: 0, done: '0', pending: '5', turn: 'review' }]);
    expect(rows.get(B1)).toEqual([]);
    const subdistricts = await matrix(viewer!, 'year=2026');
    expect(subdistricts.unions.map((row: { unionId: string }) => row.unionId).toSorted()).toEqual([A, B].toSorted());
    expect(subdistricts.unions.find((row: { unionId: string }) => row.unionId === B).cells[0]).toMatchObject({
      target: '40',
      turn: 'sign',
    });
    expect(subdistricts.tasks[1]).toMatchObject({ target: '0', rate: null, light: null });
  });

  it('keeps a moved community in the row of whom it was given by', async () => {
    const { shareA } = await assigned(house);
    const { a1 } = await cascaded(house, shareA);
    const { A, A1, B } = house.district.unions;
    const system = await house.as('d.system_administrator');
    await system
      .put(`/unions/${A1}/placement`, { parentId: B, since: '2026-03-10', reason: '区划调整' }, 1)
      .expect(200);
    const ofA = await matrix(viewer!, `unionId=${A}&year=2026`);
    expect(ofA.unions.find((row: { unionId: string }) => row.unionId === A1).cells[0]).toMatchObject({ taskId: a1 });
    const ofB = await matrix(viewer!, `unionId=${B}&year=2026`);
    expect(ofB.unions.find((row: { unionId: string }) => row.unionId === A1).cells).toEqual([]);
  });

  it('refuses rows that do not lie below, and hides a sibling like what does not exist', async () => {
    const { A, A1, B } = house.district.unions;
    await house.settled();
    const refused = await a!.get('/platform/boards/matrix?tier=subdistrict').expect(422);
    expect(refused.body.errors).toMatchObject([{ field: 'tier' }]);
    await viewer!.get(`/platform/boards/matrix?unionId=${A1}`).expect(422);
    await viewer!.get(`/platform/boards/matrix?unionId=${A}&tier=community`).expect(200);
    for (const path of ['boards/matrix', 'mirror']) await a!.get(`/platform/${path}?unionId=${B}`).expect(404);
  });
});

describe('standings', () => {
  it('say the rank of an earlier day, and what waits for review as provisional', async () => {
    const { shareA, shareB } = await assigned(house);
    const { a1, a2 } = await cascaded(house, shareA);
    await b!.post(`/subdistrict/tasks/${shareB}/signature`).expect(201);
    await b!.post(`/subdistrict/tasks/${shareB}/shares`, {
      shares: [{ unionId: house.district.unions.B1, target: '40' }],
    });
    const [share] = (await b!.get(`/subdistrict/tasks/${shareB}/shares`).expect(200)).body.shares;
    const b1 = await house.as('b1.reporter');
    await b1.post(`/community/tasks/${share.id}/signature`).expect(201);
    const first = await submitted(b1, share.id, { done: '10' });
    await b!.post(`/subdistrict/reports/${first}/acceptance`).expect(201);
    at('2026-03-20');
    await achieved(a1, 'a1.reporter', { done: '40' });
    await submitted(await house.as('a2.reporter'), a2, { done: '5' });
    await house.settled();
    const query = 'tier=subdistrict&year=2026';
    const { body } = await viewer!.get(`/platform/standings?${query}&since=2026-03-15`).expect(200);
    expect(body.items).toMatchObject([
      { rank: 1, rankBefore: 2, completion: '66.67', provisional: '75.00' },
      { rank: 2, rankBefore: 1, completion: '25.00', provisional: '25.00' },
    ]);
    const before = await viewer!.get(`/platform/standings?${query}&since=2026-03-01`).expect(200);
    expect(before.body.items.map((row: { rankBefore: number }) => row.rankBefore)).toEqual([1, 1]);
    const without = await viewer!.get(`/platform/standings?${query}`).expect(200);
    expect(without.body.items.map((row: { rankBefore: null }) => row.rankBefore)).toEqual([null, null]);
  });
});

describe('the mirror', () => {
  it('shows months, targets reached and missed, and the same task of the year before', async () => {
    at('2025-05-10');
    const past = await assigned(house, {
      ...{ year: 2025, code: 'worker.member', target: '100', startOn: '2025-01-01', dueOn: '2025-12-31' },
    });
    const { a1: before } = await cascaded(house, past.shareA);
    await achieved(before, 'a1.reporter', { done: '30' });
    at('2026-01-05');
    await achieved(before, 'a1.reporter', { done: '36', asOf: '2025-12-31' });
    at('2026-02-10');
    const { root, shareA } = await assigned(house, { code: 'worker.member' });
    const { a1, a2 } = await cascaded(house, shareA);
    await achieved(a1, 'a1.reporter', { done: '20' });
    at('2026-04-02');
    await achieved(a1, 'a1.reporter', { done: '25' });
    await achieved(a2, 'a2.reporter', { done: '20' });
    await house.settled();
    const { body } = await viewer!.get('/platform/mirror?year=2026').expect(200);
    expect(body).toMatchObject({ year: 2026, against: 2025, years: [2026, 2025] });
    const [task] = body.tasks;
    expect(task).toMatchObject({ taskId: root, done: '45', outcome: 'under_way' });
    expect(task.months).toEqual(['0', '20', '20', '45']);
    expect(task.before).toMatchObject({ done: '36', target: '100', rate: '36.0' });
    expect(task.before.months).toEqual(['0', '0', '0', '0', ...Array.from({ length: 7 }, () => '30'), '36']);
    expect(body.months[3]).toEqual({ month: 4, completion: '45.00', before: '0.00' });
    expect(body.months[11]).toEqual({ month: 12, completion: null, before: '36.00' });
    const ofA = (await a!.get('/platform/mirror?year=2026').expect(200)).body;
    expect(ofA.tasks[0]).toMatchObject({ done: '45', target: '60' });
    at('2027-01-05');
    const over = (await viewer!.get('/platform/mirror?year=2026').expect(200)).body;
    expect(over.tasks[0]).toMatchObject({ outcome: 'missed' });
    expect(over.months[11].completion).toBe('45.00');
  });
});

describe('the wall of pictures', () => {
  const attach = (door: Door, report: string, bytes: Buffer, name: string) =>
    door.post(`/community/reports/${report}/evidence`).attach('file', bytes, name).expect(201);

  it('holds the pictures of accepted reports within reach, the latest first, and reads on', async () => {
    const { shareA } = await assigned(house);
    const { a1, a2 } = await cascaded(house, shareA);
    const ids: string[] = [];
    for (const [task, account] of [
      [a1, 'a1.reporter'],
      [a2, 'a2.reporter'],
    ] as const) {
      const door = await house.as(account);
      const { body } = await door.post(`/community/tasks/${task}/reports`, { done: '3' }).expect(201);
      ids.push((await attach(door, body.id, await picture(), '现场.jpg')).body.id);
      await attach(door, body.id, Buffer.from('签到 3 人'), '签到表.txt');
      await door.post(`/community/reports/${body.id}/submission`).expect(201);
      expect((await viewer!.get('/district/pictures').expect(200)).body.items).toHaveLength(ids.length - 1);
      await a!.post(`/subdistrict/reports/${body.id}/acceptance`).expect(201);
      at('2026-03-11');
    }
    const wall = (await viewer!.get('/district/pictures?limit=1&year=2026').expect(200)).body;
    expect(wall.items).toMatchObject([
      { evidenceId: ids[1], name: '现场.jpg', unionName: '甲二社区工联会', done: '3' },
    ]);
    const rest = (await viewer!.get(`/district/pictures?limit=1&after=${wall.nextCursor}`).expect(200)).body;
    expect(rest).toMatchObject({ items: [{ evidenceId: ids[0] }], nextCursor: null });
    expect((await viewer!.get('/district/pictures?year=2025').expect(200)).body.items).toEqual([]);
    const own = await (await house.as('a1.viewer')).get('/community/pictures').expect(200);
    expect(own.body.items).toMatchObject([{ evidenceId: ids[0] }]);
    expect((await b!.get('/subdistrict/pictures').expect(200)).body.items).toEqual([]);
    expect((await viewer!.get('/district/pictures?after=abc').expect(422)).body.errors).toMatchObject([
      { field: 'after' },
    ]);
  });

  it('gives a small upright picture to whoever may see the report, and none of what is no picture', async () => {
    const { shareA } = await assigned(house);
    const { a1 } = await cascaded(house, shareA);
    const door = await house.as('a1.reporter');
    const { body } = await door.post(`/community/tasks/${a1}/reports`, { done: '3' }).expect(201);
    const large = await picture({ width: 2400, height: 1200, orientation: 6 });
    const { body: photo } = await attach(door, body.id, large, '现场.jpg');
    const { body: list } = await attach(door, body.id, Buffer.from('签到'), '签到表.txt');
    const broken = Buffer.concat([large.subarray(0, 400), Buffer.alloc(20)]);
    const { body: torn } = await attach(door, body.id, broken, '损坏.jpg');
    const at1 = `/community/reports/${body.id}/evidence`;
    for (let time = 0; time < 2; time++) {
      const answer = await door.get(`${at1}/${photo.id}/thumbnail`).buffer(true).expect(200);
      expect(answer.headers['content-type']).toBe('image/webp');
      const { width, height } = await sharp(answer.body).metadata();
      expect([width, height]).toEqual([180, 360]);
      expect(answer.body.length).toBeLessThan(large.length);
    }
    await door.get(`${at1}/${list.id}/thumbnail`).expect(404);
    await door.get(`${at1}/${torn.id}/thumbnail`).expect(404);
    // a draft's picture is nobody else's
    await a!.get(`/subdistrict/reports/${body.id}/evidence/${photo.id}/thumbnail`).expect(404);
  });
});
