/** Indicators (指标): defined with care, worked out Σ over Σ, traced, held by closed periods, shown by the platform. */
import { rebuild } from '../../src/platform/rebuild';
import { eventually } from '../support/eventually';
import { House } from '../support/house';
import { defined, definitionOf, traced, valueIn, values } from '../support/indicator';
import { visited, visitLedger } from '../support/ledger';
import { picture } from '../support/picture';
import { codeOf } from '../support/register';
import { assigned, cascaded, submitted } from '../support/task';

let house: House;
const PEOPLE = "ledger.sum('visits', 'people')";
const AMOUNT = "ledger.sum('visits', 'amount')";
let ledger: string;

/** Entered, submitted and accepted; answers the entry. */
async function accepted(who: string, entry: object): Promise<string> {
  const id = await visited(house, ledger, who, entry);
  const above = who.startsWith('d.') ? null : who.length > '?.reporter'.length ? `${who[0]}.reviewer` : 'd.reviewer';
  if (above !== null) await (await house.as(above)).post(`/ledger-entries/${id}/acceptance`).expect(201);
  return id;
}

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-10-10T02:00:00Z'));
  ledger = await visitLedger(house);
});
afterAll(() => house.close());

describe('a definition', () => {
  it('is refused with every mistake and where in the expression it lies', async () => {
    const office = await house.as('d.administrator');
    const wrong = { denominator: '1 +', overUnions: 'mean', measure: { name: '慰问', unit: '元' } };
    const given = { code: 'wrong', holdsFrom: '2014', reason: '试' };
    const ask = async (numerator: string, part: object = {}) =>
      (await office.post('/district/indicators', { ...given, definition: definitionOf(numerator, part) }).expect(422))
        .body;
    const both = await ask(`${PEOPLE}\n + ledger.sum('visits', 'nobody')`, wrong);
    expect(both.errors.map(({ field, code, place }: Record<string, unknown>) => [field, code, place])).toEqual([
      ['definition.numerator', 'expression.field', { line: 2, column: 25 }],
      ['definition.denominator', 'expression.unread', { line: 1, column: 4 }],
      ['definition.overUnions', 'indicator.rateMean', undefined],
    ]);
    expect((await ask(AMOUNT)).errors[0]).toMatchObject({ field: 'definition.measure.unit' });
    const early = { ...given, holdsFrom: '2014-01', definition: definitionOf(PEOPLE, { periodKind: 'year' }) };
    expect((await office.post('/district/indicators', early).expect(422)).body.code).toBe('indicator.holdsFrom');
    await (
      await house.as('a.administrator')
    )
      .post('/district/indicators', { ...given, definition: definitionOf(PEOPLE) })
      .expect(403);
  });

  it('is tried without a trace: what it says now, or the mistake with its place', async () => {
    await accepted('a1.reporter', { people: '4', heldOn: '2020-03-05' });
    const office = await house.as('d.administrator');
    const trial = { numerator: `2 * ${PEOPLE}`, denominator: "ledger.count('visits')", period: '2020' };
    const { body } = await office.post('/indicator-trials', trial).expect(200);
    expect(body).toMatchObject({ value: '8', numerator: '8', denominator: '1', unit: '人次' });
    expect(body.parts).toMatchObject([
      { text: PEOPLE, unit: '人次', value: '4' },
      { text: "ledger.count('visits')", unit: null, value: '1' },
    ]);
    const wrong = await office.post('/indicator-trials', { ...trial, numerator: '(1 + 2))' }).expect(422);
    expect(wrong.body.errors).toMatchObject([
      { field: 'numerator', code: 'expression.unread', place: { line: 1, column: 8 } },
    ]);
    await office.post('/indicator-trials', { ...trial, unionId: house.district.id, period: '2020-Q5' }).expect(422);
    const b = await house.as('b.administrator');
    await b.post('/indicator-trials', { ...trial, unionId: house.district.unions.A }).expect(404);
    await (await house.as('b.viewer')).post('/indicator-trials', trial).expect(403);
    const items = { ...trial, part: 1, limit: 1 };
    const behind = (await office.post('/indicator-trials/items', items).expect(200)).body;
    expect(behind).toMatchObject({
      items: [{ kind: 'ledgerEntry', amount: '4', day: '2020-03-05' }],
      nextCursor: null,
    });
    await office.post('/indicator-trials/items', { ...items, part: 3 }).expect(404);
    await b.post('/indicator-trials/items', { ...items, unionId: house.district.unions.A }).expect(404);
    await (await house.as('b.viewer')).post('/indicator-trials/items', items).expect(403);
    expect((await office.get('/indicators').expect(200)).body.total).toBe(0);
  });

  it('is tried as it will be worked out: its shortest period, its means, and no reference to itself', async () => {
    const office = await house.as('d.administrator');
    const trial = { numerator: PEOPLE, period: '2020' };
    const told = async (part: object) =>
      (await office.post('/indicator-trials', { ...trial, ...part }).expect(200)).body;
    const mean = await told({ overTime: 'mean', periodKind: 'month', decimals: 1 });
    expect([mean.value, mean.parts.length]).toEqual(['4.0', 12]);
    expect(mean.parts.map(({ period }: { period: string }) => period)).toContain('2020-03');
    expect((await told({ overUnions: 'none' })).value).toBeNull();
    const none = { ...trial, overTime: 'none', periodKind: 'month' };
    expect((await office.post('/indicator-trials', none).expect(422)).body.code).toBe('indicator.noPeriod');
    await defined(house, 'itself', PEOPLE, {}, { holdsFrom: '2019' });
    const itself = { ...trial, code: 'itself', numerator: "indicator('itself')" };
    expect((await office.post('/indicator-trials', itself).expect(422)).body.errors).toMatchObject([
      { field: 'numerator', code: 'expression.circle' },
    ]);
  });

  it('is made of what is offered: the ledgers with their fields, the register, tasks and other indicators', async () => {
    const office = await house.as('d.administrator');
    await defined(house, 'offered', PEOPLE, {}, { holdsFrom: '2019' });
    const offers = async (query: string) =>
      (await office.get(`/indicator-offers?${query}`).expect(200)).body.items as {
        source: string;
        code: string | null;
        calls: { text: string; unit: string | null }[];
      }[];
    const [visits, ...rest] = await offers('period=2020&programme=S16');
    expect(visits).toMatchObject({ source: 'ledger', code: 'visits' });
    expect(visits?.calls).toContainEqual(expect.objectContaining({ text: PEOPLE, unit: '人次' }));
    const texts = (groups: typeof rest) => groups.flatMap(({ calls }) => calls.map(({ text }) => text));
    expect(texts(rest)).toEqual(expect.arrayContaining(["indicator('offered')", "tasks.count({programme: 'S16'})"]));
    expect(texts(await offers('period=2018'))).not.toContain("indicator('offered')");
    await (await house.as('d.viewer')).get('/indicator-offers').expect(403);
  });

  it('changes from a period on; what was before stays by the definition it had', async () => {
    const office = await house.as('d.administrator');
    await accepted('a1.reporter', { people: '2', heldOn: '2021-05-05' });
    await accepted('b1.reporter', { people: '3', heldOn: '2022-05-05' });
    const id = await defined(house, 'versions', PEOPLE);
    await office
      .post('/district/indicators', {
        code: 'versions',
        definition: definitionOf('1'),
        holdsFrom: '2014',
        reason: '再',
      })
      .expect(409);
    const tenfold = { definition: definitionOf(PEOPLE, { factor: '10' }), holdsFrom: '2022', reason: '口径调整' };
    await office.put(`/district/indicators/${id}`, tenfold, 2).expect(412);
    await office.put(`/district/indicators/${id}`, tenfold, 1).expect(200);
    await office.put(`/district/indicators/${id}`, tenfold, 2).expect(409);
    const year = { definition: definitionOf(PEOPLE, { periodKind: 'year' }), holdsFrom: '2023', reason: '改' };
    expect((await office.put(`/district/indicators/${id}`, year, 2).expect(422)).body.errors).toMatchObject([
      { field: 'definition.periodKind' },
    ]);
    expect(await valueIn(house, 'd.viewer', 'versions', 'period=2021')).toBe('2');
    expect(await valueIn(house, 'd.viewer', 'versions', 'period=2022')).toBe('30');
    const { body } = await office.get(`/indicators/${id}/versions`).expect(200);
    expect(
      body.items.map(({ version, holdsFrom, differences }: Record<string, unknown>) => [
        version,
        holdsFrom,
        differences,
      ]),
    ).toEqual([
      [2, '2022-01-01', [{ zh: '系数：1 → 10', en: 'The factor: 1 → 10' }]],
      [1, '2014-01-01', []],
    ]);
    await office.post(`/district/indicators/${id}/retirement`, { reason: '合并' }).expect(201);
    expect(await values(house, 'd.viewer', 'codes=versions&period=2022')).toEqual({});
    await office.delete(`/district/indicators/${id}/retirement`).expect(204);
    expect(await valueIn(house, 'd.viewer', 'versions', 'period=2022')).toBe('30');
  });
});

