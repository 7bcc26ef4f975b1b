/** A returned entry (退回的记录): to those above it stays as it was handed in until it is handed in again; its union alone sees what it changes. */
import { LedgerReworkBegun1763900000201 } from '../../migrations/1763900000201-ledger-rework-begun';
import { settleRework } from '../../src/ledger/rework/rework-sql';
import { eventually } from '../support/eventually';
import { type Door, House } from '../support/house';
import { picture } from '../support/picture';
import { visit, visitDefinition, visited, visitFields, visitLedger } from '../support/ledger';

const [OLD, NEW] = ['11010519491231002X', '440301198001010018'];
const before = { ...visit, title: '原事由', people: '4', amount: '100', heldOn: '2026-03-01' };
const after = { ...visit, title: '改事由', people: '9', amount: '900', heldOn: '2026-04-02' };
const person = (idNumber: string) => ({ person: { name: '王芳', idNumber } });

let house: House;
let ledgers = 0;
let ledger: string;
let id: string;
let at: string;
let a: Door;
let d: Door;
let a1: Door;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-10-10T02:00:00Z'));
  [a, d, a1] = [
    await house.as('a.administrator'),
    await house.as('d.administrator'),
    await house.as('a1.administrator'),
  ];
});
afterAll(() => house.close());

/** Handed in with one file, returned, and nothing done since. */
beforeEach(async () => {
  ledgers += 1;
  ledger = await visitLedger(house, {}, `returned${ledgers}`);
  const begun = await a1.post(`/ledgers/${ledger}/entries`, { values: { ...before, ...person(OLD) } }).expect(201);
  id = begun.body.id;
  at = `/ledger-entries/${id}`;
  await attached('原.jpg');
  await a1.post(`${at}/submission`).expect(201);
  await a.post(`${at}/return`, { reason: '金额不符' }).expect(201);
});

async function attached(name: string): Promise<string> {
  const { body } = await a1
    .post(`${at}/evidence`)
    .attach('file', await picture(), name)
    .expect(201);
  return body.id;
}
const read = async (door: Door) => (await door.get(at).expect(200)).body;
const changed = async (values: object = { ...after, ...person(NEW) }): Promise<void> => {
  await a1.put(at, { values }, (await read(a1)).version).expect(200);
};
const listed = async (door: Door, query = '') =>
  (await door.get(`/ledgers/${ledger}/entries?${query}`).expect(200)).body.items;
const titles = async (door: Door, query = ''): Promise<unknown[]> =>
  (await listed(door, query)).map(({ values }: { values: { title: string } }) => values.title);
const whose = (filters: object): string => `filters=${encodeURIComponent(JSON.stringify(filters))}`;
const stored = async (table: string, key = 'entry_id'): Promise<number> => {
  const [{ n }]: [{ n: number }] = await house.database.query(
    `select count(*)::int as n from ${table} where ${key} = $1`,
    [id],
  );
  return n;
};

it('one entry reads to those above as it was handed in, with its version and history, and to its union as it stands', async () => {
  const then = await a.get(at).expect(200);
  await changed();
  await changed({ ...after, ...person(NEW), people: '10' });
  const now = await a.get(at).expect(200);
  expect(now.body).toEqual(then.body);
  expect(now.headers['etag']).toBe(then.headers['etag']);
  expect((await read(d)).values).toMatchObject({ title: '原事由', person: { idNumber: '110105********002X' } });
  const own = await read(a1);
  expect(own).toMatchObject({ status: 'returned', day: '2026-04-02', version: then.body.version + 2 });
  expect(own.values).toMatchObject({ title: '改事由', people: '10', person: { idNumber: '440301********0018' } });
  expect(own.steps.slice(-2).map(({ kind }: { kind: string }) => kind)).toEqual(['changed', 'changed']);
  // of two who change it the second is told
  await a1.put(at, { values: after }, then.body.version).expect(412);
});

