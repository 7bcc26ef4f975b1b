/** Targets (目标): set with a baseline and parts, flagged where easy, changed by two persons, reached or missed, seen beside the trend. */
import { newId } from '../../src/kernel/id';
import { rebuild } from '../../src/platform/rebuild';
import { House } from '../support/house';
import { defined } from '../support/indicator';
import { visited, visitLedger } from '../support/ledger';

let house: House;
let ledger: string;
/** People visited: what happens adds up. */
let people: string;
/** Money per person: a rate. */
let rate: string;

const definition = (value: string, part: object = {}): object => ({
  ...{ value, baseline: null, unions: [], periods: [], shortfallReason: null },
  ...part,
});
const given = (indicatorId: string, value: string, part: object = {}, other: object = {}): object => ({
  ...{ indicatorId, period: '2026', strength: 'floor', direction: 'higher', reason: '年度目标' },
  definition: definition(value, part),
  ...other,
});

async function set(body: object): Promise<{ id: string } & Record<string, unknown>> {
  return (await (await house.as('d.administrator')).post('/district/targets', body).expect(201)).body;
}

async function refused(body: object): Promise<[string, string][]> {
  const { body: problem } = await (await house.as('d.administrator')).post('/district/targets', body).expect(422);
  return problem.errors.map(({ field, code }: { field: string; code: string }) => [field, code]);
}

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-10-10T02:00:00Z'));
  ledger = await visitLedger(house);
  people = await defined(house, 'people', "ledger.sum('visits', 'people')");
  const money = {
    denominator: "ledger.sum('visits', 'people')",
    measure: { name: '人均', unit: '元/人次' },
    decimals: 1,
  };
  rate = await defined(house, 'rate', "ledger.sum('visits', 'amount')", money);
  await visited(house, ledger, 'd.administrator', { people: '50', amount: '1000', heldOn: '2025-03-01' });
  await visited(house, ledger, 'd.administrator', { people: '60', amount: '1500', heldOn: '2026-03-01' });
});
afterAll(() => house.close());

it('the baseline is read from an earlier period or stated with its source; an easier target is flagged, not refused', async () => {
  const read = await set(given(people, '40', { baseline: { period: '2025', value: null, source: null } }));
  expect(read).toMatchObject({
    ...{ value: '40', easierThanBaseline: true, baseline: { value: '50', period: '2025' } },
    ...{ now: '60', state: 'reached', distance: '20', version: 1 },
  });
  const stated = { baseline: { period: null, value: '55', source: '2025 年工作报告' } };
  const hard = await set(given(people, '70', stated, { strength: 'aim' }));
  expect(hard).toMatchObject({ easierThanBaseline: false, state: 'open', distance: '-10' });
  const wrong = (baseline: object) => refused(given(people, '40', { baseline }, { period: '2027' }));
  expect(await wrong({ period: '2028', value: null, source: null })).toEqual([
    ['definition.baseline.period', 'target.baselinePeriod'],
  ]);
  expect(await wrong({ period: '2010', value: null, source: null })).toEqual([
    ['definition.baseline.period', 'target.baselineMissing'],
  ]);
  expect(await wrong({ period: null, value: '3', source: null })).toEqual([
    ['definition.baseline.source', 'target.baselineStated'],
  ]);
  const twice = await (await house.as('d.administrator')).post('/district/targets', given(people, '41')).expect(409);
  expect(twice.body.code).toBe('target.exists');
});

