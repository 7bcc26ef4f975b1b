/** Statistical forms as a source of indicators (报表取数): what counts, where and when, who is missing, and how far it can be followed. */
import { rebuild } from '../../src/platform/rebuild';
import { eventually } from '../support/eventually';
import { handedIn, memberCells, memberDefinition, memberForm } from '../support/form';
import { House } from '../support/house';
import { defined, definitionOf, traced, valueIn, values } from '../support/indicator';

let house: House;
let form: string;
const at = (day: string): void => house.clock.set(new Date(`${day}T02:00:00Z`));
const [MEMBERS, WOMEN, FEES] = ['members', 'women', 'fees'].map((cell) => `form.sum('members', '${cell}')`) as [
  string,
  string,
  string,
];
const people = { measure: { name: '会员', unit: '人' }, overTime: 'last' };
const yuan = { measure: { name: '会费', unit: '元' }, decimals: 2 };
const ids: Record<string, string> = {};

async function given(who: string, period: string, cells: object): Promise<string> {
  return handedIn(await house.as(`${who}.reporter`), form, period, cells);
}
const accept = async (who: string, id: string): Promise<void> => {
  await (await house.as(`${who[0]}.reviewer`)).post(`/form-returns/${id}/acceptance`).expect(201);
};
async function accepted(who: string, period: string, cells: object): Promise<string> {
  const id = await given(who, period, cells);
  await accept(who, id);
  return id;
}
const board = async (code: string, query: string): Promise<string | null> => {
  const { body } = await (await house.as('d.viewer')).get(`/platform/boards/indicators?${query}`).expect(200);
  return body.items.find((item: { code: string }) => item.code === code)?.value ?? null;
};

beforeAll(async () => {
  house = await House.open();
  at('2026-03-20');
  const moments = { opensAfter: 0, dueAfter: 5, locksAfter: null };
  form = await memberForm(house, { rules: [], moments });
  for (const [code, numerator, rest] of [
    ['women.members', MEMBERS, people],
    [
      'women.share',
      WOMEN,
      { ...people, measure: { name: '女会员', unit: '%' }, denominator: MEMBERS, factor: '100', decimals: 1 },
    ],
    ['fees', FEES, yuan],
    ['fees.monthly', FEES, { ...yuan, overTime: 'mean' }],
    ['fees.mean', FEES, { ...yuan, overUnions: 'mean' }],
    ['fees.own', FEES, { ...yuan, overUnions: 'none' }],
    ['fees.each', FEES, { ...yuan, measure: { name: '人均', unit: '元/人' }, denominator: WOMEN }],
    ['fees.unions', "form.count('members', 'fees')", { measure: { name: '填报单位', unit: '个' } }],
  ] as const)
    ids[code] = await defined(house, code, numerator, rest, { holdsFrom: '2026' });
  at('2026-04-01');
  ids['a1 March'] = await accepted('a1', '2026-03', { members: '100', women: '40', fees: '10.5' });
  await accepted('a2', '2026-03', { members: '50', women: '20' });
  ids['b1 March'] = await given('b1', '2026-03', { members: '7', women: '7', fees: '7' });
  at('2026-05-06');
  await accepted('a1', '2026-04', { members: '110', women: '44', fees: '20' });
  ids['b1 April'] = await accepted('b1', '2026-04', { members: '0', women: '0', fees: '0' });
});
afterAll(() => house.close());

