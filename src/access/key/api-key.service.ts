/** Keys (接口密钥): made, changed, rotated and revoked by the security administrator. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { addDays, Clock, daysBetween } from '../../kernel/clock';
import { NotFound, expectVersion } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { audit } from '../../outbox/announce';
import type { Deed } from '../../outbox/audited-deed';
import { Deeds } from '../../outbox/deeds';
import { ApiKey } from './api-key.entity';
import { keyOf } from './application.reader';
import { lockApplication } from './application.service';
import type { ApiKeyView, ApplicationView, NewApiKeyView } from './application.view';
import { checkedNetworks, notForRole, notLive, stopped, tooLong, tooMany } from './key-rules';
import { rolesOf, type Scope } from './scope';
import { hashOfKey, newToken } from './token';

export interface KeySettings {
  readonly name: string;
  readonly networks: readonly string[];
  readonly readsPerMinute: number;
  readonly writesPerMinute: number;
}

export interface NewKey extends Partial<KeySettings> {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresOn?: string;
}

export interface Rotation {
  readonly expiresOn?: string;
  /** For how many days the old key goes on. */
  readonly overlapDays: number;
}

const DEFAULTS = { days: 180, readsPerMinute: 600, writesPerMinute: 120 };
const MOST = { days: 366, live: 2 };

@Injectable()
export class ApiKeyService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Answers the key itself, this once. Errors: key.tooMany, key.applicationStopped (409); key.tooLong, key.scopeForRole, key.networks (422). */
  make(actor: Actor, applicationId: string, given: NewKey): Promise<NewApiKeyView> {
    return this.once(actor, async (tx) => {
      const application = await lockApplication(tx, actor, applicationId);
      return this.insert(tx, actor, application, given, 'key.made');
    });
  }

  /** Name, networks and limits; scopes and end are those it was made with. */
  change(
    actor: Actor,
    applicationId: string,
    id: string,
    version: number,
    given: Partial<KeySettings>,
  ): Promise<ApiKeyView> {
    return this.deeds.run(actor, async (tx) => {
      const before = await lockKey(tx, actor, applicationId, id);
      expectVersion(before.version, version);
      if (before.state !== 'live') throw notLive();
      const { name, readsPerMinute, writesPerMinute, networks } = { ...before, ...stated(given) };
      const change = {
        name,
        readsPerMinute,
        writesPerMinute,
        networks: checkedNetworks(networks),
        version: version + 1,
      };
      await tx.update(ApiKey, { districtId: actor.districtId, id }, change);
      const view = await keyOf(tx, actor, id);
      await audit(tx, actor, 'key.changed', id, { before, after: view });
      return view;
    });
  }

  /** A second key like the first, which goes on for some days so that the program can change over. */
  rotate(
    actor: Actor,
    applicationId: string,
    id: string,
    { expiresOn, overlapDays }: Rotation,
  ): Promise<NewApiKeyView> {
    return this.once(actor, async (tx) => {
      const application = await lockApplication(tx, actor, applicationId);
      const old = await lockKey(tx, actor, applicationId, id);
      if (old.state !== 'live') throw notLive();
      const { name, scopes, networks, readsPerMinute, writesPerMinute } = old;
      const given = { name, scopes, networks, readsPerMinute, writesPerMinute, ...stated({ expiresOn }) };
      const made = await this.insert(tx, actor, application, given, 'key.made');
      const end = addDays(this.clock.today(), overlapDays);
      if (end < old.expiresOn) {
        await tx.update(ApiKey, { districtId: actor.districtId, id }, { expiresOn: end, version: old.version + 1 });
        await audit(tx, actor, 'key.rotated', id, { before: old, after: await keyOf(tx, actor, id) });
      }
      return made;
    });
  }

  /** Dead at once. One that is dead already stays as it is. */
  async revoke(actor: Actor, applicationId: string, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const before = await lockKey(tx, actor, applicationId, id);
      if (before.state === 'revoked') return {};
      await tx.query(
        `update api_key set revoked_at = app_now(), revoked_by = $3, version = version + 1 where district_id = $1 and id = $2`,
        [actor.districtId, id, actor.officerId],
      );
      await audit(tx, actor, 'key.revoked', id, { before, after: await keyOf(tx, actor, id) });
      return {};
    });
  }

  /** What is remembered for a repeated call does not hold the key. */
  private async once(actor: Actor, deed: (tx: EntityManager) => Promise<Made>): Promise<NewApiKeyView> {
    let shown: string | null = null;
    const view = await this.deeds.run(actor, async (tx) => {
      const { token, key } = await deed(tx);
      shown = token;
      return key;
    });
    return { ...view, token: shown };
  }

  private async insert(
    tx: EntityManager,
    actor: Actor,
    application: ApplicationView,
    given: NewKey,
    deed: Deed,
  ): Promise<Made> {
    if (!application.active) throw stopped();
    if (application.liveKeys >= MOST.live) throw tooMany();
    const useless = given.scopes.filter((scope) => !rolesOf(scope).includes(application.role));
    if (useless.length > 0) throw notForRole(useless, application.role);
    const today = this.clock.today();
    const { expiresOn = addDays(today, DEFAULTS.days), name, scopes, networks = [] } = given;
    if (daysBetween(today, expiresOn) < 1 || daysBetween(today, expiresOn) > MOST.days) throw tooLong(MOST.days);
    const { token, prefix } = newToken();
    const id = newId();
    await tx.insert(ApiKey, {
      ...{
        districtId: actor.districtId,
        id,
        applicationId: application.id,
        createdBy: actor.officerId,
        name,
        prefix,
        expiresOn,
      },
      ...{ secretHash: hashOfKey(token), scopes: [...scopes], networks: checkedNetworks(networks) },
      readsPerMinute: given.readsPerMinute ?? DEFAULTS.readsPerMinute,
      writesPerMinute: given.writesPerMinute ?? DEFAULTS.writesPerMinute,
    });
    const key = await keyOf(tx, actor, id);
    await audit(tx, actor, deed, id, { after: { application: application.account, ...key } });
    return { token, key };
  }
}

interface Made {
  readonly token: string;
  readonly key: ApiKeyView;
}

/** Errors: notFound, also for a key of another program. */
async function lockKey(tx: EntityManager, actor: Actor, applicationId: string, id: string): Promise<ApiKeyView> {
  await lockApplication(tx, actor, applicationId);
  const found = await tx.findOne(ApiKey, {
    where: { districtId: actor.districtId, id, applicationId },
    lock: { mode: 'for_no_key_update' },
  });
  if (found === null) throw new NotFound();
  return keyOf(tx, actor, id);
}

const stated = <T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
