/** Kept lists: a list of tasks that did not change is not made again, and nobody is ever told what is no longer so. */
import type { Actor } from '../../src/kernel/actor';
import { TaskReader } from '../../src/work/task.reader';
import { House, type Door } from '../support/house';
import { mended, parkedTask } from '../support/parked';
import { assigned, cascaded, memberTask } from '../support/task';

let house: House;
let made: jest.SpyInstance<ReturnType<TaskReader['list']>, Parameters<TaskReader['list']>>;
/** Of each tier one who reads its list. */
let lists: [Door, string][];
beforeAll(async () => {
  house = await House.open();
  made = jest.spyOn(house.app.get(TaskReader), 'list');
  lists = [
    [await house.as('d.viewer'), '/district/tasks'],
    [await house.as('a.viewer'), '/subdistrict/tasks'],
    [await house.as('a1.viewer'), '/community/tasks'],
  ];
});
afterAll(() => house.close());

const told = async (): Promise<object[]> =>
  Promise.all(lists.map(async ([door, path]) => (await door.get(path).expect(200)).body));

/** The same lists as the reader makes them, whatever is kept. */
async function asItIs(): Promise<object[]> {
  const unions = house.district.unions;
  const filter = { sort: 'dueOn', page: 1, pageSize: 50 } as const;
  const of = async (unionId: string): Promise<object> => {
    const actor = { districtId: house.district.id, unionId } as Actor;
    return JSON.parse(JSON.stringify(await house.app.get(TaskReader).list(actor, filter)));
  };
  return Promise.all([of(unions.D), of(unions.A), of(unions.A1)]);
}

it('what did not change is answered from what was kept, and so is 304', async () => {
  await cascaded(house, (await assigned(house)).shareA);
  await house.settled();
  const first = await told();
  made.mockClear();
  expect(await told()).toEqual(first);
  const [door, path] = lists[2] as [Door, string];
  const { headers, type } = await door.get(path).expect(200);
  expect(type).toBe('application/json');
  await door
    .get(path)
    .set('if-none-match', headers['etag'] ?? '')
    .expect(304);
  expect(made).not.toHaveBeenCalled();
});

it('another page, another order and another union are other answers', async () => {
  const [[, district], [, subdistrict]] = lists as [[Door, string], [Door, string]];
  const d = await house.as('d.administrator');
  expect((await d.get(`${district}?page=2`).expect(200)).body.items).toEqual([]);
  expect((await d.get(`${district}?status=withdrawn`).expect(200)).body.total).toBe(0);
  expect((await d.get(district).expect(200)).body.total).toBe(1);
  expect((await (await house.as('b.viewer')).get(subdistrict).expect(200)).body.items[0].target).toBe('40');
});

describe('after every deed, at once and when it has arrived on the boards', () => {
  let [root, shareA, a1] = ['', '', ''];
  const district = () => house.as('d.administrator');
  const sub = () => house.as('a.administrator');
  const version = async (id: string): Promise<number> =>
    (await (await district()).get(`/district/tasks/${id}`)).body.version;
  const deeds: [string, () => Promise<unknown>][] = [
    [
      'a task is given to all three',
      async () => {
        ({ root, shareA } = await assigned(house, { title: '技能竞赛' }));
        ({ a1 } = await cascaded(house, shareA));
      },
    ],
    [
      'its weight changes',
      async () =>
        (await district())
          .patch(`/district/tasks/${root}`, { weight: '3', reason: '调整' }, await version(root))
          .expect(200),
    ],
    [
      'it is due earlier',
      async () =>
        (await district())
          .patch(`/district/tasks/${root}`, { dueOn: '2026-11-30', reason: '提前' }, await version(root))
          .expect(200),
    ],
    [
      'it is put aside',
      async () =>
        (await district())
          .post(`/district/tasks/${root}/shares/${shareA}/parking`, { until: '2027-06-30', reason: '场地维修' })
          .expect(201),
    ],
    [
      'it goes on',
      async () => (await district()).delete(`/district/tasks/${root}/shares/${shareA}/parking`).expect(204),
    ],
    [
      'a share is taken back',
      async () =>
        (await sub()).post(`/subdistrict/tasks/${shareA}/shares/${a1}/withdrawal`, { reason: '重复' }).expect(201),
    ],
    [
      'all of it is taken back',
      async () => (await district()).post(`/district/tasks/${root}/withdrawal`, { reason: '取消' }).expect(201),
    ],
  ];
  it.each(deeds)('%s', async (_, deed) => {
    await told();
    await deed();
    const now = await asItIs();
    expect(await told()).toEqual(now);
    await house.settled();
    expect(await told()).toEqual(now);
    made.mockClear();
    expect(await told()).toEqual(now);
    expect(made).not.toHaveBeenCalled();
  });

  it('many at once: whoever asks reads what was done before he asked', async () => {
    const admin = await district();
    const created = async (no: number): Promise<void> => {
      const title = `第${no}项`;
      await admin.post('/district/tasks', { ...memberTask, title }).expect(201);
      const { body } = await admin.get('/district/tasks?pageSize=200').expect(200);
      expect(body.items.map((item: { title: string }) => item.title)).toContain(title);
    };
    await Promise.all(Array.from({ length: 30 }, (_, no) => created(no)));
  });
});

it('while an announcement is parked, nothing is kept', async () => {
  await house.settled();
  await parkedTask(house, '卡住的任务');
  const now = await asItIs();
  made.mockClear();
  expect(await told()).toEqual(now);
  await told();
  expect(made).toHaveBeenCalledTimes(6);
  await mended(house);
});
