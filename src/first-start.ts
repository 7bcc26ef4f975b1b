/** The first start without a demo (DEMO=off): the district and its three administrators (三员). */
import { randomInt } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
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

/** Puts the passwords where they are found again; nothing counts as created before. */
export type Keep = (accounts: readonly Account[]) => Promise<void>;

/** Two processes that start together must not both create it. */
export const FIRST_START_LOCK = 733_002;

/** Creates district and administrators when there is no union yet; their accounts are kept before that counts. */
export async function firstStart(database: DataSource, districtName: string, keep: Keep): Promise<void> {
  const accounts = administrators.map(({ account, name, role }) => ({
    account,
    name,
    role,
    union: districtName,
    password: readablePassword(),
  }));
  const hashes = await Promise.all(accounts.map(({ password }) => hashPassword(password)));
  await database.transaction(async (tx) => {
    // Another process may need longer for its first data than any request does.
    await tx.query(`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)`);
    await tx.query('select pg_advisory_xact_lock($1)', [FIRST_START_LOCK]);
    if (await tx.exists(TradeUnion)) return;
    const [{ today }]: [{ today: string }] = await tx.query('select app_today() as today');
    const { districtId, officerId } = await foundDistrict(tx, {
      name: districtName,
      openedOn: today,
      account: 'system',
      network: 'local',
    });
    const officers = accounts.map(({ account, name, role }, no) =>
      tx.create(Officer, {
        districtId,
        id: no === 0 ? officerId : newId(),
        unionId: districtId,
        account,
        name,
        role,
        passwordHash: hashes[no] ?? '',
        mustChangePassword: true,
        active: true,
        version: 1,
      }),
    );
    await tx.insert(Officer, officers);
    await keep(accounts.map(({ name: _, ...account }) => account));
  });
}

/** Founds a district; answers its system administrator, who is still to be appointed. */
export async function foundDistrict(
  tx: EntityManager,
  { name, openedOn, account, network }: { name: string; openedOn: string; account: string; network: string },
): Promise<Actor> {
  const id = newId();
  const place = { districtId: id, parentId: null, path: labelOf(id) };
  const union = tx.create(TradeUnion, {
    ...place,
    id,
    tier: 'district',
    code: 'DISTRICT',
    name,
    openedOn,
    closedOn: null,
    version: 1,
  });
  await tx.insert(TradeUnion, union);
  await tx.insert(UnionPlacement, { ...place, unionId: id, since: openedOn, until: null, reason: '初始化' });
  const actor: Actor = {
    districtId: id,
    officerId: newId(),
    unionId: id,
    path: place.path,
    tier: 'district',
    role: 'system_administrator',
    account,
    network,
    requestId: 'first-start',
  };
  await announce(tx, actor, {
    name: 'union.opened',
    unionId: id,
    path: place.path,
    subjectId: id,
    body: { union: union.body() },
  });
  return actor;
}

/** Letters and digits that are not mistaken for one another, of three kinds, in groups one can type. */
export function readablePassword(): string {
  const groups = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'].map((alphabet) =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  );
  return groups.join('-');
}
