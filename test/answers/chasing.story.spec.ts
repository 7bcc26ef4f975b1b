/** Chasing: a task that nobody touches climbs its ladder to the district's leader, and real activity stops it. */
import { createApp } from '../../src/app';
import { ChasingClock } from '../../src/chasing/chasing-clock.service';
import type { Item, StepItem } from '../../src/chasing/item';
import { addDays, Clock } from '../../src/kernel/clock';
import { House } from '../support/house';
import { memberTask, submitted } from '../support/task';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** Shanghai time. */
const at = (day: string, hour = 9, minute = 0): void => {
  const [hh, mm] = [hour, minute].map((part) => String(part).padStart(2, '0'));
  house.clock.set(new Date(`${day}T${hh}:${mm}:00+08:00`));
};
const tick = (): Promise<number> => house.app.get(ChasingClock).tick();

interface Told {
  account: string;
  kind: string;
  items: Item[];
  more: number;
  day: string;
}

/** Every message about these tasks, in order. */
async function told(...tasks: string[]): Promise<Told[]> {
  const rows: Told[] = await house.database.query(
    `select o.account, m.kind, m.items, m.more, m.told_on as day from message m
     join officer o on o.district_id = m.district_id and o.id = m.officer_id
     order by m.told_on, m.created_at, o.account`,
  );
  const about = (items: Item[]): Item[] => items.filter(({ taskId }) => taskId !== null && tasks.includes(taskId));
  return rows.map((row) => ({ ...row, items: about(row.items) })).filter(({ items }) => items.length > 0);
}

const steps = async (task: string): Promise<string[]> =>
  (await told(task)).map(({ day, account, items }) => `${day} ${(items[0] as StepItem).step} ${account}`);

/** A task of A1, given on a day; A has divided it, nobody below has signed. */
async function given(on: string, dueOn: string, rest: object = {}): Promise<{ root: string; a: string; a1: string }> {
  at(on, 10);
  const [district, a] = [await house.as('d.administrator'), await house.as('a.administrator')];
  const { A, A1 } = house.district.unions;
  const task = { ...memberTask, startOn: '2025-01-01', dueOn, ...rest };
  const created = await district.post('/district/tasks', task).expect(201);
  const root: string = created.body.task.id;
  const shares = (unionId: string) => ({ shares: [{ unionId, target: '100' }] });
  const share = await district.post(`/district/tasks/${root}/shares`, shares(A)).expect(201);
  const own: string = share.body.shares[0].id;
  await a.post(`/subdistrict/tasks/${own}/signature`).expect(201);
  const below = await a.post(`/subdistrict/tasks/${own}/shares`, shares(A1)).expect(201);
  return { root, a: own, a1: below.body.shares[0].id };
}

/** Goes through the days, a tick early, at the usual hour and late at night. */
async function live(from: string, to: string, hours: readonly number[] = [7, 9, 21]): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const hour of hours) {
      at(day, hour);
      await tick();
    }
}

const officers = ['a1.administrator', 'a1.reporter'];
const climbs = (days: readonly string[]): string[] => {
  const [before7, before3, before1, due, after1, after3, after5] = days;
  const step = (day: string | undefined, key: string, ...who: string[]) => who.map((each) => `${day} ${key} ${each}`);
  return [
    ...step(before7, 'before7', ...officers),
    ...step(before3, 'before3', ...officers),
    ...step(before1, 'before1', ...officers),
    ...(due === undefined ? [] : step(due, 'due', ...officers)),
    ...step(after1, 'after1', ...officers),
    ...step(after3, 'after3', 'a.administrator', ...officers),
    ...step(after5, 'after5', ...officers, 'd.viewer'),
  ];
};

describe('a task nobody touches climbs every step to the district’s leader', () => {
  beforeAll(async () => {
    const { id } = house.district;
    at('2025-12-01');
    await house.database.query(
      `insert into union_leader (district_id, union_id, officer_id, since)
       select district_id, union_id, id, '2025-12-01' from officer where account = 'd.viewer' and district_id = $1`,
      [id],
    );
  });

  it('over the Spring Festival of 2026: nothing on its days off, the worked Saturdays count', async () => {
    const { a1 } = await given('2026-01-05', '2026-02-13');
    await live('2026-02-02', '2026-03-06');
    expect(await steps(a1)).toEqual(
      climbs(['2026-02-04', '2026-02-10', '2026-02-12', '2026-02-13', '2026-02-14', '2026-02-25', '2026-02-27']),
    );
  });

  it('over the National Day of 2026', async () => {
    const { a1 } = await given('2026-08-03', '2026-09-30');
    await live('2026-09-17', '2026-10-20');
    expect(await steps(a1)).toEqual(
      climbs(['2026-09-20', '2026-09-24', '2026-09-29', '2026-09-30', '2026-10-08', '2026-10-10', '2026-10-13']),
    );
  });
});

