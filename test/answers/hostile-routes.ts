/** A well-formed call of every writing route, to put hostile values into. */
import request, { type Response } from 'supertest';
import type { House } from '../support/house';
import { publishedInA } from '../support/publication';
import { assigned, cascaded, memberTask } from '../support/task';

type Method = 'post' | 'put' | 'patch' | 'delete';
export interface Route {
  readonly account: string;
  readonly method: Method;
  readonly path: string;
  readonly body: object;
  readonly version?: number;
}

interface Ids {
  readonly root: string;
  readonly shareA: string;
  readonly shareB: string;
  readonly a2: string;
  readonly draft: string;
  readonly submitted: string;
  readonly officer: string;
  readonly published: string;
  readonly appeal: string;
}

export const routeNames = [
  'create a task',
  'change a task',
  'withdraw a task',
  'hand down shares',
  'change a share',
  'withdraw a share',
  'begin a report',
  'change a report',
  'return a report',
  'open a union',
  'change a union',
  'move a union',
  'close a union',
  'set a working day',
  'make an account',
  'change an officer',
  'give a role',
  'set a first password',
  'change my password',
  'sign in',
  'file an appeal',
  'decide an appeal',
] as const;
export type RouteName = (typeof routeNames)[number];

/** By name, so that a story reads as a list of deeds. */
export const routesOf = (house: House, ids: Ids): Record<RouteName, Route> => ({
  'create a task': { account: 'd.administrator', method: 'post', path: '/district/tasks', body: memberTask },
  'change a task': {
    account: 'd.administrator',
    method: 'patch',
    path: `/district/tasks/${ids.root}`,
    body: { weight: '2', reason: '调整' },
    version: 2,
  },
  'withdraw a task': {
    account: 'd.administrator',
    method: 'post',
    path: `/district/tasks/${ids.root}/withdrawal`,
    body: { reason: '误设' },
  },
  'hand down shares': {
    account: 'b.administrator',
    method: 'post',
    path: `/subdistrict/tasks/${ids.shareB}/shares`,
    body: { shares: [{ unionId: house.district.unions.B1, target: '1' }], shortfallReason: '筹建' },
  },
  'change a share': {
    account: 'a.administrator',
    method: 'patch',
    path: `/subdistrict/tasks/${ids.shareA}/shares/${ids.a2}`,
    body: { weight: '2', reason: '调整' },
    version: 2,
  },
  'withdraw a share': {
    account: 'a.administrator',
    method: 'post',
    path: `/subdistrict/tasks/${ids.shareA}/shares/${ids.a2}/withdrawal`,
    body: { reason: '误设' },
  },
  'begin a report': {
    account: 'a2.reporter',
    method: 'post',
    path: `/community/tasks/${ids.a2}/reports`,
    body: { done: '1' },
  },
  'change a report': {
    account: 'a1.reporter',
    method: 'put',
    path: `/community/reports/${ids.draft}`,
    body: { done: '1' },
    version: 1,
  },
  'return a report': {
    account: 'a.reviewer',
    method: 'post',
    path: `/subdistrict/reports/${ids.submitted}/return`,
    body: { reason: '补充' },
  },
  'open a union': {
    account: 'd.system_administrator',
    method: 'post',
    path: '/unions',
    body: { parentId: house.district.unions.A, code: 'A9', name: '甲九', openedOn: '2026-01-01' },
  },
  'change a union': {
    account: 'd.system_administrator',
    method: 'patch',
    path: `/unions/${house.district.unions.B}`,
    body: { name: '乙' },
    version: 1,
  },
  'move a union': {
    account: 'd.system_administrator',
    method: 'put',
    path: `/unions/${house.district.unions.A1}/placement`,
    body: { parentId: house.district.unions.B, since: '2026-06-01', reason: '调整' },
    version: 1,
  },
  'close a union': {
    account: 'd.system_administrator',
    method: 'put',
    path: `/unions/${house.district.unions.A1}/closure`,
    body: { closedOn: '2026-06-01', reason: '合并' },
    version: 1,
  },
  'set a working day': {
    account: 'd.system_administrator',
    method: 'put',
    path: '/calendar/2026-05-06',
    body: { working: false, reason: '调休' },
  },
  'make an account': {
    account: 'd.system_administrator',
    method: 'post',
    path: '/officers',
    body: { unionId: house.district.unions.A, account: 'a.new', name: '李', password: 'First-2026-pass' },
  },
  'change an officer': {
    account: 'd.system_administrator',
    method: 'patch',
    path: `/officers/${ids.officer}`,
    body: { name: '李' },
    version: 1,
  },
  'give a role': {
    account: 'd.security_administrator',
    method: 'put',
    path: `/officers/${ids.officer}/role`,
    body: { role: 'viewer' },
    version: 1,
  },
  'set a first password': {
    account: 'd.system_administrator',
    method: 'put',
    path: `/officers/${ids.officer}/password`,
    body: { password: 'First-2026-pass' },
    version: 1,
  },
  'change my password': {
    account: 'b1.viewer',
    method: 'put',
    path: '/me/password',
    body: { currentPassword: 'x', password: 'y' },
  },
  'sign in': { account: 'b1.viewer', method: 'post', path: '/session', body: { account: 'x', password: 'y' } },
  'file an appeal': {
    account: 'a2.administrator',
    method: 'post',
    path: '/community/appeals',
    body: { assessmentId: ids.published, criteria: ['A1'], reason: '请复核' },
  },
  'decide an appeal': {
    account: 'a.administrator',
    method: 'post',
    path: `/subdistrict/assessments/${ids.published}/appeals/${ids.appeal}/decision`,
    body: {
      outcome: 'upheld',
      reason: '属实',
      corrections: [{ criterion: 'B1', points: '21', reason: '补记' }],
    },
  },
});