it('parts add up to the whole; a shortfall needs a reason, and what is wrong is named by place', async () => {
  const { A, B, A1 } = house.district.unions;
  const next = { period: '2027' };
  const unions = (a: string, b: string) => ({
    unions: [
      { unionId: A, value: a },
      { unionId: B, value: b },
    ],
  });
  expect(await refused(given(people, '100', unions('60', '30'), next))).toEqual([
    ['definition.shortfallReason', 'target.shortfall'],
  ]);
  const periods = [
    { period: '2027H2', value: '50' },
    { period: '2027H1', value: '45' },
  ];
  expect(await refused(given(people, '100', { ...unions('60', '40'), periods }, next))).toEqual([
    ['definition.shortfallReason', 'target.shortfall'],
  ]);
  const { id } = await set(
    given(people, '100', { ...unions('60', '40'), periods, shortfallReason: '上半年集中培训' }, next),
  );
  const { body } = await (await house.as('d.viewer')).get(`/targets/${id}`).expect(200);
  expect(body).toMatchObject({
    unionCheck: { rule: 'sum', together: '100', shortfall: '0' },
    periodCheck: { rule: 'sum', together: '95', shortfall: '5' },
    shortfallReason: '上半年集中培训',
  });
  expect(body.periods.map(({ period }: { period: string }) => period)).toEqual(['2027H1', '2027H2']);
  const faulty = {
    unions: [
      { unionId: A1, value: '1.5' },
      { unionId: A, value: '200' },
      { unionId: A, value: '200' },
    ],
    periods: [
      { period: '2027', value: '100' },
      { period: '2026H1', value: '100' },
    ],
  };
  expect(await refused(given(people, '100', faulty, { period: '2027', strength: 'aim' }))).toEqual([
    ['definition.unions[0].value', 'target.decimals'],
    ['definition.unions[0].unionId', 'notFound'],
    ['definition.unions[2].unionId', 'target.twice'],
    ['definition.periods[0].period', 'target.partPeriod'],
    ['definition.periods[1].period', 'target.partPeriod'],
  ]);
  // rates do not add up: the easiest part counts
  expect(await refused(given(rate, '20', unions('25', '19'), next))).toEqual([
    ['definition.shortfallReason', 'target.shortfall'],
  ]);
  expect(await set(given(rate, '20', unions('25', '20'), next))).toMatchObject({
    unionCheck: { rule: 'each', together: '20', shortfall: '0' },
  });
});

it('is tried before it is set: baseline, how the parts go together, what unions had before, all that is wrong', async () => {
  const { A, B } = house.district.unions;
  await visited(house, ledger, 'a.reporter', { people: '20', amount: '100', heldOn: '2024-03-01' }).then(async (id) =>
    (await house.as('d.reviewer')).post(`/ledger-entries/${id}/acceptance`).expect(201),
  );
  await house.settled();
  const office = await house.as('d.administrator');
  const unions = [
    { unionId: A, value: '15' },
    { unionId: B, value: '5' },
  ];
  const baseline = { period: '2024', value: null, source: null };
  const tried = { indicatorId: people, period: '2029', direction: 'higher' };
  const ask = async (value: string, part: object) =>
    (await office.post('/target-trials', { ...tried, definition: definition(value, part) }).expect(200)).body;
  const { below, ...right } = await ask('20', { baseline, unions });
  expect(right).toMatchObject({
    ...{ unit: '人次', decimals: 0, baseline: { value: '20', period: '2024' }, easierThanBaseline: false },
    ...{ unionRule: 'sum', unionCheck: { together: '20', shortfall: '0' }, periodCheck: null, mistakes: [] },
  });
  expect(below.map(({ unionId, was }: Record<string, unknown>) => [unionId, was])).toEqual([
    [A, '20'],
    [B, null],
  ]);
  const short = await ask('30', { baseline, unions, periods: [{ period: '2028H1', value: '30' }] });
  expect(short.unionCheck).toEqual({ rule: 'sum', together: '20', shortfall: '10' });
  expect(short.mistakes.map(({ field, code }: Record<string, unknown>) => [field, code])).toEqual([
    ['definition.periods[0].period', 'target.partPeriod'],
    ['definition.shortfallReason', 'target.shortfall'],
  ]);
  expect((await office.get('/targets?period=2029').expect(200)).body.total).toBe(0);
  const given = { ...tried, definition: definition('20') };
  await (await house.as('d.viewer')).post('/target-trials', given).expect(403);
  await (await house.as('b.administrator')).post('/target-trials', { ...given, unionId: A }).expect(404);
});

it('a change says what it changes, to whom it is one’s own, and what waits can be asked for alone', async () => {
  const { A, B } = house.district.unions;
  const halves = (first: string, second: string) => [
    { period: '2030H1', value: first },
    { period: '2030H2', value: second },
  ];
  const parts = { unions: [{ unionId: A, value: '30' }], periods: halves('10', '20') };
  const { id } = await set(given(people, '30', parts, { period: '2030' }));
  const other = await set(given(people, '30', {}, { period: '2031' }));
  const [office, reviewer] = [await house.as('d.administrator'), await house.as('d.reviewer')];
  const changed = { unions: [{ unionId: B, value: '35' }], periods: halves('10', '25') };
  const change = { definition: definition('35', changed), reason: '加码' };
  const { body: proposed } = await office.post(`/district/targets/${id}/changes`, change).expect(201);
  expect(proposed).toMatchObject({ own: true, name: '慰问人次', unit: '人次', period: '2030', easier: false });
  expect(proposed.differences.map(({ zh }: { zh: string }) => zh)).toEqual([
    '目标值：30 → 35',
    '甲街道总工会：30 → —',
    '乙街道总工会：— → 35',
    '2030H2：20 → 25',
  ]);
  const of = async (target: string) => (await reviewer.get(`/targets/${target}/changes`).expect(200)).body.items;
  expect(await of(id)).toMatchObject([{ id: proposed.id, own: false }]);
  expect(await of(other.id)).toEqual([]);
  await (await house.as('b.viewer')).get(`/targets/${id}/changes`).expect(404);
  const waiting = async () => (await reviewer.get('/target-changes?status=proposed').expect(200)).body.items;
  expect((await waiting()).map((item: { id: string }) => item.id)).toContain(proposed.id);
  await reviewer.post(`/district/target-changes/${proposed.id}/approval`).expect(201);
  expect((await waiting()).map((item: { id: string }) => item.id)).not.toContain(proposed.id);
  const { items } = (await office.get(`/targets/${id}/versions?pageSize=1`).expect(200)).body;
  expect(items[0]).toMatchObject({ version: 2, differences: proposed.differences });
});

