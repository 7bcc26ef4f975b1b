/** Messages on their way out: servers that speak the protocols of mail and of the three robots, and may fail. */
import { Dispatcher } from '../../src/dispatch/dispatcher.service';
import { type Outgoing, handOver } from '../../src/dispatch/hand-over';
import { callRobot } from '../../src/dispatch/robot.http';
import { newId } from '../../src/kernel/id';
import { eventually } from '../support/eventually';
import { House } from '../support/house';
import { MailServer } from '../support/mail-server';
import { RobotServer } from '../support/robot-server';

const SECRET = 'SEC-of-the-story';
let house: House;
let mail: MailServer;
let robots: RobotServer;
const paths = { wecom: '/cgi-bin/webhook/send', dingtalk: '/robot/send', feishu: '/open-apis/bot/v2/hook/1' };

beforeAll(async () => {
  mail = await MailServer.open();
  robots = await RobotServer.open(SECRET);
  house = await House.open({ SMTP_URL: mail.url, MAIL_FROM: '平台 <sanji@example.org>', ROBOT_HOSTS: robots.url });
  await eventually(async () => {
    const { body } = await (await house.as('a1.reporter')).get('/me/mail-address').expect(200);
    expect(body).toEqual({ address: null, wanted: false, language: 'zh', setUp: true });
  });
  await wants('a1.reporter', 'li@example.org');
});
afterAll(async () => {
  await house.close();
  await Promise.all([mail.close(), robots.close()]);
});

const wants = async (account: string, address: string): Promise<void> => {
  await (await house.as(account)).put('/me/mail-address', { address, wanted: true, language: 'zh' }).expect(200);
};
const officerId = async (account: string): Promise<string> =>
  (await house.database.query('select id from officer where account = $1', [account]))[0].id;
/** A robot of A's; what only one test minds has its own. */
async function robot(kind: keyof typeof paths, address = paths[kind], secret = SECRET): Promise<string> {
  const given = { kind, name: `${kind} ${newId().slice(-4)}`, address: `${robots.url}${address}`, language: 'zh' };
  const signed = kind === 'wecom' ? {} : { secret };
  return (await (await house.as('a.administrator')).post('/robots', { ...given, ...signed }).expect(201)).body.id;
}
/** Hands one over and answers its key. */
async function hand(given: Partial<Outgoing> & Pick<Outgoing, 'channel'>, zh = '请及时填报。'): Promise<string> {
  const onceKey = newId();
  const row = {
    districtId: house.district.id,
    subject: { zh: '三项任务临近截止', en: '' },
    text: { zh, en: '' },
    reason: { step: 'T-3' },
  };
  expect(await house.database.transaction((tx) => handOver(tx, [{ ...row, onceKey, ...given }]))).toBe(1);
  return onceKey;
}
interface Row {
  id: string;
  status: string;
  attempts: number;
  answer: string | null;
  /** Seconds until the next try. */
  wait: number;
  leased: boolean;
}
const rowOf = async (onceKey: string): Promise<Row> =>
  (
    await house.database.query(
      `select id, status, attempts, last_answer as answer, extract(epoch from next_at - now())::float8 as wait,
         leased_until is not null as leased from dispatch where once_key like $1 || '%'`,
      [onceKey],
    )
  )[0];
const becomes = (onceKey: string, expected: Partial<Row>): Promise<Row> =>
  eventually(async () => {
    const row = await rowOf(onceKey);
    expect(row).toMatchObject({ ...expected, leased: false });
    return row;
  });
/** The time for its next try has come. */
const hurry = (onceKey: string, change = ''): Promise<unknown> =>
  house.database.query(`update dispatch set next_at = now() ${change} where once_key like $1 || '%'`, [onceKey]);
const letters = (id: string) => mail.letters.filter(({ raw }) => raw.includes(`<${id}@example.org>`));

it.each<[keyof typeof paths, object]>([
  ['wecom', { msgtype: 'text', text: { content: '三项任务临近截止\n\n请填报 <@all> **急** [点此](http://x)' } }],
  ['dingtalk', { msgtype: 'text', at: { isAtAll: false } }],
  [
    'feishu',
    {
      msg_type: 'post',
      content: {
        post: {
          zh_cn: {
            title: '三项任务临近截止',
            content: [[{ tag: 'text', text: '请填报 <@all> **急** [点此](http://x)' }]],
          },
        },
      },
    },
  ],
])(
  'a robot of %s is told in its own protocol, signed where it signs, and nothing in the text is markup',
  async (kind, body) => {
    const path = kind === 'wecom' ? `${paths.wecom}?key=right` : paths[kind];
    const key = await hand(
      { channel: 'robot', robotId: await robot(kind, path) },
      '请填报 <@all> **急** [点此](http://x)',
    );
    await becomes(key, { status: 'sent', attempts: 1 });
    expect(robots.told.at(-1)).toMatchObject({ path: paths[kind], body });
  },
);