it('lists find, sort and show it to those above by what was handed in, and to its union by what it changed', async () => {
  await visited(house, ledger, 'a1.reporter', { title: '中间', amount: '500', heldOn: '2026-03-15' });
  await changed();
  for (const door of [a, d]) {
    expect(await titles(door, 'sort=amount')).toEqual(['原事由', '中间']);
    expect(await titles(door, 'sort=-day')).toEqual(['中间', '原事由']);
    expect(await titles(door, `sort=day&unionId=${house.district.unions.A1}`)).toEqual(['原事由', '中间']);
    expect(await titles(door, whose({ title: ['原事由'] }))).toEqual(['原事由']);
    expect(await titles(door, whose({ title: { begins: '改' } }))).toEqual([]);
    expect(await titles(door, 'status=returned&to=2026-03-31')).toEqual(['原事由']);
    expect(await titles(door, 'from=2026-04-01')).toEqual([]);
  }
  expect(await titles(a1, 'sort=amount')).toEqual(['中间', '改事由']);
  expect(await titles(a1, 'sort=-day&pageSize=1&page=2')).toEqual(['中间']);
  expect(await titles(a1, whose({ title: ['原事由'] }))).toEqual([]);
  expect(await titles(a1, whose({ amount: { from: '800' } }))).toEqual(['改事由']);
  expect(await titles(a1, 'status=returned&from=2026-04-01')).toEqual(['改事由']);
  const [{ version }] = await listed(a1, 'status=returned');
  expect([version, (await read(a1)).version]).toEqual([4, 4]);
});

it('what a union above keeps itself and has to change it alone sees changed', async () => {
  const own = await visited(house, ledger, 'a.reporter', { ...before, title: '街道原' });
  await d.post(`/ledger-entries/${own}/return`, { reason: '补充' }).expect(201);
  await a.put(`/ledger-entries/${own}`, { values: { ...before, title: '街道改', amount: '1' } }, 3).expect(200);
  await changed();
  expect(await titles(a, 'sort=amount')).toEqual(['街道改', '原事由']);
  expect(new Set(await titles(d))).toEqual(new Set(['原事由', '街道原']));
  expect(await titles(a, `sort=amount&pageSize=1&page=2`)).toEqual(['原事由']);
});

it('spreadsheets out hold the same', async () => {
  await changed();
  const csv = async (door: Door): Promise<string> =>
    (await door.get(`/ledgers/${ledger}/export?format=csv`).expect(200)).text;
  const [above, own] = [await csv(a), await csv(a1)];
  expect(above).toContain('2026-03-01,原事由,慰问,4,100');
  expect(above).not.toMatch(/改事由|0018/);
  expect(own).toContain('2026-04-02,改事由,慰问,9,900');
  expect(own.trimEnd().split('\r\n')).toHaveLength(2);
});

it('personal data are disclosed and found as they were handed in, by the union as it changed them', async () => {
  await changed();
  const shown = async (door: Door): Promise<string> =>
    (await door.post(`${at}/disclosures`, { field: 'person', purpose: '核对发放' }).expect(200)).body.idNumber;
  expect([await shown(a), await shown(d), await shown(a1)]).toEqual([OLD, OLD, NEW]);
  const found = async (door: Door, value: string): Promise<unknown> =>
    (await door.post(`/ledgers/${ledger}/lookups`, { what: 'idNumber', value, purpose: '核对是否重复' }).expect(200))
      .body.items;
  expect(await found(a, OLD)).toMatchObject([{ id, day: '2026-03-01' }]);
  expect(await found(a, NEW)).toEqual([]);
  expect(await found(a1, NEW)).toMatchObject([{ id, day: '2026-04-02' }]);
  expect(await found(a1, OLD)).toEqual([]);
  // what its union took out altogether is still there for those who have it in hand
  await changed(after);
  expect(await shown(a)).toBe(OLD);
  await a1.post(`${at}/disclosures`, { field: 'person', purpose: '核对发放' }).expect(404);
});

it('files that its union adds or takes out meanwhile are nobody else’s to see, or still there', async () => {
  const [{ id: old }] = (await read(a1)).evidence;
  const fresh = await attached('新.jpg');
  await a1.delete(`${at}/evidence/${old}`).expect(204);
  await a1.delete(`${at}/evidence/${old}`).expect(404);
  const names = async (door: Door): Promise<unknown> => {
    const { evidence, files } = await read(door);
    expect([files, (await listed(door))[0].files]).toEqual([evidence.length, evidence.length]);
    return evidence.map(({ name }: { name: string }) => name);
  };
  expect([await names(a), await names(a1)]).toEqual([['原.jpg'], ['新.jpg']]);
  await a.get(`${at}/evidence/${old}`).expect(200);
  await a.get(`${at}/evidence/${fresh}`).expect(404);
  await a1.get(`${at}/evidence/${old}`).expect(404);
  await a1.post(`${at}/submission`).expect(201);
  expect([await names(a), await names(a1), await stored('ledger_file')]).toEqual([['新.jpg'], ['新.jpg'], 1]);
});

