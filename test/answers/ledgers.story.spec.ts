/** Ledgers (台账): the form and its versions, who sees and decides what, corrections, lists by any field, personal data. */
import { readXlsx } from 'hucre/xlsx';
import { House } from '../support/house';
import { picture } from '../support/picture';
import { visit, visitDefinition, visited, visitFields, visitLedger } from '../support/ledger';

let house: House;
let ledger: string;
const ID = '11010519491231002X';
const entries = async (who: string, query = ''): Promise<{ id: string; values: Record<string, unknown> }[]> =>
  (await (await house.as(who)).get(`/ledgers/${ledger}/entries?${query}`).expect(200)).body.items;
const filtered = (filters: object, sort = 'day'): string =>
  `sort=${sort}&filters=${encodeURIComponent(JSON.stringify(filters))}`;

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-10-10T02:00:00Z'));
  ledger = await visitLedger(house);
});
afterAll(() => house.close());

describe('the form', () => {
  it('a definition is refused with all that is wrong in it, by place', async () => {
    const fields = [
      { key: 'a', name: '甲', kind: 'choice', required: true, listed: true },
      { key: 'a', name: '乙', kind: 'file', required: true, listed: true, min: '1' },
    ];
    const definition = { ...visitDefinition, fields, whenField: 'b' };
    const { body } = await (
      await house.as('d.administrator')
    )
      .post('/district/ledger-types/trials', { definition })
      .expect(422);
    expect(body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      'definition.fields[0].choices',
      'definition.fields[1].key',
      'definition.fields[1].listed',
      'definition.fields[1].min',
      'definition.whenField',
    ]);
  });

  it('an entry keeps the version it was made with; another version says in words what it changes', async () => {
    const id = await visitLedger(house, {}, 'versions');
    const [a1, office] = [await house.as('a1.reporter'), await house.as('d.administrator')];
    const old = await a1.post(`/ledgers/${id}/entries`, { values: visit }).expect(201);
    const fields = [...visitFields.slice(1), { key: 'hall', name: '地点', kind: 'text', required: true, listed: true }];
    const definition = { ...visitDefinition, fields };
    await office.put(`/district/ledger-types/${id}`, { definition, reason: '增加地点' }, 2).expect(412);
    await office.put(`/district/ledger-types/${id}`, { definition, reason: '增加地点' }, 1).expect(200);
    await office.put(`/district/ledger-types/${id}`, { definition, reason: '增加地点' }, 2).expect(409);
    const { body } = await office.get(`/district/ledger-types/${id}/versions/2`).expect(200);
    expect(body.differences.map(({ zh }: { zh: string }) => zh)).toEqual(['新增字段“地点”', '删除字段“事由”']);
    const kind = { ...visitFields[0], kind: 'whole', maxLength: undefined };
    const turned = { definition: { ...visitDefinition, fields: [kind, ...visitFields.slice(1)] } };
    // entries of old hold words there, also after the field was dropped
    const again = await office.post(`/district/ledger-types/${id}/trials`, turned).expect(422);
    expect(again.body.errors).toMatchObject([{ field: 'definition.fields[0].kind', code: 'ledger.kindChanged' }]);
    const amount = {
      ...visitDefinition,
      fields: visitFields.map((f) => (f.key === 'amount' ? { ...f, kind: 'whole' } : f)),
    };
    const kept = await office.post(`/district/ledger-types/${id}/trials`, { definition: amount }).expect(422);
    expect(kept.body.errors).toMatchObject([{ field: 'definition.fields[3].kind', code: 'ledger.kindChanged' }]);
    // by the old form, which has no place and has a title
    await a1.post(`/ledger-entries/${old.body.id}/submission`).expect(201);
    const fresh = await a1.post(`/ledgers/${id}/entries`, { values: visit }).expect(422);
    expect(fresh.body.errors).toMatchObject([{ field: 'values.title', code: 'unknownField' }]);
    await office.post(`/district/ledger-types/${id}/retirement`, { reason: '合并' }).expect(201);
    expect((await a1.post(`/ledgers/${id}/entries`, { values: {} }).expect(409)).body.code).toBe('ledger.retired');
    await office.delete(`/district/ledger-types/${id}/retirement`).expect(204);
  });

  it.each<[object, string]>([
    [{ people: '1.5' }, 'values.people'],
    [{ people: -1 }, 'values.people'],
    [{ amount: '1.234' }, 'values.amount'],
    [{ heldOn: '2026-02-30' }, 'values.heldOn'],
    [{ kind: 'other' }, 'values.kind'],
    [{ title: '   ' }, 'values.title'],
    [{ nobody: 'x' }, 'values.nobody'],
    [{ person: { name: '王芳', idNumber: '110105194912310021' } }, 'values.person.idNumber'],
    [{ person: { name: '王芳', idNumber: '110105********0021' } }, 'values.person.idNumber'],
    [{ person: { name: '王芳', phone: '12345' } }, 'values.person.phone'],
    [{ person: '王芳' }, 'values.person'],
    [{ employer: { name: '某公司', creditCode: '91440300708461136X' } }, 'values.employer.creditCode'],
  ])('%j is refused at %s', async (values, field) => {
    const door = await house.as('a1.reporter');
    const { body } = await door.post(`/ledgers/${ledger}/entries`, { values: { ...visit, ...values } }).expect(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });
});

