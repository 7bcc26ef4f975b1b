/** Ledgers from above (台账审核与口径): many entries decided in one deed, and a form whose fields others use. */
import { House } from '../support/house';
import { defined } from '../support/indicator';
import { visit, visitDefinition, visited, visitFields, visitLedger } from '../support/ledger';

let house: House;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-10-10T02:00:00Z'));
});
afterAll(() => house.close());

describe('many entries decided in one deed', () => {
  interface Decision {
    entryId: string;
    outcome: string;
    refusal: { code: string; zh: string; en: string } | null;
  }
  const told = (items: Decision[]): unknown[] => items.map(({ outcome, refusal }) => [outcome, refusal?.code ?? null]);

  it('each is accepted, or says why not; those accepted count, what they correct steps back, and all of it is told', async () => {
    const ledger = await visitLedger(house, {}, 'many');
    const other = await visitLedger(house, {}, 'other');
    const [a1, a] = [await house.as('a1.reporter'), await house.as('a.reviewer')];
    const first = await visited(house, ledger, 'a1.reporter');
    await a.post(`/ledger-entries/${first}/acceptance`).expect(201);
    const correction = await a1.post(`/ledger-entries/${first}/corrections`, { reason: '人次有误' }).expect(201);
    await a1.post(`/ledger-entries/${correction.body.id}/submission`).expect(201);
    const draft = await a1.post(`/ledgers/${ledger}/entries`, { values: visit }).expect(201);
    const ids = [
      await visited(house, ledger, 'a1.reporter', { people: '4' }),
      await visited(house, other, 'a2.reporter', { people: '5' }),
      correction.body.id,
      first,
      draft.body.id,
      await visited(house, ledger, 'b1.reporter'),
    ];
    const decidable = async (who: string): Promise<Record<string, boolean>> => {
      const { items } = (await (await house.as(who)).get(`/ledgers/${ledger}/entries`).expect(200)).body;
      return Object.fromEntries(items.map((item: { id: string; decidable: boolean }) => [item.id, item.decidable]));
    };
    expect(await decidable('a.reviewer')).toEqual({ [ids[0]]: true, [ids[2]]: true, [first]: false });
    for (const who of ['a.viewer', 'a1.administrator', 'd.administrator'])
      expect([who, Object.values(await decidable(who)).some(Boolean)]).toEqual([who, false]);
    const key = { 'idempotency-key': 'many-1' };
    const decided = await a
      .post('/ledger-entries/decisions', { entryIds: ids, outcome: 'accepted' })
      .set(key)
      .expect(201);
    expect(decided.body.items.map(({ entryId }: Decision) => entryId)).toEqual(ids);
    expect(told(decided.body.items)).toEqual([
      ['accepted', null],
      ['accepted', null],
      ['accepted', null],
      ['refused', 'ledgerEntry.state'],
      ['refused', 'notFound'],
      ['refused', 'notFound'],
    ]);
    expect(decided.body).toMatchObject({ decided: 3, refused: 3 });
    const again = await a
      .post('/ledger-entries/decisions', { entryIds: ids, outcome: 'accepted' })
      .set(key)
      .expect(201);
    expect(again.body).toEqual(decided.body);
    const of = async (id: string) => (await a1.get(`/ledger-entries/${id}`).expect(200)).body;
    expect(await of(first)).toMatchObject({ status: 'corrected', version: 4 });
    expect(await of(ids[0] ?? '')).toMatchObject({ status: 'accepted', version: 3 });
    expect((await of(draft.body.id)).status).toBe('draft');
    expect((await of(ids[0] ?? '')).steps.map(({ kind }: { kind: string }) => kind)).toEqual([
      'begun',
      'submitted',
      'accepted',
    ]);
    const events: { name: string; count: number }[] = await house.database.query(
      `select name, count(*)::int as count from outbox_message
       where name in ('ledgerEntry.accepted', 'ledgerEntry.corrected') and body->'ledgerEntry'->>'entryId' = any($1)
       group by name order by name`,
      [ids],
    );
    // the first was accepted before, by itself
    expect(events).toEqual([
      { name: 'ledgerEntry.accepted', count: 4 },
      { name: 'ledgerEntry.corrected', count: 1 },
    ]);
    const audited = `select count(*)::int as count from audit_entry where deed like 'ledgerEntry.%' and subject_id = any($1)`;
    const [{ count }]: [{ count: number }] = await house.database.query(audited, [ids.slice(0, 2)]);
    // begun, submitted, accepted
    expect(count).toBe(6);
  });

  it('those returned all carry the one reason; without one nothing is returned', async () => {
    const ledger = await visitLedger(house, {}, 'back');
    const ids = [await visited(house, ledger, 'a1.reporter'), await visited(house, ledger, 'a2.reporter')];
    const a = await house.as('a.reviewer');
    const bare = await a.post('/ledger-entries/decisions', { entryIds: ids, outcome: 'returned' }).expect(422);
    expect(bare.body.errors).toMatchObject([{ field: 'reason', code: 'ledgerEntry.reason' }]);
    const body = { entryIds: ids, outcome: 'returned', reason: '请补充签到表' };
    expect((await a.post('/ledger-entries/decisions', body).expect(201)).body).toMatchObject({
      decided: 2,
      refused: 0,
    });
    for (const id of ids) {
      const entry = (await a.get(`/ledger-entries/${id}`).expect(200)).body;
      expect([entry.status, entry.steps.at(-1)]).toMatchObject([
        'returned',
        { kind: 'returned', words: '请补充签到表' },
      ]);
    }
  });

  it('nobody decides on what he entered himself, nor on more than two hundred, nor who may not review', async () => {
    const ledger = await visitLedger(house, {}, 'self');
    const [a, a1] = [await house.as('a.administrator'), await house.as('a1.administrator')];
    const mine = await visited(house, ledger, 'a1.administrator');
    const body = { entryIds: [mine], outcome: 'accepted' };
    const door = await house.as('a1.administrator');
    expect(told((await door.post('/ledger-entries/decisions', body).expect(201)).body.items)).toEqual([
      ['refused', 'notFound'],
    ]);
    await house.database.query(
      'update ledger_entry set created_by = (select id from officer where account = $2) where id = $1',
      [mine, 'a.administrator'],
    );
    expect(told((await a.post('/ledger-entries/decisions', body).expect(201)).body.items)).toEqual([
      ['refused', 'ledgerEntry.own'],
    ]);
    await (await house.as('a.viewer')).post('/ledger-entries/decisions', body).expect(403);
    const many = Array.from({ length: 201 }, (_, no) => `00000000-0000-7000-8000-${String(no).padStart(12, '0')}`);
    await a1.post('/ledger-entries/decisions', { ...body, entryIds: many }).expect(422);
    const most = await a.post('/ledger-entries/decisions', { ...body, entryIds: many.slice(1) }).expect(201);
    expect(most.body).toMatchObject({ decided: 0, refused: 200 });
  });

  it('two who decide on the same list at once decide each entry once', async () => {
    const ledger = await visitLedger(house, {}, 'lot');
    const ids = await Promise.all(
      Array.from({ length: 40 }, () => visited(house, ledger, 'a1.reporter', { people: '1' })),
    );
    const a = await house.as('a.reviewer');
    const [one, two] = await Promise.all(
      [ids, ids.toReversed()].map((entryIds) => a.post('/ledger-entries/decisions', { entryIds, outcome: 'accepted' })),
    );
    expect([one?.status, two?.status]).toEqual([201, 201]);
    expect(one?.body.decided + two?.body.decided).toBe(40);
    const steps = `select count(*)::int as count from ledger_step where kind = 'accepted' and entry_id = any($1)`;
    const [{ count }]: [{ count: number }] = await house.database.query(steps, [ids]);
    expect(count).toBe(40);
  });
});

