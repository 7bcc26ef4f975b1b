/** One id of a call, from the door to the board: what a person complains of is found in the log of every process it passed. */
import request from 'supertest';
import { eventually } from '../support/eventually';
import { House, openDoor } from '../support/house';
import { PASSWORD } from '../support/district';
import { Process } from '../support/process';
import { memberTask } from '../support/task';
import { byCall } from '../../src/platform/by-call';
import { requestIdOf, traceIdOf, traceParentOf } from '../../src/http/request-id';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = `00-${TRACE}-00f067aa0ba902b7-01`;

interface Line {
  requestId?: string;
  traceId?: string;
  events?: string[];
  seqs?: number[];
  level: number;
  msg: string;
  req?: { method: string; path: string };
}

const linesOf = (process: Process, requestId: string): Line[] =>
  process.output
    .split('\n')
    .filter((line) => line.startsWith('{') && line.includes(requestId))
    .map((line) => JSON.parse(line) as Line);

describe('the way of a call through two processes', () => {
  let house: House;
  let api: Process;
  let worker: Process;
  let url: string;

  beforeAll(async () => {
    house = await House.open({ ROLE: 'api' });
    const { databaseUrl = '', dataDir, queuePrefix } = house.config;
    const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, QUEUE_PREFIX: queuePrefix, DEMO: 'off' };
    api = Process.spawn({ ...env, ROLE: 'api', LOG_LEVEL: 'info' });
    worker = Process.spawn({ ...env, ROLE: 'worker', LOG_LEVEL: 'info' });
    [url] = await Promise.all([api.ready(), worker.ready()]);
  }, 400_000);

  afterAll(async () => {
    await Promise.all([api?.end('SIGKILL'), worker?.end('SIGKILL')]);
    await house?.close();
  });

  async function createTask(id: string): Promise<void> {
    const { body } = await request(url)
      .post('/api/v1/session')
      .send({ account: 'd.administrator', password: PASSWORD })
      .expect(201);
    const { headers } = await openDoor(url, body.token)
      .post('/district/tasks', { ...memberTask, title: '一条线查到底' })
      .set('x-request-id', id)
      .set('traceparent', PARENT)
      .expect(201);
    expect(headers['x-request-id']).toBe(id);
  }

  it('has one id in the log of the door, in the announcement and in the log of the worker', async () => {
    const id = 'complaint-4711';
    await createTask(id);
    const said = await eventually(() => {
      const [line] = linesOf(worker, id);
      if (line === undefined) throw new Error(`The worker has not said ${id} yet:\n${worker.output}`);
      return line;
    }, 30_000);
    const rows = await house.database.query(
      `select seq, request_id as "requestId", trace_parent as "traceParent" from outbox_message where request_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ seq: expect.any(Number), requestId: id, traceParent: PARENT }]);
    expect(said).toMatchObject({ requestId: id, traceId: TRACE, events: ['task.created'], seqs: [rows[0].seq] });
    const [door] = await eventually(() => {
      const lines = linesOf(api, id);
      if (lines.length === 0) throw new Error(`The API has not said ${id} yet:\n${api.output}`);
      return lines;
    });
    expect(door).toMatchObject({
      requestId: id,
      traceId: TRACE,
      req: { method: 'POST', path: '/api/v1/district/tasks' },
    });
  }, 400_000);

  it('leaves no name, no words and no token in any log', async () => {
    await createTask('complaint-4712');
    await eventually(() => {
      if (linesOf(worker, 'complaint-4712').length === 0) throw new Error('The worker has not said it yet');
    }, 30_000);
    for (const { output } of [api, worker])
      expect(output).not.toMatch(/一条线查到底|d\.administrator|Story-2026|Bearer|authorization/i);
  }, 400_000);
});

describe('what a caller may give', () => {
  it.each([
    [PARENT, PARENT, TRACE],
    [`01-${TRACE}-00f067aa0ba902b7-01`, undefined, undefined],
    [`00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, undefined, undefined],
    [`00-${TRACE}-${'0'.repeat(16)}-01`, undefined, undefined],
    [`${PARENT}\n`, undefined, undefined],
    [undefined, undefined, undefined],
  ])('the traceparent %p is taken as %p', (given, parent, trace) => {
    expect([traceParentOf(given), traceIdOf(given)]).toEqual([parent, trace]);
  });

  it('an id that could break a line of the log is replaced', () => {
    expect(requestIdOf('ok-1')).toBe('ok-1');
    expect(requestIdOf('a"b')).not.toBe('a"b');
  });
});

it('what one call announced is one line, and what the clock announced is none', () => {
  const at = '2026-11-24T02:00:00.000000Z';
  const closed = (seq: number, name: 'task.assigned' | 'task.cascaded' | 'light.changed', requestId: string | null) =>
    ({ seq, name, requestId, traceParent: null, occurredAt: at }) as Parameters<typeof byCall>[0][number];
  expect(
    byCall(
      [
        closed(1, 'task.assigned', 'r1'),
        closed(2, 'task.assigned', 'r1'),
        closed(3, 'light.changed', null),
        closed(4, 'task.cascaded', 'r2'),
      ],
      Date.parse(at) + 40,
    ),
  ).toEqual([
    { msg: 'arrived on the boards', requestId: 'r1', events: ['task.assigned'], seqs: [1, 2], waitedMs: 40 },
    { msg: 'arrived on the boards', requestId: 'r2', events: ['task.cascaded'], seqs: [4], waitedMs: 40 },
  ]);
});
