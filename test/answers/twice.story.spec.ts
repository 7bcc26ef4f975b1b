/** The same deed twice: a retry with its key gives the first answer again, and two at once are never two. */
import type { Response } from 'supertest';
import { House } from '../support/house';
import { publishedInA } from '../support/publication';
import { assigned, cascaded, memberTask } from '../support/task';

let house: House;
let a1: string;
let keys = 0;
const key = (): string => `try-${(keys += 1)}`;
const countOf = async (table: string): Promise<number> => {
  const [row]: { n: number }[] = await house.database.query(`select count(*)::int as n from ${table}`);
  return row?.n ?? -1;
};
const said = ({ status, text, headers }: Response): unknown[] => [status, text, headers['location'], headers['etag']];
const at = ({ headers }: Response): string => (headers['location'] ?? '').replace('/api/v1', '');
const statuses = (answers: readonly Response[]): number[] =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);

beforeAll(async () => {
  house = await House.open({ EVIDENCE_MAX_FILES: '1' });
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  ({ a1 } = await cascaded(house, (await assigned(house)).shareA));
});
afterAll(() => house.close());

describe('a retry with the same Idempotency-Key gives the first answer again', () => {
  it('status, body and Location are the same to the byte, and the task exists once', async () => {
    const [district, before, once] = [await house.as('d.administrator'), await countOf('task'), key()];
    const create = () => district.post('/district/tasks', memberTask).set('idempotency-key', once).expect(201);
    const first = await create();
    expect(at(first)).toBe(`/district/tasks/${first.body.task.id}`);
    expect(said(await create())).toEqual(said(first));
    expect(await countOf('task')).toBe(before + 1);
  });

  it('every step of a report: drafted, changed, handed in, returned, accepted once, told once', async () => {
    const [reporter, reviewer] = [await house.as('a1.reporter'), await house.as('a.reviewer')];
    const before = {
      reports: await countOf('progress_report'),
      told: await countOf(`outbox_message where name like 'progress.%'`),
      steps: await countOf('report_step'),
    };
    const twice = async (
      send: (door: string) => ReturnType<typeof reporter.post>,
      status: number,
    ): Promise<Response> => {
      const once = key();
      const first = await send(once).set('idempotency-key', once).expect(status);
      expect(said(await send(once).set('idempotency-key', once))).toEqual(said(first));
      return first;
    };
    const { body } = await twice(() => reporter.post(`/community/tasks/${a1}/reports`, { done: '5' }), 201);
    const at = `/community/reports/${body.id}`;
    await twice(() => reporter.put(at, { done: '6' }, body.version), 200);
    await twice(() => reporter.post(`${at}/submission`), 201);
    await twice(() => reviewer.post(`/subdistrict/reports/${body.id}/return`, { reason: '请补充' }), 201);
    await twice(() => reporter.post(`${at}/submission`), 201);
    await twice(() => reviewer.post(`/subdistrict/reports/${body.id}/acceptance`), 201);
    expect({
      reports: await countOf('progress_report'),
      told: await countOf(`outbox_message where name like 'progress.%'`),
      steps: await countOf('report_step'),
    }).toEqual({ reports: before.reports + 1, told: before.told + 4, steps: before.steps + 4 });
  });

  it('a draft thrown away twice is thrown away once', async () => {
    const [reporter, once] = [await house.as('a1.reporter'), key()];
    const { body } = await reporter.post(`/community/tasks/${a1}/reports`, { done: '7' }).expect(201);
    for (const _ of [1, 2])
      await reporter.delete(`/community/reports/${body.id}`).set('idempotency-key', once).expect(204);
    await reporter.delete(`/community/reports/${body.id}`).set('idempotency-key', key()).expect(404);
  });

  it('an officer’s own password changed twice is changed once', async () => {
    const [officer, once] = [await house.as('b1.viewer'), key()];
    const change = { currentPassword: 'Story-2026-pass', password: 'Another-2026-pass' };
    for (const _ of [1, 2]) await officer.put('/me/password', change).set('idempotency-key', once).expect(204);
    const other = await officer
      .put('/me/password', { ...change, password: 'A-third-2026-pass' })
      .set('idempotency-key', once)
      .expect(422);
    expect(other.body).toMatchObject({ code: 'idempotencyKey.reused' });
    await officer.put('/me/password', change).set('idempotency-key', key()).expect(422);
  });

  it('an upload is stored once, and answered again even when the report is full or handed in by then', async () => {
    const [reporter, once] = [await house.as('a1.reporter'), key()];
    const { body } = await reporter.post(`/community/tasks/${a1}/reports`, { done: '7' }).expect(201);
    const at = `/community/reports/${body.id}`;
    const upload = (text: string) =>
      reporter.post(`${at}/evidence`).set('idempotency-key', once).attach('file', Buffer.from(text), '名单.txt');
    const first = await upload('张三').expect(201);
    expect(said(await upload('张三'))).toEqual(said(first));
    expect((await upload('李四').expect(422)).body).toMatchObject({ code: 'idempotencyKey.reused' });
    await reporter.post(`${at}/evidence`).attach('file', Buffer.from('王五'), '名单.txt').expect(422);
    await reporter.post(`${at}/submission`).expect(201);
    expect(said(await upload('张三'))).toEqual(said(first));
    const stored = await reporter.get(at).expect(200);
    expect(stored.body.evidence).toEqual([first.body]);
    await (await house.as('a.reviewer')).post(`/subdistrict/reports/${body.id}/acceptance`).expect(201);
  });

  it('an appeal is filed once, proved once and decided once, and corrects once', async () => {
    const { A1, A2 } = house.district.unions;
    const points = { A1: '50', B1: '20', B2: '10' };
    const id = await publishedInA(house, [
      [A1, points],
      [A2, points],
    ]);
    const [own, office] = [await house.as('a1.administrator'), await house.as('a.administrator')];
    const twice = async (send: () => ReturnType<typeof own.post>): Promise<Response> => {
      const once = key();
      const first = await send().set('idempotency-key', once).expect(201);
      expect(said(await send().set('idempotency-key', once))).toEqual(said(first));
      return first;
    };
    const filing = { assessmentId: id, criteria: ['B1'], reason: '请复核' };
    const { body } = await twice(() => own.post('/community/appeals', filing));
    const upload = () =>
      own.post(`/community/appeals/${body.id}/evidence`).attach('file', Buffer.from('台账'), '台账.txt');
    const decision = {
      outcome: 'upheld',
      reason: '属实',
      corrections: [{ criterion: 'B1', points: '21', reason: '补记' }],
    };
    await twice(upload);
    await twice(() => office.post(`/subdistrict/assessments/${id}/appeals/${body.id}/decision`, decision));
    const { body: told } = await office.get(`/subdistrict/assessments/${id}/publications`).expect(200);
    expect(told.total).toBe(2);
  });

  it('a call that was refused is not remembered: the corrected one may take the same key', async () => {
    const [district, once] = [await house.as('d.administrator'), key()];
    const { status } = await district
      .post('/district/tasks', { ...memberTask, code: 'a b' })
      .set('idempotency-key', once);
    expect(status).toBe(422);
    await district.post('/district/tasks', memberTask).set('idempotency-key', once).expect(201);
  });
});

