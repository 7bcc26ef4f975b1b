/** Sums that move by differences: after any course of deeds boards and lights say what the record says. */
import { checkBoards } from '../../src/doctor/boards-check';
import { applyBatch } from '../../src/platform/apply';
import { House } from '../support/house';
import { assigned, cascaded } from '../support/task';

let house: House;

/** A course that is the same at every run. */
function* course(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

/** Lights whose sums are not those of the reports and of the tasks below. */
const differing = `
  with own as (
    select t.id, t.parent_id, t.status,
      (select p.done from progress_report p where p.district_id = t.district_id and p.task_id = t.id and p.status = 'accepted'
        order by p.as_of desc, p.no desc limit 1) as accepted,
      (select p.done from progress_report p where p.district_id = t.district_id and p.task_id = t.id and p.status = 'submitted') as waits
    from task t
  ), community as (
    select o.*, coalesce(accepted, 0) as done, coalesce(waits - coalesce(accepted, 0), 0) as pending from own o
  ), sums as (
    select c.id, c.done + coalesce(b.done, 0) + coalesce(bb.done, 0) as done, c.pending + coalesce(b.pending, 0) + coalesce(bb.pending, 0) as pending
    from community c
    left join lateral (select sum(d.done) as done, sum(d.pending) as pending from community d where d.parent_id = c.id and d.status <> 'withdrawn') b on true
    left join lateral (select sum(e.done) as done, sum(e.pending) as pending from community d join community e on e.parent_id = d.id
      where d.parent_id = c.id and d.status <> 'withdrawn' and e.status <> 'withdrawn') bb on true
  )
  select t.title, t.tier, l.done, l.pending, s.done as "doneBelow", s.pending as "pendingBelow"
  from sums s join task t on t.id = s.id join task_light l on l.task_id = s.id
  where (l.done, l.pending) is distinct from (s.done, s.pending)`;

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-06-01T02:00:00Z'));
});
afterAll(() => house.close());

it('whatever is handed in, returned, accepted and withdrawn, sums and colours are those of the record', async () => {
  const [r1, r2, reviewer, a] = [
    await house.as('a1.reporter'),
    await house.as('a2.reporter'),
    await house.as('a.reviewer'),
    await house.as('a.administrator'),
  ];
  const tasks: { id: string; above: string; door: typeof r1; figure: number; open?: string | undefined }[] = [];
  for (const title of ['发展会员', '建会', '走访']) {
    const { shareA: above } = await assigned(house, { title });
    const { a1, a2 } = await cascaded(house, above);
    tasks.push({ id: a1, above, door: r1, figure: 0 }, { id: a2, above, door: r2, figure: 0 });
  }
  const next = course(7);
  const below = (most: number): number => Math.floor(next.next().value * most);
  const done = { submitted: 0, accepted: 0, returned: 0, resubmitted: 0 };
  for (let deed = 0; deed < 60; deed++) {
    const task = tasks[below(tasks.length)] as (typeof tasks)[number];
    if (task.open === undefined) {
      const figure = String(task.figure + below(9));
      const { body } = await task.door
        .post(`/community/tasks/${task.id}/submissions`, { done: figure, zeroReport: figure === '0' })
        .expect(201);
      [task.open, task.figure] = [body.id, Number(figure)];
      done.submitted++;
      continue;
    }
    if (below(3) > 0) {
      await reviewer.post(`/subdistrict/reports/${task.open}/acceptance`).expect(201);
      task.open = undefined;
      done.accepted++;
    } else {
      await reviewer.post(`/subdistrict/reports/${task.open}/return`, { reason: '请核对' }).expect(201);
      done.returned++;
      if (below(2) > 0) {
        await task.door.post(`/community/reports/${task.open}/submission`).expect(201);
        done.resubmitted++;
      } else {
        await task.door.post(`/community/reports/${task.open}/submission`).expect(201);
        await reviewer.post(`/subdistrict/reports/${task.open}/acceptance`).expect(201);
        task.open = undefined;
      }
    }
    if (deed % 7 === 0) await house.settled();
  }
  expect(Math.min(...Object.values(done))).toBeGreaterThan(3);
  await agrees();
  // a withdrawn share counts for nothing above it, with what was accepted and what waits
  const waits = tasks.find(({ open }) => open !== undefined) ?? tasks[0];
  for (const task of [waits, tasks.find(({ above }) => above !== waits?.above)]) {
    await a.post(`/subdistrict/tasks/${task?.above}/shares/${task?.id}/withdrawal`, { reason: '社区调整' }).expect(201);
    await agrees();
  }
});

it('batches that are told side by side, of the same unions and of other tasks, lose nothing of each other', async () => {
  const api = await House.open({ ROLE: 'api' });
  try {
    const reporters = [await api.as('a1.reporter'), await api.as('a2.reporter')];
    for (let no = 0; no < 6; no++) {
      const { shareA } = await assigned(api, { title: `第${no}项` });
      const { a1, a2 } = await cascaded(api, shareA);
      for (const [who, id] of [a1, a2].entries())
        await reporters[who]?.post(`/community/tasks/${id}/submissions`, { done: String(3 + no) }).expect(201);
    }
    const open = async (names: string): Promise<number[]> => {
      const rows: { seq: number }[] = await api.database.query(
        `select seq::int from outbox_message where projected_at is null and name ${names} order by seq`,
      );
      return rows.map(({ seq }) => seq);
    };
    await applyBatch(api.database, await open(`not like 'progress.%'`));
    const seqs = await open(`like 'progress.%'`);
    expect(seqs).toHaveLength(12);
    // as the queue does it: who lost the way to another comes again
    const told = (seq: number): Promise<unknown> =>
      applyBatch(api.database, [seq]).catch((error: { code?: string }) =>
        error.code === '40P01' ? told(seq) : Promise.reject(error),
      );
    await Promise.all(seqs.map(told));
    await api.database.query('delete from outbox_message where projected_at is null');
    expect(await checkBoards(api.database, true)).toMatchObject([{ code: 'boards.agree' }]);
  } finally {
    await api.end();
  }
});

async function agrees(): Promise<void> {
  await house.settled();
  expect(await house.database.query(differing)).toEqual([]);
  expect(await checkBoards(house.database, true)).toMatchObject([{ code: 'boards.agree' }]);
}
