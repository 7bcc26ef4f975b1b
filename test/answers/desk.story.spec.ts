/** The desk (我的工作台): it shows whose turn it is, and a deed that is done is gone from it at once. */
import { House } from '../support/house';
import { judged, opened, yearOfWork } from '../support/assessment';
import { movedTo, openedByA } from '../support/course';
import { assigned, cascaded, submitted } from '../support/task';

let house: House;
const at = (day: string) => house.clock.set(new Date(`${day}T02:00:00Z`));
beforeEach(async () => {
  house = await House.open();
  at('2026-02-01');
});
afterEach(() => house.close());

interface Item {
  kind: string;
  taskId: string;
  light: string | null;
  overdueDays: number;
  [field: string]: unknown;
}
async function desk(account: string): Promise<{ now: Item[]; soon: Item[]; waiting: Item[]; more: boolean }> {
  return (await (await house.as(account)).get('/me/desk').expect(200)).body;
}
const kinds = (items: Item[]) => items.map(({ kind }) => kind);

it('passes a task from desk to desk, down and back', async () => {
  const district = await house.as('d.administrator');
  const { root, shareA, shareB } = await assigned(house);
  expect(kinds((await desk('d.administrator')).now)).toEqual([]);
  expect((await desk('d.administrator')).waiting).toMatchObject([
    { kind: 'signaturePending', unionName: '甲街道总工会', taskId: shareA },
    { kind: 'signaturePending', unionName: '乙街道总工会', taskId: shareB },
  ]);
  expect((await desk('a.administrator')).now).toMatchObject([
    { kind: 'sign', taskId: shareA, title: '发展工会会员', dueOn: '2026-12-31', target: '60', unit: '人', done: '0' },
  ]);
  const a = await house.as('a.administrator');
  await a.post(`/subdistrict/tasks/${shareA}/signature`).expect(201);
  expect((await desk('a.administrator')).now).toMatchObject([{ kind: 'cascade', taskId: shareA }]);
  const { A1, A2 } = house.district.unions;
  const divided = await a
    .post(`/subdistrict/tasks/${shareA}/shares`, {
      shares: [
        { unionId: A1, target: '40' },
        { unionId: A2, target: '20' },
      ],
    })
    .expect(201);
  const [a1] = divided.body.shares.map((share: { id: string }) => share.id);
  expect((await desk('a.administrator')).now).toEqual([]);
  expect(kinds((await desk('a.administrator')).waiting)).toEqual(['signaturePending', 'signaturePending']);

  const reporter = await house.as('a1.reporter');
  expect(kinds((await desk('a1.reporter')).now)).toEqual(['sign']);
  await reporter.post(`/community/tasks/${a1}/signature`).expect(201);
  expect(await desk('a1.reporter')).toMatchObject({ now: [], soon: [], waiting: [] });
  at('2026-07-01');
  expect((await desk('a1.reporter')).now).toMatchObject([{ kind: 'report', taskId: a1, light: 'red', done: '0' }]);
  const { body: draft } = await reporter.post(`/community/tasks/${a1}/reports`, { done: '30' }).expect(201);
  expect((await desk('a1.reporter')).soon).toMatchObject([{ kind: 'handIn', reportId: draft.id, done: '30' }]);
  await reporter.post(`/community/reports/${draft.id}/submission`).expect(201);
  expect(await desk('a1.reporter')).toMatchObject({
    now: [],
    waiting: [{ kind: 'reviewPending', reportId: draft.id }],
  });
  expect((await desk('a.reviewer')).now).toMatchObject([
    { kind: 'review', reportId: draft.id, unionName: '甲一社区工联会', done: '30', target: '40' },
  ]);
  const reviewer = await house.as('a.reviewer');
  await reviewer.post(`/subdistrict/reports/${draft.id}/return`, { reason: '请核对人数' }).expect(201);
  expect((await desk('a.reviewer')).now).toEqual([]);
  expect((await desk('a1.reporter')).now).toMatchObject([
    { kind: 'resubmit', reportId: draft.id, reason: '请核对人数', since: '2026-07-01T02:00:00.000Z' },
  ]);
  await reporter.post(`/community/reports/${draft.id}/submission`).expect(201);
  await reviewer.post(`/subdistrict/reports/${draft.id}/acceptance`).expect(201);
  expect(await desk('a1.reporter')).toMatchObject({ now: [], soon: [], waiting: [] });
  await district.post(`/district/tasks/${root}/withdrawal`, { reason: '误设' }).expect(201);
  at('2026-12-30');
  expect((await desk('a1.reporter')).now).toEqual([]);
});