describe('a form whose fields indicators use', () => {
  const without = (key: string) => ({ ...visitDefinition, fields: visitFields.filter((field) => field.key !== key) });
  interface Broken {
    code: string;
    name: string;
    fields: string[];
  }

  it('names the indicators that another version would break, and is published only by who says that he knows', async () => {
    const id = await visitLedger(house, {}, 'used');
    const measure = { name: '慰问金', unit: '元' };
    await defined(house, 'used.paid', "ledger.sum('used', 'amount')", { name: '发放慰问金', measure, decimals: 2 });
    await defined(house, 'used.illness', "ledger.count('used', {kind: ['illness']})", { name: '大病救助' });
    await defined(house, 'used.each', "indicator('used.paid') / 2", { name: '户均', measure, decimals: 2 });
    const retired = await defined(house, 'used.old', "ledger.sum('used', 'amount')", { measure, decimals: 2 });
    const office = await house.as('d.administrator');
    await office.post(`/district/indicators/${retired}/retirement`, { reason: '停用' }).expect(201);
    const trial = async (definition: object): Promise<Broken[]> =>
      (await office.post(`/district/ledger-types/${id}/trials`, { definition }).expect(200)).body.breaks;

    expect(await trial(without('title'))).toEqual([]);
    expect(await trial({ ...visitDefinition, name: '慰问登记' })).toEqual([]);
    const broken = await trial(without('amount'));
    expect(broken.map(({ code, name, fields }) => [code, name, fields])).toEqual([
      ['used.each', '户均', ['amount']],
      ['used.paid', '发放慰问金', ['amount']],
    ]);
    expect(broken[1]).toMatchObject({ zh: expect.stringContaining('字段'), en: expect.stringContaining('field') });
    // the same field in another unit, and a choice that a filter names
    const fields = visitFields.map((field) =>
      field.key === 'amount'
        ? { ...field, unit: '万元' }
        : field.key === 'kind'
          ? { ...field, choices: [{ code: 'visit', name: '慰问' }] }
          : field,
    );
    expect((await trial({ ...visitDefinition, fields })).map(({ code, fields: of }) => [code, of])).toEqual([
      ['used.illness', ['kind']],
      ['used.paid', ['amount']],
    ]);

    const path = `/district/ledger-types/${id}`;
    const body = { definition: without('amount'), reason: '不再登记金额' };
    const refused = await office.put(path, body, 1).set('accept-language', 'en').expect(409);
    expect(refused.body.code).toBe('ledger.breaks');
    expect(
      refused.body.errors.map(({ field, message }: { field: string; message: string }) => [field, message]),
    ).toEqual([
      ['breaks', expect.stringContaining('“户均” (used.each)')],
      ['breaks', expect.stringContaining('“发放慰问金” (used.paid)')],
    ]);
    await office.put(path, { ...body, breaks: ['used.paid'] }, 1).expect(409);
    expect((await office.get(path).expect(200)).body.version).toBe(1);
    await office.put(path, { ...body, breaks: ['used.paid', 'used.each'] }, 1).expect(200);
    const [entry]: { after: unknown }[] = await house.database.query(
      `select after from audit_entry where deed = 'ledger.broke' and subject_id = $1`,
      [id],
    );
    expect(entry?.after).toEqual({ version: 2, indicators: ['used.each', 'used.paid'] });
    // what is broken already breaks no more
    expect(await trial(without('amount'))).toEqual([]);
  });

  it('a field that was dropped never comes back as another kind', async () => {
    const id = await visitLedger(house, {}, 'back-again');
    const office = await house.as('d.administrator');
    await office.put(`/district/ledger-types/${id}`, { definition: without('title'), reason: '去掉' }, 1).expect(200);
    const [title, ...rest] = visitFields;
    const turned = { ...visitDefinition, fields: [{ ...title, kind: 'whole', maxLength: undefined }, ...rest] };
    const { body } = await office.post(`/district/ledger-types/${id}/trials`, { definition: turned }).expect(422);
    expect(body.errors).toMatchObject([{ field: 'definition.fields[0].kind', code: 'ledger.kindChanged' }]);
    await office.post(`/district/ledger-types/${id}/trials`, { definition: visitDefinition }).expect(200);
  });
});
