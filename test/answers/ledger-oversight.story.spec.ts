/** Ledgers from above (台账审核与口径): many entries decided in one deed, and a form whose fields others use. */
import { House } from '../support/house';
import { defined } from '../support/indicator';
import { visit, visited, visitDefinition, visitFields, visitLedger } from '../support/ledger';

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
