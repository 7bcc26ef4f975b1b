/** Whose board is asked for: the actor's own union or one below it; any other answers as one that is not there. */
import type { DataSource } from 'typeorm';
import type { Actor, Tier } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { isWithin } from '../kernel/id';
import type { LightRule } from '../kernel/light-rule';
import { asOfSql } from './as-of';
import { ruleSql } from './task-board/board-light';

export interface BoardOf {
  /** As of when the platform's tables are true. */
  asOf: string;
  unionId: string;
  unionName: string;
  path: string;
  tier: Tier;
  /** The district's rule for its lights; null: the standard one. */
  rule: LightRule | null;
}

/** Errors: notFound. */
export async function boardOf(database: DataSource, actor: Actor, asked: string | undefined): Promise<BoardOf> {
  const unionId = asked ?? actor.unionId;
  const [head]: { asOf: Date; name: string | null; path: string | null; tier: Tier | null; rule: LightRule | null }[] =
    await database.query(
      `select ${asOfSql} as "asOf", u.name, u.path::text as path, u.tier, ${ruleSql} as rule
     from (select 1) one left join platform.union_card u on u.district_id = $1 and u.union_id = $2`,
      [actor.districtId, unionId],
    );
  const own = unionId === actor.unionId;
  if (head === undefined || !(own || (head.path !== null && isWithin(head.path, actor.path)))) throw new NotFound();
  const { name, path, tier, rule } = head;
  return {
    asOf: head.asOf.toISOString(),
    unionId,
    unionName: name ?? '',
    path: path ?? actor.path,
    tier: tier ?? actor.tier,
    rule,
  };
}
