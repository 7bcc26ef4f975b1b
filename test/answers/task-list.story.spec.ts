/** Lists and boards of tasks as they are asked for: by words, in an order, without what lies below, one alone. */
import { newId } from '../../src/kernel/id';
import { House } from '../support/house';
import { assigned, cascaded, memberTask, submitted } from '../support/task';

let house: House;
const titles = ({ body }: { body: { items: { title: string }[] } }): string[] => body.items.map(({ title }) => title);

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
}, 400_000);
afterAll(() => house.close());

it('a list finds words in titles, takes them literally, and orders by due day or weight either way', async () => {
  const district = await house.as('d.administrator');
  const made = [
    { title: '职工之家 100% 达标', dueOn: '2026-10-31', weight: '2' },
    { title: '职工入会', dueOn: '2026-12-31', weight: '3' },
    { title: 'Training 培训', dueOn: '2026-11-30', weight: '1' },
  ];
  for (const task of made) await district.post('/district/tasks', { ...memberTask, ...task }).expect(201);
  const list = async (query: string) => titles(await district.get(`/district/tasks?${query}`).expect(200));
  expect(await list(`q=${encodeURIComponent('职工')}`)).toEqual(['职工之家 100% 达标', '职工入会']);
  expect(await list('q=training')).toEqual(['Training 培训']);
  expect(await list(`q=${encodeURIComponent('%')}`)).toEqual(['职工之家 100% 达标']);
  expect(await list('q=_')).toEqual([]);
  expect(await list(`q=${encodeURIComponent('\\')}`)).toEqual([]);
  expect(await list('sort=-dueOn')).toEqual(['职工入会', 'Training 培训', '职工之家 100% 达标']);
  expect(await list('sort=-weight')).toEqual(['职工入会', '职工之家 100% 达标', 'Training 培训']);
  await district.get('/district/tasks?sort=title').expect(422);
});

it('a board without what lies below has the same rows, and one task alone has what lies directly below it', async () => {
  const { root, shareA } = await assigned(house, { title: '发展会员' });
  const { a1 } = await cascaded(house, shareA);
  await submitted(await house.as('a1.reporter'), a1, { done: '5' });
  await house.settled();
  const district = await house.as('d.viewer');
  type Row = { taskId: string; children: Row[] };
  const [whole, rows] = await Promise.all(
    ['', '&below=false'].map(async (below) => {
      const { body } = await district.get(`/platform/boards/tasks?year=2026${below}`).expect(200);
      return (body.tasks as Row[]).find(({ taskId }) => taskId === root);
    }),
  );
  expect(whole?.children).toHaveLength(2);
  expect(rows).toEqual({ ...whole, children: [] });
  const one = await district.get(`/platform/boards/tasks/${root}`).expect(200);
  expect(one.body.task).toEqual(whole);
  const share = await district.get(`/platform/boards/tasks/${shareA}`).expect(200);
  expect(share.body.task).toMatchObject({ toReview: 1, pending: '5', children: [{ taskId: a1, pending: '5' }, {}] });
});

it('one task of the board out of reach answers like one that does not exist', async () => {
  const { root, shareA, shareB } = await assigned(house, { title: '另一项' });
  await house.settled();
  const a = await house.as('a.viewer');
  await a.get(`/platform/boards/tasks/${shareA}`).expect(200);
  for (const id of [root, shareB, newId()]) await a.get(`/platform/boards/tasks/${id}`).expect(404);
});

it('what was said with each submission stays in the way of the report', async () => {
  const { shareA } = await assigned(house, { title: '走访' });
  const { a1 } = await cascaded(house, shareA);
  const reporter = await house.as('a1.reporter');
  const id = await submitted(reporter, a1, { done: '5', note: '走访一线' });
  await (await house.as('a.reviewer')).post(`/subdistrict/reports/${id}/return`, { reason: '请核对' }).expect(201);
  const { body } = await reporter.get(`/community/reports/${id}`).expect(200);
  await reporter.put(`/community/reports/${id}`, { done: '4', note: '已核对' }, body.version).expect(200);
  await reporter.post(`/community/reports/${id}/submission`).expect(201);
  const read = await (await house.as('d.viewer')).get(`/district/reports/${id}`).expect(200);
  expect(read.body).toMatchObject({
    evidenceRule: 'optional',
    steps: [
      { kind: 'submitted', done: '5', note: '走访一线' },
      { kind: 'returned', reason: '请核对', note: null },
      { kind: 'resubmitted', done: '4', note: '已核对' },
    ],
  });
});