describe('the course of an entry', () => {
  it('a draft is its union’s alone; what was handed in goes to the tier above, which alone accepts or returns it', async () => {
    const [a1, a, d] = [await house.as('a1.reporter'), await house.as('a.reviewer'), await house.as('d.administrator')];
    const draft = await a1.post(`/ledgers/${ledger}/entries`, { values: { title: '国庆慰问' } }).expect(201);
    const at = `/ledger-entries/${draft.body.id}`;
    for (const door of [a, d, await house.as('a2.reporter')]) await door.get(at).expect(404);
    const bare = await a1.post(`${at}/submission`).expect(422);
    expect(bare.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'values.kind',
      'values.people',
      'values.heldOn',
    ]);
    const late = { values: { ...visit, heldOn: '2026-10-11' } };
    await a1.put(at, late, 2).expect(412);
    await a1.put(at, late, 1).expect(200);
    expect((await a1.post(`${at}/submission`).expect(422)).body.code).toBe('ledgerEntry.future');
    await a1.put(at, { values: { ...visit, people: 4 } }, 2).expect(200);
    await a1
      .post(`${at}/evidence`)
      .attach('file', await picture(), '现场.jpg')
      .expect(201);
    await a1.post(`${at}/submission`).expect(201);
    await a1.put(at, { values: visit }, 4).expect(409);
    for (const who of ['a2.viewer', 'b.viewer']) await (await house.as(who)).get(at).expect(404);
    await d.post(`${at}/acceptance`).expect(404);
    expect((await d.get(at).expect(200)).body).toMatchObject({ status: 'submitted', deeds: [] });
    await a.post(`${at}/return`, { reason: '金额不符' }).expect(201);
    await a1.put(at, { values: { ...visit, amount: '1600.50' } }, 5).expect(200);
    await a1.post(`${at}/submission`).expect(201);
    await a1.delete(`${at}/submission`).expect(204);
    await a1.post(`${at}/submission`).expect(201);
    await a.post(`${at}/acceptance`).expect(201);
    await a.post(`${at}/return`, { reason: '再核' }).expect(409);
    const { body } = await d.get(at).expect(200);
    expect(body.steps.map(({ kind, words }: { kind: string; words: string }) => [kind, words])).toEqual([
      ['begun', null],
      ['changed', null],
      ['changed', null],
      ['submitted', null],
      ['returned', '金额不符'],
      ['changed', null],
      ['submitted', null],
      ['takenBack', null],
      ['submitted', null],
      ['accepted', null],
    ]);
    expect(body.steps[5].changes).toEqual({ people: ['4', '3'], amount: ['1500', '1600.5'] });
    expect(body.values).toMatchObject({ people: '3', amount: '1600.5' });
  });

  it('a correction takes the place of what was accepted once it is accepted itself, and both stay readable', async () => {
    const [a1, a] = [await house.as('a1.reporter'), await house.as('a.reviewer')];
    const first = await visited(house, ledger, 'a1.reporter', {
      title: '更正前',
      person: { name: '王芳', idNumber: ID },
    });
    await a.post(`/ledger-entries/${first}/acceptance`).expect(201);
    const { body } = await a1.post(`/ledger-entries/${first}/corrections`, { reason: '人次有误' }).expect(201);
    expect(body).toMatchObject({ correctsId: first, status: 'draft', values: { title: '更正前' } });
    await a1.post(`/ledger-entries/${first}/corrections`, { reason: '又一次' }).expect(409);
    await a1.put(`/ledger-entries/${body.id}`, { values: { ...body.values, people: '9' } }, 1).expect(200);
    await a1.post(`/ledger-entries/${body.id}/submission`).expect(201);
    expect((await a1.get(`/ledger-entries/${first}`)).body.status).toBe('accepted');
    await a.post(`/ledger-entries/${body.id}/acceptance`).expect(201);
    expect((await a1.get(`/ledger-entries/${first}`)).body.status).toBe('corrected');
    // what stood masked in the form is still under seal, in its new place
    const shown = await (
      await house.as('a1.administrator')
    )
      .post(`/ledger-entries/${body.id}/disclosures`, { field: 'person', purpose: '核对发放' })
      .expect(200);
    expect(shown.body.idNumber).toBe(ID);
  });

  it('who entered it does not accept it, and without acceptance it counts at once', async () => {
    const [a, d] = [await house.as('a.administrator'), await house.as('d.administrator')];
    const own = await visited(house, ledger, 'd.administrator', { title: '区级慰问' });
    expect((await d.get(`/ledger-entries/${own}`)).body.status).toBe('accepted');
    const id = await visitLedger(house, { acceptance: false }, 'at-once');
    const begun = await a.post(`/ledgers/${id}/entries`, { values: visit }).expect(201);
    const { body } = await a.post(`/ledger-entries/${begun.body.id}/submission`).expect(201);
    expect(body.status).toBe('accepted');
  });
});

