/** The annual report's figures (年度报告指标): taken ready, fed through ledgers and the register, and equal to what was reported. */
import report from '../../src/demo/report-2014.json';
import type { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { insertEntries } from '../../src/ledger/entry/entry-sql';
import { readValues } from '../../src/ledger/entry/values';
import { typeInHand } from '../../src/ledger/type/ledger-type.reader';
import { House } from '../support/house';
import { traced, values } from '../support/indicator';
import { codeOf } from '../support/register';

let house: House;
const ledgers: Record<string, string> = {};

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2015-01-05T02:00:00Z'));
  const office = await house.as('d.administrator');
  for (const { code } of report.figures)
    await office.post(`/district/indicator-templates/${code}/indicators`, { holdsFrom: '2014' }).expect(201);
  const { body } = await office.get('/ledgers').expect(200);
  for (const { code, id } of body.items) ledgers[code] = id;
}, 400_000);
afterAll(() => house.close());

/** Entries of the district itself, which nobody has to accept. */
async function entered(ledger: string, entries: readonly object[]): Promise<void> {
  const office = await house.as('d.administrator');
  for (const values of entries) {
    const { body } = await office.post(`/ledgers/${ledgers[ledger]}/entries`, { values }).expect(201);
    await office.post(`/ledger-entries/${body.id}/submission`).expect(201);
  }
}

/** The same at once, by the statement of the room, where there are many. */
async function loaded(ledger: string, entries: readonly object[]): Promise<void> {
  const { id: districtId } = house.district;
  const [officer]: { officerId: string; path: string }[] = await house.database.query(
    `select o.id as "officerId", u.path::text as path from officer o join trade_union u on u.id = o.union_id
     where o.account = 'd.administrator'`,
  );
  const actor = { districtId, unionId: districtId, ...officer } as Actor;
  await house.database.transaction(async (tx) => {
    const type = await typeInHand(tx, districtId, ledgers[ledger] ?? '');
    const rows = entries.map((given) => {
      const { values: entry, errors } = readValues(type.definition, { ...given }, { draft: false });
      expect(errors).toEqual([]);
      const on = entry[type.definition.whenField ?? ''];
      return { id: newId(), values: entry, day: typeof on === 'string' ? on : null };
    });
    await insertEntries(tx, actor, type, rows);
    await tx.query(`update ledger_entry set status = 'accepted', submitted_at = now() where type_id = $1`, [type.id]);
  });
}

const times = (count: number, make: (no: number) => object): object[] =>
  Array.from({ length: count }, (_, no) => make(no));
/** A whole that is spread over so many. */
const share = (whole: number, parts: number, no: number): number =>
  Math.floor((whole * (no + 1)) / parts) - Math.floor((whole * no) / parts);
const day = (no: number): string => `2014-${String(1 + (no % 12)).padStart(2, '0')}-15`;
const company = (no: number): object => ({ name: `第${no}企业` });

