/** Handing in at one stroke (一次提交): all or nothing, by the rules of a report, whoever hands in beside it. */
import request from 'supertest';
import { House, type Door } from '../support/house';
import { assigned, cascaded } from '../support/task';

let house: House;
let a1: Door;
let a2: Door;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-06-01T02:00:00Z'));
  a1 = await house.as('a1.reporter');
  a2 = await house.as('a2.reporter');
});
afterAll(() => house.close());

const at = (task: string): string => `/community/tasks/${task}/submissions`;
const task = async (given: object = {}): Promise<{ a1: string; a2: string; shareA: string }> => {
  const { shareA } = await assigned(house, given);
  return { ...(await cascaded(house, shareA)), shareA };
};
const count = async (sql: string, id: string): Promise<number> => {
  const [{ n }]: [{ n: number }] = await house.database.query(`select count(*)::int as n from ${sql}`, [id]);
  return n;
};

it('a report is begun, handed in, announced and told apart in one call', async () => {
  const own = await task();
  const { body, headers } = await a1.post(at(own.a1), { done: '12', note: '新增会员' }).expect(201);
  expect(body).toMatchObject({ no: 1, status: 'submitted', done: '12', timeliness: 'on_time', asOf: '2026-06-01' });
  expect(headers['location']).toBe(`/api/v1/community/reports/${body.id}`);
  const read = (await a1.get(`/community/reports/${body.id}`).expect(200)).body;
  expect(read).toMatchObject(body);
  expect(read.steps).toMatchObject([{ kind: 'submitted', done: '12', note: '新增会员' }]);
  expect(
    await count(`outbox_message where name = 'progress.submitted' and body->'report'->>'reportId' = $1`, body.id),
  ).toBe(1);
  expect(
    await count(
      `audit_entry where deed = 'progress.submitted' and subject_id = $1 and account = 'a1.reporter'`,
      body.id,
    ),
  ).toBe(1);
  await house.settled();
  const board = (await (await house.as('a.viewer')).get(`/platform/boards/tasks/${own.a1}`).expect(200)).body;
  expect(board.task.pending).toBe('12');
});

it('is the same as a draft that is handed in', async () => {
  const own = await task();
  const drafted = (await a1.post(`/community/tasks/${own.a1}/reports`, { done: '7' }).expect(201)).body;
  const slowly = (await a1.post(`/community/reports/${drafted.id}/submission`).expect(201)).body;
  const atOnce = (await a2.post(at(own.a2), { done: '7' }).expect(201)).body;
  const same = ({ id: _, taskId: __, unionId: ___, version: ____, ...rest }: Record<string, unknown>) => rest;
  expect(same(atOnce)).toEqual(same(slowly));
});

it('what a draft or a submission would be refused for is refused here, and nothing is left of it', async () => {
  const own = await task({ evidenceRule: 'required' });
  const refusals: [object, string][] = [
    [{ done: '0' }, 'report.zero'],
    [{ done: '1.5' }, 'report.decimals'],
    [{ done: '1', asOf: '2026-06-02' }, 'report.asOf'],
    [{ done: '1' }, 'evidence.required'],
    [{ done: '1', evidence: ['0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d'] }, 'evidence.unknown'],
  ];
  const answers = await Promise.all(refusals.map(([given]) => a1.post(at(own.a1), given)));
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(refusals.map(([, code]) => [422, code]));
  expect(await count('progress_report where task_id = $1', own.a1)).toBe(0);
  await a1.post(at(own.a2), { done: '1' }).expect(404);
  const unsigned = (await assigned(house)).shareA;
  const sub = await house.as('a.reporter');
  expect((await sub.post(`/subdistrict/tasks/${unsigned}/submissions`, { done: '1' }).expect(409)).body.code).toBe(
    'task.notSigned',
  );
  expect((await sub.post(`/subdistrict/tasks/${own.shareA}/submissions`, { done: '1' }).expect(409)).body.code).toBe(
    'task.cascaded',
  );
});

it('files that the union handed in before prove it again; another union’s do not', async () => {
  const own = await task({ evidenceRule: 'required' });
  const drafted = (await a1.post(`/community/tasks/${own.a1}/reports`, { done: '3' }).expect(201)).body;
  const file = (
    await request(house.url)
      .post(`/api/v1/community/reports/${drafted.id}/evidence`)
      .set('authorization', `Bearer ${a1.token}`)
      .attach('file', Buffer.from('姓名\n陈'), '签到表.csv')
      .expect(201)
  ).body;
  await a1.post(`/community/reports/${drafted.id}/submission`).expect(201);
  const next = await task({ evidenceRule: 'required' });
  expect((await a2.post(at(next.a2), { done: '1', evidence: [file.id] }).expect(422)).body.code).toBe(
    'evidence.unknown',
  );
  const { body } = await a1.post(at(next.a1), { done: '4', evidence: [file.id] }).expect(201);
  const { evidence } = (await a1.get(`/community/reports/${body.id}`).expect(200)).body;
  expect(evidence).toMatchObject([{ name: '签到表.csv', sha256: file.sha256 }]);
  expect(evidence[0].id).not.toBe(file.id);
});

it('many at once: each gets his own answer or his own error, and everything is there exactly once', async () => {
  const tasks = await Promise.all(Array.from({ length: 12 }, () => task()));
  const calls = tasks.flatMap((own, no) => [
    a1.post(at(own.a1), { done: no % 3 === 0 ? '0.5' : String(no) }),
    a2.post(at(own.a2), { done: String(no + 1) }),
    // the same task twice: one of them is too late
    a2.post(at(own.a2), { done: String(no + 1) }),
  ]);
  const statuses = (await Promise.all(calls)).map(({ status }) => status);
  tasks.forEach((_, no) => {
    const [first, ...both] = statuses.slice(3 * no, 3 * no + 3);
    expect(first).toBe(no % 3 === 0 ? 422 : 201);
    expect(both.toSorted((one, other) => one - other)).toEqual([201, 409]);
  });
  for (const [no, own] of tasks.entries()) {
    expect(await count('progress_report where task_id = $1', own.a1)).toBe(no % 3 === 0 ? 0 : 1);
    expect(await count('progress_report where task_id = $1', own.a2)).toBe(1);
  }
});

it('with an Idempotency-Key it is done once, however often and however close together it is sent', async () => {
  const own = await task();
  const send = (key: string, where: string, body: object) => a1.post(at(where), body).set('idempotency-key', key);
  const answers = await Promise.all([1, 2, 3, 4].map(() => send('once', own.a1, { done: '5' })));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect((await send('once', own.a1, { done: '5' }).expect(201)).body).toEqual(answers[0]?.body);
  expect((await send('once', own.a1, { done: '6' }).expect(422)).body.code).toBe('idempotencyKey.reused');
  const others = await Promise.all([task(), task()]);
  const raced = await Promise.all(others.map((other) => send('raced', other.a1, { done: '2' })));
  expect(raced.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 422]);
  // a refusal is not remembered
  const later = await task();
  await send('later', later.a1, { done: '0' }).expect(422);
});

it('a task that somebody else holds keeps nobody else waiting, and is waited for', async () => {
  const [held, free] = await Promise.all([task(), task()]);
  const runner = house.database.createQueryRunner();
  await runner.startTransaction();
  await runner.query('select 1 from task where id = $1 for update', [held.a1]);
  const waits = a1.post(at(held.a1), { done: '1' }).then(({ status }) => status);
  await a2.post(at(free.a2), { done: '1' }).expect(201);
  await runner.commitTransaction();
  await runner.release();
  expect(await waits).toBe(201);
});