const sign = async (task: string) =>
  (await house.as('a1.reporter')).post(`/community/tasks/${task}/signature`).expect(201);
const report = async (task: string, done: string) => submitted(await house.as('a1.reporter'), task, { done });
const answer = async (id: string, deed: 'acceptance' | 'return') =>
  (await house.as('a.reviewer')).post(`/subdistrict/reports/${id}/${deed}`, { reason: '请核对' }).expect(201);

describe('real activity stops the ladder or sets it back', () => {
  it('a report with progress hands the move to the reviewer, whose own ladder climbs; returned, the union owns it again', async () => {
    const { a1 } = await given('2027-01-04', '2027-03-12');
    await sign(a1);
    await live('2027-03-01', '2027-03-11', [9]);
    at('2027-03-11', 15);
    const id = await report(a1, '40');
    await live('2027-03-12', '2027-03-19', [9]);
    at('2027-03-19', 15);
    await answer(id, 'return');
    await live('2027-03-22', '2027-03-29', [9]);
    const climbed = (await steps(a1)).filter((step) => !step.endsWith('a1.administrator'));
    expect(climbed).toEqual([
      '2027-03-03 before7 a1.reporter',
      '2027-03-09 before3 a1.reporter',
      '2027-03-11 before1 a1.reporter',
      '2027-03-15 review2 a.administrator',
      '2027-03-15 review2 a.reviewer',
      '2027-03-17 review4 a.administrator',
      '2027-03-17 review4 a.reviewer',
      '2027-03-19 review6 a.administrator',
      '2027-03-19 review6 a.reviewer',
      '2027-03-19 review6 d.administrator',
      '2027-03-22 after1 a1.reporter',
      '2027-03-24 after3 a.administrator',
      '2027-03-24 after3 a1.reporter',
      '2027-03-26 after5 a1.reporter',
      '2027-03-26 after5 d.viewer',
    ]);
  });

  it('an extension opens the ladder anew, a parking shuts it up, and what is complete is left alone', async () => {
    const { a, a1 } = await given('2027-04-01', '2027-05-14');
    const change = async (dueOn: string, version: number) =>
      (await house.as('a.administrator'))
        .patch(`/subdistrict/tasks/${a}/shares/${a1}`, { dueOn, reason: '延期' }, version)
        .expect(200);
    await live('2027-05-13', '2027-05-17', [9]);
    at('2027-05-17', 10);
    const lead = await house.as('d.administrator');
    const { body } = await lead.get(`/district/tasks/${a}`).expect(200);
    await lead
      .patch(`/district/tasks/${body.parentId}/shares/${a}`, { dueOn: '2027-06-30', reason: '延期' }, body.version)
      .expect(422);
    await house.database.query(`update task set due_on = '2027-06-30' where id in ($1, $2)`, [a, body.parentId]);
    await change('2027-05-28', 1);
    await live('2027-05-18', '2027-05-26', [9]);
    await house.database.query(`update task set parked_until = '2027-05-31' where id = $1`, [a1]);
    at('2027-05-27', 8);
    const why = await (await house.as('a1.viewer')).get(`/community/tasks/${a1}/reminders`).expect(200);
    expect(why.body).toMatchObject({ hold: 'parked' });
    await live('2027-05-27', '2027-06-01', [9]);
    at('2027-06-01', 10);
    await sign(a1);
    await answer(await report(a1, '100'), 'acceptance');
    await live('2027-06-02', '2027-06-15', [9]);
    expect((await steps(a1)).filter((step) => step.endsWith('a1.reporter'))).toEqual([
      '2027-05-13 before1 a1.reporter',
      '2027-05-14 due a1.reporter',
      '2027-05-17 after1 a1.reporter',
      '2027-05-19 before7 a1.reporter',
      '2027-05-25 before3 a1.reporter',
      '2027-06-01 after1 a1.reporter',
    ]);
    const { body: reminders } = await (await house.as('a1.viewer')).get(`/community/tasks/${a1}/reminders`).expect(200);
    expect(reminders).toMatchObject({ hold: 'complete', next: [], more: false });
    expect(reminders.sent.at(-1)).toMatchObject({ step: 'before1', whom: 'officer', why: '到期前 1 个工作日' });
  });

  it('opening pages does nothing', async () => {
    const { a1 } = await given('2027-07-01', '2027-08-13');
    await live('2027-08-12', '2027-08-12', [9]);
    await (await house.as('a1.reporter')).get(`/community/tasks/${a1}`).expect(200);
    await live('2027-08-13', '2027-08-13', [9]);
    expect((await steps(a1)).filter((step) => step.endsWith('a1.reporter'))).toEqual([
      '2027-08-12 before1 a1.reporter',
      '2027-08-13 due a1.reporter',
    ]);
  });

  it('a signature after the due day counts the ladder from then on; what is divided is chased below', async () => {
    const { a, a1 } = await given('2027-09-01', '2027-11-12');
    await live('2027-11-12', '2027-11-12', [9]);
    at('2027-11-17', 10);
    await sign(a1);
    await live('2027-11-18', '2027-11-18', [9]);
    expect((await steps(a1)).filter((step) => step.endsWith('a1.reporter'))).toEqual([
      '2027-11-12 due a1.reporter',
      '2027-11-18 after1 a1.reporter',
    ]);
    expect(await steps(a)).toEqual([]);
  });
});

