/** Entries under the codes of a program (外部编码): put twice is put once, and nothing accepted is changed behind anybody's back. */
import type { Response } from 'supertest';
import { type Door, House } from '../support/house';
import { visit, visitLedger } from '../support/ledger';

const ID = '11010519491231002X';

let house: House;
let ledger: string;
let a1: Door;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-10-10T02:00:00Z'));
  ledger = await visitLedger(house);
  a1 = await house.as('a1.reporter');
});
afterAll(() => house.close());

const at = (code: string, name = 'visits'): string => `/ledgers/${name}/entries/by-code/${code}`;
const put = (code: string, values: object = {}, rest: object = {}, door = a1): Promise<Response> =>
  door.put(at(code), { values: { ...visit, ...values }, ...rest }).then((answer: Response) => answer);
const announced = async (): Promise<number> => {
  const [{ count }]: [{ count: number }] = await house.database.query(
    `select count(*)::int as count from outbox_message where name like 'ledgerEntry.%'`,
  );
  return count;
};
const accept = async (id: string): Promise<void> => {
  await (await house.as('a.administrator')).post(`/ledger-entries/${id}/acceptance`).expect(201);
};

it('what is put first is begun, the same once more changes nothing, and something else changes it', async () => {
  const first = await put('P-1');
  expect(first).toMatchObject({ status: 201, body: { status: 'draft', version: 1, values: visit } });
  const again = await put('P-1', { amount: '1500.00' });
  expect(again).toMatchObject({ status: 200, body: { id: first.body.id, version: 1 } });
  const other = await put('P-1', { people: '4' });
  expect(other).toMatchObject({ status: 200, body: { id: first.body.id, version: 2, values: { people: '4' } } });
  // by the id of the ledger as by its code
  expect((await a1.get(at('P-1', ledger)).expect(200)).body).toMatchObject({ id: first.body.id, version: 2 });
  await a1.get(at('P-2')).expect(404);
  await a1.get(at('P-1', 'nothing')).expect(404);
  expect((await put('P%202')).status).toBe(404);
  expect((await put('P-3', { people: 'viele' })).body).toMatchObject({ code: 'ledgerEntry.values' });
  await a1.get(at('P-3')).expect(404);
});

it('a code belongs to one union and one ledger', async () => {
  const b1 = await house.as('b1.reporter');
  const [own, others] = [await put('S-1'), await put('S-1', { people: '9' }, {}, b1)];
  expect([own.status, others.status]).toEqual([201, 201]);
  expect(own.body.id).not.toBe(others.body.id);
  await visitLedger(house, {}, 'others');
  expect((await a1.put(at('S-1', 'others'), { values: visit })).status).toBe(201);
  await (await house.as('a1.viewer')).put(at('S-1'), { values: visit }).expect(403);
});

it('handing in is said once, and while it waits only handing in anew changes it', async () => {
  const before = await announced();
  const { body } = await put('W-1', {}, { submit: true });
  expect(body.status).toBe('submitted');
  expect(await announced()).toBe(before + 1);
  expect(await put('W-1', {}, { submit: true })).toMatchObject({ status: 200, body: { version: body.version } });
  expect(await announced()).toBe(before + 1);
  expect(await put('W-1', { people: '5' })).toMatchObject({ status: 409, body: { code: 'ledgerEntry.underReview' } });
  expect(await put('W-1', { people: '5' }, { submit: true })).toMatchObject({
    status: 200,
    body: { id: body.id, status: 'submitted', values: { people: '5' } },
  });
  // returned: the same once more is no answer to it
  const reason = { reason: '请核对人次' };
  await (await house.as('a.administrator')).post(`/ledger-entries/${body.id}/return`, reason).expect(201);
  expect((await put('W-1', { people: '5' }, { submit: true })).body.status).toBe('returned');
  expect((await put('W-1', { people: '6' }, { submit: true })).body.status).toBe('submitted');
});

it('what is accepted is corrected for a reason, and the code follows its corrections', async () => {
  const { body: first } = await put('C-1', {}, { submit: true });
  await accept(first.id);
  expect((await put('C-1', {}, { submit: true })).status).toBe(200);
  expect(await put('C-1', { people: '7' }, { submit: true })).toMatchObject({
    status: 409,
    body: { code: 'ledgerEntry.accepted' },
  });
  const why = { submit: true, reason: '人次登记有误' };
  const { status, body: second } = await put('C-1', { people: '7' }, why);
  expect([status, second.status, second.correctsId]).toEqual([200, 'submitted', first.id]);
  expect((await put('C-1', { people: '7' }, why)).body.id).toBe(second.id);
  await accept(second.id);
  expect((await a1.get(`/ledger-entries/${first.id}`)).body.status).toBe('corrected');
  expect((await a1.get(at('C-1'))).body).toMatchObject({ id: second.id, status: 'accepted' });
  // a correction that is given up leaves what it would have replaced; an entry that is given up leaves its code free
  const { body: third } = await put('C-1', { people: '8' }, { reason: '再更正' });
  await a1.delete(`/ledger-entries/${third.id}`).expect(204);
  expect((await a1.get(at('C-1'))).body.id).toBe(second.id);
  const { body: begun } = await put('C-2');
  await a1.delete(`/ledger-entries/${begun.id}`).expect(204);
  const anew = await put('C-2');
  expect(anew.status).toBe(201);
  expect(anew.body.id).not.toBe(begun.id);
});

it('another number behind the same mask is a change; the version that was seen must still stand', async () => {
  const person = { name: '王芳', idNumber: ID };
  const first = await put('N-1', { person });
  expect(first.body.values.person.idNumber).toBe('110105********002X');
  expect((await put('N-1', { person })).body.version).toBe(1);
  const other = await put('N-1', { person: { ...person, idNumber: '11010519500601002X' } });
  expect(other.body.version).toBe(2);
  const seen = (version: number): Promise<Response> =>
    a1.put(at('N-1'), { values: visit }, version).then((answer: Response) => answer);
  expect(await seen(1)).toMatchObject({ status: 412, body: { code: 'changedMeanwhile' } });
  expect((await seen(2)).status).toBe(200);
});

it('two that put the same new code at once begin one entry', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => put('R-1')));
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 200, 201]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
});
