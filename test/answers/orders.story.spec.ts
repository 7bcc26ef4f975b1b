/** Supervision orders (督办单) and interviews (约谈): the whole course, the numbers, who sees what, and the clock. */
import { CalendarService } from '../../src/calendar/calendar.service';
import { Deeds } from '../../src/outbox/deeds';
import { raiseOrder } from '../../src/supervision/order/order-clock';
import { SupervisionClock } from '../../src/supervision/supervision-clock.service';
import { House } from '../support/house';
import { picture } from '../support/picture';
import { assigned, cascaded } from '../support/task';

let house: House;
const at = (moment: string): void => house.clock.set(new Date(moment));
const text = { title: '限期推进会员实名制', requirement: '请查明原因并按期完成' };

async function issued(who = 'a.administrator', given: object = {}): Promise<{ id: string; number: string }> {
  const door = who.startsWith('d') ? 'district' : 'subdistrict';
  const body = { unionId: house.district.unions.A1, ...text, limitOn: '2026-11-27', ...given };
  return (await (await house.as(who)).post(`/${door}/orders`, body).expect(201)).body;
}

beforeAll(async () => {
  house = await House.open();
});
beforeEach(() => at('2026-11-20T02:00:00Z'));
afterAll(() => house.close());

it('an order runs its whole course: signed for, answered with a file, returned, answered again, closed', async () => {
  const [a, a1] = [await house.as('a.administrator'), await house.as('a1.reporter')];
  const { id } = await issued();
  const [above, below] = [`/subdistrict/orders/${id}`, `/community/orders/${id}`];
  await a1.post(`${below}/answer`, { measures: '先答' }).expect(409);
  await a1.post(`${below}/signature`).expect(201);
  const early = await a.post(`${above}/review`, { outcome: 'closed', reason: '整改到位' }).expect(409);
  expect(early.body).toMatchObject({ code: 'order.state', detail: '督办单已签收、待办理，不能进行此操作。' });
  const file = await a1
    .post(`${below}/evidence`)
    .attach('file', await picture(), '现场.jpg')
    .expect(201);
  // What an answer is being put together from is not handed in yet.
  expect((await a.get(above)).body.evidence).toEqual([]);
  await a.get(`${above}/evidence/${file.body.id}`).expect(404);
  await a1.post(`${below}/answer`, { measures: '已逐户核对' }).expect(201);
  expect((await a.get(above)).body.evidence).toMatchObject([{ name: '现场.jpg', answerNo: 3 }]);
  await a.get(`${above}/evidence/${file.body.id}`).expect(200);
  await a1.delete(`${below}/evidence/${file.body.id}`).expect(409);
  const bare = await a.post(`${above}/review`, { outcome: 'returned', reason: '不实' }).expect(422);
  expect(bare.body.errors).toMatchObject([{ field: 'limitOn', code: 'order.limit' }]);
  await a.post(`${above}/review`, { outcome: 'returned', reason: '不实', limitOn: '2026-12-04' }).expect(201);
  await a1.post(`${below}/answer`, { measures: '已补录' }).expect(201);
  await a.post(`${above}/review`, { outcome: 'closed', reason: '整改到位' }).expect(201);
  const { body } = await (await house.as('d.viewer')).get(`/district/orders/${id}`).expect(200);
  expect(body).toMatchObject({ status: 'closed', degree: 'blue', limitOn: '2026-12-04' });
  expect(body.steps.map(({ kind, words }: { kind: string; words: string }) => [kind, words])).toEqual([
    ['issued', null],
    ['signed', null],
    ['answered', '已逐户核对'],
    ['returned', '不实'],
    ['answered', '已补录'],
    ['closed', '整改到位'],
  ]);
  await a.post(`${above}/withdrawal`, { reason: '误发' }).expect(409);
});

it('the numbers of a year have no gap, however many are issued at once and whatever fails between', async () => {
  const refused = (await house.as('a.administrator')).post('/subdistrict/orders', {
    ...{ unionId: house.district.unions.A1, ...text, limitOn: '2026-11-27' },
    toLeader: true,
  });
  const { A, B, B1 } = house.district.unions;
  const made = await Promise.all([
    issued(),
    issued('d.administrator', { unionId: A }),
    issued('b.administrator', { unionId: B1 }),
    refused.then(({ status, body }) => expect([status, body.code]).toEqual([422, 'order.noLeader'])),
    issued('d.administrator', { unionId: B }),
    issued(),
  ]);
  expect(made).toHaveLength(6);
  const rows: { no: number }[] = await house.database.query('select no from supervision_order order by no');
  expect(rows.map(({ no }) => no)).toEqual(rows.map((_, no) => no + 1));
  at('2027-01-04T02:00:00Z');
  expect((await issued('a.administrator', { limitOn: '2027-01-20' })).number).toBe('督〔2027〕1号');
});