describe('a digest', () => {
  it('holds twelve things once, says so, and is read like any message', async () => {
    const tasks: string[] = [];
    for (let no = 0; no < 12; no++) tasks.push((await given('2028-01-03', '2028-03-15', { title: `第 ${no} 项` })).a1);
    at('2028-03-14', 9);
    await tick();
    const mine = (await told(...tasks)).filter(({ account }) => account === 'a1.reporter');
    expect(mine).toMatchObject([{ kind: 'digest', more: 0 }]);
    expect(mine[0]?.items).toHaveLength(12);
    const door = await house.as('a1.reporter');
    const { body } = await door.get('/me/messages?unread=true&limit=1').expect(200);
    expect(body.items[0]).toMatchObject({ kind: 'digest', more: 0, readAt: null });
    expect(body.items[0].title).toMatch(/^您有 1[2-9] 件事需要处理$/);
    const before = (await door.get('/me/messages/unread-count').expect(200)).body.unread;
    const read = await door.post(`/me/messages/${body.items[0].id}/reading`).expect(201);
    expect(read.body.readAt).not.toBeNull();
    expect((await door.get('/me/messages/unread-count').expect(200)).body.unread).toBe(before - 1);
    const second = await door.get(`/me/messages?unread=true&limit=1&after=${body.nextCursor}`).expect(200);
    expect(second.body.items[0].id).not.toBe(body.items[0].id);
    await (await house.as('a2.reporter')).get(`/me/messages/${body.items[0].id}`).expect(404);
    await (await house.as('a1.administrator')).post(`/me/messages/${body.items[0].id}/reading`).expect(404);
    expect((await door.post('/me/messages/readings').expect(201)).body).toEqual({ read: before - 1 });
    expect((await door.get('/me/messages?unread=true').expect(200)).body.items).toEqual([]);
  });

  it('of very many things names fifty and counts the rest; none of them is told again', async () => {
    const { a1 } = await given('2028-03-20', '2028-04-21');
    await house.database.query(
      `insert into task select (jsonb_populate_record(t, jsonb_build_object(
         'id', id.new, 'root_id', id.new, 'parent_id', null, 'title', '第' || id.no || '件'))).*
       from task t, (select no, gen_random_uuid() as new from generate_series(1, 53) no) id where t.id = $1`,
      [a1],
    );
    at('2028-04-20', 9);
    await tick();
    const last = async (): Promise<{ named: number; more: number }[]> =>
      house.database.query(
        `select jsonb_array_length(m.items) as named, m.more from message m join officer o on o.id = m.officer_id
         where o.account = 'a1.reporter' and m.told_on = '2028-04-20'`,
      );
    expect(await last()).toEqual([{ named: 50, more: 4 }]);
    const [{ n }]: [{ n: number }] = await house.database.query(
      `select count(*)::int as n from reminder_turn r join officer o on o.id = r.officer_id
       where o.account = 'a1.reporter' and r.anchor_on = '2028-04-21' and r.step = 'before1'`,
    );
    expect(n).toBe(54);
    at('2028-04-20', 15);
    await tick();
    expect(await last()).toEqual([{ named: 50, more: 4 }]);
    await house.database.query(`update task set status = 'withdrawn' where due_on = '2028-04-21'`);
  });

  it('comes at the hour its officer chose', async () => {
    await (await house.as('a1.administrator')).put('/me/reminder-settings', { hour: 15 }).expect(200);
    const { a1 } = await given('2028-04-05', '2028-05-19');
    at('2028-05-18', 9);
    await tick();
    const who = async () => (await told(a1)).map(({ account }) => account);
    expect(await who()).toEqual(['a1.reporter']);
    at('2028-05-18', 14);
    await tick();
    expect(await who()).toEqual(['a1.reporter']);
    at('2028-05-18', 15);
    await tick();
    expect(await who()).toEqual(['a1.reporter', 'a1.administrator']);
    await (await house.as('a1.administrator')).put('/me/reminder-settings', { hour: 9 }).expect(200);
  });
});

