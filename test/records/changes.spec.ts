/** Reading on from change to change (增量读取): nothing is missed and nothing is told twice, whoever commits first. */
import type { QueryRunner } from 'typeorm';
import { eventually } from '../support/eventually';
import { type Door, House } from '../support/house';
import { caseSource, sendingProgram, theirCase } from '../support/case';
import { visit, visitLedger } from '../support/ledger';
import { picture } from '../support/picture';
import { assigned, cascaded, memberTask } from '../support/task';
import { fromNow, readOn, type Told } from './reading';

let house: House;
let office: Door;
beforeAll(async () => {
  house = await House.open();
  office = await house.as('d.administrator');
});
afterAll(() => house.close());

async function begun(): Promise<QueryRunner> {
  const runner = house.database.createQueryRunner();
  await runner.startTransaction();
  return runner;
}

const rename = (runner: QueryRunner, id: string | undefined, title: string): Promise<unknown> =>
  runner.query('update task set title = $2, version = version + 1 where id = $1', [id, title]);

async function made(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let no = 0; no < count; no++)
    ids.push((await office.post('/district/tasks', { ...memberTask, title: `任务 ${no}` }).expect(201)).body.task.id);
  return ids;
}

it('what an earlier transaction commits late is told, after all that came before it and before what came after', async () => {
  const [first, second, third] = await made(3);
  const start = await fromNow(office, 'tasks');
  const [slow, quick, never] = [await begun(), await begun(), await begun()];
  await rename(slow, first, '慢');
  await rename(quick, second, '快');
  await quick.commitTransaction();
  await quick.release();
  const early = await readOn(office, 'tasks', start);
  // the quick one has committed, but the slow one might still write before it
  expect(early.told.filter(({ title }) => title === '快' || title === '慢')).toEqual([]);
  await rename(never, third, '无');
  await slow.commitTransaction();
  await slow.release();
  await never.rollbackTransaction();
  await never.release();
  let { cursor } = early;
  const told: Told[] = [...early.told];
  await eventually(async () => {
    const more = await readOn(office, 'tasks', cursor);
    cursor = more.cursor;
    told.push(...more.told);
    expect(told.filter(({ title }) => title === '快' || title === '慢').map(({ id, title }) => [id, title])).toEqual([
      [first, '慢'],
      [second, '快'],
    ]);
  });
  expect(told.map(({ title }) => title)).not.toContain('无');
});

