/** What is taken in is stored as it was answered, reaches the boards, and is read back the same. */
import { House } from '../support/house';
import { memberTask } from '../support/task';
import { atWork, faults, type Route, type RouteName, routesOf, send } from './hostile-routes';

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

describe('what is taken in is stored as it was answered', () => {
  it.each<[string, string]>([
    ['letters that are composed', 'e\u0301 工会 \u1112\u1161\u11ab'],
    ['SQL', "'; drop table task;-- \\ $1 %s"],
    ['markup', '<script>alert(1)</script> &amp; {{7*7}} ${jndi:ldap://x}'],
    ['paths', '../../etc/passwd C:\\con'],
    ['names of objects', '__proto__ constructor'],
    ['rare letters', '𠮷野家👩‍👩‍👧 ﷽ 𝒳'],
    ['spaces around', '  工会 '],
    ['a formula', '=cmd|calc'],
    ['quotes of JSON', '"\\u0000" \\ud800 }{'],
    ['the longest', '工'.repeat(200)],
  ])('%s', async (_, text) => {
    const district = await house.as('d.administrator');
    const { body, headers } = await district
      .post('/district/tasks', { ...memberTask, title: text, description: `${text}\r\n${text}` })
      .expect(201);
    expect(body.task).toMatchObject({ title: text.normalize('NFC'), description: `${text}\n${text}`.normalize('NFC') });
    const stored = await district.get((headers['location'] ?? '').replace('/api/v1', '')).expect(200);
    expect(stored.body).toMatchObject(body.task);
  });

  it.each<[unknown, number, string]>([
    ['007.5000', 4, '7.5'],
    ['1.005', 3, '1.005'],
    [12, 0, '12'],
    ['-0', 0, '0'],
    ['0.0001', 4, '0.0001'],
    ['999999999999', 0, '999999999999'],
  ])('a target of %j is %s decimals exact', async (target, decimals, answered) => {
    const district = await house.as('d.administrator');
    const { body } = await district
      .post('/district/tasks', { ...memberTask, target, measure: { ...memberTask.measure, decimals } })
      .expect(201);
    expect(body.task.target).toBe(answered);
    expect((await district.get(`/district/tasks/${body.task.id}`).expect(200)).body.target).toBe(answered);
  });

  it('a note may be taken back: empty is a note, blank is none', async () => {
    const reporter = await house.as('a2.reporter');
    const { body } = await reporter.post(`/community/tasks/${ids.a2}/reports`, { done: '1', note: '备注' }).expect(201);
    const at = `/community/reports/${body.id}`;
    expect((await reporter.put(at, { done: '1', note: '' }, 1).expect(200)).body.note).toBe('');
    await reporter.put(at, { done: '1', note: ' ' }, 2).expect(422);
    expect((await reporter.get(at).expect(200)).body).toMatchObject({ note: '', version: 2 });
  });

  it('the largest numbers reach the boards, and no announcement is left behind', async () => {
    const [district, most] = [await house.as('d.administrator'), '999999999999'];
    const { body } = await district.post('/district/tasks', { ...memberTask, target: most }).expect(201);
    const { A, B } = house.district.unions;
    await district
      .post(`/district/tasks/${body.task.id}/shares`, { shares: [A, B].map((unionId) => ({ unionId, target: most })) })
      .expect(201);
    expect(
      faults(
        await send(house, route('create a task'), JSON.stringify({ ...memberTask, target: '1000000000000' })),
        [422],
        'target',
      ),
    ).toEqual([]);
    await house.settled();
    const board = await (await house.as('d.viewer')).get('/platform/boards/tasks?year=2026').expect(200);
    const row = board.body.tasks.find((task: { taskId: string }) => task.taskId === body.task.id);
    expect(row).toMatchObject({ target: most, allocated: '1999999999998', remainder: '-999999999999' });
    expect(
      await house.database.query('select seq from outbox_message where parked_at is not null or attempts > 0'),
    ).toEqual([]);
  });
});