it('two workers at once and three restarts send nothing twice', async () => {
  const { a1 } = await given('2028-07-03', '2028-08-18');
  at('2028-08-17', 9);
  for (let restart = 0; restart < 3; restart++) {
    // what a worker that died in the middle leaves behind: the round is begun anew
    await house.database.query(`update chasing_round set hour = 8`);
    const another = await createApp(house.config);
    another.get(Clock).set(house.clock.handedIn);
    await another.init();
    await Promise.all([tick(), another.get(ChasingClock).tick(), tick()]);
    await another.close();
  }
  expect(await steps(a1)).toEqual(['2028-08-17 before1 a1.administrator', '2028-08-17 before1 a1.reporter']);
});

it('a newcomer is not given the past, and where the leader has left, the administrators are told', async () => {
  const { a1 } = await given('2028-09-04', '2028-10-20');
  await live('2028-10-19', '2028-10-25', [9]);
  at('2028-10-25', 12);
  const [{ union }]: [{ union: string }] = await house.database.query(
    `insert into officer (district_id, id, union_id, account, name, role, password_hash)
     select district_id, gen_random_uuid(), union_id, 'a1.newcomer', '新人', 'viewer', password_hash from officer
     where account = 'a1.viewer' returning union_id as union`,
  );
  await house.database.transaction(async (tx) => {
    await tx.query(`select set_config('sanji.now', '2028-10-26T02:00:00Z', true)`);
    await tx.query(`update officer set role = 'reporter' where account = 'a1.newcomer' and union_id = $1`, [union]);
    await tx.query(`update officer set active = false where account = 'd.viewer' and district_id = $1`, [
      house.district.id,
    ]);
  });
  await live('2028-10-26', '2028-10-30', [9]);
  const all = await steps(a1);
  expect(all.filter((step) => step.endsWith('newcomer'))).toEqual(['2028-10-27 after5 a1.newcomer']);
  expect(all.filter((step) => / d\./.test(step))).toEqual(['2028-10-27 after5 d.administrator']);
  await house.database.query(`update officer set active = false where account = 'a1.newcomer'`);
});

