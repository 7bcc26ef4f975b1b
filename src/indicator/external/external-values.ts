/** Of what a value from outside (外部数据) is told: an indicator and a union, by their codes or ids. */
import type { EntityManager } from 'typeorm';
import { treeSql } from '../../form/owing/owing';
import { isId } from '../../http/field-rules';
import type { Actor, Tier } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import type { Period } from '../../kernel/period';
import { type KnownIndicator, indicatorsSql } from '../definition/known';

export interface UnionNamed {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly path: string;
  readonly tier: Tier;
  /** On the last day of the period. */
  readonly stands: boolean;
}

/** By its code or its id. Errors: notFound. */
export async function indicatorNamed(tx: EntityManager, districtId: string, name: string): Promise<KnownIndicator> {
  const column = isId(name) ? 'id' : 'code';
  const [found]: KnownIndicator[] = await tx.query(`${indicatorsSql} and i.${column} = $2`, [districtId, name]);
  if (found === undefined) throw new NotFound();
  return found;
}

/** By its code or its id, at or below one's own. Errors: notFound. */
export async function unionNamed(
  tx: EntityManager,
  { districtId, path }: Pick<Actor, 'districtId' | 'path'>,
  name: string,
  { to }: Period,
): Promise<UnionNamed> {
  const column = isId(name) ? 'id' : 'code';
  const [found]: UnionNamed[] = await tx.query(
    `select x.id, x.code, x.name, x.path::text as path, x.tier, exists (
       select from ${treeSql('$4')} where p.district_id = $1 and p.union_id = x.id) as stands
     from trade_union x where x.district_id = $1 and x.${column} = $2 and x.path <@ $3::ltree`,
    [districtId, name, path, to],
  );
  if (found === undefined) throw new NotFound();
  return found;
}
