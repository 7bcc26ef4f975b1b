/** After a key was replaced (换钥): personal data is sealed anew, batch by batch, and the old key may go. */
import { Deeds } from '../../src/outbox/deeds';
import { KeyRing } from '../../src/dispatch/key-ring';
import { Sealings } from '../../src/dispatch/sealing';
import { resealSecrets } from '../../src/dispatch/secret-reseal';
import { reseal } from '../../src/ledger/personal/reseal';
import { ResealClock } from '../../src/ledger/personal/reseal-clock.service';
import { sealedTables } from '../../src/sealed-tables';
import { secretOwner } from '../../src/webhook/deliver';
import { SECRETS } from '../../src/webhook/webhook-sender.service';
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
    { keyId: fresh.newest, state: 'newest', records: 2, secrets: 0, mayGo: false },
    { keyId: old.newest, state: 'older', records: 6, secrets: 0, mayGo: false },
  ]);
  expect(await clock().tick(() => false, 4)).toBe(4);
  expect((await keys())[1]).toMatchObject({ records: 2, mayGo: false });
  expect(await clock().tick(undefined, 4)).toBe(2);
  expect(await clock().tick()).toBe(0);
  expect(await keys()).toEqual([
    { keyId: fresh.newest, state: 'newest', records: 8, secrets: 0, mayGo: false },
    { keyId: old.newest, state: 'older', records: 0, secrets: 0, mayGo: true },
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
    { keyId: fresh.newest, state: 'newest', records: 6, secrets: 0, mayGo: false },
    { keyId: old.newest, state: 'older', records: 1, secrets: 0, mayGo: false },
    { keyId: 'deadbeef', state: 'missing', records: 1, secrets: 0, mayGo: false },
  ]);
  await (await house.as('d.administrator')).get('/personal-data-keys').expect(403);
});

it('two workers at once seal everything once', async () => {
  const sealed = await Promise.all([clock().tick(undefined, 1), clock().tick(undefined, 1)]);
  sealed.push(await clock().tick());
  expect(sealed.reduce((sum, each) => sum + each, 0)).toBe(6);
});

describe('the secrets of robots and webhooks', () => {
  const stored = async (): Promise<{ robot: Row; endpoint: Row & { oldKey: string | null; old: Buffer | null } }> => {
    const [robot] = await house.database.query('select id, key_id as key, sealed from robot');
    const [endpoint] = await house.database.query(
      'select id, key_id as key, sealed, old_key_id as "oldKey", old_sealed as old from webhook_endpoint',
    );
    return { robot, endpoint };
  };
  interface Row {
    id: string;
    key: string | null;
    sealed: Buffer;
  }
  const run = async (secretsKey: string, oldSecretsKeys: string[]): Promise<unknown[]> => {
    const config = { ...house.config, secretsKey, oldSecretsKeys };
    const told = [];
    const work = resealSecrets((deed) => house.database.transaction(deed), config, sealedTables, 1);
    for await (const { what, sealed, unreadable } of work)
      if (sealed + unreadable.length > 0) told.push([what, sealed, unreadable]);
    return told;
  };

  it('are moved under the new key and open with it alone, a replaced one too while it signs; then the old key may go', async () => {
    const office = await house.as('a.administrator');
    const address = 'https://oapi.dingtalk.com/robot/send?access_token=3f9a';
    const robot = { kind: 'dingtalk', name: '工作群', address, secret: 'SEC5f1c', language: 'zh' };
    await office.post('/robots', robot).expect(201);
    const endpoint = { url: 'https://hooks.example.cn/sanji', description: '中台', events: ['*'] };
    const { body: first } = await office.post('/webhook-endpoints', endpoint).expect(201);
    const { body: second } = await office.post(`/webhook-endpoints/${first.id}/secrets`).expect(201);
    expect(await run(NEW, [OLD])).toEqual([]);
    // as they were before the key was replaced, and a robot from before its key was kept
    expect(await run(OLD, [NEW])).toEqual([
      ['robots', 1, []],
      ['webhooks', 1, []],
    ]);
    await clock().tick();
    const held = async () => (await keys()).find(({ keyId }: { keyId: string }) => keyId === old.newest);
    expect(await held()).toMatchObject({ records: 0, mayGo: false });
    await house.database.query('update robot set key_id = null');
    expect(await run(NEW, [])).toEqual([
      ['robots', 0, [(await stored()).robot.id]],
      ['webhooks', 0, [first.id]],
    ]);
    expect(await run(NEW, [OLD])).toEqual([
      ['robots', 1, []],
      ['webhooks', 1, []],
    ]);
    const now = await stored();
    expect([now.robot.key, now.endpoint.key, now.endpoint.oldKey]).toEqual([fresh.newest, fresh.newest, fresh.newest]);
    expect(JSON.parse(new Sealings([NEW]).open(now.robot.sealed, now.robot.id))).toEqual({
      address,
      secret: 'SEC5f1c',
    });
    const opened = (sealed: Buffer | null) =>
      new KeyRing([NEW], SECRETS).open(
        { keyId: fresh.newest, sealed: sealed ?? Buffer.alloc(0) },
        secretOwner(first.id),
      );
    expect(opened(now.endpoint.sealed)).toBe(second.secret);
    expect(opened(now.endpoint.old)).toBe(first.secret);
    expect(await held()).toMatchObject({ records: 0, secrets: 0, mayGo: true });
    const audit = await house.as('d.audit_administrator');
    const { body } = await audit.get('/audit-entries?deed=secrets.resealed').expect(200);
    expect(body.items[0].after).toEqual({ what: 'webhooks', records: 1, toKey: fresh.newest });
  });
});