it('shows what hurts most first, and the day before it hurts', async () => {
  const task = async (title: string, days: object) => {
    const { shareA } = await assigned(house, { title, ...days });
    return (await cascaded(house, shareA)).a1;
  };
  const overdue = await task('逾期', { dueOn: '2026-06-20' });
  const longOverdue = await task('久逾期', { dueOn: '2026-05-20' });
  const red = await task('落后', { dueOn: '2026-10-31' });
  const returned = await task('退回', { dueOn: '2026-12-31' });
  const nearly = await task('将到期', { startOn: '2026-01-01', dueOn: '2026-07-05' });
  await task('正常', { dueOn: '2026-12-31', startOn: '2026-06-25' });
  await task('两年前', { dueOn: '2026-03-01' });
  const reporter = await house.as('a1.reporter');
  const reviewer = await house.as('a.reviewer');
  const accept = async (id: string, done: string) => {
    const report = await submitted(reporter, id, { done });
    await reviewer.post(`/subdistrict/reports/${report}/acceptance`).expect(201);
  };
  at('2026-07-01');
  await accept(nearly, '39');
  const back = await submitted(reporter, returned, { done: '38' });
  await reviewer.post(`/subdistrict/reports/${back}/return`, { reason: '缺签到表' }).expect(201);
  const { now, soon } = await desk('a1.reporter');
  expect(now.map(({ taskId, overdueDays, light }) => [taskId, overdueDays, light])).toEqual([
    [longOverdue, 42, 'red'],
    [overdue, 11, 'red'],
    [red, 0, 'red'],
    [returned, 0, 'green'],
  ]);
  expect(soon.map(({ taskId }) => taskId)).toEqual([nearly]);
});

it('is each one’s own: a viewer and the three administrators have nothing to do on it, a neighbour sees nothing', async () => {
  const { shareA } = await assigned(house);
  const { a1 } = await cascaded(house, shareA);
  at('2026-07-01');
  await submitted(await house.as('a1.reporter'), a1, { done: '3' });
  for (const account of [
    'a.viewer',
    'a1.viewer',
    'd.system_administrator',
    'd.audit_administrator',
    'b1.reporter',
    'b.reviewer',
  ])
    expect(await desk(account)).toMatchObject({ now: [], soon: [], waiting: [] });
  expect(kinds((await desk('a2.reporter')).now)).toEqual(['report']);
  expect(kinds((await desk('a.reporter')).now)).toEqual([]);
  expect(kinds((await desk('a.reviewer')).now)).toEqual(['review']);
});

it('tells what is left to score, and then that it can be published', async () => {
  at('2026-12-20');
  const { A, B } = house.district.unions;
  const office = await house.as('d.administrator');
  await yearOfWork(house);
  const { id } = await opened(office, 'district');
  const assessing = async (account: string) =>
    (await desk(account)).now.filter(({ assessmentId }) => assessmentId === id);
  expect(await assessing('d.administrator')).toMatchObject([{ kind: 'score', done: '0', target: '2', unit: null }]);
  expect(kinds(await assessing('d.reviewer'))).toEqual(['score']);
  expect(await assessing('a.administrator')).toEqual([]);
  await judged(office, 'district', id, A, '12');
  expect(await assessing('d.reviewer')).toMatchObject([{ kind: 'score', done: '1', target: '2' }]);
  await judged(office, 'district', id, B, '15');
  expect(kinds(await assessing('d.administrator'))).toEqual(['publish']);
  expect(await assessing('d.reviewer')).toEqual([]);
  await office.post(`/district/assessments/${id}/publication`).expect(201);
  expect(await assessing('d.administrator')).toEqual([]);
});

it('asks a union for its self-score until it is handed in, and the office for what waits to be approved', async () => {
  at('2026-12-10');
  const { a, id } = await openedByA(house);
  const reporter = await house.as('a1.reporter');
  const own = `/community/self-scores/${id}`;
  expect((await desk('a1.reporter')).now).toMatchObject([
    { kind: 'selfScore', assessmentId: id, dueOn: '2026-12-17', done: '0', title: '2026 年度考核' },
  ]);
  expect(kinds((await desk('a1.reviewer')).now)).toEqual([]);
  expect(kinds((await desk('a.administrator')).now)).toEqual([]);
  await reporter.put(`${own}/scores/A2`, { numerator: '1', denominator: '2', reason: '台账' }).expect(200);
  expect((await desk('a1.reporter')).now).toMatchObject([{ kind: 'selfScore', done: '1' }]);
  await reporter.post(`${own}/submission`).expect(201);
  expect((await desk('a1.reporter')).now).toEqual([]);
  expect(kinds((await desk('a2.reporter')).now)).toEqual(['selfScore']);
  const bonus = { kind: 'bonus', ground: 'J1', occurredOn: '2026-06-12', words: '获评先进' };
  await reporter.post(`${own}/entries`, bonus).expect(201);
  await a.post(`/subdistrict/assessments/${id}/score-sheets/${house.district.unions.A2}/entries`, bonus).expect(201);
  const waiting = async (account: string) => (await desk(account)).now.filter(({ kind }) => kind === 'approve');
  expect(await waiting('a.administrator')).toMatchObject([{ assessmentId: id, target: '1' }]);
  expect(await waiting('a.reviewer')).toMatchObject([{ assessmentId: id, target: '2' }]);
  expect(await waiting('b.administrator')).toEqual([]);
  await movedTo(a, `/subdistrict/assessments/${id}`, 'review');
  expect(kinds((await desk('a.reviewer')).now)).toEqual(['score', 'approve']);
  await movedTo(a, `/subdistrict/assessments/${id}`, 'final');
  expect((await desk('a2.reporter')).now).toEqual([]);
});