describe('a value', () => {
  it('is Σ over Σ at every level, zero and missing apart, for months and all that is longer', async () => {
    const given: [string, object][] = [
      ['a1.reporter', { people: '3', amount: '100', heldOn: '2016-01-10' }],
      ['a1.reporter', { people: '1', amount: '0', heldOn: '2016-02-10' }],
      ['a2.reporter', { people: '0', amount: undefined, heldOn: '2016-02-20' }],
      ['b1.reporter', { people: '6', amount: '50.5', kind: 'illness', heldOn: '2016-07-01' }],
    ];
    for (const [who, entry] of given) await accepted(who, entry);
    await visited(house, ledger, 'a1.reporter', { people: '99', heldOn: '2016-01-11' });
    await defined(house, 'people', PEOPLE);
    await defined(house, 'each', AMOUNT, {
      ...{ denominator: PEOPLE, decimals: 2, measure: { name: '人均', unit: '元/人次' } },
    });
    await defined(house, 'own', PEOPLE, { overUnions: 'none' });
    await defined(house, 'mean', PEOPLE, { overUnions: 'mean', decimals: 2 });
    await defined(house, 'monthly', PEOPLE, { overTime: 'mean', decimals: 2 });
    await defined(house, 'only-months', PEOPLE, { overTime: 'none' });
    await defined(house, 'so-far', PEOPLE, { overTime: 'last' });
    const { D, A, A1, A2, B1 } = house.district.unions;
    const at = async (unionId: string, period: string): Promise<Record<string, string | null>> =>
      Object.fromEntries(
        Object.entries(await values(house, 'd.viewer', `unionId=${unionId}&period=${period}`))
          .filter(([code]) => code !== 'versions')
          .map(([code, { value }]) => [code, value]),
      );
    expect(await at(D, '2016')).toEqual({
      people: '10',
      each: '15.05',
      own: null,
      mean: '3.33',
      monthly: '3.33',
      'so-far': '10',
    });
    expect(await at(A, '2016')).toMatchObject({ people: '4', each: '25.00', own: null, mean: '2.00', monthly: '2.00' });
    expect(await at(A1, '2016')).toMatchObject({ people: '4', each: '25.00', own: '4', mean: '4.00' });
    // nobody said an amount, and nobody was visited: zero people, no amount, no rate
    expect(await at(A2, '2016')).toMatchObject({ people: '0', each: null, own: '0', mean: '0.00' });
    expect(await at(B1, '2016Q1')).toMatchObject({ people: null, each: null, 'so-far': null });
    expect(await at(D, '2016Q1')).toMatchObject({ people: '4', monthly: '2.00', 'so-far': '4' });
    expect(await at(D, '2016-02')).toMatchObject({ people: '1', each: '0.00', 'only-months': '1', 'so-far': '4' });
    expect(await at(D, '2016H2')).toMatchObject({ people: '6', 'so-far': '10' });
    expect(await at(D, '2013')).toEqual({});
    expect(await at(D, '2030')).toMatchObject({ people: null, 'so-far': null });
    for (const who of ['b.viewer', 'a1.viewer'])
      await (await house.as(who)).get(`/indicator-values?period=2016&unionId=${A}`).expect(404);
  });

  it('leads to its parts, and each part to what adds up to it, for those only who may see it', async () => {
    const sum = await defined(house, 'sum', `${PEOPLE} * 2 - ledger.count('visits', {kind: ['illness']})`, {
      denominator: "ledger.distinct('visits', 'title')",
      decimals: 1,
    });
    const { value, parts } = await traced(house, 'd.viewer', sum, 'period=2016', 2);
    expect(value).toBe('19.0');
    expect(parts.map(({ value: part }) => part)).toEqual(['10', '1', '1']);
    for (const { value: part, items } of parts)
      expect(items.reduce((total, { amount }) => total + Number(amount), 0)).toBe(Number(part));
    expect(parts[0]?.items.map(({ unionName, amount }) => [unionName, amount])).toEqual([
      ['乙一社区工联会', '6'],
      ['甲二社区工联会', '0'],
      ['甲一社区工联会', '1'],
      ['甲一社区工联会', '3'],
    ]);
    const mine = await traced(house, 'a.viewer', sum, 'period=2016');
    expect(mine.parts[0]?.items).toHaveLength(3);
    const at = `/indicators/${sum}/trace`;
    await (await house.as('a.viewer')).get(`${at}?period=2016&unionId=${house.district.unions.B}`).expect(404);
    await (
      await house.as('a.viewer')
    )
      .get(`${at}/items?period=2016&part=1&unionId=${house.district.unions.B}`)
      .expect(404);
    const door = await house.as('d.viewer');
    await door.get(`${at}/items?period=2016&part=4`).expect(404);
    for (const after of ['x', 'MjAxNi0xMy0wMSBhYmM', Buffer.from('2016-01-01 x').toString('base64url')])
      expect((await door.get(`${at}/items?period=2016&part=1&after=${after}`).expect(422)).body.code).toBe(
        'cursor.unknown',
      );
    expect((await door.get(`${at}?period=2013`).expect(422)).body.code).toBe('indicator.noPeriod');
  });

  it('is told apart by a field, and marked where it is odd', async () => {
    const [whole] = [await defined(house, 'by-kind', PEOPLE, { by: 'kind', limits: { notAbove: null, change: '50' } })];
    await defined(house, 'part', `${PEOPLE} + 1`, { limits: { notAbove: 'by-kind', change: null } });
    const { body } = await (await house.as('d.viewer')).get(`/indicators/${whole}/groups?period=2016`).expect(200);
    expect(body.items.map(({ key, name, value }: Record<string, unknown>) => [key, name, value])).toEqual([
      ['illness', '大病救助', '6'],
      ['visit', '慰问', '4'],
    ]);
    const found = await values(house, 'd.viewer', 'period=2016-02&codes=by-kind,part');
    expect(found['by-kind']?.marks.map(({ code }) => code)).toEqual(['change']);
    expect(found['part']?.marks.map(({ code }) => code)).toEqual(['aboveWhole']);
    const own = (await (await house.as('d.viewer')).get('/indicators?programme=S16').expect(200)).body.items;
    const people = own.find(({ code }: { code: string }) => code === 'people').id;
    expect(
      (await (await house.as('d.viewer')).get(`/indicators/${people}/groups?period=2016`).expect(422)).body.code,
    ).toBe('indicator.notTold');
  });

  it('follows tasks: what was accepted up to the end, and what was given, once at each level', async () => {
    const { root, shareA } = await assigned(house, { programme: 'S99', code: 'T1' });
    const { a1, a2 } = await cascaded(house, shareA);
    const report = { note: '进展', asOf: '2026-09-30' };
    const first = await submitted(await house.as('a1.reporter'), a1, { ...report, done: '30' });
    await submitted(await house.as('a2.reporter'), a2, { ...report, done: '9' });
    await (await house.as('a.reviewer')).post(`/subdistrict/reports/${first}/acceptance`).expect(201);
    const tasks = (what: string) => `tasks.sum('${what}', {programme: 'S99'})`;
    const id = await defined(house, 'task-rate', tasks('done'), {
      ...{
        denominator: tasks('target'),
        factor: '100',
        decimals: 1,
        overTime: 'last',
        measure: { name: '完成率', unit: '%' },
      },
    });
    await defined(house, 'task-count', "tasks.count({code: 'T1'})", { measure: { name: '任务', unit: '项' } });
    const { D, A, A1, A2 } = house.district.unions;
    const at = (code: string, unionId: string) => valueIn(house, 'd.viewer', code, `period=2026&unionId=${unionId}`);
    expect(await Promise.all([D, A, A1, A2].map((union) => at('task-rate', union)))).toEqual([
      '30.0',
      '50.0',
      '75.0',
      null,
    ]);
    expect(await Promise.all([D, A, A1].map((union) => at('task-count', union)))).toEqual(['1', '1', '1']);
    const { parts } = await traced(house, 'd.viewer', id, 'period=2026');
    expect(parts.map(({ items }) => items.map(({ id: task, amount }) => [task, amount]))).toEqual([
      [[a1, '30']],
      [[root, '100']],
    ]);
  });
});

