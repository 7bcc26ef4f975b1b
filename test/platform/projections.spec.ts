/** Projections: told twice, out of order or rebuilt, the boards are the same. */
import type { DataSource } from 'typeorm';
import { dataSource } from '../../src/database/data-source';
import { project, readEvents, useSchema } from '../../src/platform/apply';
import { projectionTables, checkHandlers } from '../../src/platform/projections';
import { rebuild } from '../../src/platform/rebuild';
import { judged, opened } from '../support/assessment';
import { type Door, House } from '../support/house';
import { defined } from '../support/indicator';
import { visited, visitLedger } from '../support/ledger';
import { assigned, cascaded, submitted } from '../support/task';

let house: House;
let database: DataSource;

/** Everything the projections hold, in one comparable form. */
async function picture(schema = 'platform'): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of projectionTables) {
    const rows: { row: unknown }[] = await database.query(
      `select to_jsonb(t) as row from ${schema}.${table} t order by to_jsonb(t)::text`,
    );
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}

/** Tells all announcements into fresh tables, in an order and in batches of the test's choosing. */
async function retold(order: string, batch: number, times = 1): Promise<Record<string, unknown[]>> {
  const seqs: { seq: number }[] = await database.query(
    `select seq from outbox_message where name <> 'system.canary' order by ${order}`,
  );
  await database.query('drop schema if exists trial cascade');
  await database.query('create schema trial');
  for (const table of projectionTables)
    await database.query(`create table trial.${table} (like platform.${table} including all)`);
  for (let from = 0; from < seqs.length; from += batch) {
    const some = seqs.slice(from, from + batch).map(({ seq }) => seq);
    for (let time = 0; time < times; time++) {
      await database.transaction(async (tx) => {
        await useSchema(tx, 'trial', 'none');
        await project(tx, await readEvents(tx, 'seq = any($1)', [some]));
      });
    }
  }
  return picture('trial');
}

/** The other sheet is scored without facts, everything published, and one point corrected afterwards. */
async function published(office: Door, id: string, unionId: string): Promise<void> {
  await judged(office, 'district', id, unionId, '8');
  await house.database.query(
    `insert into outbox_message (district_id, id, name, union_id, path, body, occurred_at)
     select district_id, gen_random_uuid(), told_as, union_id, path, told, now() from outbox_message m,
       lateral (values ('assessment.stepped', jsonb_build_object('assessment', body->'assessment', 'step', 'review', 'dueOn', '2026-06-05', 'reason', null)),
         ('assessment.published', jsonb_build_object('assessment', body->'assessment', 'sheets', $1::jsonb)),
         ('assessment.corrected', jsonb_build_object('assessment', body->'assessment', 'sheets', $2::jsonb, 'reason', '申诉成立')),
         ('assessment.stepped', jsonb_build_object('assessment', body->'assessment', 'step', 'appeals', 'dueOn', null, 'reason', null)))
       as t(told_as, told) where m.name = 'assessment.opened'`,
    [JSON.stringify([sheet(unionId, '20.00')]), JSON.stringify([sheet(unionId, '21.00')])],
  );
}

const sheet = (unionId: string, points: string) => ({
  unionId,
  points,
  rank: 1,
  classCode: '大',
  classRank: 1,
  grade: '优秀',
  criteria: { B1: points },
});

/** A value that changes again and again, a definition that is retired, a period that is closed and opened. */
async function indicated(office: Door): Promise<void> {
  const ledger = await visitLedger(house);
  const indicator = await defined(house, 'visits', "ledger.sum('visits', 'people')");
  for (const people of ['3', '4', '5']) {
    const entry = { people, heldOn: '2025-03-01' };
    await visited(house, ledger, 'd.administrator', entry);
    await house.settled();
  }
  const { body } = await office.post('/district/indicator-closures', { period: '2025', reason: '审定' }).expect(201);
  await office.post(`/district/indicator-closures/${body.id}/reopening`, { reason: '更正' }).expect(201);
  await targeted(office, indicator);
  await office.post(`/district/indicators/${indicator}/retirement`, { reason: '合并' }).expect(201);
}

