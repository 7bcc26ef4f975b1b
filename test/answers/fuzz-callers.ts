/** Who calls: officers of every tier and role, programs with a key of all that their role may and of one thing only, and nobody. */
import { rolesOf, scopes, type Scope } from '../../src/access/key/scope';
import type { Role } from '../../src/kernel/actor';
import { roles } from '../../src/organization/rights';
import type { House } from '../support/house';
import { doors, isDoor, type Operation } from './operations';

export interface Caller {
  readonly kind: 'officer' | 'key' | 'narrow key' | 'nobody';
  readonly code: string;
  readonly role: Role | 'none';
  readonly scopes: readonly string[];
  readonly token: string;
}

export const tellCaller = ({ kind, code, role }: Caller): string => `${kind} ${code}.${role}`;

const codes = Object.values(doors);
const rolesAt = (code: string): Role[] => roles.filter((role) => code === 'd' || !role.includes('_'));

/** Nobody makes a program of the role that makes keys or reads the trail. */
const programs = (code: string): Role[] =>
  rolesAt(code).filter((role) => role !== 'audit_administrator' && role !== 'security_administrator');

export async function callersOf(house: House): Promise<Caller[]> {
  const callers: Caller[] = [];
  for (const code of codes) {
    for (const role of rolesAt(code)) {
      const { token } = await house.as(`${code}.${role}`);
      callers.push({ kind: 'officer', code, role, scopes: [], token });
    }
    for (const role of programs(code)) callers.push(...(await keysFor(house, code, role)));
  }
  const tokens = ['', 'x', 'sk_live_0000', `${callers[0]?.token}x`, '\u00e4\u00f6', 'null', 'a'.repeat(5_000)];
  for (const token of tokens) callers.push({ kind: 'nobody', code: 'd', role: 'none', scopes: [], token });
  return callers;
}

async function keysFor(house: House, code: string, role: Role): Promise<Caller[]> {
  const security = await house.as('d.security_administrator');
  const unionId = house.district.unions[code.toUpperCase() as 'A'];
  const program = { unionId, account: `fuzz.${code}.${role}`, name: '应用', role };
  const made = await security.post('/applications', { ...program, purpose: '同步', contact: '王工' }).expect(201);
  const open = scopes.filter((scope) => rolesOf(scope).includes(role));
  const pace = { readsPerMinute: 60_000, writesPerMinute: 60_000 };
  const key = async (kind: Caller['kind'], some: readonly Scope[]): Promise<Caller> => {
    const { body } = await security
      .post(`/applications/${made.body.id}/keys`, { name: kind, scopes: some, ...pace })
      .expect(201);
    return { kind, code, role, scopes: some, token: body.token };
  };
  return [await key('key', open), await key('narrow key', open.slice(0, 1))];
}

/** As the document says it: the role at the door of its tier, and for a key its scope. */
export function may(caller: Caller, { who, door, scope }: Operation): boolean {
  if (caller.role === 'none' || !who.includes(caller.role)) return false;
  if (isDoor(door) && doors[door] !== caller.code) return false;
  return (
    caller.kind === 'officer' ||
    scope === 'any' ||
    (scope !== undefined && scope.split(' ').every((each) => caller.scopes.includes(each)))
  );
}
