/** Extensions (延期), parking (挂账) and sending back (回退): the due day moves with leave and both days stay. */
import type { Response } from 'supertest';
import { SupervisionClock } from '../../src/supervision/supervision-clock.service';
import { eventually } from '../support/eventually';
import { House } from '../support/house';
import { assigned, cascaded, onBoard, submitted } from '../support/task';

let house: House;
const at = (moment: string): void => house.clock.set(new Date(moment));
const days = { startOn: '2026-01-01', dueOn: '2026-11-30' };

/** A1's task of a new root, due on 30 November; it is the 20th. */
async function leaf(): Promise<{ root: string; shareA: string; a1: string; a2: string }> {
  at('2026-11-20T02:00:00Z');
  const { root, shareA } = await assigned(house, days);
  return { root, shareA, ...(await cascaded(house, shareA)) };
}

async function asked(taskId: string, proposedOn = '2026-12-20', who = 'a1.reporter'): Promise<string> {
  const door = who.startsWith('a1') ? 'community' : 'subdistrict';
  const { body } = await (
    await house.as(who)
  )
    .post(`/${door}/extensions`, { tasks: [{ taskId, proposedOn }], reason: '企业搬迁' })
    .expect(201);
  return body.items[0].id;
}

const answer = async (who: string, decision: object): Promise<Response> =>
  (await house.as(who)).post(`/${who.startsWith('d') ? 'district' : 'subdistrict'}/extensions/decisions`, {
    decisions: [decision],
  });

async function answered(status: number, who: string, decision: object): Promise<Response> {
  const response = await answer(who, decision);
  expect(response.status).toBe(status);
  return response;
}

/** The root and A's share end later than A1's, so that the sub-district has room. */
async function roomAbove(root: string, shareA: string): Promise<void> {
  const d = await house.as('d.administrator');
  await d.patch(`/district/tasks/${root}`, { dueOn: '2026-12-31', reason: '统一' }, 2).expect(200);
  await d.patch(`/district/tasks/${root}/shares/${shareA}`, { dueOn: '2026-12-31', reason: '统一' }, 3).expect(200);
}

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