it.each<[keyof typeof paths, string]>([
  ['wecom', '93000'],
  ['dingtalk', '310000'],
  ['feishu', '19021'],
])('a number other than 0 in an answer of 200 is a failure of %s, tried again in a minute', async (kind, code) => {
  const path = kind === 'wecom' ? `${paths.wecom}?key=wrong` : paths[kind];
  const key = await hand({ channel: 'robot', robotId: await robot(kind, path, 'SEC-wrong') });
  const { answer, wait } = await becomes(key, { status: 'failed', attempts: 1 });
  expect(answer).toContain(code);
  expect(Math.abs(wait - 60)).toBeLessThan(10);
});

it('a redirect is not followed, and a broken answer is a failure', async () => {
  const id = await robot('wecom', `${paths.wecom}?key=right`);
  const before = robots.told.length;
  robots.instead.push({ status: 302, headers: { location: `${robots.url}${paths.wecom}?key=right` } });
  await becomes(await hand({ channel: 'robot', robotId: id }), {
    status: 'failed',
    answer: '302: redirects are not followed',
  });
  robots.instead.push({ status: 502, body: {} });
  await becomes(await hand({ channel: 'robot', robotId: id }), { status: 'failed', answer: '502 {}' });
  expect(robots.told).toHaveLength(before);
});

it('a robot that hangs is left after its deadline', async () => {
  robots.instead.push({ hang: true });
  await expect(callRobot({ address: `${robots.url}/`, body: {} }, true, 100)).rejects.toThrow(/abort/i);
});

it('a robot that says too many rests, and that does not count as a try', async () => {
  const id = await robot('dingtalk');
  robots.instead.push({ body: { errcode: 130_101, errmsg: 'send too fast' } });
  const first = await hand({ channel: 'robot', robotId: id });
  await eventually(async () => expect((await rowOf(first)).wait).toBeGreaterThan(590));
  expect(await rowOf(first)).toMatchObject({ status: 'waiting', attempts: 0 });
  const second = await hand({ channel: 'robot', robotId: id });
  const calls = robots.told.length;
  await becomes(await hand({ channel: 'robot', robotId: await robot('dingtalk') }), { status: 'sent' });
  expect(await rowOf(second)).toMatchObject({ status: 'waiting', attempts: 0 });
  expect(robots.told).toHaveLength(calls + 1);
});

it('a robot is told twenty times a minute by all workers together, and the rest when the minute is over', async () => {
  const id = await robot('wecom', '/cgi-bin/webhook/send/many?key=right');
  const other = new Dispatcher(house.database, house.config);
  other.start();
  const keys: string[] = [];
  for (let no = 0; no < 25; no++) keys.push(await hand({ channel: 'robot', robotId: id }, `第 ${no} 条`));
  const sent = (): string[] => robots.words('/cgi-bin/webhook/send/many');
  await eventually(async () => {
    const [{ resting }] = await house.database.query(
      `select coalesce(free_at > now() + interval '30 seconds', false) as resting from robot where id = $1`,
      [id],
    );
    expect([sent().length, resting]).toEqual([20, true]);
  });
  await house.database.query(
    `update robot set free_at = now(), sends = array(select t - interval '1 minute' from unnest(sends) t) where id = $1`,
    [id],
  );
  for (const key of keys) await hurry(key, `where status = 'waiting' and false`.slice(0, 0));
  for (const key of keys) await becomes(key, { status: 'sent', attempts: 1 });
  await other.stop();
  expect(sent()).toHaveLength(25);
  expect(new Set(sent()).size).toBe(25);
}, 30_000);

it('two dispatchers send each mail once, with the row’s own Message-ID, in Chinese and as plain text', async () => {
  const [officer, others] = [
    await officerId('a1.reporter'),
    [1, 2].map(() => new Dispatcher(house.database, house.config)),
  ];
  for (const each of others) each.start();
  const keys = await Promise.all(Array.from({ length: 12 }, () => hand({ channel: 'email', officerId: officer })));
  for (const key of keys) {
    const { id } = await becomes(key, { status: 'sent', attempts: 1, answer: '250 queued by the story' });
    const [letter, ...more] = letters(id);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: 'li@example.org' });
    expect(letter?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(letter?.raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
  }
  await Promise.all(others.map((each) => each.stop()));
});