/** A house at work: B has a share to hand down, A1 a draft and a report that waits, A2 a task to report on. */
export async function atWork(house: House): Promise<Ids> {
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  const { root, shareA, shareB } = await assigned(house);
  const { a1, a2 } = await cascaded(house, shareA);
  await (await house.as('b.administrator')).post(`/subdistrict/tasks/${shareB}/signature`).expect(201);
  const other = await cascaded(house, (await assigned(house)).shareA);
  const reporter = await house.as('a1.reporter');
  const draft = await reporter.post(`/community/tasks/${a1}/reports`, { done: '1' }).expect(201);
  const handedIn = await reporter.post(`/community/tasks/${other.a1}/reports`, { done: '1' }).expect(201);
  await reporter.post(`/community/reports/${handedIn.body.id}/submission`).expect(201);
  const [officer]: { id: string }[] = await house.database.query(`select id from officer where account = 'a2.viewer'`);
  const { A1, A2 } = house.district.unions;
  const points = { A1: '50', B1: '20', B2: '10' };
  const published = await publishedInA(house, [
    [A1, points],
    [A2, points],
  ]);
  const appeal = await (
    await house.as('a1.administrator')
  )
    .post('/community/appeals', { assessmentId: published, criteria: ['B1'], reason: '请复核' })
    .expect(201);
  return {
    published,
    appeal: appeal.body.id,
    root,
    shareA,
    shareB,
    a2,
    draft: draft.body.id,
    submitted: handedIn.body.id,
    officer: officer?.id ?? '',
  };
}

export async function send(
  house: House,
  { account, method, path, version }: Route,
  raw: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { token } = await house.as(account);
  const api = request(house.url);
  const sent = api[method](`/api/v1${path}`)
    .set('authorization', `Bearer ${token}`)
    .set('content-type', 'application/json');
  if (version !== undefined) void sent.set('if-match', `"${version}"`);
  return sent
    .set(headers)
    .serialize((given: string) => given)
    .send(raw);
}

/** What is wrong with an answer that should be a refusal, in words; nothing where it is as it should be. */
export function faults(answer: Response, statuses: readonly number[], field?: string): string[] {
  const { status, body, headers } = answer;
  if (!statuses.includes(status)) return [`${status} ${answer.text.slice(0, 120)}`];
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8') return [`${headers['content-type']}`];
  const fields = (body.errors as { field: string }[]).map((error) => error.field);
  return field === undefined || fields.some((named) => named === field || named.startsWith(`${field}[`))
    ? []
    : [`names ${fields.join()} for ${field}`];
}

/** A sum of everything the writers have stored. */
export async function everythingStored(house: House): Promise<unknown> {
  const tables = [
    'trade_union',
    'working_day',
    'officer',
    'task',
    'progress_report',
    'report_step',
    'task_change',
    'appeal',
    'correction',
    'publication',
  ];
  const sums = tables.map(
    (table) => `(select md5(string_agg(t::text, ',' order by t::text)) from ${table} t) as ${table}`,
  );
  return house.database.query(`select ${sums.join(', ')}`);
}
