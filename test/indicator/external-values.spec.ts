/** Values from outside (外部数据): put twice is put once, each has a source that can be looked at, and nothing is counted twice. */
import type { Response } from 'supertest';
import { rebuild } from '../../src/platform/rebuild';
import { sendingProgram } from '../support/case';
import { eventually } from '../support/eventually';
import { type Door, House } from '../support/house';
import { defined, definitionOf, traced, valueIn } from '../support/indicator';

let house: House;
let program: Door;
let reading: Door;
const ids: Record<string, string> = {};
const at = (day: string): void => house.clock.set(new Date(`${day}T02:00:00Z`));
const people = { measure: { name: '参保职工', unit: '人' } };
const FEED = "external.value('community')";
const by = { source: '社保月报 3 号' };

const put = async (place: string, body: object, door = program): Promise<Response> =>
  door.put(`/indicators/${place.replace(' ', '/values/').replace(' ', '/')}`, body);
const given = async (place: string, value: string, more: object = {}): Promise<Response> => {
  const answer = await put(place, { value, ...by, ...more });
  expect([200, 201]).toContain(answer.status);
  return answer;
};
const refused = async (place: string, more: object = {}, door = program): Promise<unknown[]> => {
  const { status, body } = await put(place, { value: '1', ...by, ...more }, door);
  return [status, body.code, ...(body.errors ?? []).map(({ field }: { field: string }) => field)];
};
const announced = async (): Promise<unknown[]> =>
  house.database.query(
    `select body->'externalValue'->>'value' as value from outbox_message where name = 'indicator.received' order by seq`,
  );
const shows = (code: string, union: 'D' | 'A' | 'A1' | 'B', period: string, value: string | null): Promise<void> =>
  eventually(async () => {
    const query = `unionId=${house.district.unions[union]}&period=${period}`;
    const { body } = await (await house.as('d.viewer')).get(`/platform/boards/indicators?${query}`).expect(200);
    expect(body.items.find((item: { code: string }) => item.code === code)?.value ?? null).toBe(value);
  }, 5_000);

beforeAll(async () => {
  house = await House.open();
  // a key is looked at by the day of the database
  program = await sendingProgram(house, 'social', { scopes: ['indicators:read', 'indicators:write'] });
  reading = await sendingProgram(house, 'reads', { scopes: ['indicators:read'] });
  at('2026-03-20');
  for (const [code, numerator, rest] of [
    ['insured', FEED, { ...people, overTime: 'last' }],
    ['trained', FEED, { decimals: 1 }],
    [
      'share',
      "external.value('subdistrict', 'community')",
      {
        ...{ measure: { name: '参保率', unit: '%' }, decimals: 2, overTime: 'none', overUnions: 'none' },
      },
    ],
    [
      'insured.share',
      "indicator('trained')",
      {
        ...{ denominator: "indicator('insured')", factor: '100', decimals: 1, measure: { name: '比', unit: '%' } },
      },
    ],
    ['computed', '2 * 3', {}],
    ['later', FEED, {}],
  ] as const)
    ids[code] = await defined(house, code, numerator, rest, { holdsFrom: code === 'later' ? '2026Q2' : '2026' });
});
afterAll(() => house.close());