describe('a closed period', () => {
  it('stands as it was, whatever is entered later, until it is opened again with a reason', async () => {
    const office = await house.as('d.administrator');
    const first = await accepted('a1.reporter', { people: '5', heldOn: '2018-04-01' });
    const id = await defined(house, 'closed', PEOPLE);
    expect(
      (await office.post('/district/indicator-closures', { period: '2026', reason: '早' }).expect(422)).body.code,
    ).toBe('indicatorPeriod.notOver');
    const { body } = await office
      .post('/district/indicator-closures', { period: '2018', reason: '年报已审定' })
      .expect(201);
    await office.post('/district/indicator-closures', { period: '2018', reason: '再' }).expect(409);
    expect(
      (await office.post('/district/indicator-closures', { period: '2018Q2', reason: '季' }).expect(409)).body.code,
    ).toBe('indicatorPeriod.closed');
    await accepted('b1.reporter', { people: '7', heldOn: '2018-05-01' });
    const at = (period: string, who = 'd.viewer') => valueIn(house, who, 'closed', `period=${period}`);
    expect([await at('2018'), await at('2018Q2'), await at('2018-05')]).toEqual(['5', '5', null]);
    expect((await values(house, 'd.viewer', 'period=2018&codes=closed'))['closed']).toMatchObject({ frozen: true });
    const trace = await traced(house, 'd.viewer', id, 'period=2018');
    expect([trace.value, trace.valueNow]).toEqual(['5', '12']);
    await house.settled();
    const board = async (who = 'd.viewer'): Promise<Record<string, unknown>> => {
      const shown = (await (await house.as(who)).get('/platform/boards/indicators?period=2018').expect(200)).body;
      const item = shown.items.find(({ code }: { code: string }) => code === 'closed');
      return { closed: shown.closed, value: item.value };
    };
    expect(await board()).toEqual({ closed: true, value: '5' });
    const change = { definition: definitionOf(PEOPLE, { factor: '2' }), holdsFrom: '2018-03', reason: '改' };
    expect((await office.put(`/district/indicators/${id}`, change, 1).expect(409)).body.code).toBe('indicator.closed');
    await office.post(`/district/indicator-closures/${body.id}/reopening`, { reason: '漏报更正' }).expect(201);
    await office.post(`/district/indicator-closures/${body.id}/reopening`, { reason: '再开' }).expect(409);
    expect(await at('2018')).toBe('12');
    await eventually(async () => expect(await board()).toEqual({ closed: false, value: '12' }));
    const { body: again } = await (
      await house.as('a1.reporter')
    )
      .post(`/ledger-entries/${first}/corrections`, { reason: '有误' })
      .expect(201);
    await (
      await house.as('a1.reporter')
    )
      .put(`/ledger-entries/${again.id}`, { values: { ...again.values, people: '1' } }, 1)
      .expect(200);
    await (await house.as('a1.reporter')).post(`/ledger-entries/${again.id}/submission`).expect(201);
    await (await house.as('a.reviewer')).post(`/ledger-entries/${again.id}/acceptance`).expect(201);
    await eventually(async () => expect(await board()).toEqual({ closed: false, value: '8' }));
    const listed = await (await house.as('a1.viewer')).get('/indicator-closures').expect(200);
    expect(listed.body.items).toMatchObject([{ period: '2018', reason: '年报已审定', reopenedReason: '漏报更正' }]);
  });
});

