/** The union a list or a sum is about (统计范围): the own one or one below; out of reach reads like missing. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';

export interface Scope {
  readonly unionId: string;
  readonly path: string;
  /** Nothing stands below it, nor ever stood. */
  readonly leaf: boolean;
}

const sql = `
  select u.id as "unionId", u.path::text as path, u.tier = 'community' and not exists (
      select from trade_union c where c.district_id = u.district_id and c.parent_id = u.id) as leaf
  from trade_union u where u.district_id = $1 and u.id = $2 and u.path <@ $3::ltree`;

/** Errors: notFound. */
export async function scopeOf(tx: EntityManager, actor: Actor, unionId: string = actor.unionId): Promise<Scope> {
  const [scope]: Scope[] = await tx.query(sql, [actor.districtId, unionId, actor.path]);
  if (scope === undefined) throw new NotFound();
  return scope;
}
