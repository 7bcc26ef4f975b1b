/** Who stands behind a key: read anew at every call, so that what was revoked or stopped is dead at once. */
import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { wellSaid } from '../../kernel/well-said';
import { audit } from '../../outbox/announce';
import type { PaceKind } from './key-pace.entity';
import { expiredKey, invalidKey, otherNetwork, revokedKey, stoppedApplication, tooManyFailures } from './key-refusals';
import { isFrom } from './networks';
import { type Bucket, type Pace, paceSql } from './pace';
import type { Scope } from './scope';
import { hashOfKey, prefixOf } from './token';

export interface KnownKey extends Omit<Actor, 'network' | 'requestId'> {
  readonly keyId: string;
  readonly keyPrefix: string;
  readonly scopes: readonly Scope[];
  readonly readsPerMinute: number;
  readonly writesPerMinute: number;
}

interface Row extends KnownKey {
  readonly secretHash: Buffer;
  readonly networks: readonly string[];
  readonly expiresOn: string;
  readonly expired: boolean;
  readonly revoked: boolean;
  readonly stopped: boolean;
  readonly stale: boolean;
}

interface Caller {
  readonly network: string;
  readonly requestId: string;
}

const findSql = `
  select o.district_id as "districtId", o.id as "officerId", u.id as "unionId", u.path::text as path, u.tier, o.role, o.account,
    k.id as "keyId", k.prefix as "keyPrefix", k.secret_hash as "secretHash", k.scopes, k.networks,
    k.reads_per_minute as "readsPerMinute", k.writes_per_minute as "writesPerMinute", k.expires_on::text as "expiresOn",
    k.expires_on < app_today() as expired, k.revoked_at is not null as revoked,
    not o.active or coalesce(u.closed_on < app_today(), false) as stopped,
    k.used_at is null or k.used_at < now() - interval '1 minute' as stale
  from api_key k
  join officer o on o.district_id = k.district_id and o.id = k.application_id
  join trade_union u on u.district_id = o.district_id and u.id = o.union_id
  where k.prefix = $1`;

@Injectable()
export class KeyCheckService {
  private readonly log = new Logger('KeyCheck');
  /** Wrong keys of one network; what is right passes all the same. */
  private readonly failures: RateLimiterPostgres;

  constructor(@Inject(DataSource) private readonly database: DataSource) {
    this.failures = new RateLimiterPostgres({
      storeClient: database,
      storeType: 'typeorm',
      tableName: 'sign_in_failure',
      tableCreated: true,
      keyPrefix: 'key',
      points: 20,
      duration: 15 * 60,
      inMemoryBlockOnConsumed: 21,
      clearExpiredByTimeout: false,
    });
  }

  /** Errors: key.invalid, key.revoked, key.expired, key.stopped (401), key.network (403), key.tooManyFailures (429). */
  async find(token: string, caller: Caller): Promise<KnownKey> {
    const prefix = prefixOf(token);
    const row = prefix === undefined ? undefined : await this.read(prefix);
    if (row === undefined || !timingSafeEqual(row.secretHash, hashOfKey(token)))
      throw await this.turnedAway(invalidKey(), row, caller);
    const fault = faultOf(row, caller.network);
    if (fault !== undefined) throw await this.turnedAway(fault, row, caller);
    if (row.stale) this.noteUse(row, caller.network);
    return row;
  }

  /** Takes one of what the key may do this minute. */
  async take(key: KnownKey, kind: PaceKind): Promise<Pace> {
    const perMinute = kind === 'read' ? key.readsPerMinute : key.writesPerMinute;
    const [bucket]: [Bucket] = await this.database.query(paceSql, [key.keyId, kind, perMinute]);
    return { ...bucket, kind, perMinute };
  }

  private async read(prefix: string): Promise<Row | undefined> {
    const [row]: Row[] = await this.database.query(findSql, [prefix]);
    return row;
  }

  /** Counted per network; from a network that is slowed down nothing is written any more. */
  private async turnedAway(fault: DomainError, row: Row | undefined, caller: Caller): Promise<DomainError> {
    try {
      await this.failures.consume(caller.network);
    } catch (error) {
      if (error instanceof RateLimiterRes) return tooManyFailures(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
      throw error;
    }
    if (row === undefined) {
      this.log.warn(`An unknown key was shown (request ${caller.requestId})`);
      return fault;
    }
    const { districtId, officerId, account, keyPrefix, keyId } = row;
    const who = { ...caller, districtId, officerId, account, keyPrefix };
    await audit(this.database.manager, who, 'key.refused', keyId, { after: { why: fault.code } });
    return fault;
  }

  /** Beside the call, once a minute: nobody waits for it, and its loss would lose nothing but a minute. */
  private noteUse({ districtId, keyId }: Row, network: string): void {
    this.database
      .query(
        `update api_key set used_at = now(), used_from = $3 where district_id = $1 and id = $2
           and (used_at is null or used_at < now() - interval '1 minute')`,
        [districtId, keyId, network],
      )
      .catch((error: unknown) => this.log.warn(`The last use of a key was not noted: ${wellSaid(error)}`));
  }
}

function faultOf(row: Row, network: string): DomainError | undefined {
  if (row.revoked) return revokedKey();
  if (row.stopped) return stoppedApplication();
  if (row.expired) return expiredKey(row.expiresOn);
  return isFrom(row.networks, network) ? undefined : otherNetwork(network);
}
