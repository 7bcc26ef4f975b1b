/** The first start without a demo (DEMO=off): the district and its three administrators (三员). */
import { randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { labelOf, newId } from './kernel/id';
import { announce } from './outbox/announce';
import { Officer } from './organization/officer.entity';
import { hashPassword } from './organization/password';
import { TradeUnion } from './organization/trade-union.entity';
import { UnionPlacement } from './organization/union-placement.entity';
import type { Actor, Role } from './kernel/actor';

export interface Account {
  account: string;
  password: string;
  role: Role;
  union: string;
}

const administrators: readonly { account: string; name: string; role: Role }[] = [
  { account: 'system', name: '系统管理员', role: 'system_administrator' },
  { account: 'security', name: '安全管理员', role: 'security_administrator' },
  { account: 'audit', name: '审计管理员', role: 'audit_administrator' },
];

/** Two processes that start together must not both create it. */
export const FIRST_START_LOCK = 733_002;

/** Creates district and administrators when there is no union yet; answers their accounts, or none. */
export async function firstStart(database: DataSource, districtName: string): Promise<Account[]> {
  const passwords = new Map(administrators.map(({ account }) => [account, readablePassword()]));
  const hashes = new Map(await Promise.all([...passwords].map(async ([account, password]) => [account, await hashPassword(password)] as const)));
  return database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [FIRST_START_LOCK]);
    if (await tx.exists(TradeUnion)) return [];
    const id = newId();
    const [{ today }]: [{ today: string }] = await tx.query('select app_today() as today');
    const place = { districtId: id, parentId: null, path: labelOf(id) };
    const union = tx.create(TradeUnion, {
      ...place, id, tier: 'district', code: 'DISTRICT', name: districtName, openedOn: today, closedOn: null, version: 1,
    });
    await tx.insert(TradeUnion, union);
    await tx.insert(UnionPlacement, { ...place, unionId: id, since: today, until: null, reason: '初始化' });
    const officers = administrators.map(({ account, name, role }) => tx.create(Officer, {
      districtId: id, id: newId(), unionId: id, account, name, role, passwordHash: hashes.get(account) ?? '',
      mustChangePassword: true, active: true, version: 1,
    }));
    await tx.insert(Officer, officers);
    const actor: Actor = {
      districtId: id, officerId: officers[0]?.id ?? id, unionId: id, path: place.path, tier: 'district',
      role: 'system_administrator', account: 'system', network: 'local', requestId: 'first-start',
    };
    await announce(tx, actor, { name: 'union.opened', unionId: id, path: place.path, subjectId: id, body: { union: union.body() } });
    return administrators.map(({ account, role }) => ({ account, role, union: districtName, password: passwords.get(account) ?? '' }));
  });
}

/** Letters and digits that are not mistaken for one another, of three kinds, in groups one can type. */
export function readablePassword(): string {
  const groups = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'].map((alphabet) =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(''));
  return groups.join('-');
}
