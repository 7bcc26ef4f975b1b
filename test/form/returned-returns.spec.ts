/** A returned return (退回的报表) while its union changes it: programs above read what was handed in, and nothing else is told of it. */
import { handedIn, memberForm, members } from '../support/form';
import { type Door, House } from '../support/house';

let house: House;
let form: string;
let id: string;
let a: Door;
let a1: Door;
const words = { bothMake: '五人性别未登记' };
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-03-20T02:00:00Z'));
  form = await memberForm(house);
  house.clock.set(new Date('2026-04-01T02:00:00Z'));
  [a, a1] = [await house.as('a.administrator'), await house.as('a1.reporter')];
  id = await handedIn(a1, form, '2026-03', { ...members, women: '45' }, { words });
  await a.post(`/form-returns/${id}/return`, { reason: '请核对' }).expect(201);
});
afterAll(() => house.close());

const records = async (door: Door) =>
  (await door.get(`/records/form-returns?formId=${form}`).expect(200)).body.items[0];
const changed = (version: number, given: object) => a1.put(`/form-returns/${id}`, given, version).expect(200);

it('programs above read it as it was handed in, however often it is changed; those of its union as it stands', async () => {
  await changed(3, { values: { members: '100', men: '60', fees: '5' }, missing: { women: '未统计' } });
  await changed(4, { values: { ...members, women: '41', fees: '6' }, words: { bothMake: '另一说明' } });
  expect(await records(a)).toMatchObject({ status: 'returned', missing: {}, words });
  expect((await records(a)).values).toEqual({ ...members, women: '45' });
  expect(await records(a1)).toMatchObject({ values: { women: '41', fees: '6' }, words: { bothMake: '另一说明' } });
});

it('handed in again it reads the same to all, and returned once more that is what stands', async () => {
  await a1.post(`/form-returns/${id}/submission`).expect(201);
  expect((await records(a)).values).toEqual((await records(a1)).values);
  await a.post(`/form-returns/${id}/return`, { reason: '再核' }).expect(201);
  const before = await records(a);
  await changed(before.version, { values: { ...members, women: '40' } });
  expect((await records(a)).values).toEqual(before.values);
  expect((await records(a)).words).toEqual({ bothMake: '另一说明' });
});

it('given up while it was being changed, what was handed in is what is told of it', async () => {
  await a1.delete(`/form-returns/${id}`).expect(204);
  expect((await records(a1)).values).toEqual(members);
  const [told]: { body: { formReturn: object } }[] = await house.database.query(
    `select body from outbox_message where name = 'return.withdrawn' and body->'formReturn'->>'returnId' = $1`,
    [id],
  );
  expect(told?.body.formReturn).toMatchObject({ status: 'withdrawn', figures: { women: '41', fees: '6' }, marks: 1 });
});