describe('an extension', () => {
  it('is applied for before the due day, for many tasks at once, and says row by row what is wrong', async () => {
    const [one, other] = [await leaf(), await leaf()];
    const reporter = await house.as('a1.reporter');
    const tasks = [
      { taskId: one.a1, proposedOn: '2026-12-20' },
      { taskId: other.a2, proposedOn: '2026-12-20' },
      { taskId: other.a1, proposedOn: '2026-11-30' },
      { taskId: one.a1, proposedOn: '2026-12-21' },
    ];
    const refused = await reporter.post('/community/extensions', { tasks, reason: '搬迁' }).expect(422);
    expect(refused.body.errors).toMatchObject([
      { field: 'tasks[1].taskId', code: 'notFound' },
      { field: 'tasks[2].proposedOn', code: 'extension.day' },
      { field: 'tasks[3].taskId', code: 'extension.twice' },
    ]);
    at('2026-11-30T02:00:00Z');
    const late = await reporter.post('/community/extensions', { tasks: tasks.slice(0, 1), reason: '搬迁' }).expect(422);
    expect(late.body).toMatchObject({ code: 'extension.tooLate' });
    at('2026-11-29T15:59:00Z');
    await asked(one.a1);
    const again = await reporter
      .post('/community/extensions', { tasks: tasks.slice(0, 1), reason: '搬迁' })
      .expect(409);
    expect(again.body).toMatchObject({ code: 'extension.open', errors: [{ field: 'tasks[0].taskId' }] });
  });

  it('moves the day the answer fixes, keeps the first one everywhere, turns the light and counts as on time', async () => {
    const { root, shareA, a1 } = await leaf();
    await roomAbove(root, shareA);
    const id = await asked(a1);
    at('2026-12-02T02:00:00Z');
    const reporter = await house.as('a1.reporter');
    // Handed in after the first day, before the answer.
    const report = await submitted(reporter, a1, { done: '40' });
    expect((await reporter.get(`/community/reports/${report}`)).body).toMatchObject({ timeliness: 'late' });
    expect(await onBoard(house, 'a1.viewer', a1)).toMatchObject({ light: 'red', overdueDays: 2, timeliness: 'late' });
    const { body } = await answered(201, 'a.administrator', {
      extensionId: id,
      outcome: 'approved',
      dueOn: '2026-12-15',
    });
    expect(body.items).toMatchObject([
      { status: 'approved', firstDueOn: '2026-11-30', proposedOn: '2026-12-20', dueOn: '2026-12-15' },
    ]);
    const both = { dueOn: '2026-12-15', firstDueOn: '2026-11-30' };
    expect((await reporter.get(`/community/tasks/${a1}`)).body).toMatchObject({
      ...both,
      changes: [{ field: 'dueOn', before: '2026-11-30', after: '2026-12-15' }],
    });
    expect((await reporter.get(`/community/tasks/${a1}/supervision`)).body).toMatchObject({
      ...both,
      extensions: [{ id }],
    });
    expect(await onBoard(house, 'a1.viewer', a1)).toMatchObject({ ...both, overdueDays: 0, timeliness: 'on_time' });
    expect((await reporter.get(`/community/reports/${report}`)).body).toMatchObject({ timeliness: 'on_time' });
    const feed = await (await house.as('a.viewer')).get('/platform/feed?limit=5');
    expect(feed.body.items.map(({ text }: { text: string }) => text)).toContain(
      '同意甲一社区工联会的“发展工会会员”由 2026-11-30 延期至 2026-12-15',
    );
  });

  it('does not reach beyond what it is part of, unless the district extends that too; a further one needs the district', async () => {
    const { root, shareA, a1 } = await leaf();
    const first = await asked(a1);
    const beyond = await answered(422, 'a.administrator', { extensionId: first, outcome: 'approved' });
    expect(beyond.body.errors).toMatchObject([{ field: 'decisions[0].dueOn', code: 'extension.beyondParent' }]);
    await roomAbove(root, shareA);
    await answered(201, 'a.administrator', { extensionId: first, outcome: 'approved' });
    at('2026-12-01T02:00:00Z');
    const further = await asked(a1, '2027-01-10');
    const own = await (await house.as('a1.viewer')).get(`/community/extensions?taskId=${a1}&status=requested`);
    expect(own.body.items).toMatchObject([{ id: further, needs: 'district', deciderId: house.district.id }]);
    const vain = await answered(422, 'a.administrator', { extensionId: further, outcome: 'approved' });
    expect(vain.body.errors).toMatchObject([{ field: 'decisions[0].extensionId', code: 'notFound' }]);
    const extend = { extensionId: further, outcome: 'approved', extendAbove: true };
    await answered(201, 'd.administrator', extend);
    const d = await house.as('d.viewer');
    for (const id of [root, shareA, a1])
      expect((await d.get(`/district/tasks/${id}`)).body).toMatchObject({ dueOn: '2027-01-10' });
    expect((await d.get(`/district/tasks/${a1}`)).body).toMatchObject({ firstDueOn: '2026-11-30' });
  });

  it('is answered once, however many decide at once', async () => {
    const { root, shareA, a1 } = await leaf();
    await roomAbove(root, shareA);
    const extensionId = await asked(a1);
    const approve = { extensionId, outcome: 'approved' };
    const answers = await Promise.all([
      answer('a.administrator', approve),
      answer('a.administrator', { extensionId, outcome: 'refused', reason: '不同意' }),
      answer('a.administrator', approve),
    ]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.errors).toMatchObject([{ field: 'decisions[0].extensionId', code: 'extension.decided' }]);
  });

  it('is refused with a reason only, taken back by who asked, and unknown to siblings', async () => {
    const { a1 } = await leaf();
    const id = await asked(a1);
    const bare = await answered(422, 'a.administrator', { extensionId: id, outcome: 'refused' });
    expect(bare.body.errors).toMatchObject([{ field: 'decisions[0].reason' }]);
    for (const sibling of ['a2.reporter', 'b1.reporter'])
      await (await house.as(sibling)).delete(`/community/extensions/${id}`).expect(404);
    const seen = await (await house.as('b.viewer')).get(`/subdistrict/extensions?taskId=${a1}`).expect(200);
    expect(seen.body).toMatchObject({ items: [], total: 0 });
    await (await house.as('a1.reporter')).delete(`/community/extensions/${id}`).expect(204);
    const gone = await answered(409, 'a.administrator', { extensionId: id, outcome: 'approved' });
    expect(gone.body).toMatchObject({ code: 'extension.decided' });
  });
});