/** As many as the report says; those found real hold all workers, some of those ruled out had a union and workers once. */
async function registered(): Promise<void> {
  const { D, A1, A2, B1 } = house.district.unions;
  const rows = times(2190, (no) => {
    const [real, once] = [no < 1548, no >= 2000];
    const unionized = no < 1537 || once;
    return {
      ...{
        district_id: D,
        id: newId(),
        credit_code: codeOf(no),
        name: `第${no}企业`,
        kind: 'non_public',
        placed_since: '2010-01-01',
      },
      ...{ union_id: [A1, A2, B1][no % 3], opened_on: '2010-01-01', standing: real ? 'normal' : 'nonexistent' },
      ...{ standing_since: real ? null : '2014-06-30', union_established_on: unionized ? '2013-05-01' : null },
      ...(real
        ? {
            workers: share(70_692, 1548, no),
            members: unionized ? share(68_716, 1537, no) : 0,
            counted_on: '2014-12-31',
          }
        : once
          ? { workers: 10, members: 5, counted_on: '2013-12-31' }
          : {}),
    };
  }) as { workers?: number; members?: number }[];
  for (const row of rows) if (row.workers !== undefined) row.workers = Math.max(row.workers, row.members ?? 0);
  const surplus = rows.slice(0, 1548).reduce((sum, { workers = 0 }) => sum + workers, 0) - 70_692;
  // those without a union give back what the others were raised by
  for (let left = surplus, no = 1537; left > 0; no++) {
    const row = rows[no];
    if (row === undefined) throw new Error('The workers do not come out even.');
    const taken = Math.min(left, row.workers ?? 0);
    row.workers = (row.workers ?? 0) - taken;
    left -= taken;
  }
  await house.database.query(
    `insert into enterprise (district_id, id, credit_code, name, kind, union_id, placed_since, opened_on, standing, standing_since,
       union_established_on, workers, members, counted_on)
     select district_id, id, credit_code, name, kind, union_id, placed_since, opened_on, standing, standing_since,
       union_established_on, workers, members, counted_on from jsonb_populate_recordset(null::enterprise, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

async function filled(): Promise<void> {
  const honour = (level: string, kind: string, count: number): object[] =>
    times(count, (no) => ({ level, honour: kind, winner: `${kind}${no}`, awardedOn: '2014-05-01' }));
  await entered(
    'rectification',
    times(8, (no) => ({
      area: `方面${no}`,
      measure: '措施',
      responsible: { name: '陈静' },
      dueOn: '2014-12-01',
      state: 'done',
      registeredOn: day(no),
    })),
  );
  await entered(
    'regulations',
    times(15, (no) => ({
      title: `制度${no}`,
      act: no % 2 === 0 ? 'made' : 'amended',
      about: 'office',
      inForceOn: day(no),
    })),
  );
  await loaded(
    'cases',
    times(54, (no) => ({
      channel: no < 5 ? 'platform' : 'visit',
      matter: 'dispute',
      title: `案${no}`,
      acceptedOn: day(no),
      closed: 'yes',
    })),
  );
  await loaded('honours', [
    ...[...honour('district', 'model', 8), ...honour('district', 'advancedWorker', 24)],
    ...[
      ...honour('district', 'advancedCollective', 20),
      ...honour('province', 'medal', 1),
      ...honour('city', 'medal', 2),
    ],
    ...[...honour('city', 'certificate', 1), ...honour('city', 'pioneer', 1)],
  ]);
  await entered(
    'training',
    times(21, (no) => ({
      kind: 'skill',
      subject: `项目${no % 4}`,
      title: `班${no}`,
      attendances: share(1025, 21, no),
      free: 'yes',
      beganOn: day(no),
    })),
  );
  await entered('certificate-subsidies', [
    ...times(8, (no) => ({ act: 'item', certificate: `证${no}`, on: day(no) })),
    ...times(4, (no) => ({ act: 'paid', certificate: `证${no}`, amount: '25000', on: day(no) })),
  ]);
  await entered(
    'care-stations',
    times(4, (no) => ({
      kind: 'station',
      subdistrict: Object.values(house.district.unions)[no],
      pilot: 'yes',
      place: '一楼',
      openedOn: day(no),
    })),
  );
  await entered('care-sessions', [
    ...times(10, (no) => ({
      kind: 'counselling',
      enterprise: company(no % 7),
      topic: '减压',
      people: 100,
      heldOn: day(no),
    })),
    { kind: 'survey', topic: '问卷', people: 300, heldOn: '2014-09-01' },
  ]);
  await entered('aid-visits', [
    ...times(13, (no) => ({
      kind: 'illness',
      migrant: 'yes',
      person: { name: `工友${no}` },
      people: 1,
      amount: '10000',
      visitedOn: day(no),
    })),
    ...times(10, (no) => ({ kind: 'visit', people: 13, amount: '17000', visitedOn: day(no) })),
  ]);
  await entered(
    'mutual-insurance',
    times(3, (no) => ({ act: 'insured', plan: 'safety', policies: 1000, on: day(no) })),
  );
  await loaded(
    'safety-cup',
    times(250, (no) => ({ enterprise: company(no), people: 48, award: 'none', joinedOn: day(no) })),
  );
  await loaded(
    'lectures',
    times(76, (no) => ({ topic: `第${no}讲`, place: '社区', people: share(20_000, 76, no), heldOn: day(no) })),
  );
}

it('all 38 are taken with the ledgers they read; fed with the year’s work they say what the report said', async () => {
  const empty = await values(house, 'd.viewer', 'period=2014');
  expect(Object.values(empty).filter(({ value }) => value !== null)).toEqual([]);
  await registered();
  await filled();
  const found = await values(house, 'd.viewer', 'period=2014');
  const told = report.figures.flatMap(({ code, value, stated }) => {
    const said = value ?? stated;
    return typeof said === 'number' ? [[code, said]] : [];
  });
  expect(told).toHaveLength(37);
  expect(told.map(([code = '']) => [code, Number(found[code]?.value)])).toEqual(told);
  // said in words only: nothing was entered about it
  expect(found['bargaining.rates']).toMatchObject({ value: null, numerator: null, denominator: '1537' });
  expect(found['rate.establishment']).toMatchObject({ value: '99.3', numerator: '1537', denominator: '1548' });
}, 400_000);

it('99.3 % leads to 1,537 enterprises, page by page, each of them once', async () => {
  const { body } = await (await house.as('d.viewer')).get('/indicators?pageSize=200').expect(200);
  const id = body.items.find(({ code }: { code: string }) => code === 'rate.establishment').id;
  const { parts } = await traced(house, 'd.viewer', id, 'period=2014', 200);
  expect(parts.map(({ value, items }) => [value, new Set(items.map((item) => item.id)).size])).toEqual([
    ['1537', 1537],
    ['2190', 2190],
    ['642', 642],
  ]);
});

it('every sub-district and community adds up to the district, told by the platform as the room says it', async () => {
  await house.settled();
  const { A, B, A1, A2, B1 } = house.district.unions;
  const of = async (unionId: string) =>
    Number((await values(house, 'd.viewer', `period=2014&unionId=${unionId}`))['worker.member']?.value);
  const [a, b, ...communities] = await Promise.all([A, B, A1, A2, B1].map(of));
  expect((a ?? 0) + (b ?? 0)).toBe(68_716);
  expect(communities.reduce((sum, each) => sum + each, 0)).toBe(68_716);
  const found = await values(house, 'a.viewer', 'period=2014');
  const board = await (await house.as('a.viewer')).get('/platform/boards/indicators?period=2014').expect(200);
  const shown = board.body.items.map(({ code, value }: { code: string; value: string | null }) => [code, value]);
  expect(shown).toEqual(Object.values(found).map(({ code, value }) => [code, value]));
  expect(shown).toHaveLength(38);
});
