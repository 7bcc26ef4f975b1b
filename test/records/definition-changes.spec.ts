/** Changes of definitions (定义的变更) as they are told: a version, an end, what was taken away again, and nothing that is no news. */
import { eventually } from '../support/eventually';
import { memberDefinition, memberForm } from '../support/form';
import { type Door, House } from '../support/house';
import { defined, definitionOf } from '../support/indicator';
import { visitLedger } from '../support/ledger';
import { fromNow, readOn } from './reading';

let house: House;
let office: Door;
let community: Door;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-06-03T02:00:00Z'));
  [office, community] = [await house.as('d.administrator'), await house.as('a1.viewer')];
});
afterAll(() => house.close());

/** What is told from there on of these, once it is all that is expected; what was written before may be told late, too. */
const told = (
  kind: string,
  start: string,
  expected: readonly (Record<string, unknown> & { id: string })[],
): Promise<void> =>
  eventually(async () =>
    expect(
      (await readOn(community, kind, start)).told.filter(({ id }) => expected.some((each) => each.id === id)),
    ).toEqual(expected.map((each) => expect.objectContaining({ ...each }))),
  );

it('a version is told as a record of its own, and as a change of what it is a version of', async () => {
  await visitLedger(house);
  const people = "ledger.sum('visits', 'people')";
  const id = await defined(house, 'visits', people);
  const starts = [await fromNow(community, 'indicators'), await fromNow(community, 'indicator-versions')] as const;
  const anew = { definition: definitionOf(people, { factor: '2' }), holdsFrom: '2026', reason: '调整' };
  await office.put(`/district/indicators/${id}`, anew, 1).expect(200);
  await told('indicators', starts[0], [{ id, state: 'there', version: 2 }]);
  await told('indicator-versions', starts[1], [{ id: `${id}/2`, state: 'there', indicatorId: id, version: 2 }]);
  await office.post(`/district/indicators/${id}/retirement`, { reason: '停用' }).expect(201);
  await told('indicators', starts[0], [{ id, version: 2, retired: true }]);
});

it('a day that is given back to the official calendar is gone, and there when it is set again', async () => {
  const system = await house.as('d.system_administrator');
  const set = async (reason: string) => system.put('/calendar/2026-07-04', { working: true, reason }).expect(200);
  const start = await fromNow(community, 'calendar-days');
  const there = { id: '2026-07-04', state: 'there' };
  await set('补班');
  await told('calendar-days', start, [{ ...there, working: true, reason: '补班' }]);
  await system.delete('/calendar/2026-07-04').expect(204);
  await eventually(async () =>
    expect((await readOn(community, 'calendar-days', start)).told).toEqual([
      { id: '2026-07-04', state: 'gone', changedAt: expect.any(String) },
    ]),
  );
  expect((await community.get('/records/calendar-days').expect(200)).body.items).toEqual([]);
  await set('运动会');
  // in the order in which it was so
  await told('calendar-days', start, [
    { id: there.id, state: 'gone' },
    { ...there, reason: '运动会' },
  ]);
});

it('periods after the last one of a form are gone with it, and there again when it is taken up again', async () => {
  const moments = { opensAfter: 0, dueAfter: 5, locksAfter: null };
  const id = await memberForm(house, { moments }, { firstPeriod: '2026-04' });
  const may = { id: `${id}/2026-05`, formId: id, state: 'there', lockedAt: null };
  const start = await fromNow(community, 'form-periods');
  const ended = { lastPeriod: '2026-04', reason: '并入年报' };
  await office.post(`/district/forms/${id}/retirement`, ended).expect(201);
  await told('form-periods', start, [{ id: may.id, state: 'gone' }]);
  await office.delete(`/district/forms/${id}/retirement`).expect(204);
  await told('form-periods', start, [{ id: may.id, state: 'gone' }, may]);
});

it('when the clock looks at a form next is no news of it, and a period that stays as it is none either', async () => {
  const id = await memberForm(house, {}, { code: 'quiet', firstPeriod: '2026-05' });
  const marks = (table: string, key: string): Promise<unknown> =>
    house.database.query(`select changed_xid, changed_at from ${table} where ${key} = $1`, [id]);
  const [before, periods] = [await marks('form', 'id'), await marks('form_period', 'form_id')];
  await house.database.query('update form set turn_on = turn_on + 1 where id = $1', [id]);
  expect(await marks('form', 'id')).toEqual(before);
  const start = await fromNow(community, 'forms');
  const changed = { definition: { ...memberDefinition, about: '按实有数' }, fromPeriod: '2026-06', reason: '改说明' };
  await office.put(`/district/forms/${id}`, changed, 1).expect(200);
  await told('forms', start, [{ id, version: 2, fromPeriod: '2026-06' }]);
  expect(await marks('form_period', 'form_id')).toEqual(periods);
});

it('an exception is told to the union that proposed it, when it is decided too', async () => {
  const id = await memberForm(house, {}, { code: 'excepted', firstPeriod: '2026-05' });
  const start = await fromNow(community, 'form-exceptions');
  const { body } = await (
    await house.as('a1.administrator')
  )
    .post(`/forms/${id}/periods/2026-05/exceptions`, { kind: 'exempt', reason: '企业停工' })
    .expect(201);
  await told('form-exceptions', start, [{ id: body.id, status: 'proposed' }]);
  await office
    .post(`/district/form-exceptions/${body.id}/decision`, { outcome: 'approved', reason: '属实' })
    .expect(201);
  await told('form-exceptions', start, [{ id: body.id, status: 'approved', decisionReason: '属实' }]);
  const beside = await house.as('b1.viewer');
  expect((await beside.get('/records/form-exceptions').expect(200)).body.items).toEqual([]);
});
