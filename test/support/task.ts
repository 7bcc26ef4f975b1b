/** Steps of the main job that many stories begin with. */
import type { Door, House } from './house';

export const memberTask = {
  year: 2026,
  title: '发展工会会员',
  programme: 'S05',
  target: '100',
  startOn: '2026-01-01',
  dueOn: '2026-12-31',
  measure: { name: '工会会员', unit: '人', kind: 'stock', decimals: 0 },
};

/** A task of the district, with 60 for A and 40 for B; answers the ids of the root and of A's share. */
export async function assigned(
  house: House,
  task: object = {},
): Promise<{ root: string; shareA: string; shareB: string }> {
  const district = await house.as('d.administrator');
  const { A, B } = house.district.unions;
  const created = await district.post('/district/tasks', { ...memberTask, ...task }).expect(201);
  const root = created.body.task.id;
  const shares = await district
    .post(`/district/tasks/${root}/shares`, {
      shares: [
        { unionId: A, target: '60' },
        { unionId: B, target: '40' },
      ],
    })
    .expect(201);
  const of = (unionId: string): string =>
    shares.body.shares.find((share: { unionId: string }) => share.unionId === unionId).id;
  return { root, shareA: of(A), shareB: of(B) };
}

/** A signs and cascades 40 to A1 and 20 to A2, who sign; answers their tasks. */
export async function cascaded(house: House, shareA: string): Promise<{ a1: string; a2: string }> {
  const a = await house.as('a.administrator');
  const { A1, A2 } = house.district.unions;
  await a.post(`/subdistrict/tasks/${shareA}/signature`).expect(201);
  const { body } = await a
    .post(`/subdistrict/tasks/${shareA}/shares`, {
      shares: [
        { unionId: A1, target: '40' },
        { unionId: A2, target: '20' },
      ],
    })
    .expect(201);
  const of = (unionId: string): string =>
    body.shares.find((share: { unionId: string }) => share.unionId === unionId).id;
  const tasks = { a1: of(A1), a2: of(A2) };
  await (await house.as('a1.reporter')).post(`/community/tasks/${tasks.a1}/signature`).expect(201);
  await (await house.as('a2.reporter')).post(`/community/tasks/${tasks.a2}/signature`).expect(201);
  return tasks;
}

/** Drafts and hands in; answers the report's id. */
export async function submitted(reporter: Door, task: string, report: object): Promise<string> {
  const { body } = await reporter.post(`/community/tasks/${task}/reports`, report).expect(201);
  await reporter.post(`/community/reports/${body.id}/submission`).expect(201);
  return body.id;
}

/** What the board of an officer's union shows of one task, at the top or directly below it. */
export async function onBoard(
  house: House,
  account: string,
  taskId: string,
): Promise<Record<string, unknown> | undefined> {
  await house.settled();
  const { body } = await (await house.as(account)).get('/platform/boards/tasks?year=2026').expect(200);
  type Row = { taskId: string; children?: Row[] };
  const rows = (body.tasks as Row[]).flatMap((task) => [task, ...(task.children ?? [])]);
  return rows.find((row) => row.taskId === taskId);
}
