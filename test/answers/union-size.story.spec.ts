/** What a union is formed by and how many workers it stands for: said when it opens, changed later, kept through a move. */
import { House } from '../support/house';

let house: House;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
});
afterAll(() => house.close());

const opened = (more: object) => ({
  parentId: house.district.unions.A,
  code: 'A9',
  name: '快递行业工联会',
  openedOn: '2026-01-01',
  ...more,
});

it('a union of which nothing is said is one of an area, and its size is not known', async () => {
  const { body } = await (await house.as('b1.viewer')).get(`/unions/${house.district.unions.B1}`).expect(200);
  expect(body).toMatchObject({ kind: 'area', workers: null });
});

it('is said when it opens, changed later, kept through a move and read in every list', async () => {
  const system = await house.as('d.system_administrator');
  const { body } = await system.post('/unions', opened({ kind: 'industry', workers: 3200 })).expect(201);
  expect(body).toMatchObject({ kind: 'industry', workers: 3200, version: 1 });
  const at = `/unions/${body.id}`;
  const named = await system.patch(at, { name: '快递业工联会' }, 1).expect(200);
  expect(named.body).toMatchObject({ kind: 'industry', workers: 3200, version: 2 });
  const changed = await system.patch(at, { kind: 'enterprise', workers: 0 }, 2).expect(200);
  expect(changed.body).toMatchObject({ name: '快递业工联会', kind: 'enterprise', workers: 0 });
  const unknown = await system.patch(at, { workers: null }, 3).expect(200);
  expect(unknown.body).toMatchObject({ kind: 'enterprise', workers: null });
  await system.patch(at, { workers: 99_999_999 }, 4).expect(200);
  const place = { parentId: house.district.unions.B, since: '2026-06-01', reason: '调整' };
  await system.put(`${at}/placement`, place, 5).expect(200);
  const listed = await (await house.as('b.viewer')).get('/unions?tier=community').expect(200);
  const found = listed.body.items.find(({ id }: { id: string }) => id === body.id);
  expect(found).toMatchObject({ kind: 'enterprise', workers: 99_999_999 });
  expect((await system.get(at).expect(200)).body).toEqual(found);
});

it('the audit trail says what it was before and after, and the platform takes the announcement', async () => {
  const [system, { B1 }] = [await house.as('d.system_administrator'), house.district.unions];
  await system.patch(`/unions/${B1}`, { kind: 'industry', workers: 120 }, 1).expect(200);
  const { body } = await (
    await house.as('d.audit_administrator')
  )
    .get(`/audit-entries?subjectId=${B1}&deed=union.changed`)
    .expect(200);
  expect(body.items).toMatchObject([
    {
      before: { kind: 'area', workers: null },
      after: { union: { kind: 'industry', workers: 120, name: '乙一社区工联会' } },
    },
  ]);
  await house.settled();
});

it('the database refuses another kind and fewer than no workers', async () => {
  for (const change of [`kind = 'club'`, 'workers = -1'])
    await expect(house.database.query(`update trade_union set ${change}`)).rejects.toMatchObject({
      driverError: { code: '23514' },
    });
});
