/** What goes out to the world: who is written to, once, and what the log shows to whom. */
import { type Outgoing, handOver } from '../../src/dispatch/hand-over';
import { templatesOf } from '../../src/dispatch/templates';
import { newId } from '../../src/kernel/id';
import { seedDistrict } from '../support/district';
import { House } from '../support/house';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const officerId = async (account: string): Promise<string> =>
  (await house.database.query('select id from officer where account = $1', [account]))[0].id;
const hand = (...rows: Outgoing[]): Promise<number> => house.database.transaction((tx) => handOver(tx, rows));
const made = (onceKey: string): Promise<Record<string, unknown>[]> =>
  house.database.query(
    `select channel, target, subject, text, status, reason, union_id as "unionId" from dispatch where once_key like $1 || '%' order by target`,
    [onceKey],
  );
const message = (
  given: Partial<Outgoing> & Pick<Outgoing, 'channel'>,
  onceKey = newId(),
): Outgoing & { onceKey: string } => ({
  districtId: house.district.id,
  subject: { zh: '三项任务临近截止', en: 'Three tasks fall due' },
  text: { zh: '请及时填报。', en: 'Please report.' },
  reason: { step: 'T-3', taskIds: [newId()] },
  onceKey,
  ...given,
});
const mailIsSetUp = (setUp: boolean): Promise<unknown> =>
  house.database.query(
    `insert into outward_channel (channel, set_up) values ('email', $1) on conflict (channel) do update set set_up = excluded.set_up`,
    [setUp],
  );
const wants = (officer: string, wanted: boolean, language = 'zh'): Promise<unknown> =>
  house.database.query(
    `insert into mail_address (district_id, officer_id, address, wanted, language) values ($1, $2, 'li@example.org', $3, $4)
     on conflict (district_id, officer_id) do update set wanted = excluded.wanted, language = excluded.language`,
    [house.district.id, officer, wanted, language],
  );
const robot = async (unionId: string, name: string, language = 'zh'): Promise<string> => {
  const id = newId();
  await house.database.query(
    `insert into robot (district_id, id, union_id, kind, name, hint, sealed, signed, language) values ($1, $2, $3, 'wecom', $4, '', '', false, $5)`,
    [house.district.id, id, unionId, name, language],
  );
  return id;
};

it('mail is handed over only where it is set up, to an officer who has an address and wants it, in his language', async () => {
  const officer = await officerId('a1.reporter');
  const mail = message({ channel: 'email', officerId: officer });
  expect(await hand(mail)).toBe(0);
  await mailIsSetUp(true);
  expect(await hand(mail)).toBe(0);
  await wants(officer, false);
  expect(await hand(mail)).toBe(0);
  await wants(officer, true, 'en');
  expect(await hand(mail)).toBe(1);
  const row = { channel: 'email', target: 'li@example.org', subject: mail.subject.en, text: mail.text.en };
  expect(await made(mail.onceKey)).toEqual([
    { ...row, status: 'waiting', reason: mail.reason, unionId: house.district.unions.A1 },
  ]);
  await house.database.query('update officer set active = false where id = $1', [officer]);
  expect(await hand(message({ channel: 'email', officerId: officer }))).toBe(0);
  await house.database.query('update officer set active = true where id = $1', [officer]);
});

it('a message for a group goes to every robot of the officer’s union, or of the union, or to the one robot', async () => {
  const { A, B } = house.district.unions;
  const [first] = [await robot(A, '甲群一'), await robot(A, '甲群二', 'en'), await robot(B, '乙群')];
  const byOfficer = message({ channel: 'robot', officerId: await officerId('a.administrator') });
  expect(await hand(byOfficer)).toBe(2);
  expect((await made(byOfficer.onceKey)).map(({ target, subject }) => [target, subject])).toEqual([
    ['甲群一', byOfficer.subject.zh],
    ['甲群二', byOfficer.subject.en],
  ]);
  expect(await hand(message({ channel: 'robot', unionId: B }))).toBe(1);
  expect(await hand(message({ channel: 'robot', robotId: first }))).toBe(1);
  await house.database.query('update robot set active = false where union_id = $1', [B]);
  expect(await hand(message({ channel: 'robot', unionId: B }))).toBe(0);
});

it('what was handed over under a key is not taken again, neither in one breath nor by two at once', async () => {
  const officer = await officerId('a1.reporter');
  await mailIsSetUp(true);
  await wants(officer, true);
  const mail = message({ channel: 'email', officerId: officer });
  expect(await hand(mail, mail)).toBe(1);
  expect(await hand(mail)).toBe(0);
  const next = message({ channel: 'email', officerId: officer });
  const taken = await Promise.all([hand(next), hand(next), hand(next)]);
  expect(taken.toSorted()).toEqual([0, 0, 1]);
});