describe('lists', () => {
  let ids: string[];
  beforeAll(async () => {
    ledger = await visitLedger(house, {}, 'lists');
    ids = [
      await visited(house, ledger, 'a1.reporter', { title: '甲', amount: '20', heldOn: '2026-03-01' }),
      await visited(house, ledger, 'a2.reporter', {
        title: '乙',
        amount: '100',
        kind: 'illness',
        heldOn: '2026-02-01',
      }),
      await visited(house, ledger, 'b1.reporter', { title: '甲乙', amount: undefined, heldOn: '2026-01-01' }),
    ];
  });
  const titles = async (who: string, query: string): Promise<unknown[]> =>
    (await entries(who, query)).map(({ values }) => values['title']);

  it('each union lists its own and what those below it handed in', async () => {
    expect(await titles('d.viewer', 'sort=day')).toEqual(['甲乙', '乙', '甲']);
    expect(await titles('a.viewer', 'sort=day')).toEqual(['乙', '甲']);
    expect(await titles('a1.viewer', 'sort=day')).toEqual(['甲']);
    expect(await titles('d.viewer', `unionId=${house.district.unions.A2}`)).toEqual(['乙']);
    await (await house.as('a.viewer')).get(`/ledgers/${ledger}/entries?unionId=${house.district.unions.B}`).expect(404);
    await (await house.as('a1.reporter')).delete(`/ledger-entries/${ids[0]}`).expect(204);
    expect(await titles('a.viewer', 'sort=day')).toEqual(['乙']);
    expect(await titles('a1.viewer', 'status=withdrawn')).toEqual(['甲']);
    ids[0] = await visited(house, ledger, 'a1.reporter', { title: '甲', amount: '20', heldOn: '2026-03-01' });
  });

  it('a list is filtered and sorted by any listed field, numbers as numbers, those without a value last', async () => {
    expect(await titles('d.viewer', 'sort=amount')).toEqual(['甲', '乙', '甲乙']);
    expect(await titles('d.viewer', 'sort=-amount')).toEqual(['乙', '甲', '甲乙']);
    expect(await titles('d.viewer', 'sort=amount&pageSize=2&page=2')).toEqual(['甲乙']);
    expect(await titles('d.viewer', 'sort=amount&pageSize=1&page=3')).toEqual(['甲乙']);
    expect(await titles('d.viewer', filtered({ title: { begins: '甲' } }))).toEqual(['甲乙', '甲']);
    expect(await titles('d.viewer', filtered({ kind: ['illness'] }))).toEqual(['乙']);
    expect(await titles('d.viewer', filtered({ amount: { from: '20', to: '99.99' } }))).toEqual(['甲']);
    expect(await titles('d.viewer', filtered({ amount: { missing: true } }))).toEqual(['甲乙']);
    expect(await titles('d.viewer', 'from=2026-02-01&to=2026-02-28')).toEqual(['乙']);
    const door = await house.as('d.viewer');
    for (const [query, field] of [
      ['sort=nobody', 'sort'],
      [filtered({ nobody: ['x'] }), 'filters.nobody'],
      [filtered({ amount: ['x'] }), 'filters.amount'],
      [filtered({ kind: { from: 'a' } }), 'filters.kind'],
      ['filters=%7B', 'filters'],
    ]) {
      const { body } = await door.get(`/ledgers/${ledger}/entries?${query}`).expect(422);
      expect(body.errors[0].field).toBe(field);
    }
  });
});