describe('a definition', () => {
  it('that asks for what the form does not have is refused with the place', async () => {
    const office = await house.as('d.administrator');
    const refused = async (numerator: string, part: object = {}): Promise<unknown> => {
      const body = { code: 'wrong', holdsFrom: '2026', reason: '试', definition: definitionOf(numerator, part) };
      const { errors } = (await office.post('/district/indicators', body).expect(422)).body;
      return errors.map(({ code, place }: Record<string, unknown>) => [code, place]);
    };
    expect(await refused(`${MEMBERS}\n + form.sum('members', 'girls')`, people)).toEqual([
      ['expression.cell', { line: 2, column: 24 }],
    ]);
    expect(await refused("form.sum('members', 'rate')")).toEqual([['expression.percent', { line: 1, column: 21 }]]);
    expect(await refused(`${MEMBERS} + ${FEES}`)).toEqual([['expression.unit', { line: 1, column: 1 }]]);
    expect(await refused(FEES)).toEqual([['indicator.unit', undefined]]);
    expect(await refused(FEES, { ...yuan, by: 'kind' })).toEqual([['indicator.by', undefined]]);
    await memberForm(house, {}, { code: 'quarterly', firstPeriod: '2026Q2', periodKind: 'quarter' });
    const short = { ...people, periodKind: 'month' };
    expect(await refused("form.sum('quarterly', 'members')", short)).toEqual([
      ['expression.formPeriod', { line: 1, column: 10 }],
    ]);
  });
});

describe('a value', () => {
  const [D, A, A1, A2, B] = ['D', 'A', 'A1', 'A2', 'B'] as const;
  it.each<[string, 'D' | 'A' | 'A1' | 'A2' | 'B', string, string | null]>([
    // what stands: the last that each union gave, and a union that gave nothing is not there
    ['women.members', D, '2026-02', null],
    ['women.members', D, '2026-03', '150'],
    ['women.members', D, '2026-04', '160'],
    ['women.members', D, '2026-05', '160'],
    ['women.members', D, '2026Q1', '150'],
    ['women.members', D, '2026', '160'],
    ['women.members', A, '2026-04', '160'],
    ['women.members', B, '2026-03', null],
    ['women.members', B, '2026-04', '0'],
    ['women.share', D, '2026-03', '40.0'],
    ['women.share', B, '2026-04', null],
    // what happened: the periods that lie in it; zero is a value, silence is not
    ['fees', D, '2026-03', '10.50'],
    ['fees', D, '2026-04', '20.00'],
    ['fees', D, '2026-05', null],
    ['fees', D, '2026Q1', '10.50'],
    ['fees', D, '2026H1', '30.50'],
    ['fees', D, '2026', '30.50'],
    ['fees', A2, '2026', null],
    ['fees', B, '2026-03', null],
    ['fees', B, '2026', '0.00'],
    ['fees.each', D, '2026', '0.29'],
    ['fees.monthly', D, '2026', '15.25'],
    ['fees.monthly', D, '2026Q2', '20.00'],
    ['fees.mean', D, '2026-04', '10.00'],
    ['fees.own', D, '2026', null],
    ['fees.own', A1, '2026', '30.50'],
    ['fees.unions', D, '2026', '3'],
    ['fees.unions', D, '2026-03', '1'],
    ['fees.unions', B, '2026-03', null],
  ])('%s of %s in %s is %s', async (code, union, period, value) => {
    const query = `unionId=${house.district.unions[union]}&period=${period}`;
    expect(await valueIn(house, 'd.viewer', code, query)).toBe(value);
  });

  it('is followed down to the returns of unions and periods, which add up to it, and says who is missing', async () => {
    const fees = await traced(house, 'd.viewer', ids['fees'] ?? '', 'period=2026', 1);
    expect(fees).toMatchObject({ value: '30.50', valueNow: '30.50' });
    expect(fees.parts).toMatchObject([
      {
        ...{ source: 'form', unit: '元', value: '30.5' },
        lacking: {
          many: 3,
          names: [
            { unionName: '甲二社区工联会', period: '2026-03' },
            { unionName: '乙一社区工联会', period: '2026-03' },
            { unionName: '甲二社区工联会', period: '2026-04' },
          ],
        },
      },
    ]);
    expect(fees.parts[0]?.items.map(({ amount }) => amount).toSorted()).toEqual(['0', '10.5', '20']);
    expect(fees.parts[0]?.items).toContainEqual({
      ...{ kind: 'formReturn', id: ids['a1 March'], title: '会员统计月报 · 2026年3月', unionName: '甲一社区工联会' },
      detail: null,
      given: null,
      ...{
        unionId: house.district.unions.A1,
        day: '2026-03-31',
        amount: '10.5',
        of: { formId: form, period: '2026-03' },
      },
    });
    const returned = await (await house.as('d.viewer')).get(`/form-returns/${ids['a1 March']}`).expect(200);
    expect(returned.body).toMatchObject({ period: '2026-03', values: { fees: '10.5' } });
    const stock = await traced(house, 'd.viewer', ids['women.members'] ?? '', 'period=2026');
    expect(stock.parts[0]?.items.map(({ unionName, amount }) => [unionName, amount]).toSorted()).toEqual([
      ['乙一社区工联会', '0'],
      ['甲一社区工联会', '110'],
      ['甲二社区工联会', '50'],
    ]);
    expect(stock.parts[0]).toMatchObject({
      lacking: { many: 1, names: [{ unionName: '甲二社区工联会', period: '2026-04' }] },
    });
    const below = `period=2026&unionId=${house.district.unions.B}`;
    expect((await traced(house, 'd.viewer', ids['fees'] ?? '', below)).parts).toMatchObject([
      { lacking: { many: 1, names: [{ unionName: '乙一社区工联会', period: '2026-03' }] } },
    ]);
  });

  it('a union that is exempted is not missing', async () => {
    const [a2, office] = [await house.as('a2.administrator'), await house.as('d.administrator')];
    const exempt = { kind: 'exempt', reason: '社区合并' };
    const { body } = await a2.post(`/forms/${form}/periods/2026-04/exceptions`, exempt).expect(201);
    await office
      .post(`/district/form-exceptions/${body.id}/decision`, { outcome: 'approved', reason: '同意' })
      .expect(201);
    expect((await traced(house, 'd.viewer', ids['women.members'] ?? '', 'period=2026')).parts).toMatchObject([
      { value: '160', lacking: { many: 0, names: [] } },
    ]);
  });
});