describe('the platform', () => {
  it('shows a value within seconds, its course beside the year before, and who is ahead; rebuilt it is the same', async () => {
    const id = await defined(house, 'board', PEOPLE);
    const { A1 } = house.district.unions;
    const point = async (query: string, who = 'd.viewer') =>
      (
        await (
          await house.as(who)
        )
          .get(`/platform/indicators/${id}/series?kind=month&until=2024-03&count=3&${query}`)
          .expect(200)
      ).body.points.map(({ period, value, lastYear }: Record<string, unknown>) => [period, value, lastYear]);
    await accepted('a1.reporter', { people: '2', heldOn: '2023-02-03' });
    await accepted('a2.reporter', { people: '0', heldOn: '2024-03-03' });
    await accepted('b1.reporter', { people: '8', heldOn: '2024-02-03' });
    await eventually(async () => expect((await point(''))[1]).toEqual(['2024-02', '8', '2']), 5_000);
    await house.settled();
    expect(await point('')).toEqual([
      ['2024-01', null, null],
      ['2024-02', '8', '2'],
      ['2024-03', '0', null],
    ]);
    expect(await point(`unionId=${A1}`)).toEqual([
      ['2024-01', null, null],
      ['2024-02', null, '2'],
      ['2024-03', null, null],
    ]);
    const ranks = async (query: string, who = 'd.viewer') =>
      (await (await house.as(who)).get(`/platform/indicators/${id}/ranks?${query}`).expect(200)).body.items.map(
        ({ unionName, rank, value }: Record<string, unknown>) => [unionName, rank, value],
      );
    expect(await ranks('period=2024')).toEqual([
      ['乙街道总工会', 1, '8'],
      ['甲街道总工会', 2, '0'],
    ]);
    expect(await ranks('period=2024', 'a.viewer')).toEqual([
      ['甲二社区工联会', 1, '0'],
      ['甲一社区工联会', null, null],
    ]);
    await (
      await house.as('a.viewer')
    )
      .get(`/platform/indicators/${id}/ranks?period=2024&parentId=${house.district.unions.B}`)
      .expect(404);
    await (
      await house.as('a.viewer')
    )
      .get(`/platform/indicators/${id}/series?kind=month&unionId=${house.district.unions.B}`)
      .expect(404);
    const tables = async (): Promise<unknown[]> =>
      Promise.all(
        ['indicator_card', 'indicator_value', 'indicator_closure'].map((table) =>
          house.database.query(`select to_jsonb(t) as row from platform.${table} t order by to_jsonb(t)::text`),
        ),
      );
    const before = await tables();
    expect((before[1] as unknown[]).length).toBeGreaterThan(20);
    await rebuild(house.database, () => undefined);
    expect(await tables()).toEqual(before);
  });

  it('keeps what the room itself would answer, for every union and period', async () => {
    await house.settled();
    const kept: { code: string; unionId: string; name: string; value: string | null }[] = await house.database.query(
      `select i.code, v.union_id as "unionId", v.value::float8::text as value,
         case v.kind when 'year' then to_char(v.from_day, 'YYYY') else to_char(v.from_day, 'YYYY-MM') end as name
       from indicator_value v join indicator i on i.id = v.indicator_id
       where v.kind in ('year', 'month') and v.from_day between '2016-01-01' and '2016-12-31' and not i.retired order by v.from_day, v.union_id, i.code`,
    );
    const asked = new Set(kept.map(({ unionId, name }) => `unionId=${unionId}&period=${name}`));
    const now = new Map<string, string | null>();
    for (const query of asked)
      for (const [code, { value }] of Object.entries(await values(house, 'd.viewer', query)))
        now.set(`${code} ${query}`, value === null ? null : String(Number(value)));
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.map((row) => [row, row.value])).toEqual(
      kept.map((row) => [row, now.get(`${row.code} unionId=${row.unionId}&period=${row.name}`)]),
    );
  });

  it('follows the register: a new headcount, a founding, a verification by the tier above', async () => {
    const verified = (what: string) => `register.count('${what}', 'verified')`;
    const share = {
      denominator: verified('preset'),
      factor: '100',
      decimals: 1,
      measure: { name: '组建率', unit: '%' },
    };
    await defined(house, 'founded', verified('unionized'), { ...share, overTime: 'last' }, { holdsFrom: '2026' });
    const workers = { measure: { name: '职工', unit: '人' }, overTime: 'last' };
    await defined(house, 'workers', "register.sum('workers', 'verified')", workers, { holdsFrom: '2026' });
    const [own, above] = [await house.as('a1.reporter'), await house.as('a.administrator')];
    const register = async (no: number, given: object = {}): Promise<{ id: string; version: number }> => {
      const enterprise = { creditCode: codeOf(no), name: `第${no}企业`, kind: 'non_public', openedOn: '2020-01-01' };
      return (await own.post('/community/enterprises', { ...enterprise, ...given }).expect(201)).body;
    };
    const board = async (query = ''): Promise<Record<string, string | null>> => {
      const { body } = await (
        await house.as('d.viewer')
      )
        .get(`/platform/boards/indicators?period=2026${query}`)
        .expect(200);
      const of = (code: string) => body.items.find((item: { code: string }) => item.code === code)?.value;
      return { founded: of('founded'), workers: of('workers') };
    };
    const shows = (founded: string | null, workers: string | null, query = ''): Promise<void> =>
      eventually(async () => expect(await board(query)).toEqual({ founded, workers }));
    const one = await register(900, {
      workers: 10,
      members: 5,
      countedOn: '2026-01-31',
      unionEstablishedOn: '2026-02-01',
    });
    const other = await register(901);
    await shows('50.0', '10');
    await shows('50.0', '10', `&unionId=${house.district.unions.A1}`);
    await shows(null, null, `&unionId=${house.district.unions.B}`);
    await own
      .put(
        `/community/enterprises/${one.id}/headcount`,
        { countedOn: '2026-06-30', workers: 12, members: 5 },
        one.version,
      )
      .expect(200);
    await shows('50.0', '12');
    const proposal = { enterpriseIds: [other.id], finding: 'nonexistent', reason: '查无此企业' };
    const { body } = await own.post('/community/verifications', proposal).expect(201);
    const verificationId = body.items[0].id;
    await own
      .post(`/community/verifications/${verificationId}/evidence`)
      .attach('file', await picture(), '走访.jpg')
      .expect(201);
    await shows('50.0', '12');
    const decisions = [{ verificationId, outcome: 'accepted' }];
    await above.post('/subdistrict/verifications/decisions', { decisions }).expect((answer) => {
      if (answer.status >= 300) throw new Error(answer.text);
    });
    await shows('100.0', '12');
    const moved = { unionId: house.district.unions.A2, since: '2026-09-15', reason: '搬迁' };
    const { version } = (await above.get(`/subdistrict/enterprises/${one.id}`).expect(200)).body;
    await above.put(`/subdistrict/enterprises/${one.id}/placement`, moved, version).expect(200);
    await shows('100.0', '12');
    await shows('100.0', '12', `&unionId=${house.district.unions.A2}`);
    await shows(null, null, `&unionId=${house.district.unions.A1}`);
    // as it stood before it moved
    expect(await valueIn(house, 'd.viewer', 'workers', `period=2026-08&unionId=${house.district.unions.A1}`)).toBe(
      '12',
    );
    expect(await valueIn(house, 'd.viewer', 'founded', `period=2026-08&unionId=${house.district.unions.A1}`)).toBe(
      '50.0',
    );
  });

  it('carries what stands over into a period that begins, without anybody’s doing', async () => {
    const id = await defined(house, 'carried', PEOPLE, { overTime: 'last' });
    await house.settled();
    const inMonth = async (month: string): Promise<string | null> => {
      const { body } = await (
        await house.as('d.viewer')
      )
        .get(`/platform/indicators/${id}/series?kind=month&until=${month}&count=1`)
        .expect(200);
      return body.points[0].value;
    };
    const now = await inMonth('2026-10');
    expect([now === null, await inMonth('2026-11')]).toEqual([false, null]);
    house.clock.set(new Date('2026-11-01T02:00:00Z'));
    await eventually(async () => expect(await inMonth('2026-11')).toBe(now), 10_000);
  });
});