describe('figures', () => {
  it('are counts, sums and counts of different ones over what was accepted, by unions and days, and lead to their entries', async () => {
    const id = await visitLedger(house, {}, 'figures');
    const [d, a] = [await house.as('d.viewer'), await house.as('a.reviewer')];
    const ask = async (query: string, door = d) => (await door.get(`/ledgers/${id}/figure?${query}`).expect(200)).body;
    expect(await ask('measure=sum&field=amount')).toMatchObject({ value: null, entries: 0 });
    const person = (idNumber: string, name: string) => ({ person: { name, idNumber } });
    const given: [string, object][] = [
      ['a1.reporter', { people: '3', amount: '0', ...person(ID, '王芳') }],
      ['a1.reporter', { people: '2', amount: undefined, heldOn: '2026-03-01', ...person(ID, '王 芳') }],
      ['a2.reporter', { people: '5', kind: 'illness', amount: '0.1', ...person('440301198001010018', '王芳') }],
      ['b1.reporter', { people: '7', kind: 'illness', amount: '0.2' }],
    ];
    const made: string[] = [];
    for (const [who, values] of given) made.push(await visited(house, id, who, values));
    expect(await ask('measure=count')).toMatchObject({ value: null, entries: 0 });
    for (const each of made.slice(0, 3)) await a.post(`/ledger-entries/${each}/acceptance`).expect(201);
    await (await house.as('b.reviewer')).post(`/ledger-entries/${made[3]}/acceptance`).expect(201);
    // exact, and zero is not nothing
    expect(await ask('measure=sum&field=amount')).toMatchObject({ value: '0.3', entries: 4, without: 1, unit: '元' });
    expect(await ask(`measure=sum&field=amount&unionId=${house.district.unions.A1}`)).toMatchObject({ value: '0' });
    expect(await ask('measure=sum&field=amount&from=2026-03-01&to=2026-03-31')).toMatchObject({
      value: null,
      entries: 1,
    });
    expect(await ask('measure=distinct&field=person')).toMatchObject({ value: '2', without: 1 });
    const kinds = await ask('measure=sum&field=people&by=kind');
    expect(kinds.groups).toEqual([
      { key: 'illness', name: '大病救助', value: '12', entries: 2 },
      { key: 'visit', name: '慰问', value: '5', entries: 2 },
    ]);
    const { groups, value } = await ask('measure=sum&field=people&by=union');
    expect([value, groups.map(({ name, value: part }: { name: string; value: string }) => [name, part])]).toEqual([
      '17',
      [
        ['甲街道总工会', '10'],
        ['乙街道总工会', '7'],
      ],
    ]);
    const filters = encodeURIComponent('{"kind":["illness"]}');
    const trace = await d.get(`/ledgers/${id}/figure/entries?measure=count&filters=${filters}`).expect(200);
    expect(trace.body.items.map((entry: { id: string }) => entry.id).toSorted()).toEqual(made.slice(2).toSorted());
    expect(await ask(`measure=count&filters=${filters}`, a)).toMatchObject({ value: '1' });
    await d.get(`/ledgers/${id}/figure?measure=sum&field=kind`).expect(422);
    await a.get(`/ledgers/${id}/figure?measure=count&unionId=${house.district.unions.B}`).expect(404);
  });

  it('a ready ledger is taken as it is, once', async () => {
    const office = await house.as('d.administrator');
    const { body } = await office.get('/district/ledger-templates').expect(200);
    expect(body.items.length).toBeGreaterThan(20);
    const taken = await office.post('/district/ledger-templates/honours/ledger-types').expect(201);
    expect(taken.headers['location']).toBe(`/api/v1/district/ledger-types/${taken.body.id}`);
    await office.post('/district/ledger-templates/honours/ledger-types').expect(409);
    await office.post('/district/ledger-templates/nobody/ledger-types').expect(404);
  });
});

