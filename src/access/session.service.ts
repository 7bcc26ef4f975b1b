/** Sign-in, sign-out and who stands behind a token: opaque server-side sessions. */
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { DomainError, Refused } from '../kernel/errors';
import { HotReads } from '../kernel/hot-reads';
import { gathered } from '../kernel/gathered';
import { newId } from '../kernel/id';
import { prepared } from '../kernel/prepared';
import { Officer } from '../organization/officer.entity';
import { checkPassword, hashPassword, passwordMatches } from '../organization/password';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';

/** A session nobody uses for so long is over. */
export const IDLE = '30 minutes';
const LONGEST = '12 hours';

export interface Caller {
  network: string;
  requestId: string;
}

/** The device as `deviceOf` says it; null where it is not known. */
export interface NewCaller extends Caller {
  device: string | null;
}

export interface SignedIn {
  token: string;
  actor: Actor;
}

const sessions = prepared(
  'access.sessions',
  `select encode(s.token_hash, 'hex') as hash, o.district_id as "districtId", o.id as "officerId", u.id as "unionId",
     u.path::text as path, u.tier, o.role, o.account, o.must_change_password as "mustChangePassword",
     s.seen_at < now() - interval '1 minute' as stale
   from session s
   join officer o on o.district_id = s.district_id and o.id = s.officer_id and o.active
   join trade_union u on u.district_id = o.district_id and u.id = o.union_id
   where s.token_hash = any(select decode(h, 'hex') from unnest($1::text[]) h)
     and s.expires_at > now() and s.seen_at > now() - interval '${IDLE}'`,
);
/** In one order, so that two processes that mark the same sessions do not wait for each other crosswise. */
const used = prepared(
  'access.used',
  `with chosen as (
     select token_hash from session where token_hash = any(select decode(h, 'hex') from unnest($1::text[]) h)
     order by token_hash for update skip locked)
   update session s set seen_at = now() from chosen c where s.token_hash = c.token_hash`,
);

type Known = Omit<Actor, 'network' | 'requestId'> & { mustChangePassword: boolean; stale: boolean };

@Injectable()
export class SessionService {
  /** Five failures in 15 minutes slow down that account from that network, and nobody else. */
  private readonly failures: RateLimiterPostgres;
  private readonly known = gathered<string, Known | undefined>((hashes) => this.findAll(hashes));

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(HotReads) private readonly reads: HotReads,
  ) {
    this.failures = new RateLimiterPostgres({
      storeClient: database,
      storeType: 'typeorm',
      tableName: 'sign_in_failure',
      tableCreated: true,
      keyPrefix: 'sign-in',
      points: 5,
      duration: 15 * 60,
      clearExpiredByTimeout: false,
    });
  }

  async signIn(account: string, password: string, { device, ...caller }: NewCaller): Promise<SignedIn> {
    const name = account.trim().toLowerCase();
    const key = createHash('sha256').update(`${name}\n${caller.network}`).digest('hex');
    await this.slowDown(key);
    const officer = await this.database.manager.findOneBy(Officer, { account: name });
    const matches = await passwordMatches(officer?.passwordHash, password);
    if (officer === null || !matches || !officer.active) {
      await this.fail(key, officer, name, caller);
      throw new DomainError('unauthenticated', 'signIn.wrong', {
        zh: '账号或密码不正确。',
        en: 'The account or the password is wrong.',
      });
    }
    await this.failures.delete(key);
    const token = randomBytes(32).toString('base64url');
    const { districtId, id: officerId } = officer;
    await this.deeds.transaction(async (tx) => {
      await tx.query(
        `insert into session (token_hash, id, district_id, officer_id, network, device, expires_at)
         values ($1, $2, $3, $4, $5, $6, now() + interval '${LONGEST}')`,
        [hashOf(token), newId(), districtId, officerId, caller.network, device],
      );
      await audit(tx, { ...caller, districtId, officerId, account: name }, 'session.opened', officerId);
    });
    const known = await this.find(token);
    if (known === undefined) throw new Error('A session that was just opened is gone.');
    return { token, actor: { ...known, ...caller } };
  }

  /** Who stands behind a token, or undefined when it is unknown, idle too long or over. Asked together with who calls at the same time. */
  find(token: string): Promise<Known | undefined> {
    return this.known(hashOf(token).toString('hex'));
  }

  async signOut(actor: Actor, token: string): Promise<void> {
    await this.deeds.transaction(async (tx) => {
      await tx.query('delete from session where token_hash = $1', [hashOf(token)]);
      await audit(tx, actor, 'session.closed', actor.officerId);
    });
  }

  /** Ends all sessions of the officer but the one he acts in. Errors: password.wrong, password.same, password.weak. */
  async changePassword(actor: Actor, token: string, current: string, password: string): Promise<void> {
    checkPassword(password, actor.account);
    const passwordHash = await hashPassword(password);
    const where = { districtId: actor.districtId, id: actor.officerId };
    await this.deeds.run(actor, async (tx) => {
      const officer = await tx.findOneOrFail(Officer, { where, lock: { mode: 'pessimistic_write' } });
      if (!(await passwordMatches(officer.passwordHash, current))) {
        throw new Refused(
          'password.wrong',
          { zh: '原密码不正确。', en: 'The present password is wrong.' },
          'currentPassword',
        );
      }
      if (password === current) {
        throw new Refused(
          'password.same',
          { zh: '新密码不能与原密码相同。', en: 'The new password is the present one.' },
          'password',
        );
      }
      await tx.update(Officer, where, { passwordHash, mustChangePassword: false });
      await tx.query('delete from session where district_id = $1 and officer_id = $2 and token_hash <> $3', [
        actor.districtId,
        actor.officerId,
        hashOf(token),
      ]);
      await audit(tx, actor, 'officer.passwordChanged', actor.officerId);
      return {};
    });
  }

  /** One statement for all who call at once; a session nobody looked at for a minute is marked as used. */
  private async findAll(hashes: readonly string[]): Promise<(Known | undefined)[]> {
    const rows: (Known & { hash: string })[] = await this.reads.ask(sessions, [hashes]);
    const stale = rows.filter((row) => row.stale).map(({ hash }) => hash);
    if (stale.length > 0) await this.database.query(used, [stale]);
    const byHash = new Map(rows.map(({ hash, ...known }) => [hash, known]));
    return hashes.map((hash) => byHash.get(hash));
  }

  private async slowDown(key: string): Promise<void> {
    const known = await this.failures.get(key);
    if (known === null || known.remainingPoints > 0) return;
    throw tooMany(known);
  }

  private async fail(key: string, officer: Officer | null, account: string, caller: Caller): Promise<void> {
    if (officer !== null) {
      const who = { ...caller, districtId: officer.districtId, officerId: officer.id, account };
      await audit(this.database.manager, who, 'session.refused', officer.id);
    }
    try {
      await this.failures.consume(key);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw tooMany(error);
      throw error;
    }
  }
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function tooMany({ msBeforeNext }: RateLimiterRes): DomainError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const words = {
    zh: `登录失败次数过多，请在 ${seconds} 秒后重试。`,
    en: `Too many failed sign-ins: try again in ${seconds} seconds.`,
  };
  return new DomainError('too-many', 'signIn.tooMany', words, [], seconds);
}