it('a missed limit raises it once, with two clocks, on working days, until it is answered', async () => {
  const { id } = await issued('a.administrator', { limitOn: '2026-11-26' });
  const clocks = [house.app.get(SupervisionClock), house.app.get(SupervisionClock)];
  const degree = async (moment: string): Promise<string> => {
    at(moment);
    await Promise.all(clocks.map((clock) => clock.tick()));
    return (await (await house.as('a1.viewer')).get(`/community/orders/${id}`)).body.degree;
  };
  expect(await degree('2026-11-26T15:59:00Z')).toBe('blue');
  expect(await degree('2026-11-26T16:01:00Z')).toBe('orange');
  // a clock that listed it before another raised it finds it raised
  const late = house.app
    .get(Deeds)
    .transaction((tx) =>
      raiseOrder(tx, house.app.get(CalendarService), undefined, { districtId: house.district.id, id }),
    );
  expect(await late).toBe(false);
  // 28 and 29 November are a weekend: the third working day after Friday 27 is Wednesday.
  expect(await degree('2026-12-01T15:59:00Z')).toBe('orange');
  expect(await degree('2026-12-01T16:01:00Z')).toBe('red');
  const { body } = await (await house.as('a1.viewer')).get(`/community/orders/${id}`);
  expect(body.steps.map(({ kind, officerName }: { kind: string; officerName: string }) => [kind, officerName])).toEqual(
    [
      ['issued', 'A administrator'],
      ['raised', null],
      ['raised', null],
    ],
  );
  expect(body.missedDays).toBe(6);
  await house.settled();
  const feed = await (await house.as('d.viewer')).get('/platform/feed?limit=50');
  const raised = feed.body.items.filter((item: { orderId: string }) => item.orderId === id);
  expect(raised.map(({ name }: { name: string }) => name)).toEqual(['order.raised', 'order.raised', 'order.issued']);
});

it('the degree rises by hand with a reason and never falls; an order is withdrawn by its issuer alone', async () => {
  const { id } = await issued('d.administrator');
  const [d, a] = [await house.as('d.administrator'), await house.as('a.administrator')];
  await d.post(`/district/orders/${id}/degree`, { degree: 'red', reason: '拖延' }).expect(201);
  await d.post(`/district/orders/${id}/degree`, { degree: 'red', reason: '重申' }).expect(422);
  const down = await d.post(`/district/orders/${id}/degree`, { degree: 'orange', reason: '缓和' }).expect(422);
  expect(down.body.errors).toMatchObject([{ field: 'degree', code: 'order.degree' }]);
  // The sub-district sees what the district asks of its community, and does nothing to it.
  await a.get(`/subdistrict/orders/${id}`).expect(200);
  await a.post(`/subdistrict/orders/${id}/withdrawal`, { reason: '误发' }).expect(404);
  await d.post(`/district/orders/${id}/withdrawal`, { reason: '误发' }).expect(201);
  await (await house.as('a1.reporter')).post(`/community/orders/${id}/signature`).expect(409);
});

it('siblings see nothing of it, and nobody orders beside or above himself', async () => {
  const { id } = await issued();
  for (const [account, path] of [
    ['a2.viewer', `/community/orders/${id}`],
    ['b.viewer', `/subdistrict/orders/${id}`],
    ['b1.viewer', `/community/orders/${id}`],
  ] as const)
    await (await house.as(account)).get(path).expect(404);
  for (const unionId of [house.district.unions.B1, house.district.unions.A, house.district.unions.D]) {
    const given = { unionId, ...text, limitOn: '2026-11-27' };
    const vain = await (await house.as('a.administrator')).post('/subdistrict/orders', given).expect(422);
    expect(vain.body.errors).toMatchObject([{ field: 'unionId', code: 'supervision.union' }]);
  }
});

it('an order for a red light keeps how red it was; where it is not red there is none', async () => {
  const { shareA } = await assigned(house);
  const { a1 } = await cascaded(house, shareA);
  const { id } = await issued('a.administrator', { taskId: a1, cause: 'light' });
  const seen = await (await house.as('a1.viewer')).get(`/community/tasks/${a1}/supervision`);
  expect(seen.body.orders).toMatchObject([{ id, cause: 'light', behind: '88.8', taskTitle: '发展工会会员' }]);
  at('2026-01-05T02:00:00Z');
  const given = { unionId: house.district.unions.A1, ...text, limitOn: '2026-01-27', taskId: a1, cause: 'light' };
  const green = await (await house.as('a.administrator')).post('/subdistrict/orders', given).expect(409);
  expect(green.body.code).toBe('order.notRed');
});

it('an order goes to the leader too; an interview is on it or stands alone, and the union that was spoken to sees it', async () => {
  const { A1, A2 } = house.district.unions;
  const [{ id: officer }]: [{ id: string }] = await house.database.query(
    `select id from officer where account = 'a1.administrator'`,
  );
  await house.database.query('insert into union_leader values ($1, $2, $3)', [house.district.id, A1, officer]);
  const { id } = await issued('a.administrator', { toLeader: true });
  const a = await house.as('a.administrator');
  const held = { heldOn: '2026-11-19', interviewed: '王芳', heldBy: '陈晓明', about: '进度落后', agreed: '限期完成' };
  const wrong = await a.post('/subdistrict/interviews', { unionId: A2, orderId: id, ...held }).expect(422);
  expect(wrong.body.errors).toMatchObject([{ field: 'orderId', code: 'interview.order' }]);
  const { body } = await a.post('/subdistrict/interviews', { unionId: A1, orderId: id, ...held }).expect(201);
  const alone = await a.post('/subdistrict/interviews', { unionId: A2, ...held }).expect(201);
  const order = await (await house.as('a1.viewer')).get(`/community/orders/${id}`);
  expect(order.body).toMatchObject({
    leaderName: 'A1 administrator',
    interviews: [{ id: body.id, agreed: '限期完成' }],
  });
  const seen = async (account: string): Promise<string[]> =>
    (await (await house.as(account)).get('/community/interviews')).body.items.map(
      ({ id: each }: { id: string }) => each,
    );
  expect(await seen('a1.viewer')).toEqual([body.id]);
  expect(await seen('a2.viewer')).toEqual([alone.body.id]);
  expect(await seen('b1.viewer')).toEqual([]);
});