describe('a parked task', () => {
  it('has no light with all below it until it is looked at again; only who gave it parks it', async () => {
    const { root, shareA, a1 } = await leaf();
    const d = await house.as('d.administrator');
    const parking = `/district/tasks/${root}/shares/${shareA}/parking`;
    const far = await d.post(parking, { until: '2027-12-01', reason: '停工' }).expect(422);
    expect(far.body.errors).toMatchObject([{ field: 'until', code: 'parking.day' }]);
    await d.post(parking, { until: '2026-12-10', reason: '停工' }).expect(201);
    expect(await onBoard(house, 'a1.viewer', a1)).toMatchObject({ parkedUntil: '2026-12-10', light: null });
    const told = await (await house.as('a1.viewer')).get(`/community/tasks/${a1}/supervision`);
    expect(told.body).toMatchObject({ parkedUntil: '2026-12-10', parkedReason: '停工' });
    await (await house.as('b.administrator')).delete(`/subdistrict/tasks/${shareA}/shares/${a1}/parking`).expect(404);
    await d.delete(parking).expect(204);
    await d.delete(parking).expect(409);
    expect(await onBoard(house, 'a1.viewer', a1)).toMatchObject({ parkedUntil: null, light: 'red' });
  });
});

it('what waits for an answer lies on the desk of who gives it, and is gone once it is given', async () => {
  const { root, shareA, a1, a2 } = await leaf();
  const kinds = async (account: string): Promise<string[]> => {
    const { body } = await (await house.as(account)).get('/me/desk').expect(200);
    const about = [a1, a2, shareA];
    type Item = { kind: string; taskId: string | null; orderId: string | null };
    const items: Item[] = [...body.now, ...body.soon];
    return items
      .filter(({ taskId, orderId }) => orderId !== null || about.includes(taskId ?? ''))
      .map(({ kind }) => kind)
      .toSorted((one, other) => one.localeCompare(other));
  };
  const extensionId = await asked(a1);
  await (await house.as('a2.reporter')).post(`/community/tasks/${a2}/send-backs`, { reason: '误发' }).expect(201);
  const a = await house.as('a.administrator');
  const order = {
    unionId: house.district.unions.A1,
    taskId: a1,
    title: '限期整改',
    requirement: '请查明',
    limitOn: '2026-11-21',
  };
  const { body } = await a.post('/subdistrict/orders', order).expect(201);
  expect(await kinds('a.administrator')).toEqual(['extension', 'sendBack']);
  expect(await kinds('a1.reporter')).toContain('order');
  const reporter = await house.as('a1.reporter');
  await reporter.post(`/community/orders/${body.id}/signature`).expect(201);
  await reporter.post(`/community/orders/${body.id}/answer`, { measures: '已核对' }).expect(201);
  await answered(201, 'a.administrator', { extensionId, outcome: 'refused', reason: '不同意' });
  await a
    .post(`/subdistrict/tasks/${shareA}/shares/${a2}/send-back/decision`, { outcome: 'refused', reason: '属本社区' })
    .expect(201);
  expect(await kinds('a.administrator')).toEqual(['orderReview']);
  expect(await kinds('a1.reporter')).not.toContain('order');
  const d = await house.as('d.administrator');
  await d.post(`/district/tasks/${root}/shares/${shareA}/parking`, { until: '2026-11-25', reason: '停工' }).expect(201);
  expect(await kinds('d.administrator')).toEqual(['parked']);
  // What is parked waits for nobody.
  expect(await kinds('a1.reporter')).not.toContain('report');
  await d.delete(`/district/tasks/${root}/shares/${shareA}/parking`).expect(204);
});