describe('the platform', () => {
  const shows = (code: string, query: string, value: string | null): Promise<void> =>
    eventually(async () => expect(await board(code, query)).toBe(value), 5_000);

  it('shows a return within seconds of its acceptance, and of a correction taking its place', async () => {
    await shows('fees', 'period=2026', '30.50');
    await shows('women.members', 'period=2026', '160');
    await accept('b1', ids['b1 March'] ?? '');
    await shows('fees', 'period=2026', '37.50');
    await shows('fees', 'period=2026-03', '17.50');
    await shows('fees', `period=2026Q1&unionId=${house.district.unions.B}`, '7.00');
    const [b1, b] = [await house.as('b1.reporter'), await house.as('b.reviewer')];
    const { body } = await b1.post(`/form-returns/${ids['b1 April']}/corrections`, { reason: '漏报' }).expect(201);
    const cells = { values: { members: '3', women: '1', fees: '2' } };
    await b1.put(`/form-returns/${body.id}`, cells, body.version).expect(200);
    await b1.post(`/form-returns/${body.id}/submission`).expect(201);
    expect(await valueIn(house, 'd.viewer', 'fees', 'period=2026')).toBe('37.50');
    await b.post(`/form-returns/${body.id}/acceptance`).expect(201);
    await shows('fees', 'period=2026', '39.50');
    await shows('women.members', 'period=2026-05', '163');
  });

  it('what stands goes with a union that moves; what happened stays where it happened', async () => {
    const { A, A1, B } = house.district.unions;
    const move = { parentId: B, since: '2026-05-01', reason: '区划调整' };
    await (await house.as('d.system_administrator')).put(`/unions/${A1}/placement`, move, 1).expect(200);
    await shows('women.members', `period=2026-05&unionId=${B}`, '113');
    await shows('women.members', `period=2026-05&unionId=${A}`, '50');
    expect(await valueIn(house, 'd.viewer', 'women.members', `period=2026-04&unionId=${A}`)).toBe('160');
    expect(await valueIn(house, 'd.viewer', 'fees', `period=2026&unionId=${A}`)).toBe('30.50');
    expect(await valueIn(house, 'd.viewer', 'fees', `period=2026&unionId=${B}`)).toBe('9.00');
  });

  it('a version without a cell ends its values from then on; what was before stays; the rest goes on', async () => {
    const office = await house.as('d.administrator');
    const cells = memberCells.filter(({ key }) => key !== 'women');
    const moments = { opensAfter: 0, dueAfter: 5, locksAfter: null };
    const definition = { ...memberDefinition, rules: [], moments, cells };
    await shows('women.share', 'period=2026-05', '39.9');
    await office.put(`/district/forms/${form}`, { definition, fromPeriod: '2026-05', reason: '精简' }, 1).expect(200);
    await shows('women.share', 'period=2026-05', null);
    await shows('women.share', 'period=2026-04', '39.9');
    expect(await valueIn(house, 'd.viewer', 'women.members', 'period=2026-05')).toBe('163');
    const { body } = await office.get(`/indicators/${ids['women.share']}/trace?period=2026-05`).expect(409);
    expect(body.code).toBe('indicator.broken');
  });

  it('keeps what the room itself would answer, and rebuilt it is the same', async () => {
    await house.settled();
    const kept: { code: string; unionId: string; name: string; value: string | null }[] = await house.database.query(
      `select i.code, v.union_id as "unionId", v.value::float8::text as value,
         case v.kind when 'year' then to_char(v.from_day, 'YYYY') else to_char(v.from_day, 'YYYY-MM') end as name
       from indicator_value v join indicator i on i.id = v.indicator_id
       where v.kind in ('year', 'month') order by v.from_day, v.union_id, i.code`,
    );
    const now = new Map<string, string | null>();
    for (const query of new Set(kept.map(({ unionId, name }) => `unionId=${unionId}&period=${name}`)))
      for (const [code, { value }] of Object.entries(await values(house, 'd.viewer', query)))
        now.set(`${code} ${query}`, value === null ? null : String(Number(value)));
    expect(kept.length).toBeGreaterThan(80);
    expect(kept.map((row) => [row, row.value])).toEqual(
      kept.map((row) => [row, now.get(`${row.code} unionId=${row.unionId}&period=${row.name}`) ?? null]),
    );
    const shown = () =>
      house.database.query('select to_jsonb(t) as row from platform.indicator_value t order by to_jsonb(t)::text');
    const before = await shown();
    await rebuild(house.database, () => undefined);
    expect(await shown()).toEqual(before);
  });
});