describe('a key belongs to one officer, one address and one body', () => {
  it.each<[string, string, object]>([
    ['another body', '/district/tasks', { ...memberTask, title: '另一任务' }],
    ['another address', '/district/tasks?again=1', memberTask],
  ])('%s under the same key is refused', async (_, path, body) => {
    const [district, once, before] = [await house.as('d.administrator'), key(), await countOf('task')];
    await district.post('/district/tasks', memberTask).set('idempotency-key', once).expect(201);
    const refused = await district.post(path, body).set('idempotency-key', once).expect(422);
    expect(refused.body).toMatchObject({ code: 'idempotencyKey.reused' });
    expect(await countOf('task')).toBe(before + 1);
  });

  it('two officers may use the same key', async () => {
    const [d, system, once] = [await house.as('d.administrator'), await house.as('d.system_administrator'), key()];
    await d.post('/district/tasks', memberTask).set('idempotency-key', once).expect(201);
    const union = { parentId: house.district.unions.B, code: 'B2', name: '乙二社区工联会', openedOn: '2026-01-01' };
    await system.post('/unions', union).set('idempotency-key', once).expect(201);
  });

  it.each(['', ' ', '键', 'a b', 'x'.repeat(201)])('%j is no key', async (given) => {
    const district = await house.as('d.administrator');
    const bytes = Buffer.from(given).toString('latin1');
    const refused = await district.post('/district/tasks', memberTask).set('idempotency-key', bytes).expect(422);
    expect(refused.body.errors).toMatchObject([{ field: 'Idempotency-Key' }]);
  });
});

