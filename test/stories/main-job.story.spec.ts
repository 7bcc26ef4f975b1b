/** The main job: a task travels down and back, on both queue backends. */
import { House } from '../support/house';
import { assigned, cascaded, submitted } from '../support/task';

describe('a task travels down and back', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-07-01T02:00:00Z'));
  });
  afterAll(() => house.close());

  it('accepted values roll up as Σ done / Σ target through all tiers; submitted ones show as pending', async () => {
    const { root, shareA } = await assigned(house);
    const { a1, a2 } = await cascaded(house, shareA);
    const [r1, r2] = [await house.as('a1.reporter'), await house.as('a2.reporter')];
    const reviewer = await house.as('a.reviewer');
    const accepted = await submitted(r1, a1, { done: '30', note: '上半年' });
    await reviewer.post(`/subdistrict/reports/${accepted}/acceptance`).expect(201);
    await submitted(r2, a2, { done: '5' });
    await house.settled();

    const board = await (await house.as('d.viewer')).get('/platform/boards/tasks?year=2026').expect(200);
    const [task] = board.body.tasks;
    expect(task).toMatchObject({ taskId: root, target: '100', done: '30', pending: '5', rate: '30.0', remainder: '0' });
    const share = task.children.find((child: { taskId: string }) => child.taskId === shareA);
    expect(share).toMatchObject({ target: '60', done: '30', pending: '5', rate: '50.0' });

    const below = await (await house.as('a.viewer')).get('/platform/boards/tasks?year=2026').expect(200);
    const leaf = below.body.tasks[0].children.find((child: { taskId: string }) => child.taskId === a1);
    expect(leaf).toMatchObject({ done: '30', rate: '75.0', acceptedReportId: accepted, timeliness: 'on_time' });
    const report = await (await house.as('d.viewer')).get(`/district/reports/${leaf.acceptedReportId}`).expect(200);
    expect(report.body.steps.map((step: { kind: string }) => step.kind)).toEqual(['submitted', 'accepted']);
  });

  it('the feed tells it in words a person reads, newest first, page by page', async () => {
    const door = await house.as('d.viewer');
    const first = await door.get('/platform/feed?limit=3').expect(200);
    expect(first.body.items[0].text).toContain('甲二社区工联会提交“发展工会会员”进度：5 人');
    const second = await door
      .get(`/platform/feed?limit=3&after=${first.body.nextCursor}`)
      .set('accept-language', 'en')
      .expect(200);
    expect(second.body.items[0].id).not.toBe(first.body.items[2].id);
    expect(second.body.items.map((item: { text: string }) => item.text).join()).toMatch(/signed for|was given|divided/);
  });
});
