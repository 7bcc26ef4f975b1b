/** Long runs of an assessment: progress that can be read, a stop, and a crash after which nobody is scored twice. */
import type { Response } from 'supertest';
import { RunProcessor } from '../../src/assessment/run.processor';
import { Deeds } from '../../src/outbox/deeds';
import { judged, opened, scheme, yearOfWork } from '../support/assessment';
import { eventually } from '../support/eventually';
import { type Door, House } from '../support/house';
import { Process } from '../support/process';

const runsOf = (id: string): string => `/district/assessments/${id}/runs`;
const at = ({ headers }: Response): string => (headers['location'] ?? '').replace('/api/v1', '');

/** How often each sheet was scored since it was opened, and how many sheets there are. */
async function scoredTimes(house: House, id: string): Promise<{ times: number; sheets: number }[]> {
  return house.database.query(
    `select version - 1 as times, count(*)::int as sheets from score_sheet where assessment_id = $1 group by 1 order by 1`,
    [id],
  );
}

/** So many sub-districts more. */
async function crowd(house: House, unions: number): Promise<void> {
  await house.database.query(
    `insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
     select d.district_id, u.id, d.id, 'subdistrict', 'X' || no, '第' || no || '街道总工会',
       d.path || replace(u.id::text, '-', '')::ltree, '2010-01-01', 1
     from trade_union d, (select no, gen_random_uuid() as id from generate_series(1, $1::int) no) u where d.tier = 'district'`,
    [unions],
  );
}

describe('a run of an assessment', () => {
  let house: House;
  let office: Door;
  let id: string;

  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-20T02:00:00Z'));
    await yearOfWork(house);
    office = await house.as('d.administrator');
    ({ id } = await opened(office, 'district'));
  });
  afterAll(() => house.close());

  it('is accepted at once, done by the queue, and scores every sheet once', async () => {
    const before = await scoredTimes(house, id);
    const asked = await office.post(runsOf(id)).expect(202);
    expect(asked.body).toMatchObject({ assessmentId: id, kind: 'computation', total: 2, failure: null });
    const run = await eventually(async () => {
      const { body } = await office.get(at(asked)).expect(200);
      expect(body.status).toBe('done');
      return body;
    });
    expect(run).toMatchObject({ id: asked.body.id, done: 2, startedAt: '2026-12-20T02:00:00.000Z' });
    expect(await scoredTimes(house, id)).toEqual(before.map(({ times, sheets }) => ({ times: times + 1, sheets })));
    expect((await office.get(runsOf(id)).expect(200)).body).toMatchObject({ total: 1, items: [{ id: run.id }] });
    expect((await office.post(`${at(asked)}/stop`).expect(409)).body.code).toBe('run.ended');
  });

  it('is asked for and read only by those who conduct the assessment and those above', async () => {
    for (const account of ['a.administrator', 'b.administrator'])
      await (await house.as(account)).post(`/subdistrict/assessments/${id}/runs`).expect(404);
    await (await house.as('d.viewer')).post(runsOf(id)).expect(403);
    await (await house.as('d.viewer')).get(runsOf(id)).expect(200);
    await (await house.as('a.viewer')).get(`/subdistrict/assessments/${id}/runs`).expect(404);
  });

  it('is refused once the results are published', async () => {
    for (const unionId of [house.district.unions.A, house.district.unions.B])
      await judged(office, 'district', id, unionId, '10');
    await office.post(`/district/assessments/${id}/publication`).expect(201);
    expect((await office.post(runsOf(id)).expect(409)).body.code).toBe('assessment.published');
  });
});