describe('two at the same moment', () => {
  const eight = Array.from({ length: 8 }, (_, no) => no);

  it('with one key they are one deed and eight times the same answer', async () => {
    const [district, once, before] = [await house.as('d.administrator'), key(), await countOf('task')];
    const answers = await Promise.all(
      eight.map(() => district.post('/district/tasks', memberTask).set('idempotency-key', once)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(said(answer)))).size).toBe(1);
    expect(statuses(answers)[0]).toBe(201);
    expect(await countOf('task')).toBe(before + 1);
  });

  it('one draft begins, one submission and one acceptance succeed, the others conflict', async () => {
    const [reporter, reviewer] = [await house.as('a1.reporter'), await house.as('a.reviewer')];
    const drafts = await Promise.all(eight.map(() => reporter.post(`/community/tasks/${a1}/reports`, { done: '8' })));
    expect(statuses(drafts)).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
    const id: string = drafts.find(({ status }) => status === 201)?.body.id;
    for (const [door, path] of [
      [reporter, `/community/reports/${id}/submission`],
      [reviewer, `/subdistrict/reports/${id}/acceptance`],
    ] as const) {
      const answers = await Promise.all(eight.map(() => door.post(path)));
      expect(statuses(answers)).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
    }
    const { body } = await reporter.get(`/community/reports/${id}`).expect(200);
    expect(body.steps.map((step: { kind: string }) => step.kind)).toEqual(['submitted', 'accepted']);
  });

  it('accepting and returning at once: one decision stands, and it is the one that was answered', async () => {
    const [reporter, reviewer] = [await house.as('a1.reporter'), await house.as('a.reviewer')];
    const { body } = await reporter.post(`/community/tasks/${a1}/reports`, { done: '9' }).expect(201);
    await reporter.post(`/community/reports/${body.id}/submission`).expect(201);
    const at = `/subdistrict/reports/${body.id}`;
    const answers = await Promise.all([
      reviewer.post(`${at}/acceptance`),
      reviewer.post(`${at}/return`, { reason: '不实' }),
    ]);
    expect(statuses(answers)).toEqual([201, 409]);
    const stored = await reviewer.get(at).expect(200);
    expect(stored.body.status).toBe(answers.find(({ status }) => status === 201)?.body.status);
    if (stored.body.status === 'returned') await reporter.post(`/community/reports/${body.id}/submission`).expect(201);
    if (stored.body.status === 'returned') await reviewer.post(`${at}/acceptance`).expect(201);
  });
});

describe('two officers, one report', () => {
  it('the second to save the same version is told to read again, and nothing of his is stored', async () => {
    const [reporter, administrator] = [await house.as('a1.reporter'), await house.as('a1.administrator')];
    const { body, headers } = await reporter.post(`/community/tasks/${a1}/reports`, { done: '10' }).expect(201);
    const at = `/community/reports/${body.id}`;
    expect(headers['etag']).toBe(`"${body.version}"`);
    await reporter.put(at, { done: '11' }).expect(428);
    const saved = await Promise.all([
      reporter.put(at, { done: '11' }, body.version),
      administrator.put(at, { done: '12' }, body.version),
    ]);
    expect(statuses(saved)).toEqual([200, 412]);
    const winner = saved.find(({ status }) => status === 200)?.body;
    expect((await reporter.get(at).expect(200)).body).toMatchObject({ done: winner.done, version: body.version + 1 });
    await administrator.put(at, { done: '12' }, winner.version).expect(200);
  });

  it('without a key a second submission conflicts', async () => {
    const reporter = await house.as('a1.reporter');
    const { body } = await reporter.get(`/community/tasks/${a1}/reports`).expect(200);
    const at = `/community/reports/${body.items[0].id}/submission`;
    await reporter.post(at).expect(201);
    expect((await reporter.post(at).expect(409)).body).toMatchObject({ code: 'report.notOpen' });
  });
});