it('required evidence that was taken out is missing', async () => {
  const strict = await visitLedger(house, { evidence: 'required' }, `strict${ledgers}`);
  id = (await a1.post(`/ledgers/${strict}/entries`, { values: before }).expect(201)).body.id;
  at = `/ledger-entries/${id}`;
  const file = await attached('原.jpg');
  await a1.post(`${at}/submission`).expect(201);
  await a.post(`${at}/return`, { reason: '模糊' }).expect(201);
  await a1.delete(`${at}/evidence/${file}`).expect(204);
  expect((await a1.post(`${at}/submission`).expect(422)).body.code).toBe('ledgerEntry.values');
});

it('handed in again, everybody reads what was changed, and nothing is left of the working copy', async () => {
  await changed();
  await a1.post(`${at}/submission`).expect(201);
  const [above, own] = [await read(a), await read(a1)];
  for (const each of [above, own])
    expect(each).toMatchObject({ status: 'submitted', day: '2026-04-02', version: 5, values: { title: '改事由' } });
  expect(above.steps.at(-2).changes).toMatchObject({ title: ['原事由', '改事由'], amount: ['100', '900'] });
  expect(await titles(a, whose({ title: ['改事由'] }))).toEqual(['改事由']);
  const shown = await a.post(`${at}/disclosures`, { field: 'person', purpose: '核对发放' }).expect(200);
  expect(shown.body.idNumber).toBe(NEW);
  expect([await stored('ledger_rework', 'id'), await stored('ledger_personal')]).toEqual([0, 1]);
  await a.post(`${at}/acceptance`).expect(201);
  const sum = await d.get(`/ledgers/${ledger}/figure?measure=sum&field=amount`).expect(200);
  expect(sum.body.value).toBe('900');
});

it('returned entries count in no figure, however they are changed', async () => {
  await changed();
  for (const door of [a1, a, d])
    expect((await door.get(`/ledgers/${ledger}/figure?measure=count`).expect(200)).body).toMatchObject({ value: null });
});

it('given up, its union keeps what it wrote last, and what was handed in is what is told of it', async () => {
  await changed();
  await a1.delete(at).expect(204);
  await a.get(at).expect(404);
  expect(await read(a1)).toMatchObject({ status: 'withdrawn', values: { title: '改事由' }, version: 5 });
  expect(await stored('ledger_rework', 'id')).toBe(0);
  const [told]: { body: { ledgerEntry: object } }[] = await house.database.query(
    `select body from outbox_message where name = 'ledgerEntry.withdrawn' and body->'ledgerEntry'->>'entryId' = $1`,
    [id],
  );
  expect(told?.body.ledgerEntry).toMatchObject({ status: 'withdrawn', day: '2026-03-01', figures: { amount: '100' } });
});

it('many are returned in one deed, and one that is returned twice begins from what was handed in last', async () => {
  await changed();
  await a1.post(`${at}/submission`).expect(201);
  const decision = { entryIds: [id], outcome: 'returned', reason: '再核' };
  expect((await a.post('/ledger-entries/decisions', decision)).body).toMatchObject({ decided: 1 });
  expect((await read(a)).values).toMatchObject({ title: '改事由' });
  await changed({ ...after, title: '三改' });
  expect([(await read(a)).values.title, (await read(a1)).values.title]).toEqual(['改事由', '三改']);
});

it('a program that changes it under its code does so behind the same curtain', async () => {
  const by = `/ledgers/returned${ledgers}/entries/by-code/K-1`;
  const first = await a1.put(by, { values: { ...before, ...person(OLD) }, submit: true }).expect(201);
  ({ id } = first.body);
  at = `/ledger-entries/${id}`;
  await a.post(`${at}/return`, { reason: '金额不符' }).expect(201);
  const { body } = await a1.put(by, { values: { ...after, ...person(NEW) } }).expect(200);
  expect(body).toMatchObject({ id, status: 'returned', values: { title: '改事由' } });
  // the same once more is the same, number behind the mask and all
  expect((await a1.put(by, { values: { ...after, ...person(NEW) } }).expect(200)).body.version).toBe(body.version);
  expect((await read(a)).values).toMatchObject({ title: '原事由', amount: '100' });
  // and hands in what was changed since it came back
  await a1.put(by, { values: { ...after, ...person(NEW) }, submit: true }).expect(200);
  expect(await read(a)).toMatchObject({ status: 'submitted', values: { title: '改事由' } });
  await a.post(`${at}/return`, { reason: '再核' }).expect(201);
  await a1.put(by, { values: { ...after, people: '11' }, submit: true }).expect(200);
  expect((await read(a)).values).toMatchObject({ title: '改事由', people: '11' });
  expect([await stored('ledger_rework', 'id'), await stored('ledger_personal')]).toEqual([0, 0]);
});