describe('the desk', () => {
  it('says how many entries of which ledger wait for acceptance, and how many came back', async () => {
    const id = await visitLedger(house, { name: '台面台账' }, 'desk');
    const one = await visited(house, id, 'b1.reporter');
    await visited(house, id, 'b1.reporter');
    const on = async (who: string): Promise<unknown> => {
      const { body } = await (await house.as(who)).get('/me/desk').expect(200);
      return body.now
        .filter(({ ledgerId }: { ledgerId: string }) => ledgerId === id)
        .map(({ kind, title, target }: Record<string, string>) => [kind, title, target]);
    };
    expect(await on('b.reviewer')).toEqual([['ledgerReview', '台面台账', '2']]);
    await (await house.as('b.reviewer')).post(`/ledger-entries/${one}/return`, { reason: '补充' }).expect(201);
    expect(await on('b.reviewer')).toEqual([['ledgerReview', '台面台账', '1']]);
    expect(await on('b1.reporter')).toEqual([['ledgerReturned', '台面台账', '1']]);
    expect(await on('b1.viewer')).toEqual([]);
  });
});

describe('a spreadsheet out', () => {
  it('holds what the list holds, masked, with empty cells where nothing was said and no formula, and is in the trail', async () => {
    const id = await visitLedger(house, {}, 'export');
    await visited(house, id, 'a1.reporter', {
      title: '=1+1',
      amount: undefined,
      person: { name: '王芳', idNumber: ID },
    });
    await visited(house, id, 'b1.reporter', { title: '乙', kind: 'illness' });
    const a = await house.as('a.viewer');
    const csv = await a.get(`/ledgers/${id}/export?format=csv`).expect(200);
    const [head, first, ...none] = csv.text.replace('\ufeff', '').split('\r\n');
    expect(head).toBe(
      '填报单位,日期,事由,类别,人次（人次）,金额（元）,慰问日期,慰问对象,慰问对象-身份证号,慰问对象-电话,所在企业,所在企业-统一社会信用代码,状态,填报人,上报时间,编号',
    );
    expect(first).toContain(
      "甲一社区工联会,2026-09-25,'=1+1,慰问,3,,2026-09-25,王芳,110105********002X,,,,已上报,A1 reporter,",
    );
    expect(none.join('')).toBe('');
    const filters = encodeURIComponent('{"kind":["illness"]}');
    const bytes = await (
      await house.as('d.viewer')
    )
      .get(`/ledgers/${id}/export?format=xlsx&filters=${filters}`)
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    const { sheets } = await readXlsx(bytes.body as Buffer);
    expect(sheets[0]?.rows.map((row) => row[2])).toEqual(['事由', '乙']);
    const trail = await (await house.as('d.audit_administrator')).get(`/audit-entries?subjectId=${id}`).expect(200);
    expect(trail.body.items[0]).toMatchObject({ deed: 'ledger.exported', account: 'd.viewer' });
  });
});