it('a change is proposed by one and decided by another; what was set stays in the history', async () => {
  const { id } = await set(given(rate, '24', {}, { strength: 'aim' }));
  const [office, reviewer] = [await house.as('d.administrator'), await house.as('d.reviewer')];
  const change = { definition: definition('22'), reason: '上级调整口径' };
  const { body: proposed } = await office.post(`/district/targets/${id}/changes`, change).expect(201);
  expect(proposed).toMatchObject({ value: '22', easier: true, status: 'proposed', decidedBy: null });
  expect((await office.post(`/district/targets/${id}/changes`, change).expect(409)).body.code).toBe('target.changing');
  const own = await office.post(`/district/target-changes/${proposed.id}/approval`).expect(409);
  expect(own.body.code).toBe('target.samePerson');
  await reviewer.post(`/district/targets/${id}/changes`, change).expect(403);
  const unchanged = await office.get(`/targets/${id}`).expect(200);
  expect(unchanged.body).toMatchObject({ value: '24', version: 1, changing: true });
  const approved = await reviewer.post(`/district/target-changes/${proposed.id}/approval`).expect(201);
  expect(approved.body).toMatchObject({ status: 'approved', easier: true });
  const again = await reviewer.post(`/district/target-changes/${proposed.id}/approval`).expect(409);
  expect(again.body.code).toBe('target.decided');
  const { body } = await office.get(`/targets/${id}`).expect(200);
  expect(body).toMatchObject({ value: '22', version: 2, changing: false, state: 'reached', distance: '3' });
  const { body: versions } = await office.get(`/targets/${id}/versions`).expect(200);
  expect(
    versions.items.map(({ value, reason, approvedBy }: Record<string, unknown>) => [value, reason, approvedBy]),
  ).toEqual([
    ['22', '上级调整口径', expect.any(String)],
    ['24', '年度目标', null],
  ]);

  const refusal = await office
    .post(`/district/targets/${id}/changes`, { definition: null, reason: '不再考核' })
    .expect(201);
  await reviewer.post(`/district/target-changes/${refusal.body.id}/refusal`, { reason: '仍需考核' }).expect(201);
  const dropped = await office
    .post(`/district/targets/${id}/changes`, { definition: null, reason: '不再考核' })
    .expect(201);
  await office.delete(`/district/target-changes/${dropped.body.id}`).expect(204);
  const last = await office.post(`/district/targets/${id}/changes`, { definition: null, reason: '合并' }).expect(201);
  await reviewer.post(`/district/target-changes/${last.body.id}/approval`).expect(201);
  expect((await office.get(`/targets/${id}`).expect(200)).body.withdrawn).toBe(true);
  const { body: list } = await office.get('/targets?period=2026').expect(200);
  expect(list.items.map((item: { id: string }) => item.id)).not.toContain(id);
  expect((await office.post(`/district/targets/${id}/changes`, change).expect(409)).body.code).toBe('target.withdrawn');
  const { body: all } = await office.get('/target-changes').expect(200);
  expect(all.items.slice(0, 4).map(({ status, value }: Record<string, unknown>) => [status, value])).toEqual([
    ['approved', null],
    ['withdrawn', null],
    ['refused', null],
    ['approved', '22'],
  ]);
});

