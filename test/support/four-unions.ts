/** Four sub-districts with their administrators, made through the API, for hand-worked stories. */
import request from 'supertest';
import { type Door, type House, openDoor } from './house';

export const codes = ['A', 'B', 'C', 'E'] as const;
export type Four<T> = Readonly<Record<(typeof codes)[number], T>>;

const FIRST = 'First-2026-pass';
const OWN = 'Own-2026-password';

/** A and B are there; C and E are opened now, each with an administrator. */
export async function fourUnions(house: House): Promise<{ unions: Four<string>; doors: Four<Door> }> {
  const { A, B } = house.district.unions;
  const [c, e] = [await opened(house, 'C', '丙街道总工会'), await opened(house, 'E', '丁街道总工会')];
  return {
    unions: { A, B, C: c.unionId, E: e.unionId },
    doors: { A: await house.as('a.administrator'), B: await house.as('b.administrator'), C: c.door, E: e.door },
  };
}

async function opened(house: House, code: string, name: string): Promise<{ unionId: string; door: Door }> {
  const system = await house.as('d.system_administrator');
  const parentId = house.district.unions.D;
  const { body: union } = await system.post('/unions', { parentId, code, name, openedOn: '2026-01-01' }).expect(201);
  const account = `${code}.administrator`.toLowerCase();
  const officer = { unionId: union.id, account, name: `${code} administrator`, password: FIRST };
  const { body: made } = await system.post('/officers', officer).expect(201);
  await (
    await house.as('d.security_administrator')
  )
    .put(`/officers/${made.id}/role`, { role: 'administrator' }, made.version)
    .expect(200);
  const signIn = async (password: string): Promise<Door> => {
    const { body } = await request(house.url).post('/api/v1/session').send({ account, password }).expect(201);
    return openDoor(house.url, body.token);
  };
  const first = await signIn(FIRST);
  await first.put('/me/password', { currentPassword: FIRST, password: OWN }).expect(204);
  return { unionId: union.id, door: await signIn(OWN) };
}

export interface Work {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  /** Of each union. */
  readonly target: string;
  readonly done: Four<string>;
}

/** A task of the district for all four, signed, reported and accepted; answers the task of each. */
export async function worked(
  house: House,
  { unions, doors }: { unions: Four<string>; doors: Four<Door> },
  { code, title, unit, target, done }: Work,
): Promise<Four<string>> {
  const office = await house.as('d.administrator');
  const measure = { name: title, unit, kind: 'flow', decimals: 0 };
  const days = { year: 2026, startOn: '2026-01-01', dueOn: '2026-12-31' };
  const whole = { ...days, code, title, programme: 'S01', target: String(Number(target) * codes.length), measure };
  const { body: root } = await office.post('/district/tasks', whole).expect(201);
  const shares = codes.map((each) => ({ unionId: unions[each], target }));
  const { body } = await office.post(`/district/tasks/${root.task.id}/shares`, { shares }).expect(201);
  const given = body.shares as { id: string; unionId: string }[];
  const of = (each: (typeof codes)[number]): string => given.find(({ unionId }) => unionId === unions[each])?.id ?? '';
  for (const each of codes) {
    const door = doors[each];
    await door.post(`/subdistrict/tasks/${of(each)}/signature`).expect(201);
    const zero = done[each] === '0' ? { zeroReport: true } : {};
    const report = await door.post(`/subdistrict/tasks/${of(each)}/reports`, { done: done[each], ...zero }).expect(201);
    await door.post(`/subdistrict/reports/${report.body.id}/submission`).expect(201);
    await (await house.as('d.reviewer')).post(`/district/reports/${report.body.id}/acceptance`).expect(201);
  }
  return { A: of('A'), B: of('B'), C: of('C'), E: of('E') };
}