describe('what is put', () => {
  it('first is taken in, the same once more changes nothing and is not told, and something else is a new version', async () => {
    const first = await put('insured A1 2026-03', { value: '120', unit: '人', ...by, asOf: '2026-03-19' });
    expect([first.status, first.headers['etag']]).toEqual([201, '"1"']);
    expect(first.body).toMatchObject({
      ...{ code: 'insured', unionCode: 'A1', unionName: '甲一社区工联会', period: '2026-03', version: 1, value: '120' },
      ...{
        unit: '人',
        source: '社保月报 3 号',
        asOf: '2026-03-19',
        givenBy: '平台 social',
        byProgram: true,
        earlier: [],
      },
    });
    const again = await put('insured A1 2026-03', { value: '120.0', ...by, asOf: '2026-03-19' });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await announced()).toEqual([{ value: '120' }]);
    const other = await put('insured A1 2026-03', { value: '130', ...by });
    expect(other).toMatchObject({ status: 200, body: { version: 2, value: '130', asOf: null } });
    expect(other.body.earlier).toMatchObject([{ version: 1, value: '120', asOf: '2026-03-19', source: by.source }]);
    expect(await announced()).toEqual([{ value: '120' }, { value: '130' }]);
    // by ids as by codes
    const { A1 } = house.district.unions;
    const { body } = await program.get(`/indicators/${ids['insured']}/values/${A1}/2026-03`).expect(200);
    expect(body).toEqual(other.body);
  });

  it('is refused by who saw an older version, and answers a repeated call with its first answer', async () => {
    const place = '/indicators/insured/values/A1/2026-03';
    expect((await program.put(place, { value: '1', ...by }, 1)).body.code).toBe('changedMeanwhile');
    await program.put(place, { value: '131', ...by }, 2).expect(200);
    const once = (): Promise<Response> =>
      program
        .put('/indicators/insured/values/A2/2026-03', { value: '50', ...by })
        .set('idempotency-key', 'k1')
        .then((a: Response) => a);
    const [first, second] = [await once(), await once()];
    expect(first.body).toMatchObject({ version: 1, value: '50' });
    expect(second.body).toEqual(first.body);
  });

  it('by ten at once is taken in once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => put('trained B1 2026-01', { value: '7', ...by })),
    );
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual([...Array(9).fill('200'), '201']);
    const { body } = await program.get('/indicators/trained/values/B1/2026-01').expect(200);
    expect(body).toMatchObject({ version: 1, earlier: [] });
  });

  it.each<[string, string, object, unknown[]]>([
    ['what is worked out in the house', 'computed A1 2026-03', {}, [409, 'externalValue.computed']],
    ['a period of another kind', 'insured A1 2026', {}, [422, 'externalValue.period', 'period']],
    ['what has not begun', 'insured A1 2026-04', {}, [422, 'externalValue.future', 'period']],
    ['what is not yet defined', 'later A1 2026-03', {}, [422, 'externalValue.notYet', 'period']],
    ['a union above those that give it', 'insured A 2026-03', {}, [422, 'externalValue.tier', 'union']],
    ['another unit', 'insured A1 2026-03', { unit: '人次' }, [422, 'externalValue.unit', 'unit']],
    ['more decimals', 'insured A1 2026-03', { value: '1.5' }, [422, 'externalValue.decimals', 'value']],
    ['a day to come', 'insured A1 2026-03', { asOf: '2026-03-21' }, [422, 'externalValue.asOf', 'asOf']],
    ['no source', 'insured A1 2026-03', { source: '' }, [422, 'invalid', 'source']],
    ['taking back what was not given', 'insured B1 2026-03', { value: null }, [422, 'externalValue.nothing', 'value']],
    ['an indicator that is not there', 'nothing A1 2026-03', {}, [404, 'notFound']],
    ['a union that is not there', 'insured Z9 2026-03', {}, [404, 'notFound']],
    ['what is no period', 'insured A1 2026-13', {}, [404, 'notFound']],
  ])('%s is refused', async (_, place, more, expected) => {
    expect(await refused(place, more)).toEqual(expected);
  });

  it('says where a figure comes from that is worked out in the house', async () => {
    const { body } = await put('insured.share A1 2026-03', { value: '1', ...by });
    expect(body.detail).toContain("indicator('trained') ÷ indicator('insured')");
    expect((await program.get('/indicators/computed/values/A1/2026-03')).status).toBe(409);
  });

  it('lies within the reach of its key, and in its scope; those who make keys may look, those who look on may not give', async () => {
    const [b, viewer] = [await house.as('b.administrator'), await house.as('d.viewer')];
    expect(await refused('insured A1 2026-03', {}, b)).toEqual([404, 'notFound']);
    await b.get('/indicators/insured/values/A1/2026-03').expect(404);
    expect(await refused('insured A1 2026-03', {}, viewer)).toEqual([403, 'role']);
    expect(await refused('insured A1 2026-03', {}, reading)).toEqual([403, 'key.scope']);
    const security = await house.as('d.security_administrator');
    const { body } = await security.get('/indicators/insured/values/A1/2026-03').expect(200);
    expect(body).toMatchObject({
      ...{ givenBy: '平台 social', network: expect.stringMatching(/\d|::/), givenAt: '2026-03-20T02:00:00.000Z' },
      keyPrefix: program.token.split('_')[1],
    });
    const [entry] = await house.database.query(
      `select a.deed, a.before->>'value' as before, a.after->'externalValue'->>'value' as after, a.key_prefix as key
       from audit_entry a where deed = 'indicator.received' and a.after->'externalValue'->>'version' = '2'`,
    );
    expect(entry).toEqual({ deed: 'indicator.received', before: '120', after: '130', key: body.keyPrefix });
  });
});