it('a burst of transactions that commit in any order leaves a reader with what is there, each version told at most once', async () => {
  const ids = await made(6);
  let cursor = await fromNow(office, 'tasks');
  const told: Told[] = [];
  const read = async (): Promise<void> => {
    const more = await readOn(office, 'tasks', cursor);
    cursor = more.cursor;
    told.push(...more.told.filter(({ id }) => ids.includes(id)));
  };
  // a fixed shuffle: who writes, and which of the open transactions ends, by turns
  let seed = 42;
  const dice = (sides: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % sides;
  const open: { runner: QueryRunner; at: number }[] = [];
  for (let turn = 0; turn < 80; turn++) {
    const free = ids.flatMap((_, at) => (open.some((each) => each.at === at) ? [] : [at]));
    if (open.length < 3 && dice(2) === 0) {
      const [runner, at] = [await begun(), free[dice(free.length)] ?? 0];
      await rename(runner, ids[at], `第 ${turn} 次`);
      open.push({ runner, at });
    } else if (open.length > 0) {
      const [ended] = open.splice(dice(open.length), 1);
      if (ended !== undefined) {
        if (dice(5) === 0) await ended.runner.rollbackTransaction();
        else await ended.runner.commitTransaction();
        await ended.runner.release();
      }
    }
    await read();
  }
  for (const { runner } of open) {
    await runner.commitTransaction();
    await runner.release();
  }
  const stored: { id: string; title: string; version: number }[] = await house.database.query(
    'select id, title, version from task where id = any($1)',
    [ids],
  );
  await eventually(async () => {
    await read();
    const last = new Map(told.map(({ id, title, version }) => [id, { id, title, version }]));
    expect(stored.filter(({ version }) => version > 1).map(({ id }) => last.get(id))).toEqual(
      stored.filter(({ version }) => version > 1).map(({ id, title, version }) => ({ id, title, version })),
    );
  });
  const versions = told.map(({ id, version }) => `${id} ${version}`);
  expect(new Set(versions).size).toBe(versions.length);
  for (const id of ids) {
    const own = told.filter((each) => each.id === id).map(({ version }) => version ?? 0);
    expect(own).toEqual(own.toSorted((a, b) => a - b));
  }
});

it('a write that changes nothing is no change', async () => {
  const [id] = await made(1);
  const mark = async (): Promise<unknown> =>
    house.database.query('select changed_xid, changed_at from task where id = $1', [id]);
  const before = await mark();
  await house.database.query('update task set title = title where id = $1', [id]);
  expect(await mark()).toEqual(before);
  await house.database.query(`update task set title = '改' where id = $1`, [id]);
  expect(await mark()).not.toEqual(before);
});

it('updatedSince begins at a moment and goes on for ever', async () => {
  const [id] = await made(1);
  const recent = await eventually(async () => {
    const { body } = await office.get(`/records/tasks?limit=1000&updatedSince=${new Date().toISOString()}`).expect(200);
    expect(body.items).toContainEqual(expect.objectContaining({ id, state: 'there' }));
    return body;
  });
  expect((await readOn(office, 'tasks', recent.nextCursor)).told).toEqual([]);
  const later = await office.get('/records/tasks?updatedSince=2199-01-01T00:00:00Z').expect(200);
  expect(later.body).toMatchObject({ items: [], more: false, nextCursor: expect.any(String) });
});

it('what a union takes back is gone for those above, and its draft that was never handed in is not told', async () => {
  const ledger = await visitLedger(house);
  const [reporter, above] = [await house.as('a1.reporter'), await house.as('a.viewer')];
  const start = await fromNow(above, 'ledger-entries');
  const { body: entry } = await reporter.post(`/ledgers/${ledger}/entries`, { values: visit }).expect(201);
  await reporter.post(`/ledgers/${ledger}/entries`, { values: visit }).expect(201);
  await reporter.post(`/ledger-entries/${entry.id}/submission`).expect(201);
  const seen = await eventually(async () => {
    const found = await readOn(above, 'ledger-entries', start);
    expect(found.told).toEqual([expect.objectContaining({ id: entry.id, state: 'there', status: 'submitted' })]);
    return found;
  });
  await reporter.delete(`/ledger-entries/${entry.id}/submission`).expect(204);
  await eventually(async () =>
    expect((await readOn(above, 'ledger-entries', seen.cursor)).told).toEqual([
      { state: 'gone', id: entry.id, changedAt: expect.any(String) },
    ]),
  );
});

it('own drafts of reports, which can be thrown away, are not told before they are handed in', async () => {
  const { shareA } = await assigned(house);
  const { a1 } = await cascaded(house, shareA);
  const reporter = await house.as('a1.reporter');
  const start = await fromNow(reporter, 'reports');
  const { body: report } = await reporter.post(`/community/tasks/${a1}/reports`, { done: '3' }).expect(201);
  expect((await readOn(reporter, 'reports', start)).told).toEqual([]);
  await reporter.post(`/community/reports/${report.id}/submission`).expect(201);
  await eventually(async () =>
    expect((await readOn(reporter, 'reports', start)).told).toEqual([expect.objectContaining({ id: report.id })]),
  );
});

it('a file of evidence is told when its report is handed in, and is gone when it is taken away after that', async () => {
  const { shareA } = await assigned(house);
  const { a1 } = await cascaded(house, shareA);
  const [reporter, above, other] = [
    await house.as('a1.reporter'),
    await house.as('a.viewer'),
    await house.as('b.viewer'),
  ];
  const { body: report } = await reporter.post(`/community/tasks/${a1}/reports`, { done: '3' }).expect(201);
  const at = `/community/reports/${report.id}`;
  const added = async (name: string): Promise<string> =>
    (
      await reporter
        .post(`${at}/evidence`)
        .attach('file', await picture(), name)
        .expect(201)
    ).body.id;
  const [kept, early] = [await added('现场.png'), await added('多余.png')];
  await reporter.delete(`${at}/evidence/${early}`).expect(204);
  const [start, begun] = [await fromNow(above, 'evidence'), await fromNow(reporter, 'evidence')];
  const elsewhere = await fromNow(other, 'evidence');
  await made(1); // what is handed in later lies behind the fence that was told
  expect((await readOn(above, 'evidence', start)).told).toEqual([]);
  await reporter.post(`${at}/submission`).expect(201);
  const seen = await eventually(async () => {
    const found = await readOn(above, 'evidence', start);
    expect(found.told).toEqual([
      expect.objectContaining({ id: kept, state: 'there', name: '现场.png', reportId: report.id, taskId: a1 }),
    ]);
    return found;
  });
  expect((await readOn(reporter, 'evidence', begun)).told).toHaveLength(1);
  await (
    await house.as('a.reviewer')
  )
    .post(`/subdistrict/reports/${report.id}/return`, { reason: '请换一张' })
    .expect(201);
  const late = await added('新的.png');
  await reporter.delete(`${at}/evidence/${kept}`).expect(204);
  await eventually(async () =>
    expect((await readOn(above, 'evidence', seen.cursor)).told).toEqual([
      expect.objectContaining({ id: late, state: 'there' }),
      { state: 'gone', id: kept, changedAt: expect.any(String) },
    ]),
  );
  const { body: list } = await above.get(`/records/evidence?taskId=${a1}`).expect(200);
  expect(list.items.map(({ id }: Told) => id)).toEqual([late]);
  expect((await readOn(other, 'evidence', elsewhere)).told).toEqual([]);
});

it('an enterprise that is moved elsewhere is gone for the union it lay under', async () => {
  const { A, B } = house.district.unions;
  const keeper = await house.as('a.administrator');
  const given = { creditCode: '91440300708461136T', name: '示范科技', kind: 'non_public', unionId: A };
  const { body } = await office.post('/district/enterprises', given).expect(201);
  const start = await fromNow(keeper, 'enterprises');
  await house.database.query('update enterprise set union_id = $2 where id = $1', [body.id, B]);
  await eventually(async () =>
    expect((await readOn(keeper, 'enterprises', start)).told).toContainEqual(
      expect.objectContaining({ id: body.id, state: 'gone' }),
    ),
  );
});

it('a case that is given to another union, and an officer who moves to one, are gone for the union that had them', async () => {
  const { B } = house.district.unions;
  const [keeper, system] = [await house.as('a.administrator'), await house.as('d.system_administrator')];
  const platform = await sendingProgram(house, 'platform');
  await caseSource(house, 'province', 'platform');
  await platform.put('/inbound/province/cases/N1', theirCase).expect(200);
  const [theCase] = (await keeper.get('/records/cases').expect(200)).body.items;
  const [officer] = (await keeper.get('/officers?q=a.reviewer').expect(200)).body.items;
  const starts = [await fromNow(keeper, 'cases'), await fromNow(keeper, 'officers')];
  await house.database.query('update inbound_case set union_id = $2 where id = $1', [theCase.id, B]);
  const { version } = officer;
  await system.patch(`/officers/${officer.id}`, { unionId: B }, version).expect(200);
  for (const [no, [kind, id]] of Object.entries([
    ['cases', theCase.id],
    ['officers', officer.id],
  ] as const))
    await eventually(async () =>
      expect((await readOn(keeper, kind, starts[Number(no)] ?? '')).told).toContainEqual({
        state: 'gone',
        id,
        changedAt: expect.any(String),
      }),
    );
});

it('who has a dispatch or an import in hand is no change of it', async () => {
  await house.database.query(
    `insert into dispatch (district_id, id, union_id, path, officer_id, channel, target, subject, text, reason, once_key, status)
     select u.district_id, gen_random_uuid(), u.id, u.path, o.id, 'email', 'a@b.example', '提醒', '请填报', '{}', u.id, 'given_up'
     from trade_union u join officer o on o.union_id = u.id and o.account = 'a.administrator' where u.id = $1`,
    [house.district.unions.A],
  );
  const start = await fromNow(office, 'dispatches');
  await house.database.query(`update dispatch set leased_until = now() + interval '1 minute'`);
  expect((await readOn(office, 'dispatches', start)).told).toEqual([]);
  await house.database.query(`update dispatch set attempts = attempts + 1`);
  await eventually(async () => expect((await readOn(office, 'dispatches', start)).told).toHaveLength(1));
});

describe('a cursor is lost', () => {
  const parts = (cursor: string): string[] => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
  const forged = (cursor: string, at: number, value: string): string =>
    Buffer.from(JSON.stringify(parts(cursor).with(at, value))).toString('base64url');
  const lost = async (kind: string, cursor: string): Promise<void> =>
    expect((await office.get(`/records/${kind}?after=${cursor}`).expect(409)).body.code).toBe('cursor.lost');

  it('when the database is another one, or was put back to an earlier state', async () => {
    const cursor = await fromNow(office, 'tasks');
    await office.get(`/records/tasks?after=${cursor}`).expect(200);
    await lost('tasks', forged(cursor, 2, '1-00000001'));
    await lost('tasks', forged(cursor, 4, '900000000000'));
  });

  it('when the data came from a dump after the moment that is asked for', async () => {
    await house.database.query(
      `insert into live.database_seen (system) select system_identifier::text from pg_control_system() on conflict do nothing`,
    );
    await house.database.query(`insert into live.database_seen (system, seen_at) values ('1', '2020-01-01T00:00:00Z')`);
    const { body } = await office.get('/records/tasks?updatedSince=2021-01-01T00:00:00Z').expect(409);
    expect(body.code).toBe('cursor.lost');
    await office.get('/records/tasks?updatedSince=2198-01-01T00:00:00Z').expect(200);
    await house.database.query(`delete from live.database_seen where system = '1'`);
  });

  it('after a union moved, for what lies where its union lies, and only for that', async () => {
    const [enterprises, tasks] = [await fromNow(office, 'enterprises'), await fromNow(office, 'tasks')];
    const system = await house.as('d.system_administrator');
    const { A2, B } = house.district.unions;
    const { body } = await system.get(`/unions/${A2}`).expect(200);
    const move = { parentId: B, since: '2026-02-01', reason: '区划调整' };
    await system.put(`/unions/${A2}/placement`, move, body.version).expect(200);
    await lost('enterprises', enterprises);
    await office.get(`/records/tasks?after=${tasks}`).expect(200);
  });
});