it('a row that a dead worker holds is left alone until its lease has run out, then sent', async () => {
  const officer = await officerId('a1.reporter');
  await house.database.query(`update outward_channel set free_at = now() + interval '1 hour' where channel = 'email'`);
  const key = await hand({ channel: 'email', officerId: officer });
  await hurry(key, `, leased_until = now() + interval '2 minutes', attempts = 1`);
  await house.database.query(`update outward_channel set free_at = null`);
  await becomes(await hand({ channel: 'email', officerId: officer }), { status: 'sent' });
  expect(await rowOf(key)).toMatchObject({ status: 'waiting', attempts: 1 });
  await hurry(key, `, leased_until = now() - interval '1 second'`);
  const { id } = await becomes(key, { status: 'sent', attempts: 2 });
  expect(letters(id)).toHaveLength(1);
});

it('what is under way when the house closes is finished and marked', async () => {
  const ours = new Dispatcher(house.database, house.config);
  mail.slowness = 300;
  const key = await hand({ channel: 'email', officerId: await officerId('a1.reporter') });
  await eventually(async () => expect((await ours.turn(), await rowOf(key)).leased).toBe(true));
  await ours.stop();
  mail.slowness = 0;
  const { id } = await becomes(key, { status: 'sent', attempts: 1 });
  expect(letters(id)).toHaveLength(1);
});

it('a mailbox that is refused for good is given up at once; one that is busy is tried again', async () => {
  const officer = await officerId('a1.reporter');
  mail.refusals.push(550);
  await becomes(await hand({ channel: 'email', officerId: officer }), { status: 'given_up', attempts: 1 });
  mail.refusals.push(451);
  const key = await hand({ channel: 'email', officerId: officer });
  await becomes(key, { status: 'failed', attempts: 1 });
  await hurry(key);
  await becomes(key, { status: 'sent', attempts: 2 });
});

it('after the sixth try a message is given up, is seen so, and can be sent again by a person, once', async () => {
  const id = await robot('wecom', `${paths.wecom}?key=right`);
  const [administrator, neighbour] = [await house.as('d.administrator'), await house.as('b.administrator')];
  const key = await hand({ channel: 'robot', robotId: id });
  await becomes(key, { status: 'sent' });
  const waits: number[] = [];
  const stubborn = await hand({ channel: 'robot', robotId: await robot('wecom', `${paths.wecom}?key=wrong`) });
  for (let no = 1; no < 6; no++) {
    waits.push((await becomes(stubborn, { status: 'failed', attempts: no })).wait);
    await hurry(stubborn);
  }
  const row = await becomes(stubborn, { status: 'given_up', attempts: 6 });
  expect(waits.map((wait) => Math.round(wait / 30) / 2)).toEqual([1, 5, 30, 120, 360]);
  const listed = await administrator.get('/dispatches?status=given_up&channel=robot').expect(200);
  expect(listed.body.items).toEqual([expect.objectContaining({ id: row.id, attempts: 6, nextAt: null })]);
  await neighbour.post(`/dispatches/${row.id}/redelivery`).expect(404);
  await administrator.post(`/dispatches/${row.id}/redelivery`).expect(204);
  await becomes(stubborn, { status: 'failed', attempts: 1 });
  const [done] = [await rowOf(key)];
  expect((await administrator.post(`/dispatches/${done.id}/redelivery`).expect(409)).body.code).toBe(
    'dispatch.notStuck',
  );
});

it('who switches mail off while it waits gets none, and a robot that is removed is told nothing', async () => {
  const officer = await house.as('b1.viewer');
  await wants('b1.viewer', 'b1@example.org');
  await house.database.query(`update outward_channel set free_at = now() + interval '1 hour' where channel = 'email'`);
  const key = await hand({ channel: 'email', officerId: await officerId('b1.viewer') });
  await officer.put('/me/mail-address', { address: 'b1@example.org', wanted: false, language: 'zh' }).expect(200);
  await house.database.query(`update outward_channel set free_at = null`);
  await becomes(key, { status: 'withdrawn' });
  expect(mail.letters.some(({ to }) => to === 'b1@example.org')).toBe(false);
  const id = await robot('dingtalk');
  await house.database.query(`update robot set free_at = now() + interval '1 hour' where id = $1`, [id]);
  const waiting = await hand({ channel: 'robot', robotId: id });
  await (await house.as('a.administrator')).delete(`/robots/${id}`).expect(204);
  await becomes(waiting, { status: 'withdrawn' });
});