it('a period that is closed takes no target and no change any more', async () => {
  const { id } = await set(given(people, '45', {}, { period: '2025' }));
  expect(await (await house.as('d.viewer')).get(`/targets/${id}`).then(({ body }) => body.state)).toBe('reached');
  const office = await house.as('d.administrator');
  const waiting = await office
    .post(`/district/targets/${id}/changes`, { definition: definition('60'), reason: '加码' })
    .expect(201);
  await office.post('/district/indicator-closures', { period: '2025', reason: '年报已审定' }).expect(201);
  const late = await (
    await house.as('d.reviewer')
  )
    .post(`/district/target-changes/${waiting.body.id}/approval`)
    .expect(409);
  expect(late.body.code).toBe('target.closed');
  const set2025 = await office.post('/district/targets', given(rate, '1', {}, { period: '2025' })).expect(409);
  expect(set2025.body.code).toBe('target.closed');
});

it('a target stands on the platform beside its trend, a part beside its union, and the feed says every change', async () => {
  await house.settled();
  const { A } = house.district.unions;
  const lines = async (who: string, query: string): Promise<unknown> => {
    const { body } = await (await house.as(who)).get(`/platform/indicators/${people}/series?${query}`).expect(200);
    return body.points.map(
      ({ period, targets }: { period: string; targets: { value: string; strength: string }[] }) => [
        period,
        targets.map(({ value, strength }) => `${strength} ${value}`),
      ],
    );
  };
  const told = async (): Promise<unknown[]> => [
    await lines('d.viewer', 'kind=year&until=2027&count=3'),
    await lines('d.viewer', 'kind=half&until=2027&count=2'),
    await lines('a.viewer', `kind=year&until=2027&count=2&unionId=${A}`),
    await lines('a1.viewer', 'kind=year&until=2027&count=1'),
  ];
  const live = await told();
  expect(live).toEqual([
    [
      ['2025', ['floor 45']],
      ['2026', ['floor 40', 'aim 70']],
      ['2027', ['floor 100']],
    ],
    [
      ['2027H1', ['floor 45']],
      ['2027H2', ['floor 50']],
    ],
    [
      ['2026', []],
      ['2027', ['floor 60']],
    ],
    [['2027', []]],
  ]);
  const { body: board } = await (await house.as('d.viewer')).get('/platform/boards/indicators?period=2026').expect(200);
  const byCode = new Map(board.items.map((item: { code: string }) => [item.code, item]));
  expect(byCode.get('people')).toMatchObject({ targets: [{ value: '40' }, { value: '70' }] });
  // the one that was given up is gone
  expect(byCode.get('rate')).toMatchObject({ targets: [] });
  const { body: feed } = await (await house.as('d.viewer')).get('/platform/feed?limit=100').expect(200);
  const words = JSON.stringify(feed.items);
  for (const said of ['由 24 调整为 22', '调整申请未获同意：仍需考核', '取消', '（低于基数）'])
    expect(words).toContain(said);
  await rebuild(house.database, () => undefined);
  expect(await told()).toEqual(live);
});

it('a union sees the targets of itself and of what lies below it, no others', async () => {
  const { A, B } = house.district.unions;
  const own = await set(given(people, '30', {}, { unionId: A, period: '2027' }));
  const a = (await (await house.as('a.viewer')).get('/targets').expect(200)).body.items;
  expect(a.map(({ id }: { id: string }) => id)).toEqual([own.id]);
  await (await house.as('b.viewer')).get(`/targets/${own.id}`).expect(404);
  await (await house.as('b.viewer')).get(`/targets/${own.id}/versions`).expect(404);
  expect((await (await house.as('b.viewer')).get('/target-changes').expect(200)).body.items).toEqual([]);
  const office = await house.as('d.administrator');
  await office.post('/district/targets', given(newId(), '1')).expect(404);
  await office.post('/district/targets', given(people, '1', {}, { unionId: newId() })).expect(404);
  await (
    await house.as('a.administrator')
  )
    .post('/district/targets', given(people, '1', {}, { unionId: B }))
    .expect(403);
});

it('a union that is closed gets no part of a target any more', async () => {
  const { A, B } = house.district.unions;
  const parts = { unions: [A, B].map((unionId) => ({ unionId, value: '50' })) };
  const set2029 = given(people, '100', parts, { period: '2029' });
  await house.database.query(`update trade_union set closed_on = '2020-12-31' where id = $1`, [B]);
  expect(await refused(set2029)).toEqual([['definition.unions[1].unionId', 'notFound']]);
  // to be closed one day is not closed
  await house.database.query(`update trade_union set closed_on = '2099-01-01' where id = $1`, [B]);
  await set(set2029);
  await house.database.query(`update trade_union set closed_on = null where id = $1`, [B]);
});