describe('a value', () => {
  it('of those above is worked out of what those below gave, and the boards follow within seconds', async () => {
    at('2026-04-02');
    await given('trained A1 2026-03', '10.5');
    await given('trained A2 2026-03', '4');
    await shows('trained', 'A', '2026-03', '14.5');
    await shows('trained', 'D', '2026', '21.5');
    await shows('trained', 'D', '2026Q1', '21.5');
    // what stands: the last that each gave
    await shows('insured', 'D', '2026-03', '181');
    await shows('insured', 'D', '2026-04', '181');
    await shows('insured.share', 'A', '2026-03', '8.0');
    await shows('insured', 'D', '2026-02', null);
    await given('insured A1 2026-02', '100');
    await shows('insured', 'D', '2026-02', '100');
    await shows('insured', 'D', '2026', '181');
  });

  it('that does not add up is each union’s own', async () => {
    await given('share A 2026-03', '81.25');
    await given('share A1 2026-03', '79.5');
    await shows('share', 'A', '2026-03', '81.25');
    await shows('share', 'A1', '2026-03', '79.50');
    const query = `unionId=${house.district.unions.D}&period=2026-03`;
    expect(await valueIn(house, 'd.viewer', 'share', query)).toBeNull();
  });

  it('is followed to what was given, with program, time and source, and says who of those below gave none', async () => {
    const { parts, value } = await traced(house, 'd.viewer', ids['trained'] ?? '', 'period=2026', 1);
    expect(value).toBe('21.5');
    expect(parts).toMatchObject([{ text: FEED, source: 'external', unit: '人次', value: '21.5' }]);
    expect(parts[0]?.items.map(({ amount }) => amount).toSorted()).toEqual(['10.5', '4', '7']);
    expect(parts[0]?.items.find(({ amount }) => amount === '4')).toMatchObject({
      ...{ kind: 'externalValue', title: by.source, unionName: '甲二社区工联会', day: '2026-03-31', of: null },
      given: {
        code: 'trained',
        period: '2026-03',
        by: '平台 social',
        at: '2026-04-02T02:00:00.000Z',
        asOf: null,
        version: 1,
      },
    });
    const lacking = (names: [string, string][], many = names.length): object => ({
      lacking: { many, names: names.map(([unionName, period]) => ({ unionName, period })) },
    });
    const march = await traced(house, 'd.viewer', ids['trained'] ?? '', 'period=2026-03');
    expect(march.parts).toMatchObject([lacking([['乙一社区工联会', '2026-03']])]);
    // of what stands, in the last period that is over
    const stock = await traced(house, 'd.viewer', ids['insured'] ?? '', 'period=2026');
    expect(stock.parts).toMatchObject([lacking([['乙一社区工联会', '2026-03']])]);
    expect(stock.parts[0]?.items.map(({ amount }) => amount).toSorted()).toEqual(['131', '50']);
    // what is each union's own, of that union alone
    const own = `period=2026-03&unionId=${house.district.unions.B}`;
    expect((await traced(house, 'd.viewer', ids['share'] ?? '', own)).parts).toMatchObject([
      lacking([['乙街道总工会', '2026-03']]),
    ]);
  });

  it('goes when it is taken back, and stands in what was said before', async () => {
    const { body } = await put('trained A2 2026-03', { value: null, source: '误报' });
    expect(body).toMatchObject({ version: 2, value: null, source: '误报', earlier: [{ value: '4' }] });
    await shows('trained', 'A', '2026-03', '10.5');
    await given('trained A2 2026-03', '4');
    await shows('trained', 'A', '2026-03', '14.5');
  });

  it('of a closed period stands: nothing is taken in until it is opened again', async () => {
    const office = await house.as('d.administrator');
    const closed = await office
      .post('/district/indicator-closures', { period: '2026Q1', reason: '已审定' })
      .expect(201);
    expect(await refused('trained A1 2026-03')).toEqual([409, 'externalValue.closed']);
    expect(await refused('trained A1 2026-04')).toEqual([201, 'trained']);
    await office.post(`/district/indicator-closures/${closed.body.id}/reopening`, { reason: '更正' }).expect(201);
    expect(await refused('trained A1 2026-03', { value: '10.5' })).toEqual([200, 'trained']);
  });

  it('in another unit since is another value, and a retired indicator takes nothing in', async () => {
    const office = await house.as('d.administrator');
    const path = `/district/indicators/${ids['later']}`;
    expect(await refused('later A1 2026-04')).toEqual([201, 'later']);
    await shows('later', 'D', '2026-04', '1');
    const definition = definitionOf(FEED, { measure: { name: '参保', unit: '户' } });
    await office.put(path, { definition, holdsFrom: '2026Q2', reason: '改单位' }, 1).expect(200);
    await shows('later', 'D', '2026-04', null);
    expect((await put('later A1 2026-04', { value: '1', ...by })).body).toMatchObject({ version: 2, unit: '户' });
    await shows('later', 'D', '2026-04', '1');
    await office.post(`${path}/retirement`, { reason: '停用' }).expect(201);
    expect(await refused('later A1 2026-04')).toEqual([409, 'externalValue.retired']);
  });

  it('what stands goes with a union that moves; what happened stays where it happened', async () => {
    const { A1, B } = house.district.unions;
    at('2026-05-06');
    await given('insured B1 2026-04', '9');
    const move = { parentId: B, since: '2026-05-01', reason: '区划调整' };
    await (await house.as('d.system_administrator')).put(`/unions/${A1}/placement`, move, 1).expect(200);
    await shows('insured', 'B', '2026-05', '140');
    await shows('insured', 'A', '2026-05', '50');
    await shows('insured', 'A', '2026-04', '181');
    await shows('trained', 'A', '2026-03', '14.5');
  });

  it('rebuilt it is the same', async () => {
    await house.settled();
    const shown = (): Promise<unknown> =>
      house.database.query('select to_jsonb(t) as row from platform.indicator_value t order by to_jsonb(t)::text');
    const before = await shown();
    await rebuild(house.database, () => undefined);
    expect(await shown()).toEqual(before);
  });
});
