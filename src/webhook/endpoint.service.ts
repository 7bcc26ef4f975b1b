/** The endpoints of a union (推送地址): its administrator adds, changes, pauses, resumes and removes them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config';
import { type KeyRing, ringOf } from '../dispatch/key-ring';
import type { Actor } from '../kernel/actor';
import { withDeadline } from '../kernel/deadline';
import { Conflict, NotFound, Refused, expectVersion } from '../kernel/errors';
import { newId } from '../kernel/id';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { HiddenAddress, addressesOf, checkAddress, inside } from './address';
import { secretOwner } from './deliver';
import { MOST_ENDPOINTS, readEndpoint } from './endpoint.reader';
import { isToldName } from './event-catalogue';
import { dnsNames } from './post.http';
import { newSecret } from './signature';
import { WebhookEndpoint } from './webhook-endpoint.entity';
import { SECRETS } from './webhook-sender.service';
import type { WebhookEndpointDto } from './webhook.dto';
import type { WebhookEndpointView, WebhookSecretView } from './webhook.view';

/** Whoever enters an address does not wait longer. */
const RESOLVE_MS = 2_000;

interface NewSecret {
  readonly view: WebhookEndpointView;
  readonly keyId: string;
  /** In base64; what is remembered of the call holds no secret in the clear. */
  readonly sealed: string;
}

@Injectable()
export class WebhookEndpointService {
  private key: KeyRing | undefined;

  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Errors: webhook.address, webhook.notSecure, webhook.port, webhook.inside, webhook.event (422); webhook.tooMany (409). */
  async add(actor: Actor, given: WebhookEndpointDto): Promise<WebhookSecretView> {
    const url = await this.checked(actor, given);
    const made = await this.deeds.run(actor, async (tx): Promise<NewSecret> => {
      const { districtId, unionId } = actor;
      await this.makeRoom(tx, actor);
      const id = newId();
      const secret = this.sealed(id);
      const { description, events } = given;
      await tx.insert(WebhookEndpoint, { districtId, id, unionId, url, description, events, ...secret });
      const view = await readEndpoint(tx, actor, id);
      await audit(tx, actor, 'webhook.added', id, { after: auditOf(view) });
      return { view, keyId: secret.keyId, sealed: secret.sealed.toString('base64') };
    });
    return this.opened(made);
  }

  /** Errors: as for a new one. */
  async change(actor: Actor, id: string, version: number, given: WebhookEndpointDto): Promise<WebhookEndpointView> {
    // out of reach looks like missing, whatever was given
    await readEndpoint(this.database.manager, actor, id);
    const url = await this.checked(actor, given);
    return this.deeds.run(actor, async (tx) => {
      await inHand(tx, actor, id, version);
      const before = auditOf(await readEndpoint(tx, actor, id));
      const { description, events } = given;
      await update(tx, actor, id, { url, description, events, version: version + 1 });
      const view = await readEndpoint(tx, actor, id);
      await audit(tx, actor, 'webhook.changed', id, { before, after: auditOf(view) });
      return view;
    });
  }

  /** What waits for it is not delivered. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      await inHand(tx, actor, id);
      const before = auditOf(await readEndpoint(tx, actor, id));
      await tx.query('update webhook_endpoint set removed_at = clock_timestamp() where district_id = $1 and id = $2', [
        actor.districtId,
        id,
      ]);
      await audit(tx, actor, 'webhook.removed', id, { before });
      return {};
    });
  }

  /** A new secret; the one before signs too for another day, the one before that no longer. */
  async rotate(actor: Actor, id: string): Promise<WebhookSecretView> {
    const made = await this.deeds.run(actor, async (tx): Promise<NewSecret> => {
      await inHand(tx, actor, id);
      const { keyId, sealed } = this.sealed(id);
      await tx.query(
        `update webhook_endpoint set old_key_id = key_id, old_sealed = sealed, old_until = clock_timestamp() + interval '24 hours',
           key_id = $3, sealed = $4, version = version + 1 where district_id = $1 and id = $2`,
        [actor.districtId, id, keyId, sealed],
      );
      await audit(tx, actor, 'webhook.secretRotated', id);
      return { view: await readEndpoint(tx, actor, id), keyId, sealed: sealed.toString('base64') };
    });
    return this.opened(made);
  }