describe('a ladder of the district', () => {
  const step = (key: string, offset: number, rest: object = {}) => ({
    key,
    offset,
    whom: ['officer'],
    channels: ['inbox'],
    urgent: false,
    template: 'remind',
    ...rest,
  });

  it('is set with a reason, in versions; what is urgent is told at eight, on a day off too', async () => {
    const district = await house.as('d.administrator');
    at('2029-01-05', 10);
    const before = await district.get('/district/ladders/task').expect(200);
    expect(before.body).toMatchObject({ version: 0, reason: null });
    const steps_ = [step('before1', -1), step('due', 0, { urgent: true })];
    await district.put('/district/ladders/task', { steps: steps_, reason: '试行' }, 1).expect(412);
    const set = await district.put('/district/ladders/task', { steps: steps_, reason: '试行' }, 0).expect(200);
    expect(set.body).toMatchObject({ version: 1, reason: '试行', writtenBy: 'D administrator' });
    expect((await district.get('/district/ladders/task/versions').expect(200)).body).toMatchObject({ total: 1 });
    await (
      await house.as('d.reviewer')
    )
      .put('/district/ladders/task', { steps: steps_, reason: '试行' }, 1)
      .expect(403);
    // a Saturday
    const { a1 } = await given('2029-01-08', '2029-03-17');
    await live('2029-03-15', '2029-03-20');
    at('2029-03-20');
    const rows = (await told(a1)).filter(({ account }) => account === 'a1.reporter');
    expect(rows.map(({ day, kind, items }) => `${day} ${kind} ${(items[0] as StepItem).step}`)).toEqual([
      '2029-03-16 digest before1',
      '2029-03-17 urgent due',
    ]);
    const { body } = await district.get(`/district/ladders/task/preview?taskId=${a1}`).expect(200);
    expect(body).toMatchObject({ taskId: a1, dueOn: '2029-03-17', unionName: '甲一社区工联会' });
    expect(body.steps).toMatchObject([
      {
        key: 'before1',
        day: '2029-03-16',
        told: true,
        officers: [{ name: 'A1 administrator' }, { name: 'A1 reporter' }],
      },
      { key: 'due', day: '2029-03-19', told: true },
    ]);
    const proposed = { taskId: a1, steps: [step('due', 0), step('after1', 1, { whom: ['above', 'leader'] })] };
    const tried = await district.post('/district/ladders/task/preview', proposed).expect(200);
    expect(tried.body.steps).toMatchObject([
      { key: 'due', collapsed: true },
      {
        key: 'after1',
        collapsed: false,
        officers: [
          { whom: 'above', name: 'A administrator' },
          { whom: 'leader', name: 'D administrator' },
        ],
      },
    ]);
    expect((await district.get('/district/ladders/task').expect(200)).body.version).toBe(1);
  });

  it('what also goes out: one mail to each who wants it, one text to the robot of the union, each with why', async () => {
    const district = await house.as('d.administrator');
    const out = [step('before1', -1, { channels: ['inbox', 'email', 'robot'] })];
    await district.put('/district/ladders/task', { steps: out, reason: '外发' }, 1).expect(200);
    await house.database.query(`update outward_channel set set_up = true where channel = 'email'`);
    await house.database.query(
      `insert into mail_address (district_id, officer_id, address, wanted, language)
       select district_id, id, 'li@example.org', true, 'zh' from officer where account = 'a1.reporter'`,
    );
    await house.database.query(
      `insert into robot (district_id, id, union_id, kind, name, hint, sealed, signed, language)
       values ($1, gen_random_uuid(), $2, 'wecom', '甲一工作群', '', '', false, 'zh')`,
      [house.district.id, house.district.unions.A1],
    );
    const { a1 } = await given('2029-03-21', '2029-04-05');
    await live('2029-04-04', '2029-04-04', [9, 10]);
    const rows = await house.database.query(
      `select channel, target, subject, text, reason from dispatch order by channel`,
    );
    const words = '“发展工会会员”还有 1 个工作日到期（2029-04-05），已完成 0/100 人，请签收';
    expect(rows).toEqual([
      {
        channel: 'email',
        target: 'li@example.org',
        subject: `工作提醒：${words}`,
        text: expect.stringContaining(`· ${words}`),
        reason: expect.objectContaining({ step: 'before1', taskIds: [a1] }),
      },
      {
        channel: 'robot',
        target: '甲一工作群',
        subject: `工作提醒：${words}`,
        text: expect.stringContaining(`· ${words}`),
        reason: expect.objectContaining({ step: 'before1', taskIds: [a1] }),
      },
    ]);
  });
});

