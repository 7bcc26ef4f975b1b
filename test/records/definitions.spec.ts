/** Definitions, their versions and periods (定义、版本与报告期) as programs read them: what the house shows the same officer, and no more. */
import { definitionOf, defined } from '../support/indicator';
import { seedDistrict } from '../support/district';
import { memberDefinition, memberForm } from '../support/form';
import { FormClock } from '../../src/form/form-clock.service';
import { type Door, House } from '../support/house';
import { visitDefinition, visitLedger } from '../support/ledger';
import { courseDefinition } from '../support/course';
import { all, type Row } from './reading';

let house: House;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-04-08T02:00:00Z'));
  const other = await seedDistrict(house.database, 'x.');
  for (const [prefix, unions] of [
    ['', house.district.unions],
    ['x.', other.unions],
  ] as const)
    await define(prefix, unions);
  // some periods are locked by then, some are not, one has not begun
  house.clock.set(new Date('2026-06-20T02:00:00Z'));
  await house.app.get(FormClock).tick();
  await house.settled();
}, 400_000);
afterAll(() => house.close());

/** Of each thing one that stands and one that has changed or ended. */
async function define(prefix: string, unions: House['district']['unions']): Promise<void> {
  const [keeper, reviewer] = [await house.as(`${prefix}d.administrator`), await house.as(`${prefix}d.reviewer`)];
  const reason = '调整口径';
  await visitLedger(house, {}, 'old', prefix).then((id) =>
    keeper.post(`/district/ledger-types/${id}/retirement`, { reason }).expect(201),
  );
  const ledger = await visitLedger(house, {}, 'visits', prefix);
  await keeper
    .put(`/district/ledger-types/${ledger}`, { definition: { ...visitDefinition, about: '逐次' }, reason }, 1)
    .expect(200);
  const people = "ledger.sum('visits', 'people')";
  await defined(house, 'old', people, {}, { prefix }).then((id) =>
    keeper.post(`/district/indicators/${id}/retirement`, { reason }).expect(201),
  );
  const indicator = await defined(house, 'visits', people, {}, { prefix });
  const anew = { definition: definitionOf(people, { factor: '2' }), holdsFrom: '2026', reason };
  await keeper.put(`/district/indicators/${indicator}`, anew, 1).expect(200);
  const closed = await keeper.post('/district/indicator-closures', { period: '2020', reason: '已审定' }).expect(201);
  await keeper.post('/district/indicator-closures', { period: '2019', reason: '已审定' }).expect(201);
  await keeper.post(`/district/indicator-closures/${closed.body.id}/reopening`, { reason: '漏报' }).expect(201);
  const system = await house.as(`${prefix}d.system_administrator`);
  await system.put('/calendar/2026-07-04', { working: true, reason: '补班' }).expect(200);
  const plain = { baseline: null, unions: [], periods: [], shortfallReason: null };
  for (const unionId of [unions.D, unions.A, unions.B1]) {
    const aim = { indicatorId: indicator, period: '2026', strength: 'floor', direction: 'higher', reason };
    const { body } = await keeper
      .post('/district/targets', { ...aim, unionId, definition: { ...plain, value: '10' } })
      .expect(201);
    const change = { definition: { ...plain, value: '12' }, reason };
    const proposed = await keeper.post(`/district/targets/${body.id}/changes`, change).expect(201);
    await reviewer.post(`/district/target-changes/${proposed.body.id}/approval`).expect(201);
  }
  await annual(keeper, reviewer);
  await reporting(prefix, unions);
  for (const [code, door] of [
    ['d', 'district'],
    ['a', 'subdistrict'],
    ['b', 'subdistrict'],
  ]) {
    const office = await house.as(`${prefix}${code}.administrator`);
    const scheme = { year: 2026, title: '考核', definition: courseDefinition };
    const { body } = await office.post(`/${door}/schemes`, scheme).expect(201);
    await office.put(`/${door}/schemes/${body.id}`, { ...scheme, title: '考核方案' }, 1).expect(200);
  }
}

async function annual(keeper: Door, reviewer: Door): Promise<void> {
  const words = { title: '工作报告', sections: [{ level: 1, heading: '回顾', text: '平稳。' }], reason: '提纲' };
  await keeper.put('/district/annual-report-template', words, 0).expect(200);
  await keeper.put('/district/annual-report-template', { ...words, title: '年度报告' }, 1).expect(200);
  const at = '/district/annual-report-submissions';
  const { body } = await keeper.post(at, { year: 2025 }).expect(201);
  await reviewer.post(`${at}/${body.id}/return`, { reason: '再核' }).expect(201);
  await keeper.post(at, { year: 2025 }).expect(201);
}