const wecom = {
  kind: 'wecom',
  name: '甲群',
  address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1a2b3c',
  language: 'zh',
};

it('a robot’s address and secret are sealed: no answer and no audit entry holds them, and a change may leave them as they are', async () => {
  const office = await house.as('a1.administrator');
  const given = {
    ...wecom,
    kind: 'feishu',
    address: 'https://open.feishu.cn/open-apis/bot/v2/hook/hook-7788',
    secret: 'SEC-abc',
  };
  const { body } = await office.post('/robots', given).expect(201);
  expect(body).toMatchObject({ hint: 'open.feishu.cn/…7788', signed: true, active: true, version: 1 });
  const change = { name: '甲一群', language: 'en', active: false };
  const changed = await office.put(`/robots/${body.id}`, change, 1).expect(200);
  expect(changed.body).toEqual({ ...body, ...change, version: 2 });
  await office.put(`/robots/${body.id}`, change, 1).expect(412);
  const unsigned = await office.put(`/robots/${body.id}`, { ...change, secret: null }, 2).expect(200);
  expect(unsigned.body).toMatchObject({ hint: body.hint, signed: false });
  expect((await office.get('/robots').expect(200)).body).toMatchObject({ items: [unsigned.body], most: 20 });
  const trail = await (await house.as('d.audit_administrator')).get(`/audit-entries?subjectId=${body.id}`).expect(200);
  expect(trail.body.items.map(({ deed }: { deed: string }) => deed)).toEqual([
    'robot.changed',
    'robot.changed',
    'robot.added',
  ]);
  const [{ stored }] = await house.database.query(
    `select string_agg(r::text, '') || (select string_agg(e::text, '') from audit_entry e) as stored from robot r where union_id = $1`,
    [house.district.unions.A1],
  );
  for (const secret of ['hook-7788', 'SEC-abc']) expect(JSON.stringify(trail.body) + stored).not.toContain(secret);
  expect((await office.post(`/robots/${body.id}/test-messages`).expect(409)).body.code).toBe('robot.off');
  await office.delete(`/robots/${body.id}`).expect(204);
  await office.get(`/robots/${body.id}`).expect(404);
});

it('a robot belongs to one union: neither those above nor its siblings see or change it', async () => {
  const { body } = await (await house.as('a2.administrator')).post('/robots', wecom).expect(201);
  for (const account of ['a.administrator', 'd.administrator', 'a1.administrator']) {
    const other = await house.as(account);
    await other.get(`/robots/${body.id}`).expect(404);
    await other.put(`/robots/${body.id}`, { name: '别', language: 'zh', active: false }, 1).expect(404);
    await other.delete(`/robots/${body.id}`).expect(404);
    await other.post(`/robots/${body.id}/test-messages`).expect(404);
  }
  await (await house.as('a2.reporter')).get('/robots').expect(403);
  const [{ key }] = await house.database.query(`select sealed as key from robot where id = $1`, [body.id]);
  expect(key).toBeInstanceOf(Buffer);
});

it('the log shows a union what went to it and to those below, newest first, masked; a sibling nothing', async () => {
  await mailIsSetUp(true);
  const [a1, a2] = [await officerId('a1.reporter'), await officerId('a2.reporter')];
  for (const officer of [a1, a2]) await wants(officer, true);
  const taskId = newId();
  const to = (officer: string) =>
    message({ channel: 'email', officerId: officer, reason: { step: 'T-1', taskIds: [newId(), taskId] } });
  expect(await hand(to(a1))).toBe(1);
  expect(await hand(to(a2))).toBe(1);
  const seen = async (account: string, query = `?taskId=${taskId}`) =>
    (await (await house.as(account)).get(`/dispatches${query}`).expect(200)).body;
  const names = (page: { items: { officerName: string }[] }) => page.items.map(({ officerName }) => officerName);
  expect(names(await seen('d.administrator'))).toEqual(['A2 reporter', 'A1 reporter']);
  expect(names(await seen('a.administrator'))).toEqual(['A2 reporter', 'A1 reporter']);
  expect(names(await seen('a1.administrator'))).toEqual(['A1 reporter']);
  for (const account of ['b.administrator', 'b1.administrator']) expect((await seen(account)).items).toEqual([]);
  await (await house.as('a1.reporter')).get('/dispatches').expect(403);
  const [first] = (await seen('a1.administrator')).items;
  expect(first).toMatchObject({
    target: 'l***@example.org',
    unionName: '甲一社区工联会',
    channel: 'email',
    status: 'waiting',
    reason: { words: null, step: 'T-1', taskIds: [expect.any(String), taskId] },
  });
  expect(first).not.toHaveProperty('text');
  expect((await (await house.as('a.administrator')).get(`/dispatches/${first.id}`).expect(200)).body).toEqual({
    ...first,
    text: '请及时填报。',
  });
  for (const account of ['a2.administrator', 'b.administrator']) {
    await (await house.as(account)).get(`/dispatches/${first.id}`).expect(404);
    await (await house.as(account)).post(`/dispatches/${first.id}/redelivery`).expect(404);
  }
  const page = await seen('a.administrator', `?taskId=${taskId}&limit=1`);
  expect(names(page)).toEqual(['A2 reporter']);
  const rest = await seen('a.administrator', `?taskId=${taskId}&limit=1&after=${page.nextCursor}`);
  expect([names(rest), rest.nextCursor]).toEqual([['A1 reporter'], null]);
  expect(
    names(await seen('d.administrator', `?taskId=${taskId}&officerId=${a1}&channel=email&status=waiting`)),
  ).toEqual(['A1 reporter']);
  expect((await seen('d.administrator', `?taskId=${taskId}&channel=robot`)).items).toEqual([]);
});

