/** Hostile values, and a well-formed call of every writing route to put them into. */
import type { House } from '../support/house';
import { assigned, cascaded, memberTask } from '../support/task';

type Method = 'post' | 'put' | 'patch' | 'delete';
export interface Route {
  readonly account: string;
  readonly method: Method;
  readonly path: string;
  readonly body: object;
  readonly version?: number;
}

const tooLong = '工'.repeat(5_000);
export const noText: unknown[] = ['a\0b', '\ud800', 'a\u202eb', 'a\u0007b', '\u200b\u3000', ' ', tooLong, null, 5, true, [], {}, ['x'], { toString: 'x' }];
export const noNumber = ['1e3', '0x10', 'NaN', 'Infinity', '-1', '１２', '9'.repeat(400), '1.00001', '', ' 1', '1 ', '+1', '1,000', '1_0', '壹', null, true, 1.005, 1e21, 2 ** 53, -5, [], ['1'], {}];
export const noDay = ['2026-02-30', '2026-13-01', '0000-00-00', '2026-1-1', '2026-06-01T00:00:00Z', '+002026-06-01', '1899-01-01', '9999-12-31', '20260601', '昨天', 20_260_601, null, [], {}];
export const noId = ['x', "' or 1=1--", '00000000-0000-0000-0000-000000000000', '0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d\0', '{0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d}', '', null, 5, [], {}];
export const noCode = ['a b', '-a', '', '工', 'x'.repeat(65), 'a\nb', "a'--", null, 5, [], {}];
export const noInteger = ['2026', 2026.5, 1e21, -1, 99_999_999_999, null, true, [], {}];
export const noWord = ['FLOW', 'flow ', '', null, 1, ['flow'], {}, '__proto__', 'constructor'];
export const noFlag = ['true', 1, 0, null, [], 'yes', {}];
export const noList = [{}, 'x', 5, null, [null], ['x'], [[]], [5], { length: 1, 0: {} }];

interface Ids {
  readonly root: string;
  readonly shareA: string;
  readonly shareB: string;
  readonly a2: string;
  readonly draft: string;
  readonly submitted: string;
  readonly officer: string;
}

export const routeNames = [
  'create a task', 'change a task', 'withdraw a task', 'hand down shares', 'change a share', 'withdraw a share',
  'begin a report', 'change a report', 'return a report', 'open a union', 'change a union', 'move a union',
  'close a union', 'make an account', 'change an officer', 'give a role', 'set a first password', 'change my password',
  'sign in',
] as const;
export type RouteName = (typeof routeNames)[number];

/** By name, so that a story reads as a list of deeds. */
export const routesOf = (house: House, ids: Ids): Record<RouteName, Route> => ({
  'create a task': { account: 'd.administrator', method: 'post', path: '/district/tasks', body: memberTask },
  'change a task': { account: 'd.administrator', method: 'patch', path: `/district/tasks/${ids.root}`, body: { weight: '2', reason: '调整' }, version: 2 },
  'withdraw a task': { account: 'd.administrator', method: 'post', path: `/district/tasks/${ids.root}/withdrawal`, body: { reason: '误设' } },
  'hand down shares': { account: 'b.administrator', method: 'post', path: `/subdistrict/tasks/${ids.shareB}/shares`, body: { shares: [{ unionId: house.district.unions.B1, target: '1' }], shortfallReason: '筹建' } },
  'change a share': { account: 'a.administrator', method: 'patch', path: `/subdistrict/tasks/${ids.shareA}/shares/${ids.a2}`, body: { weight: '2', reason: '调整' }, version: 2 },
  'withdraw a share': { account: 'a.administrator', method: 'post', path: `/subdistrict/tasks/${ids.shareA}/shares/${ids.a2}/withdrawal`, body: { reason: '误设' } },
  'begin a report': { account: 'a2.reporter', method: 'post', path: `/community/tasks/${ids.a2}/reports`, body: { done: '1' } },
  'change a report': { account: 'a1.reporter', method: 'put', path: `/community/reports/${ids.draft}`, body: { done: '1' }, version: 1 },
  'return a report': { account: 'a.reviewer', method: 'post', path: `/subdistrict/reports/${ids.submitted}/return`, body: { reason: '补充' } },
  'open a union': { account: 'd.system_administrator', method: 'post', path: '/unions', body: { parentId: house.district.unions.A, code: 'A9', name: '甲九', openedOn: '2026-01-01' } },
  'change a union': { account: 'd.system_administrator', method: 'patch', path: `/unions/${house.district.unions.B}`, body: { name: '乙' }, version: 1 },
  'move a union': { account: 'd.system_administrator', method: 'put', path: `/unions/${house.district.unions.A1}/placement`, body: { parentId: house.district.unions.B, since: '2026-06-01', reason: '调整' }, version: 1 },
  'close a union': { account: 'd.system_administrator', method: 'put', path: `/unions/${house.district.unions.A1}/closure`, body: { closedOn: '2026-06-01', reason: '合并' }, version: 1 },
  'make an account': { account: 'd.system_administrator', method: 'post', path: '/officers', body: { unionId: house.district.unions.A, account: 'a.new', name: '李', password: 'First-2026-pass' } },
  'change an officer': { account: 'd.system_administrator', method: 'patch', path: `/officers/${ids.officer}`, body: { name: '李' }, version: 1 },
  'give a role': { account: 'd.security_administrator', method: 'put', path: `/officers/${ids.officer}/role`, body: { role: 'viewer' }, version: 1 },
  'set a first password': { account: 'd.system_administrator', method: 'put', path: `/officers/${ids.officer}/password`, body: { password: 'First-2026-pass' }, version: 1 },
  'change my password': { account: 'b1.viewer', method: 'put', path: '/me/password', body: { currentPassword: 'x', password: 'y' } },
  'sign in': { account: 'b1.viewer', method: 'post', path: '/session', body: { account: 'x', password: 'y' } },
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
  return { root, shareA, shareB, a2, draft: draft.body.id, submitted: handedIn.body.id, officer: officer?.id ?? '' };
}

/** The body with one field, perhaps deep in it, replaced. */
export function withField(body: object, field: string, value: unknown): object {
  const copy: Record<string, unknown> = structuredClone({ ...body });
  const way = field.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  let place: Record<string, unknown> = copy;
  for (const step of way.slice(0, -1)) place = place[step] as Record<string, unknown>;
  place[way.at(-1) ?? ''] = value;
  return copy;
}