it('a field that becomes one of the list is found in what was handed in and in what is being changed', async () => {
  const fields = visitFields.map((field) => (field.key === 'employer' ? { ...field, listed: false } : field));
  ledger = await visitLedger(house, { fields }, `late${ledgers}`);
  id = await visited(house, ledger, 'a1.reporter', { ...before, employer: { name: '原企业' } });
  at = `/ledger-entries/${id}`;
  await a.post(`${at}/return`, { reason: '请核对' }).expect(201);
  await changed({ ...after, employer: { name: '改企业' } });
  const definition = { ...visitDefinition, fields: visitFields };
  await d.put(`/district/ledger-types/${ledger}`, { definition, reason: '列出' }, 1).expect(200);
  const within = (name: string): string => whose({ employer: [name] });
  expect([await titles(a, within('原企业')), await titles(a, within('改企业'))]).toEqual([['原事由'], []]);
  expect([await titles(a1, within('原企业')), await titles(a1, within('改企业'))]).toEqual([[], ['改事由']]);
});

it('programs read what was handed in, and are told of no change that is not theirs to see', async () => {
  const items = async (door: Door) =>
    (await door.get(`/records/ledger-entries?ledgerId=${ledger}&limit=1000`).expect(200)).body.items;
  const start = async (door: Door): Promise<string> =>
    (await door.get('/records/ledger-entries?limit=1').expect(200)).body.changes;
  const since = async (door: Door, cursor: string): Promise<Record<string, unknown>[]> =>
    (await door.get(`/records/ledger-entries?limit=1000&after=${cursor}`).expect(200)).body.items;
  await house.settled();
  const then = await items(a);
  const [above, own] = [await start(a), await start(a1)];
  await changed();
  expect(await items(a)).toEqual(then);
  expect(await items(d)).toEqual(then);
  expect(await items(a1)).toMatchObject([{ id, day: '2026-04-02', version: 4, values: { title: '改事由' } }]);
  await house.settled();
  // a change is told when nothing older can still commit, in whatever database of the server
  await eventually(async () =>
    expect((await since(a1, own)).filter((each) => each['id'] === id)).toMatchObject([
      { state: 'there', version: 4, values: { title: '改事由' } },
    ]),
  );
  expect((await since(a, above)).filter((each) => each['id'] === id)).toEqual([]);
  await a1.post(`${at}/submission`).expect(201);
  await house.settled();
  for (const [door, cursor] of [
    [a, above],
    [a1, own],
  ] as const)
    await eventually(async () =>
      expect((await since(door, cursor)).filter((each) => each['id'] === id)).toMatchObject([
        { state: 'there', status: 'submitted', version: 5, values: { title: '改事由' } },
      ]),
    );
});

it('what was changed before there were working copies becomes one, and what was handed in is put back', async () => {
  await changed();
  await changed({ ...after, ...person(NEW), amount: undefined, employer: { name: '改企业' } });
  // as it was kept then: in the entry itself
  const kept: { id: string }[] = await house.database.query('select id from ledger_rework');
  await settleRework(
    house.database.manager,
    house.district.id,
    kept.map((each) => each.id),
  );
  expect((await read(a)).values).toMatchObject({ title: '改事由' });
  const own = await read(a1);
  await house.database.transaction((tx) =>
    tx.queryRunner === undefined
      ? Promise.reject(new Error('A transaction without a runner.'))
      : new LedgerReworkBegun1763900000201().up(tx.queryRunner),
  );
  expect(await read(a1)).toEqual(own);
  const [above] = await listed(a, `${whose({ title: ['原事由'], amount: { from: '100', to: '100' } })}&to=2026-03-31`);
  const masked = { name: '王芳', idNumber: '110105********002X' };
  expect(above).toMatchObject({ id, day: '2026-03-01', values: { ...before, person: masked } });
  expect(Object.keys(above.values)).not.toContain('employer');
  expect(await titles(a, whose({ employer: { missing: false } }))).toEqual([]);
  const shown = (door: Door) => door.post(`${at}/disclosures`, { field: 'person', purpose: '核对发放' });
  // its number was overwritten; the one that stands now is not theirs to see
  await shown(a).expect(404);
  expect((await shown(a1).expect(200)).body.idNumber).toBe(NEW);
  await a1.post(`${at}/submission`).expect(201);
  expect((await shown(a).expect(200)).body.idNumber).toBe(NEW);
});
