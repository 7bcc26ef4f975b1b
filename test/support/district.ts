/** A small district for stories: two sub-districts, three communities, an officer for each role that is needed. */
import type { DataSource } from 'typeorm';
import type { Actor, Role, Tier } from '../../src/kernel/actor';
import { labelOf, newId } from '../../src/kernel/id';
import { Officer } from '../../src/organization/officer.entity';
import { hashPassword } from '../../src/organization/password';
import { TradeUnion } from '../../src/organization/trade-union.entity';
import { UnionPlacement } from '../../src/organization/union-placement.entity';
import { announce } from '../../src/outbox/announce';

export const PASSWORD = 'Story-2026-pass';
const hash = hashPassword(PASSWORD);

/** Unions by code: D, A (with A1, A2), B (with B1). */
export interface District {
  id: string;
  unions: Record<'D' | 'A' | 'A1' | 'A2' | 'B' | 'B1', string>;
}

const tree = [
  ['D', null, 'district', '试验区总工会'],
  ['A', 'D', 'subdistrict', '甲街道总工会'],
  ['B', 'D', 'subdistrict', '乙街道总工会'],
  ['A1', 'A', 'community', '甲一社区工联会'],
  ['A2', 'A', 'community', '甲二社区工联会'],
  ['B1', 'B', 'community', '乙一社区工联会'],
] as const satisfies readonly (readonly [string, string | null, Tier, string])[];

const districtOnly: readonly Role[] = ['system_administrator', 'security_administrator', 'audit_administrator'];
const everywhere: readonly Role[] = ['administrator', 'reporter', 'reviewer', 'viewer'];

/** Accounts are `<code>.<role>` in small letters: a1.reporter, d.system_administrator. `prefix` keeps districts apart. */
export async function seedDistrict(database: DataSource, prefix = ''): Promise<District> {
  const passwordHash = await hash;
  return database.transaction(async (tx) => {
    await tx.query(`select set_config('sanji.now', '2010-01-01T00:00:00Z', true)`);
    const ids = Object.fromEntries(tree.map(([code]) => [code, newId()])) as District['unions'];
    const paths: Record<string, string> = {};
    for (const [code, above, tier, name] of tree) {
      const [id, districtId] = [ids[code], ids.D];
      const parentId = above === null ? null : ids[above];
      const path = above === null ? labelOf(id) : `${paths[above]}.${labelOf(id)}`;
      paths[code] = path;
      const union = tx.create(TradeUnion, {
        districtId,
        id,
        parentId,
        tier,
        code,
        name,
        path,
        openedOn: '2010-01-01',
        closedOn: null,
        version: 1,
      });
      await tx.insert(TradeUnion, union);
      await tx.insert(UnionPlacement, {
        districtId,
        unionId: id,
        since: '2010-01-01',
        until: null,
        parentId,
        path,
        reason: '设立',
      });
      const roles = tier === 'district' ? [...everywhere, ...districtOnly] : everywhere;
      const officers = roles.map((role) =>
        tx.create(Officer, {
          districtId,
          id: newId(),
          unionId: id,
          account: `${prefix}${code}.${role}`.toLowerCase(),
          name: `${code} ${role}`,
          role,
          passwordHash,
          mustChangePassword: false,
          active: true,
          version: 1,
        }),
      );
      await tx.insert(Officer, officers);
      const actor: Actor = {
        districtId,
        officerId: officers[0]?.id ?? id,
        unionId: id,
        path,
        tier,
        role: 'administrator',
        account: 'seed',
        network: 'local',
        requestId: 'seed',
      };
      await announce(tx, actor, {
        name: 'union.opened',
        unionId: id,
        path,
        subjectId: id,
        body: { union: union.body() },
      });
    }
    return { id: ids.D, unions: ids };
  });
}