/** Owed by communities; excepted by a sub-district, by a community for itself, and by the district. */
async function reporting(prefix: string, unions: House['district']['unions']): Promise<void> {
  const keeper = await house.as(`${prefix}d.administrator`);
  const form = await memberForm(house, {}, { prefix });
  const changed = { definition: { ...memberDefinition, about: '按实有数' }, fromPeriod: '2026-04', reason: '改说明' };
  await keeper.put(`/district/forms/${form}`, changed, 1).expect(200);
  const moments = { opensAfter: 0, dueAfter: 5, locksAfter: null };
  const ended = await memberForm(house, { moments }, { code: 'ended', prefix });
  await keeper.post(`/district/forms/${ended}/retirement`, { lastPeriod: '2026-04', reason: '并入年报' }).expect(201);
  for (const [account, unionId] of [
    ['a.administrator', unions.A1],
    ['a2.administrator', unions.A2],
    ['d.administrator', unions.B1],
  ] as const)
    await (
      await house.as(`${prefix}${account}`)
    )
      .post(`/forms/${form}/periods/2026-03/exceptions`, { kind: 'exempt', unionId, reason: '企业停工' })
      .expect(201);
}

const doors: Record<string, string> = {
  'd.viewer': 'district',
  'a.viewer': 'subdistrict',
  'a1.viewer': 'community',
  'a2.viewer': 'community',
  'b1.viewer': 'community',
};

/** What a record and the answer at its place both say is the same. */
function expectSame(record: Row, answer: Record<string, unknown>, but: readonly string[] = []): void {
  const shared = Object.keys(record).filter((name) => name in answer && !but.includes(name));
  expect(shared.length).toBeGreaterThan(2);
  for (const name of shared) expect([name, record[name]]).toEqual([name, answer[name]]);
}

const sorted = (ids: readonly string[]): string[] => ids.toSorted();

it.each([
  ['indicators', 'indicator', (id: string) => `/indicators/${id}`],
  ['ledgers', 'ledger_type', (id: string) => `/ledgers/${id}`],
  ['forms', 'form', (id: string) => `/forms/${id}`],
  ['form-exceptions', 'form_exception', (id: string) => `/form-exceptions/${id}`],
  ['schemes', 'scheme', (id: string, door: string) => `/${door}/schemes/${id}`],
  ['annual-report-submissions', 'annual_report', (id: string) => `/district/annual-report-submissions/${id}`],
])('of %s everybody reads just those that he could open, as they are opened', async (kind, table, at) => {
  const ids: { id: string }[] = await house.database.query(`select id from ${table} order by id`);
  expect(ids.length).toBeGreaterThan(3);
  for (const [account, of] of Object.entries(doors)) {
    const door = await house.as(account);
    const opened: string[] = [];
    const read = await all(door, kind);
    for (const { id } of ids) {
      const { status, body } = await door.get(at(id, of));
      if (status !== 200) continue;
      opened.push(id);
      expectSame(read.find((row) => row.id === id) ?? { id: 'missing' }, body);
    }
    expect([account, sorted(read.map(({ id }) => id))]).toEqual([account, opened]);
  }
});

it.each([
  ['indicator-versions', 'indicator_version', 'indicator_id', (id: string) => `/indicators/${id}/versions`],
  ['form-versions', 'form_version', 'form_id', (id: string) => `/forms/${id}`],
  ['ledger-versions', 'ledger_version', 'type_id', (id: string) => `/ledgers/${id}`],
  ['scheme-versions', 'scheme_version', 'scheme_id', (id: string, door: string) => `/${door}/schemes/${id}/versions`],
  ['target-versions', 'target_version', 'target_id', (id: string) => `/targets/${id}/versions`],
])('of %s everybody reads all of what he could open, each as it was published', async (kind, table, column, at) => {
  const rows: { of: string; version: number }[] = await house.database.query(
    `select ${column} as of, version from ${table} order by concat_ws('/', ${column}, version)`,
  );
  expect(rows.some(({ version }) => version > 1)).toBe(true);
  for (const [account, name] of Object.entries(doors)) {
    const door = await house.as(account);
    const read = await all(door, kind);
    const opened: string[] = [];
    for (const { of, version } of rows) {
      const place = at(of, name);
      const listed = place.endsWith('/versions');
      const { status, body } = await door.get(listed ? place : `${place}/versions/${version}`);
      if (status !== 200) continue;
      opened.push(`${of}/${version}`);
      const record = read.find(({ id }) => id === `${of}/${version}`) ?? { id: 'missing' };
      const answer = listed ? body.items.find((item: { version: number }) => item.version === version) : body;
      // of a target's parts the list says how many there are
      expectSame(record, answer, ['id', 'unions', 'periods']);
    }
    expect([account, read.map(({ id }) => id).toSorted()]).toEqual([account, sorted(opened)]);
  }
});