describe('personal data', () => {
  const person = { name: '李明', idNumber: '11010519491231002x', phone: '+86 138 0013 8000' };

  it('is masked wherever it is read, sealed where it is stored, and told to nobody', async () => {
    const id = await visited(house, ledger, 'a1.reporter', { title: '个人', person });
    const { body } = await (await house.as('d.administrator')).get(`/ledger-entries/${id}`).expect(200);
    expect(body.values.person).toEqual({ name: '李明', idNumber: '110105********002X', phone: '138****8000' });
    await house.settled();
    const tables = [
      'ledger_entry',
      'ledger_step',
      'ledger_personal',
      'outbox_message',
      'audit_entry',
      'platform.feed_entry',
      'remembered_answer',
    ];
    for (const table of tables) {
      const [{ told }]: [{ told: number }] = await house.database.query(
        `select count(*)::int as told from ${table} r where r::text like '%${ID}%' or r::text like '%13800138000%'`,
      );
      expect([table, told]).toEqual([table, 0]);
    }
    const [{ said }]: [{ said: number }] = await house.database.query(
      `select count(*)::int as said from outbox_message where body::text like '%李明%'`,
    );
    expect(said).toBe(0);
  });

  it('is shown in full for a purpose, which stands in the audit trail, and to those only who may', async () => {
    const id = await visited(house, ledger, 'a1.reporter', { title: '查看', person });
    const at = `/ledger-entries/${id}/disclosures`;
    const office = await house.as('d.administrator');
    await office.post(at, { field: 'person' }).expect(422);
    await (await house.as('d.viewer')).post(at, { field: 'person', purpose: '核对救助' }).expect(403);
    await (await house.as('b.administrator')).post(at, { field: 'person', purpose: '核对救助' }).expect(404);
    const { body } = await office.post(at, { field: 'person', purpose: '核对救助' }).expect(200);
    expect(body).toEqual({ idNumber: ID, phone: '13800138000' });
    const trail = await (await house.as('d.audit_administrator')).get(`/audit-entries?subjectId=${id}`).expect(200);
    expect(trail.body.items[0]).toMatchObject({
      deed: 'personalData.shown',
      account: 'd.administrator',
      after: { field: 'person', purpose: '核对救助' },
    });
  });

  it('is found by the whole number, in reach only', async () => {
    const id = await visited(house, ledger, 'b1.reporter', {
      title: '查找',
      person: { name: '赵', phone: '13900139000' },
    });
    const ask = async (who: string): Promise<string[]> => {
      const given = { what: 'phone', value: '139 0013 9000', purpose: '核对是否重复' };
      const { body } = await (await house.as(who)).post(`/ledgers/${ledger}/lookups`, given).expect(200);
      return body.items.map((item: { id: string }) => item.id);
    };
    expect(await ask('d.administrator')).toEqual([id]);
    expect(await ask('a.administrator')).toEqual([]);
  });
});
