/** Programs and their keys as they are answered: never the key itself, but for once. */
import type { Role } from '../../kernel/actor';
import type { Scope } from './scope';

export class ApiKeyView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "生产环境" */
  name!: string;
  /** The part of the key that follows `sanji_`, to know it by. @example "8h3k2m9q" */
  prefix!: string;
  /** @example ["tasks:read", "reports:write"] */
  scopes!: Scope[];
  /** From where it may be used; empty: from anywhere. @example ["10.20.0.0/16"] */
  networks!: string[];
  /** @example 600 */
  readsPerMinute!: number;
  /** @example 120 */
  writesPerMinute!: number;
  /** The last day it opens anything. @example "2027-05-28" */
  expiresOn!: string;
  /** @example "live" */
  state!: 'live' | 'expired' | 'revoked';
  /** @example "2026-11-29T02:00:00.000Z" */
  createdAt!: string;
  revokedAt!: string | null;
  /** To the minute; null: never. */
  usedAt!: string | null;
  /** @example "10.20.3.4" */
  usedFrom!: string | null;
  /** @example 1 */
  version!: number;
}

export class ApplicationView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  unionId!: string;
  /** @example "海山街道总工会" */
  unionName!: string;
  /** By which the audit trail names it. @example "haishan.oa" */
  account!: string;
  /** By which history and feed name it. @example "海山街道 OA" */
  name!: string;
  /** @example "reporter" */
  role!: Role;
  /** @example "每日从街道 OA 同步任务进度" */
  purpose!: string;
  /** @example "信息中心 王工 0755-0000" */
  contact!: string;
  /** A program that was stopped has no live key. @example true */
  active!: boolean;
  /** @example "2026-11-29T02:00:00.000Z" */
  createdAt!: string;
  /** How many keys are live, two at most. @example 1 */
  liveKeys!: number;
  /** When a key of it was used last, to the minute. */
  usedAt!: string | null;
  /** When the first of its live keys ends. @example "2027-05-28" */
  endsOn!: string | null;
  /** The ten keys made last, the newest first. */
  keys!: ApiKeyView[];
  /** @example 1 */
  version!: number;
}

export class ApplicationList {
  items!: ApplicationView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 3 */
  total!: number;
}

export class NewApiKeyView extends ApiKeyView {
  /** The key, shown this once and kept nowhere; null where the call is repeated. @example "sanji_8h3k2m9q_4fXq0bYw2nR7tGzK1mVdPjH9sLcE6aUoI3yTrNwB5xZ0a1bC2d" */
  token!: string | null;
}

export class KeyScopeView {
  /** @example "reports:write" */
  scope!: Scope;
  /** The roles for which it opens anything. @example ["administrator", "reporter"] */
  roles!: Role[];
}

export class KeyScopeList {
  items!: KeyScopeView[];
}
