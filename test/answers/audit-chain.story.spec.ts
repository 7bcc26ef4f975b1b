/** The audit trail's chain (审计链): who changes, removes or slips in an entry, even with all rights on the database, is found. */
import { House } from '../support/house';
import { assigned, cascaded, submitted } from '../support/task';
import { eventually } from '../support/eventually';

let house: House;
beforeEach(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  const { a1 } = await cascaded(house, (await assigned(house)).shareA);
  await submitted(await house.as('a1.reporter'), a1, { done: '5' });
});
afterEach(() => house.close());

interface Verification {
  sound: boolean;
  checked: number;
  broken: { no: number; entryId: string; fault: string } | null;
  entries: number;
  seals: number;
  waiting: number;
  head: string;
  nextFrom: number | null;
}
async function verify(from = 1): Promise<Verification> {
  const door = await house.as('d.audit_administrator');
  return (await door.get(`/audit-entries/verification?from=${from}`).expect(200)).body;
}
/** Until every entry has its seal. */
const sealed = (): Promise<Verification> =>
  eventually(async () => {
    const told = await verify();
    if (told.waiting > 0) throw new Error(`${told.waiting} entries wait for their seal`);
    return told;
  });
/** As somebody who owns the database. */
const behindTheBack = async (sql: string): Promise<void> => {
  await house.database.transaction(async (tx) => {
    await tx.query('alter table audit_entry disable trigger user');
    await tx.query('alter table audit_seal disable trigger user');
    await tx.query(sql);
    await tx.query('alter table audit_entry enable trigger user');
    await tx.query('alter table audit_seal enable trigger user');
  });
};
const entryOf = (no: number) => `select entry_id from audit_seal where no = ${no}`;

it('is sound as long as nobody touches it, and grows', async () => {
  const told = await sealed();
  expect(told).toMatchObject({ sound: true, broken: null, checked: told.seals, entries: told.seals, nextFrom: null });
  expect(told.seals).toBeGreaterThan(10);
  expect(told.head).toMatch(new RegExp(`^${told.seals}:[0-9a-f]{64}$`));
  await assigned(house, { title: '走访慰问' });
  const later = await sealed();
  expect(later.seals).toBeGreaterThan(told.seals);
  expect(await verify(told.seals)).toMatchObject({ sound: true, checked: later.seals - told.seals + 1 });
  await (await house.as('d.administrator')).get('/audit-entries/verification').expect(403);
});

it.each([
  ['an entry that was changed', `update audit_entry set after = '{}' where id = (${entryOf(5)})`, 'changed', 5],
  [
    'an entry that was dated back',
    `update audit_entry set at = at - interval '1 day' where id = (${entryOf(6)})`,
    'changed',
    6,
  ],
  ['an entry that was removed', `delete from audit_entry where id = (${entryOf(7)})`, 'missing', 7],
  [
    'an entry removed with its seal',
    `with gone as (delete from audit_seal where no = 7 returning entry_id) delete from audit_entry where id in (select entry_id from gone)`,
    'changed',
    8,
  ],
  ['a seal that was written anew', `update audit_seal set hash = sha256('forged') where no = 4`, 'changed', 4],
])('shows %s', async (_, forgery, fault, no) => {
  await sealed();
  await behindTheBack(forgery);
  expect(await verify()).toMatchObject({ sound: false, broken: { no, fault }, nextFrom: null });
});

it('shows an entry slipped in past it', async () => {
  const { entries } = await sealed();
  await behindTheBack(
    `insert into audit_entry (district_id, id, deed) values ('${house.district.id}', gen_random_uuid(), 'score.recorded')`,
  );
  expect(await verify()).toMatchObject({ sound: false, broken: null, entries: entries + 1, seals: entries });
});