describe('the day to look again', () => {
  it('ends the parking, once with two clocks, and tells both sides', async () => {
    const { root, shareA, a1, a2 } = await leaf();
    const d = await house.as('d.administrator');
    await d
      .post(`/district/tasks/${root}/shares/${shareA}/parking`, { until: '2026-12-10', reason: '停工' })
      .expect(201);
    at('2026-12-09T15:59:00Z');
    // the house has a clock of its own, which may come between: what counts is how often it was told
    const told = async (): Promise<number> => {
      const [{ count }]: [{ count: number }] = await house.database.query(
        `select count(*)::int from outbox_message where name = 'task.unparked' and body->'task'->>'taskId' = any($1)`,
        [[shareA, a1, a2]],
      );
      return count;
    };
    const clock = house.app.get(SupervisionClock);
    const clocks = [clock, clock, clock, clock];
    await Promise.all(clocks.map((each) => each.tick()));
    expect(await told()).toBe(0);
    at('2026-12-09T16:01:00Z');
    // a task somebody holds at that moment is passed over until the next minute
    await eventually(async () => {
      await Promise.all(clocks.map((each) => each.tick()));
      expect(await told()).toBe(3);
    });
    await clock.tick();
    expect(await told()).toBe(3);
    const { body } = await (await house.as('a1.viewer')).get(`/community/tasks/${a1}`);
    expect(body).toMatchObject({
      parkedUntil: null,
      changes: [{ field: 'parkedUntil' }, { field: 'parkedUntil', after: '' }],
    });
    await house.settled();
    for (const [account, union] of [
      ['a1.viewer', '甲一社区工联会'],
      ['d.viewer', '甲街道总工会'],
    ] as const) {
      const feed = await (await house.as(account)).get('/platform/feed?limit=5');
      const texts: string[] = feed.body.items.map(({ text }: { text: string }) => text);
      expect(texts).toContain(`${union}的任务“发展工会会员”结束挂账：挂账到期，请复核`);
    }
  });
});

describe('a task that was given by mistake', () => {
  it('is sent back with a reason; accepted, it is withdrawn and its share is free again', async () => {
    const { shareA, a1 } = await leaf();
    const [reporter, a] = [await house.as('a1.reporter'), await house.as('a.administrator')];
    const at1 = `/community/tasks/${a1}/send-backs`;
    const { body } = await reporter.post(at1, { reason: '不在辖区' }).expect(201);
    expect(body).toMatchObject({ status: 'sent', reason: '不在辖区' });
    await reporter.post(at1, { reason: '不在辖区' }).expect(409);
    const decision = `/subdistrict/tasks/${shareA}/shares/${a1}/send-back/decision`;
    await (await house.as('b.administrator')).post(decision, { outcome: 'accepted', reason: '是' }).expect(404);
    await a.post(decision, { outcome: 'accepted', reason: '改派' }).expect(201);
    const shares = await a.get(`/subdistrict/tasks/${shareA}/shares`);
    expect(shares.body).toMatchObject({ allocated: '20', remainder: '40' });
    await a.post(decision, { outcome: 'accepted', reason: '改派' }).expect(409);
  });

  it('stays when it is refused, and signing for it ends the asking', async () => {
    at('2026-11-20T02:00:00Z');
    const { root, shareA } = await assigned(house, days);
    const [a, d] = [await house.as('a.administrator'), await house.as('d.administrator')];
    await a.post(`/subdistrict/tasks/${shareA}/send-backs`, { reason: '误发' }).expect(201);
    const decision = `/district/tasks/${root}/shares/${shareA}/send-back/decision`;
    await d.post(decision, { outcome: 'refused', reason: '属本街道' }).expect(201);
    await a.post(`/subdistrict/tasks/${shareA}/send-backs`, { reason: '误发' }).expect(201);
    await a.post(`/subdistrict/tasks/${shareA}/signature`).expect(201);
    await d.post(decision, { outcome: 'accepted', reason: '是' }).expect(409);
    const told = await a.get(`/subdistrict/tasks/${shareA}/supervision`);
    expect(told.body.sendBacks).toMatchObject([{ status: 'ended' }, { status: 'refused' }]);
  });

  it('is not sent back once something was reported', async () => {
    const { a1 } = await leaf();
    const reporter = await house.as('a1.reporter');
    await submitted(reporter, a1, { done: '1' });
    const late = await reporter.post(`/community/tasks/${a1}/send-backs`, { reason: '误发' }).expect(409);
    expect(late.body).toMatchObject({ code: 'sendBack.reported' });
  });
});