it('closed periods, the days a district set and the words of its report are those of the lists', async () => {
  for (const [kind, path, of] of [
    ['indicator-closures', '/indicator-closures?pageSize=200', ({ id }: Row) => id],
    ['calendar-days', '/calendar?year=2026', ({ day }: Row) => day],
    ['annual-report-templates', '/district/annual-report-template/versions', ({ version }: Row) => String(version)],
  ] as const)
    for (const account of Object.keys(doors)) {
      const door = await house.as(account);
      const { status, body } = await door.get(path);
      const listed: Row[] = status === 403 ? [] : body.items.filter(({ source }: Row) => source !== 'official');
      expect(listed.length > 0).toBe(kind !== 'annual-report-templates' || account === 'd.viewer');
      const read = await all(door, kind);
      expect([account, read.map(({ id }) => id).toSorted()]).toEqual([
        account,
        listed.map((row) => String(of(row))).toSorted(),
      ]);
      for (const record of read)
        expectSame(record, listed.find((item) => of(item) === record.id) ?? {}, ['id', 'changedAt']);
    }
});

it('periods are those of the forms that have opened, with their days', async () => {
  const forms: { id: string }[] = await house.database.query('select id from form');
  for (const account of Object.keys(doors)) {
    const door = await house.as(account);
    const read = await all(door, 'form-periods');
    const shown: string[] = [];
    for (const { id } of forms) {
      const { status, body } = await door.get(`/forms/${id}/periods?pageSize=200`);
      if (status !== 200) continue;
      for (const period of body.items) {
        if (period.stage === 'notOpen') continue;
        shown.push(`${id}/${period.period}`);
        const record = read.find((row) => row.id === `${id}/${period.period}`) ?? { id: 'missing' };
        expectSame(record, period);
        expect(record['lockedAt'] !== null).toBe(period.stage === 'locked');
      }
    }
    expect([account, read.map((row) => row.id).toSorted()]).toEqual([account, shown.toSorted()]);
    expect(read.length).toBeGreaterThan(3);
  }
});

it('they are narrowed by what they are of, and by whether they still stand', async () => {
  const door = await house.as('a1.viewer');
  const codes = async (kind: string, query: string) => (await all(door, kind, query)).map(({ code }) => code);
  expect(await codes('indicators', '&retired=true')).toEqual(['old']);
  expect(await codes('ledgers', '&retired=false')).toEqual(['visits']);
  const [{ id }] = (await all(door, 'forms', '&sort=-code')) as [Row];
  expect((await all(door, 'form-versions', `&formId=${id}`)).map(({ version }) => version)).toEqual([1, 2]);
  expect((await all(door, 'indicator-closures', '&closed=true')).map(({ from }) => from)).toEqual(['2019-01-01']);
  expect(await all(door, 'calendar-days', '&year=2025')).toEqual([]);
});

it('the scope of a kind is that of the forms, ledgers and lists it belongs to', async () => {
  const security = await house.as('d.security_administrator');
  const program = { unionId: house.district.unions.A, account: 'reader', name: '读取', role: 'viewer' };
  const made = await security.post('/applications', { ...program, purpose: '同步', contact: '王工' }).expect(201);
  const kindsOf = async (scope: string): Promise<string[]> => {
    const { body } = await security
      .post(`/applications/${made.body.id}/keys`, { name: scope, scopes: [scope] })
      .expect(201);
    const answer = await fetch(`${house.url}/api/v1/records`, { headers: { authorization: `Bearer ${body.token}` } });
    const { items } = (await answer.json()) as { items: { kind: string }[] };
    await security.delete(`/applications/${made.body.id}/keys/${body.id}`).expect(204);
    return items.map(({ kind }) => kind);
  };
  expect(await kindsOf('indicators:read')).toEqual([
    ...['indicators', 'indicator-versions', 'indicator-closures', 'indicator-values'],
  ]);
  expect(await kindsOf('ledgers:read')).toEqual(['ledgers', 'ledger-versions', 'ledger-entries']);
  expect(await kindsOf('forms:read')).toEqual([
    ...['forms', 'form-versions', 'form-periods', 'form-exceptions', 'form-returns'],
  ]);
  expect(await kindsOf('schemes:read')).toEqual(['schemes', 'scheme-versions']);
  expect(await kindsOf('targets:read')).toEqual(['targets', 'target-versions', 'target-changes']);
  expect(await kindsOf('annual-report:read')).toEqual(['annual-report-templates', 'annual-report-submissions']);
  expect(await kindsOf('unions:read')).toEqual(['unions', 'calendar-days']);
});
