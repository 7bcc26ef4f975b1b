/** Which sessions and keys have ended meanwhile (会话与密钥是否仍有效), for answers that last: asked in one statement. */
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { prefixOf } from './key/token';

const aliveSql = `
  select encode(s.token_hash, 'hex') as hash, o.role, u.id as "unionId", u.path::text as path from session s
  join officer o on o.district_id = s.district_id and o.id = s.officer_id and o.active
  join trade_union u on u.district_id = o.district_id and u.id = o.union_id
  where s.token_hash = any(select decode(h, 'hex') from unnest($1::text[]) h) and s.expires_at > now()
  union all
  select encode(k.secret_hash, 'hex'), o.role, u.id, u.path::text from api_key k
  join officer o on o.district_id = k.district_id and o.id = k.application_id and o.active
  join trade_union u on u.district_id = o.district_id and u.id = o.union_id and coalesce(u.closed_on >= app_today(), true)
  where k.prefix = any($2::text[]) and k.revoked_at is null and k.expires_on >= app_today()`;

interface Alive extends Pick<Actor, 'role' | 'unionId' | 'path'> {
  readonly hash: string;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

function aliveOf(database: DataSource, tokens: readonly string[]): Promise<Alive[]> {
  return database.query(aliveSql, [tokens.map(hashOf), tokens.flatMap((token) => prefixOf(token) ?? [])]);
}

/** Of these session tokens and keys, those that have ended. */
export async function endedTokens(database: DataSource, tokens: readonly string[]): Promise<Set<string>> {
  const alive = new Set((await aliveOf(database, tokens)).map(({ hash }) => hash));
  return new Set(tokens.filter((token) => !alive.has(hashOf(token))));
}

/** Whoever showed the token may still do what he might then: he has his role, his union, and it lies where it lay. */
export async function standsAsBefore(database: DataSource, token: string, before: Actor): Promise<boolean> {
  const alive = (await aliveOf(database, [token])).find(({ hash }) => hash === hashOf(token));
  return alive?.role === before.role && alive.unionId === before.unionId && alive.path === before.path;
}