/** A target that is changed twice, and one that is given up. */
async function targeted(office: Door, indicatorId: string): Promise<void> {
  const reviewer = await house.as('d.reviewer');
  const definition = (value: string): object => ({
    ...{ value, baseline: null, unions: [{ unionId: house.district.unions.A, value }], periods: [] },
    shortfallReason: null,
  });
  const about = { indicatorId, strength: 'floor', direction: 'higher', definition: definition('10'), reason: '目标' };
  for (const [period, changes] of [
    ['2026', [definition('12'), definition('11')]],
    ['2027', [null]],
  ] as const) {
    const { body } = await office.post('/district/targets', { ...about, period }).expect(201);
    for (const change of changes) {
      const proposed = { definition: change, reason: '调整' };
      const { body: waiting } = await office.post(`/district/targets/${body.id}/changes`, proposed).expect(201);
      await reviewer.post(`/district/target-changes/${waiting.id}/approval`).expect(201);
    }
  }
}

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-06-01T02:00:00Z'));
  const { root, shareA } = await assigned(house);
  const { a1, a2 } = await cascaded(house, shareA);
  const [r1, r2, reviewer, district] = [
    await house.as('a1.reporter'),
    await house.as('a2.reporter'),
    await house.as('a.reviewer'),
    await house.as('d.administrator'),
  ];
  const first = await submitted(r1, a1, { done: '10', asOf: '2026-03-31' });
  await reviewer.post(`/subdistrict/reports/${first}/acceptance`).expect(201);
  const second = await submitted(r1, a1, { done: '25' });
  await reviewer.post(`/subdistrict/reports/${second}/return`, { reason: '请补充说明' }).expect(201);
  const zero = await submitted(r2, a2, { done: '0', zeroReport: true });
  await reviewer.post(`/subdistrict/reports/${zero}/acceptance`).expect(201);
  // twice on one day: the later one is what the day keeps, in whatever order they are told
  const more = await submitted(r2, a2, { done: '4' });
  await reviewer.post(`/subdistrict/reports/${more}/acceptance`).expect(201);
  const { body } = await district.get(`/district/tasks/${root}`).expect(200);
  await district.patch(`/district/tasks/${root}`, { dueOn: '2026-11-30', reason: '提前' }, body.version).expect(200);
  // scored twice, published, corrected: provisional and final lines of the scoreboard
  const { id } = await opened(district, 'district');
  const { A, B } = house.district.unions;
  await judged(district, 'district', id, A, '5');
  await judged(district, 'district', id, A, '10');
  await published(district, id, B);
  await indicated(district);
  await house.settled();
  database = dataSource(house.config.databaseUrl ?? '', 4);
  await database.initialize();
});

afterAll(async () => {
  await database.destroy();
  await house.close();
});

it.each([
  ['each told twice', 'seq', 7, 2],
  ['told one by one', 'seq', 1, 1],
  ['told backwards', 'seq desc', 1, 1],
  ['told backwards in batches, twice', 'seq desc', 5, 2],
  ['told in no order at all', 'md5(id::text)', 4, 1],
])('%s, the boards are the same as live', async (_words, order, batch, times) => {
  expect(await retold(order, batch, times)).toEqual(await picture());
});

it('a rebuild equals the live boards, and reading goes on', async () => {
  const before = await picture();
  await database.query(`update platform.task_board set done = 999, title = '坏了'`);
  const told = await rebuild(database, () => undefined);
  expect(told).toBeGreaterThan(10);
  expect(await picture()).toEqual(before);
  const board = await (await house.as('d.viewer')).get('/platform/boards/tasks?year=2026').expect(200);
  expect(board.body.tasks[0].done).toBe('14');
});

it('a bad announcement is parked after twelve tries and blocks nobody', async () => {
  const [{ seq }]: [{ seq: number }] = await database.query(
    `insert into outbox_message (district_id, id, name, union_id, path, body, occurred_at, attempts)
     select district_id, gen_random_uuid(), 'task.assigned', union_id, path, '{"task": {"taskId": "no id"}}', now(), 11
     from outbox_message order by seq limit 1 returning seq`,
  );
  const report = await (await house.as('a2.reporter')).get('/community/tasks').expect(200);
  expect(report.body.total).toBe(1);
  const { A } = house.district.unions;
  await (await house.as('d.system_administrator')).patch(`/unions/${A}`, { name: '甲街道总工会（新）' }, 1).expect(200);
  await house.settledBut(1);
  const [row]: { parked: boolean; error: string }[] = await database.query(
    `select parked_at is not null as parked, last_error as error from outbox_message where seq = $1`,
    [seq],
  );
  expect(row).toEqual({ parked: true, error: expect.stringContaining('uuid') });
  const standings = await (
    await house.as('d.viewer')
  )
    .get('/platform/standings?tier=subdistrict&year=2026')
    .expect(200);
  expect(standings.body.items.map((item: { unionName: string }) => item.unionName)).toContain('甲街道总工会（新）');
});

it('the process refuses to start when an announcement has no handler or a handler no announcement', () => {
  expect(() => checkHandlers()).not.toThrow();
  expect(() => checkHandlers(['union.opened', 'nobody.heard'])).toThrow(/nobody.heard/);
  expect(() => checkHandlers(undefined, [{ name: 'x', on: {} }])).toThrow(/No projection handles/);
});