it('an officer tries his address, an administrator his robot, once a minute', async () => {
  const [officer, office] = [await house.as('a2.reporter'), await house.as('a.administrator')];
  expect((await officer.post('/me/mail-address/test-mails').expect(409)).body.code).toBe('mail.notWanted');
  await wants('a2.reporter', 'a2@example.org');
  house.clock.set(new Date());
  await officer.post('/me/mail-address/test-mails').expect(201);
  expect((await officer.post('/me/mail-address/test-mails').expect(409)).body.code).toBe('message.triedLately');
  await eventually(() => expect(mail.letters.filter(({ to }) => to === 'a2@example.org')).toHaveLength(1));
  const id = await robot('feishu', '/open-apis/bot/v2/hook/tried');
  await office.post(`/robots/${id}/test-messages`).expect(201);
  expect((await office.post(`/robots/${id}/test-messages`).expect(409)).body.code).toBe('message.triedLately');
  await eventually(() => expect(robots.words('/open-apis/bot/v2/hook/tried')).toHaveLength(1));
  house.clock.set(null);
});

it('a group is told of the events it chose, of its union and below: those of a minute in one message, once, without reasons', async () => {
  const { unions } = house.district;
  const system = await house.as('d.system_administrator');
  const chosen = { kind: 'wecom', language: 'zh', events: ['union.changed'] };
  const at = (path: string) => ({ ...chosen, name: path, address: `${robots.url}${paths.wecom}?key=right&of=${path}` });
  const office = await house.as('a.administrator');
  const { body: own } = await office.post('/robots', at('news-a')).expect(201);
  const { body: neighbours } = await (await house.as('b.administrator')).post('/robots', at('news-b')).expect(201);
  expect(own.events).toEqual(['union.changed']);
  expect((await office.post('/robots', { ...at('x'), events: ['sheet.scored'] }).expect(422)).body.errors).toEqual([
    expect.objectContaining({ field: 'events', code: 'someOf' }),
  ]);
  const news = (id: string): Promise<{ seq: string; told: boolean }[]> =>
    house.database.query('select seq, told from robot_news where robot_id = $1 order by seq', [id]);
  const names = ['甲一社区工会', '甲二社区工会'];
  for (const [no, name] of names.entries()) {
    const id = no === 0 ? unions.A1 : unions.A2;
    const { version } = (await system.get(`/unions/${id}`).expect(200)).body;
    await system.patch(`/unions/${id}`, { name }, version).expect(200);
  }
  await eventually(async () => expect(await news(own.id)).toHaveLength(2));
  expect((await news(own.id)).map(({ told }) => told)).toEqual([false, false]);
  const seqs = (await news(own.id)).map(({ seq }) => seq);
  const read = (): string[] =>
    robots.told.map(({ body }) => JSON.stringify(body)).filter((words) => words.includes('工作动态（'));
  expect(read()).toEqual([]);
  // the minute is over
  await house.database.query(`update robot_news set added_at = added_at - interval '1 minute'`);
  await eventually(() => expect(read()).toHaveLength(1));
  expect(read()[0]).toContain('工作动态（2 条）');
  expect(read()[0]).toContain('甲一社区工会信息变更\\n甲二社区工会信息变更');
  expect(await news(neighbours.id)).toEqual([]);
  // told again, as after a queue was lost: nothing is noted a second time
  await house.database.query('update outbox_message set projected_at = null, leased_until = null where seq = any($1)', [
    seqs,
  ]);
  await eventually(async () => {
    const [{ open }] = await house.database.query(
      'select count(*)::int as open from outbox_message where seq = any($1) and projected_at is null',
      [seqs],
    );
    expect(open).toBe(0);
  });
  expect(await news(own.id)).toEqual(seqs.map((seq) => ({ seq, told: true })));
  const { body: changed } = await office
    .put(`/robots/${own.id}`, { name: '甲群', language: 'zh', active: true }, own.version)
    .expect(200);
  expect(changed.events).toEqual(['union.changed']);
  await office.delete(`/robots/${own.id}`).expect(204);
  expect(await news(own.id)).toEqual([]);
});