  /** Once every receiver knows the new secret. */
  async endOldSecret(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      await inHand(tx, actor, id);
      await update(tx, actor, id, { oldKeyId: null, oldSealed: null, oldUntil: null });
      await audit(tx, actor, 'webhook.oldSecretEnded', id);
      return {};
    });
  }

  /** What happens meanwhile waits. */
  pause(actor: Actor, id: string): Promise<WebhookEndpointView> {
    return this.deeds.run(actor, async (tx) => {
      const endpoint = await inHand(tx, actor, id);
      if (endpoint.pause !== null) throw pausedAlready();
      await tx.query(
        `update webhook_endpoint set pause = 'hand', paused_at = clock_timestamp(), version = version + 1
         where district_id = $1 and id = $2`,
        [actor.districtId, id],
      );
      await audit(tx, actor, 'webhook.paused', id, { after: { pause: 'hand' } });
      return readEndpoint(tx, actor, id);
    });
  }

  /** Goes on with what waits first, at once and with all its tries. */
  resume(actor: Actor, id: string): Promise<WebhookEndpointView> {
    return this.deeds.run(actor, async (tx) => {
      const { pause } = await inHand(tx, actor, id);
      await update(tx, actor, id, { pause: null, pausedAt: null });
      await tx.query(
        `update webhook_endpoint set version = version + 1 where district_id = $1 and id = $2 and $3::text is not null`,
        [actor.districtId, id, pause],
      );
      await tx.query(
        `update webhook_delivery set attempts = 0, next_at = clock_timestamp()
         where district_id = $1 and endpoint_id = $2 and state = 'waiting' and attempts > 0`,
        [actor.districtId, id],
      );
      await audit(tx, actor, 'webhook.resumed', id, { before: { pause } });
      return readEndpoint(tx, actor, id);
    });
  }

  private async makeRoom(tx: EntityManager, { districtId, unionId }: Actor): Promise<void> {
    await tx.query('select 1 from trade_union where district_id = $1 and id = $2 for no key update', [
      districtId,
      unionId,
    ]);
    const [{ n }]: [{ n: number }] = await tx.query(
      `select count(*)::int as n from webhook_endpoint where district_id = $1 and union_id = $2 and removed_at is null`,
      [districtId, unionId],
    );
    if (n >= MOST_ENDPOINTS) throw tooMany();
  }

  private async checked({ districtId }: Actor, { url: text, events }: WebhookEndpointDto): Promise<string> {
    checkEvents(events);
    const listed: { host: string; port: number }[] = await this.database.query(
      'select host, port from webhook_host where district_id = $1',
      [districtId],
    );
    const url = checkAddress(text, listed);
    try {
      await withDeadline(addressesOf(url, listed, dnsNames), RESOLVE_MS, 'Looking it up');
    } catch (error) {
      // a name that leads nowhere today may tomorrow: every delivery looks again
      if (error instanceof HiddenAddress) throw inside();
    }
    return url.href;
  }

  private sealed(id: string): { keyId: string; sealed: Buffer } {
    const { keyId, sealed } = this.ring.seal(newSecret(), secretOwner(id));
    return { keyId, sealed };
  }

  private opened({ view, keyId, sealed }: NewSecret): WebhookSecretView {
    const secret = this.ring.open({ keyId, sealed: Buffer.from(sealed, 'base64') }, secretOwner(view.id));
    return { ...view, secret };
  }

  private get ring(): KeyRing {
    return (this.key ??= ringOf(this.config, SECRETS));
  }
}

/** Of the officer's own union; locked, with its version where one was seen. */
export async function inHand(tx: EntityManager, actor: Actor, id: string, version?: number): Promise<WebhookEndpoint> {
  const { districtId, unionId } = actor;
  const endpoint = await tx.findOne(WebhookEndpoint, {
    where: { districtId, id, unionId },
    lock: { mode: 'for_no_key_update' },
  });
  if (endpoint === null || endpoint.removedAt !== null) throw new NotFound();
  if (version !== undefined) expectVersion(endpoint.version, version);
  return endpoint;
}

async function update(
  tx: EntityManager,
  { districtId }: Actor,
  id: string,
  to: Partial<WebhookEndpoint>,
): Promise<void> {
  await tx.update(WebhookEndpoint, { districtId, id }, to);
}

/** What stands behind the host may be a key. */
function auditOf({ url, description, events, unionId }: WebhookEndpointView): object {
  return { unionId, host: new URL(url).host, description, events };
}

function checkEvents(events: readonly string[]): void {
  if (events.length === 1 && events[0] === '*') return;
  const at = events.findIndex((name) => !isToldName(name));
  if (at < 0) return;
  throw new Refused(
    'webhook.event',
    {
      zh: `没有事件“${events[at]}”；可选事件见 /api/v1/webhook-events，全部事件单独填“*”。`,
      en: `There is no event “${events[at]}”: see /api/v1/webhook-events, or give “*” alone for all.`,
    },
    `events[${at}]`,
  );
}

const tooMany = (): Conflict =>
  new Conflict('webhook.tooMany', {
    zh: `每个工会最多可设 ${MOST_ENDPOINTS} 个推送地址。`,
    en: `A union may have at most ${MOST_ENDPOINTS} endpoints.`,
  });

const pausedAlready = (): Conflict =>
  new Conflict('webhook.pausedAlready', { zh: '该地址的推送已暂停。', en: 'This endpoint is paused already.' });
