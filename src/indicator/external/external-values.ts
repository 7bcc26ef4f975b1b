/** Values from outside in the database (外部数据): named by codes, what stands, and what is said anew. */
import type { EntityManager } from 'typeorm';
import { treeSql } from '../../form/owing/owing';
import { isId } from '../../http/field-rules';
import type { Actor, Tier } from '../../kernel/actor';
import { plain } from '../../kernel/decimal';
import { NotFound } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import type { Period } from '../../kernel/period';
import { type KnownIndicator, indicatorsSql } from '../definition/known';
import type { ExternalGiven } from './external-rules';

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

/** What is said of one period by one union. */
export interface ExternalKey {
  readonly districtId: string;
  readonly indicatorId: string;
  readonly unionId: string;
  readonly period: Period;
}

export interface ExternalStanding {
  readonly version: number;
  readonly value: string | null;
  readonly unit: string;
  readonly source: string;
  readonly asOf: string | null;
}

/** Nobody says another value of it meanwhile. */
export async function standingValue(
  tx: EntityManager,
  { districtId, indicatorId, unionId, period: { name } }: ExternalKey,
): Promise<ExternalStanding | null> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 202))', [`${indicatorId}/${unionId}/${name}`]);
  const [found]: ExternalStanding[] = await tx.query(
    `select version, value::text as value, unit, source, as_of::text as "asOf" from external_value
     where district_id = $1 and indicator_id = $2 and union_id = $3 and period = $4 and replaced_at is null`,
    [districtId, indicatorId, unionId, name],
  );
  return found === undefined ? null : { ...found, value: found.value === null ? null : plain(found.value) };
}

/** Answers the id of what stands now; what stood before is kept. */
export async function sayValue(
  tx: EntityManager,
  { officerId, keyPrefix, network }: Pick<Actor, 'officerId' | 'keyPrefix' | 'network'>,
  { districtId, indicatorId, unionId, period }: ExternalKey,
  { value, source, asOf = null }: ExternalGiven,
  { version, unit }: { version: number; unit: string },
): Promise<string> {
  const id = newId();
  const { name, from, to } = period;
  await tx.query(
    `update external_value set replaced_at = app_now()
     where district_id = $1 and indicator_id = $2 and union_id = $3 and period = $4 and replaced_at is null`,
    [districtId, indicatorId, unionId, name],
  );
  await tx.query(
    `insert into external_value (district_id, id, indicator_id, union_id, period, starts_on, ends_on, version, value, unit,
       source, as_of, given_by, key_prefix, network)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[districtId, id, indicatorId, unionId, name, from, to, version, value, unit, source, asOf],
      ...[officerId, keyPrefix ?? null, network],
    ],
  );
  return id;
}