describe('without a worker', () => {
  let house: House;
  let office: Door;
  const worker = (): RunProcessor => new RunProcessor(house.database, house.app.get(Deeds), 1);
  const ask = async (id: string): Promise<{ districtId: string; runId: string }> => {
    const { body } = await office.post(runsOf(id)).expect(202);
    return { districtId: house.district.id, runId: body.id };
  };

  beforeAll(async () => {
    house = await House.open({ ROLE: 'api' });
    house.clock.set(new Date('2026-12-20T02:00:00Z'));
    await yearOfWork(house);
    await crowd(house, 6);
    office = await house.as('d.administrator');
  });
  afterAll(() => house.close());

  it('a run waits, there is only one at a time, and one that nobody has begun stops at once', async () => {
    const { id } = await opened(office, 'district');
    const { runId } = await ask(id);
    expect((await office.post(runsOf(id)).expect(409)).body.code).toBe('run.alive');
    const stopped = await office.post(`${runsOf(id)}/${runId}/stop`).expect(201);
    expect(stopped.body).toMatchObject({ status: 'stopped', done: 0, startedAt: null });
    await ask(id);
  });

  it('two workers at one run score every sheet once', async () => {
    const { id } = await opened(office, 'district');
    const before = await scoredTimes(house, id);
    const job = await ask(id);
    await Promise.all([worker().process(job), worker().process(job), worker().process(job)]);
    const { body } = await office.get(`${runsOf(id)}/${job.runId}`).expect(200);
    expect(body).toMatchObject({ status: 'done', done: 8, total: 8 });
    expect(await scoredTimes(house, id)).toEqual(before.map(({ times, sheets }) => ({ times: times + 1, sheets })));
  });

  it('a run whose assessment was published meanwhile fails and says why', async () => {
    const { id } = await opened(office, 'district');
    const job = await ask(id);
    await house.database.query(
      `update assessment set status = 'published', step = 'published', published_at = now() where id = $1`,
      [id],
    );
    await worker().process(job);
    const { body } = await office.get(`${runsOf(id)}/${job.runId}`).expect(200);
    expect(body).toMatchObject({ status: 'failed', done: 0, failure: { zh: '考核结果已公示，不能再改动。' } });
  });

  it('what compares unions is scored last, over all of them, as by a computation at once', async () => {
    const { id } = await opened(office, 'district', { ...scheme, definition: comparing });
    const read = async (): Promise<unknown[]> =>
      house.database.query(
        `select c.sheet_id, c.criterion, c.points, c.inputs from score c join score_sheet s on s.id = c.sheet_id
         where s.assessment_id = $1 order by 1, 2`,
        [id],
      );
    await office.post(`/district/assessments/${id}/computation`).expect(201);
    const atOnce = await read();
    await house.database.query(
      `update score set points = null, digest = null where sheet_id in (select id from score_sheet where assessment_id = $1)`,
      [id],
    );
    await worker().process(await ask(id));
    expect(await read()).toEqual(atOnce);
  });
});

describe('with a thousand unions and a worker of its own', () => {
  let house: House;
  let office: Door;
  let id: string;
  let worker: Process;
  const spawn = async (): Promise<void> => {
    const { databaseUrl = '', queueUrl, dataDir, queuePrefix } = house.config;
    worker = Process.spawn({
      ROLE: 'worker',
      DEMO: 'off',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      QUEUE_PREFIX: queuePrefix,
      ...(queueUrl === undefined ? {} : { QUEUE_URL: queueUrl }),
    });
    await worker.ready();
  };
  /** Waits until some sheets are scored, and not all. */
  const underWay = (run: string): Promise<void> =>
    eventually(async () => {
      const [{ done }]: [{ done: number }] = await house.database.query(
        'select done from assessment_run where id = $1',
        [run],
      );
      expect(done).toBeGreaterThan(0);
    }, 400_000);
  const read = async (run: string) => (await office.get(`${runsOf(id)}/${run}`).expect(200)).body;

  beforeAll(async () => {
    house = await House.open({ ROLE: 'api' });
    await crowd(house, 998);
    office = await house.as('d.administrator');
    ({ id } = await opened(office, 'district'));
    await spawn();
  }, 400_000);
  afterAll(async () => {
    await worker.end('SIGKILL');
    await house.close();
  });

  it('shows how far it is, and stops where it is', async () => {
    const { body } = await office.post(runsOf(id)).expect(202);
    await underWay(body.id);
    await office.post(`${runsOf(id)}/${body.id}/stop`).expect(201);
    const ended = await eventually(async () => {
      const run = await read(body.id);
      expect(run.endedAt).not.toBeNull();
      return run;
    });
    expect(ended.status).toBe('stopped');
    expect(ended.done).toBeLessThan(1000);
    const scored = await scoredTimes(house, id);
    expect(scored.map(({ sheets }) => sheets)).toEqual([1000 - ended.done, ended.done]);
  }, 400_000);

  it('goes on after a kill -9 of its worker, and scores nobody twice', async () => {
    await house.database.query('update score_sheet set version = 1 where assessment_id = $1', [id]);
    const { body } = await office.post(runsOf(id)).expect(202);
    await underWay(body.id);
    await worker.end('SIGKILL');
    expect((await read(body.id)).status).toBe('running');
    // as when the half minute is over for which the dead worker had it in hand
    await house.database.query('update assessment_run set leased_until = now() where id = $1', [body.id]);
    await spawn();
    await eventually(async () => expect((await read(body.id)).status).toBe('done'), 60_000);
    expect(await scoredTimes(house, id)).toEqual([{ times: 1, sheets: 1000 }]);
    expect(await worker.end('SIGTERM')).toBe(0);
  }, 400_000);
});

const criterion = { name: '年度任务完成', tasks: 'all', scorer: 'computed' };
const comparing = {
  fullMarks: '100',
  parts: [
    {
      code: 'A',
      name: '工作任务',
      marks: '100',
      criteria: [
        { ...criterion, code: 'A1', marks: '40', rule: { kind: 'proportional' } },
        { ...criterion, code: 'A2', marks: '60', rule: { kind: 'rank', points: ['60', '57', '54'], rest: '50' } },
      ],
    },
  ],
};
