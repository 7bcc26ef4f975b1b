/** Programs of one's union and below, each with its keys, in one statement. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import type { ApiKeyView, ApplicationList, ApplicationView } from './application.view';

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The columns of a key `k`, under the names of its view. */
const keySql = `json_build_object('id', k.id, 'name', k.name, 'prefix', k.prefix, 'scopes', k.scopes, 'networks', k.networks,
  'readsPerMinute', k.reads_per_minute, 'writesPerMinute', k.writes_per_minute, 'expiresOn', k.expires_on,
  'state', case when k.revoked_at is not null then 'revoked' when k.expires_on < app_today() then 'expired' else 'live' end,
  'createdAt', ${iso('k.created_at')}, 'revokedAt', ${iso('k.revoked_at')}, 'usedAt', ${iso('k.used_at')},
  'usedFrom', k.used_from, 'version', k.version)`;

const columns = `
  o.id, o.union_id as "unionId", u.name as "unionName", o.account, o.name, o.role, a.purpose, a.contact, o.active,
  ${iso('o.created_at')} as "createdAt", o.version, f."liveKeys", f."usedAt", f."endsOn",
  (select coalesce(json_agg(x.key order by x.no), '[]') from (
     select ${keySql} as key, row_number() over (order by k.id desc) as no from api_key k
     where k.district_id = a.district_id and k.application_id = a.id order by k.id desc limit 10) x) as keys`;

const tables = `
  application a
  join officer o on o.district_id = a.district_id and o.id = a.id
  join trade_union u on u.district_id = o.district_id and u.id = o.union_id
  cross join lateral (
    select count(*) filter (where k.revoked_at is null and k.expires_on >= app_today())::int as "liveKeys",
      ${iso('max(k.used_at)')} as "usedAt",
      (min(k.expires_on) filter (where k.revoked_at is null and k.expires_on >= app_today()))::text as "endsOn"
    from api_key k where k.district_id = a.district_id and k.application_id = a.id) f`;

/** Parameters: district, path, words or null, active or null, limit, offset. */
const listSql = `
  select ${columns}, count(*) over ()::int as total from ${tables}
  where a.district_id = $1 and u.path <@ $2::ltree
    and ($3::text is null or strpos(lower(o.name), $3) + strpos(o.account, $3) > 0) and ($4::boolean is null or o.active = $4)
  order by o.name, o.id limit $5 offset $6`;

const oneSql = `select ${columns} from ${tables} where a.district_id = $1 and u.path <@ $2::ltree and a.id = $3`;

export interface ApplicationsAsked {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string;
  readonly active?: boolean;
}

export async function applicationsOf(
  tx: EntityManager,
  { districtId, path }: Actor,
  { page, pageSize, q, active }: ApplicationsAsked,
): Promise<ApplicationList> {
  const words = q?.trim().toLowerCase() ?? null;
  const rows: (ApplicationView & { total: number })[] = await tx.query(listSql, [
    ...[districtId, path, words, active ?? null],
    ...[pageSize, (page - 1) * pageSize],
  ]);
  return { items: rows.map(({ total: _, ...view }) => view), page, pageSize, total: rows[0]?.total ?? 0 };
}

/** Errors: notFound. */
export async function applicationOf(
  tx: EntityManager,
  { districtId, path }: Actor,
  id: string,
): Promise<ApplicationView> {
  const [view]: ApplicationView[] = await tx.query(oneSql, [districtId, path, id]);
  if (view === undefined) throw new NotFound();
  return view;
}

/** Errors: notFound. */
export async function keyOf(tx: EntityManager, { districtId }: Actor, id: string): Promise<ApiKeyView> {
  const [row]: { key: ApiKeyView }[] = await tx.query(
    `select ${keySql} as key from api_key k where k.district_id = $1 and k.id = $2`,
    [districtId, id],
  );
  if (row === undefined) throw new NotFound();
  return row.key;
}
