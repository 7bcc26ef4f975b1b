/** Unions for which values are asked (计值工会). */
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../kernel/errors';
import { labelOf } from '../../kernel/id';
import type { UnionAsked } from '../sources/source';

export interface UnionInReach extends UnionAsked {
  readonly name: string;
  readonly path: string;
}

export const unionColumns = `u.id, u.name, u.path::text as path, u.tier = 'community' and not exists (
  select from trade_union c where c.district_id = u.district_id and c.parent_id = u.id) as leaf`;

/** A union at or below a path. Errors: notFound. */
export async function unionInReach(
  tx: EntityManager,
  districtId: string,
  unionId: string,
  reach: string,
): Promise<UnionInReach> {
  const [found]: Omit<UnionInReach, 'label'>[] = await tx.query(
    `select ${unionColumns} from trade_union u where u.district_id = $1 and u.id = $2 and u.path <@ $3::ltree`,
    [districtId, unionId, reach],
  );
  if (found === undefined) throw new NotFound();
  return { ...found, label: labelOf(found.id) };
}

/** All of a district, or those whose labels are given. */
export async function unionsOf(
  tx: EntityManager,
  districtId: string,
  labels: readonly string[] | null,
): Promise<UnionInReach[]> {
  const found: Omit<UnionInReach, 'label'>[] = await tx.query(
    `select ${unionColumns} from trade_union u
     where u.district_id = $1 and ($2::text[] is null or replace(u.id::text, '-', '') = any($2)) order by u.id`,
    [districtId, labels],
  );
  return found.map((union) => ({ ...union, label: labelOf(union.id) }));
}