it('a value that was entered and accepted stands in the annual report, and is followed from there to the return', async () => {
  const office = await house.as('d.administrator');
  const words = {
    title: '{{district}}{{year}}年工作报告',
    sections: [{ level: 1, heading: '一、{{year}}年', text: '收缴会费{{fees}}。' }],
    reason: '提纲',
  };
  await office.put('/district/annual-report-template', words, 0).expect(200);
  const { body: report } = await office.get('/district/annual-report?year=2026').expect(200);
  expect(report.sections[0].paragraphs[0].parts.map(({ text }: { text: string }) => text).join('')).toBe(
    '收缴会费39.5元。',
  );
  const [figure] = report.figures;
  expect(figure).toMatchObject({ code: 'fees', value: '39.50', definition: { numerator: FEES } });
  const trace = await office.get(figure.trace.replace('/api/v1', '')).expect(200);
  expect(trace.body).toMatchObject({ value: '39.50', parts: [{ source: 'form', value: '39.5' }] });
  const { body: items } = await office.get(figure.items.replace('/api/v1', '')).expect(200);
  expect(items.items).toHaveLength(4);
  for (const { kind, id, amount } of items.items) {
    expect(kind).toBe('formReturn');
    const { body } = await office.get(`/form-returns/${id}`).expect(200);
    expect(body).toMatchObject({ status: 'accepted' });
    expect(Number(body.values.fees)).toBe(Number(amount));
  }
});