it('the district writes its own words for a message, version by version, tries them, and goes back; others keep theirs', async () => {
  const [office, other] = [await house.as('d.administrator'), await seedDistrict(house.database, 'x.')];
  const at = '/district/message-templates/test';
  const builtIn = (await office.get(at).expect(200)).body;
  expect(builtIn).toMatchObject({ version: 0, builtIn: true, changes: [], variables: [] });
  const words = { zh: { subject: '试', text: '一\n二' }, en: { subject: 'Try', text: 'One' } };
  expect((await office.post(`${at}/preview`, words).expect(200)).body).toEqual(words);
  const { body } = await office.put(at, words, 0).expect(200);
  expect(body).toMatchObject({
    ...words,
    version: 1,
    builtIn: false,
    changes: [{ version: 1, officerName: 'D administrator' }],
  });
  await office.put(at, words, 0).expect(412);
  expect((await templatesOf(house.database.manager, house.district.id)).test).toEqual(words);
  expect((await templatesOf(house.database.manager, other.id)).test).toMatchObject({ zh: builtIn.zh, en: builtIn.en });
  await (await house.as('a.administrator')).get(at).expect(403);
  const wrong = await office.put(at, { ...words, zh: { subject: '试', text: '一\n二 {{officer}}' } }, 1).expect(422);
  expect(wrong.body).toMatchObject({
    code: 'messageTemplate.wrong',
    errors: [{ field: 'zh.text', code: 'unknownVariable', message: expect.stringMatching(/^第 2 行第 3 字：/) }],
  });
  await office.delete(at).set('if-match', '"1"').expect(204);
  expect((await office.get(at).expect(200)).body).toMatchObject({
    ...builtIn,
    version: 2,
    changes: [{ builtIn: true }, { builtIn: false }],
  });
});

it('an order goes to those who answer it and to the group of their union, once a step, by day; a red one on days off too', async () => {
  const { A1 } = house.district.unions;
  const at = (moment: string): void => house.clock.set(new Date(moment));
  await mailIsSetUp(true);
  await wants(await officerId('a1.reporter'), true);
  await robot(A1, '甲一群');
  const a = await house.as('a.administrator');
  const hours = async (step: number): Promise<[string, number][]> => {
    const rows: { target: string; seconds: number }[] = await house.database.query(
      `select target, extract(epoch from next_at - clock_timestamp())::float8 as seconds from dispatch where once_key like $1 order by target`,
      [`order:${body.id}:${step}%`],
    );
    return rows.map(({ target, seconds }) => [target, Math.max(0, Math.round(seconds / 3600))]);
  };
  at('2026-11-20T02:00:00Z'); // a Friday, ten o'clock
  const order = { unionId: A1, title: '限期整改', requirement: '请查明原因', limitOn: '2026-11-27' };
  const { body } = await a.post('/subdistrict/orders', order).expect(201);
  expect(await hours(1)).toEqual([
    ['li@example.org', 0],
    ['甲一群', 0],
  ]);
  const [mail] = await made(`order:${body.id}:1`);
  expect(mail?.subject).toBe(`督办单 ${body.number}：限期整改`);
  expect(mail?.text).toContain('贵单位收到蓝色督办单');
  expect(mail?.text).toContain('A1 reporter，您好');
  at('2026-11-20T13:00:00Z'); // nine in the evening
  await a.post(`/subdistrict/orders/${body.id}/degree`, { degree: 'orange', reason: '进展缓慢' }).expect(201);
  expect(await hours(2)).toEqual([
    ['li@example.org', 60],
    ['甲一群', 60],
  ]);
  at('2026-11-21T02:00:00Z'); // Saturday
  await a.post(`/subdistrict/orders/${body.id}/degree`, { degree: 'red', reason: '仍无进展' }).expect(201);
  expect((await hours(3)).map(([, wait]) => wait)).toEqual([0, 0]);
});