describe('urging by hand', () => {
  const urge = async (account: string, path: string, body: object = { words: '请本周内完成' }) =>
    (await house.as(account)).post(path, body);

  it('reaches those in charge at once, once a day for each task, and leaves a trace on both sides', async () => {
    const { a, a1 } = await given('2029-04-09', '2029-08-31');
    at('2029-04-10', 10);
    const first = await urge('a.administrator', `/subdistrict/tasks/${a1}/urges`);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ words: '请本周内完成', by: 'A administrator', byUnion: '甲街道总工会' });
    expect(first.body.officers).toMatchObject([{ name: 'A1 administrator' }, { name: 'A1 reporter' }]);
    const again = await urge('d.reviewer', `/district/tasks/${a1}/urges`);
    expect([again.status, again.body.code]).toEqual([409, 'urge.today']);
    expect(again.body.detail).toContain('甲街道总工会A administrator');
    const up = await urge('a.administrator', `/subdistrict/tasks/${a}/urges`);
    expect([up.status, up.body.code]).toEqual([403, 'urge.notAbove']);
    expect((await urge('b.administrator', `/subdistrict/tasks/${a1}/urges`)).status).toBe(404);
    expect((await urge('a1.administrator', `/subdistrict/tasks/${a1}/urges`)).status).toBe(403);
    const { body } = await (await house.as('a1.viewer')).get(`/community/tasks/${a1}/urges`).expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ id: first.body.id }] });
    const message = await (await house.as('a1.reporter')).get('/me/messages?limit=1').expect(200);
    expect(message.body.items).toMatchObject([{ kind: 'urge', readAt: null }]);
    expect(message.body.items[0].title).toBe('甲街道总工会A administrator催办“发展工会会员”：请本周内完成');
    at('2029-04-11', 10);
    // a leader who otherwise only looks on
    expect((await urge('a.viewer', `/subdistrict/tasks/${a1}/urges`)).status).toBe(201);
    const announced = await house.database.query(
      `select body from outbox_message where name = 'task.urged' and body->>'taskId' = $1 order by seq`,
      [a1],
    );
    expect(announced).toMatchObject([{ body: { words: '请本周内完成', officers: 2 } }, { body: { officers: 2 } }]);
  });

  it('waits for the next digest at night and on days off, unless it is urgent', async () => {
    const { a1 } = await given('2029-05-07', '2029-09-28');
    const count = async () => (await told(a1)).length;
    // a Friday night
    at('2029-05-11', 21);
    const night = await urge('a.administrator', `/subdistrict/tasks/${a1}/urges`);
    expect(night.body.officers).toMatchObject([{ toldAt: null }, { toldAt: null }]);
    await live('2029-05-12', '2029-05-13');
    expect(await count()).toBe(0);
    at('2029-05-13', 10);
    expect(
      (await urge('a.administrator', `/subdistrict/tasks/${a1}/urges`, { words: '急', urgent: true })).status,
    ).toBe(201);
    expect(await count()).toBe(2);
    await live('2029-05-14', '2029-05-15');
    expect((await told(a1)).map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2029-05-13 urge',
      '2029-05-13 urge',
      '2029-05-14 digest',
      '2029-05-14 digest',
    ]);
  });
});

it('who leads a union is noted by the system administrator, one of its own officers, and withdrawn', async () => {
  at('2029-06-01');
  const [system, { B1 }] = [await house.as('d.system_administrator'), house.district.unions];
  const [officer]: { id: string }[] = await house.database.query(`select id from officer where account = 'b1.viewer'`);
  const [other]: { id: string }[] = await house.database.query(`select id from officer where account = 'a1.viewer'`);
  expect((await system.get(`/unions/${B1}/leader`).expect(200)).body).toMatchObject({
    officerId: null,
    inOffice: false,
  });
  const refused = await system.put(`/unions/${B1}/leader`, { officerId: other?.id }).expect(422);
  expect(refused.body.code).toBe('leader.officer');
  await (await house.as('d.administrator')).put(`/unions/${B1}/leader`, { officerId: officer?.id }).expect(403);
  await system.put(`/unions/${B1}/leader`, { officerId: officer?.id }).expect(200);
  const { body } = await (await house.as('b.viewer')).get(`/unions/${B1}/leader`).expect(200);
  expect(body).toMatchObject({ officerId: officer?.id, name: 'B1 viewer', inOffice: true });
  await (await house.as('a.viewer')).get(`/unions/${B1}/leader`).expect(404);
  await system.delete(`/unions/${B1}/leader`).expect(204);
  await system.delete(`/unions/${B1}/leader`).expect(404);
});

it('what is older than 400 days is swept', async () => {
  const count = async () => {
    const [row]: [{ turns: number; messages: number }] = await house.database.query(
      `select (select count(*)::int from reminder_turn) as turns, (select count(*)::int from message) as messages`,
    );
    return row;
  };
  expect((await count()).turns).toBeGreaterThan(10);
  at('2032-03-01', 9);
  await tick();
  expect(await count()).toEqual({ turns: 0, messages: 0 });
});
