/** After a key was replaced (换钥): personal data is sealed anew, batch by batch, and the old key may go. */
import { Deeds } from '../../src/outbox/deeds';
import { KeyRing } from '../../src/dispatch/key-ring';
import { reseal } from '../../src/ledger/personal/reseal';
import { ResealClock } from '../../src/ledger/personal/reseal-clock.service';
import { House } from '../support/house';
import { visitLedger, visited } from '../support/ledger';

const [OLD, NEW] = ['the first secret of the house', 'the second secret of the house'];
const [old, fresh] = [new KeyRing([OLD]), new KeyRing([NEW])];
const ID = '11010519491231002X';
const PHONE = '13800138000';

let house: House;
let ledger: string;
let ledgers = 0;
let entries: string[];
/** No worker: nothing is sealed anew but by these tests. */
beforeAll(async () => {
  house = await House.open({ ROLE: 'api', SECRETS_KEY: NEW, SECRETS_KEYS_OLD: OLD });
});
afterAll(() => house.close());

const clock = (): ResealClock => new ResealClock(house.app.get(Deeds), house.config);
const keys = async () =>
  (await (await house.as('d.system_administrator')).get('/personal-data-keys').expect(200)).body.items;
const made = (title: string): Promise<string> =>
  visited(house, ledger, 'a1.reporter', { title, person: { name: '钱某', idNumber: ID, phone: PHONE } });
const people = async (): Promise<string> => {
  const asked = { measure: 'distinct', field: 'person', from: '2026-01-01', to: '2026-12-31' };
  const door = await house.as('d.viewer');
  const { body } = await door.get(`/ledgers/${ledger}/figure?${new URLSearchParams(asked).toString()}`).expect(200);
  return body.value;
};

/** Three entries of before the key was replaced, one of after; all about one person. */
beforeEach(async () => {
  ledgers += 1;
  ledger = await visitLedger(house, { acceptance: false }, `visits${ledgers}`);
  await house.database.query('delete from ledger_personal');
  entries = [await made('一'), await made('二'), await made('三')];
  const back = reseal((work) => house.database.transaction(work), new KeyRing([OLD, NEW]), 100);
  for await (const { unreadable } of back) expect(unreadable).toEqual([]);
  entries.push(await made('四'));
});

it('goes on where it stood, finds everything by the new key alone, counts people right again, and tells the trail', async () => {
  expect(await keys()).toEqual([
    { keyId: fresh.newest, state: 'newest', records: 2, mayGo: false },
    { keyId: old.newest, state: 'older', records: 6, mayGo: false },
  ]);
  expect(await clock().tick(() => false, 4)).toBe(4);
  expect((await keys())[1]).toMatchObject({ records: 2, mayGo: false });
  expect(await clock().tick(undefined, 4)).toBe(2);
  expect(await clock().tick()).toBe(0);
  expect(await keys()).toEqual([
    { keyId: fresh.newest, state: 'newest', records: 8, mayGo: false },
    { keyId: old.newest, state: 'older', records: 0, mayGo: true },
  ]);
  const found: { count: number }[] = await house.database.query(
    `select count(*) from ledger_personal where digest = any($1) and key_id = $2`,
    [[...fresh.digests(ID), ...fresh.digests(PHONE)], fresh.newest],
  );
  expect(found[0]?.count).toBe(8);
  const office = await house.as('d.administrator');
  for (const id of entries) {
    const { body } = await office.post(`/ledger-entries/${id}/disclosures`, { field: 'person', purpose: '核对救助' });
    expect(body).toEqual({ idNumber: ID, phone: PHONE });
  }
  const audit = await house.as('d.audit_administrator');
  const trail = await audit.get('/audit-entries?deed=personalData.resealed').expect(200);
  const told = trail.body.items.map(({ account, after }: { account: string; after: object }) => [account, after]);
  const about = { fromKey: old.newest, toKey: fresh.newest };
  expect(told.slice(0, 2)).toEqual([
    ['clock', { ...about, records: 2 }],
    ['clock', { ...about, records: 4 }],
  ]);
});

it('tells one person apart as one again', async () => {
  expect(await people()).toBe('2');
  await clock().tick();
  expect(await people()).toBe('1');
});

it('leaves a damaged piece as it is and seals all others; what a key holds that is not given is said', async () => {
  const [damaged, foreign] = entries;
  const spoil = (set: string, id: string | undefined) =>
    house.database.query(`update ledger_personal set ${set} where entry_id = $1 and what = 'phone'`, [id]);
  await spoil(`sealed = '\\x00010203'`, damaged);
  await spoil(`key_id = 'deadbeef'`, foreign);
  expect(await clock().tick(undefined, 1)).toBe(4);
  expect(await clock().tick()).toBe(0);
  expect(await keys()).toEqual([
    { keyId: fresh.newest, state: 'newest', records: 6, mayGo: false },
    { keyId: old.newest, state: 'older', records: 1, mayGo: false },
    { keyId: 'deadbeef', state: 'missing', records: 1, mayGo: false },
  ]);
  await (await house.as('d.administrator')).get('/personal-data-keys').expect(403);
});

it('two workers at once seal everything once', async () => {
  const sealed = await Promise.all([clock().tick(undefined, 1), clock().tick(undefined, 1)]);
  sealed.push(await clock().tick());
  expect(sealed.reduce((sum, each) => sum + each, 0)).toBe(6);
});
