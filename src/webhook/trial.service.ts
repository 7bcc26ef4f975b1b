/** Tries an endpoint (测试推送): a `webhook.test` is sent now, and its result is the answer. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config';
import { ringOf } from '../dispatch/key-ring';
import type { Actor } from '../kernel/actor';
import { Conflict } from '../kernel/errors';
import { newId } from '../kernel/id';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { claimTest } from './claim';
import { deliver } from './deliver';
import { readDelivery } from './delivery.reader';
import { inHand } from './endpoint.service';
import { testEvent } from './event-groups';
import { type AboutUnion, testPayload } from './payload';
import { settleTest } from './settle';
import { SECRETS, world } from './webhook-sender.service';
import type { WebhookDeliveryTextView } from './webhook.view';

@Injectable()
export class WebhookTrialService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Also while it is paused, once in five seconds. Errors: webhook.triedLately (409). */
  async test(actor: Actor, endpointId: string): Promise<WebhookDeliveryTextView> {
    const { id } = await this.deeds.run(actor, async (tx) => {
      await inHand(tx, actor, endpointId);
      await notLately(tx, actor, endpointId);
      const made = await this.make(tx, actor, endpointId);
      await audit(tx, actor, 'webhook.tested', endpointId);
      return made;
    });
    // beyond the deed: a call cannot be taken back, and whoever repeats it with the same key does not call again
    const claimed = await claimTest(this.database.manager, actor.districtId, id);
    if (claimed !== undefined) {
      const tried = await deliver(claimed, ringOf(this.config, SECRETS), world);
      await this.database.transaction((tx) => settleTest(tx, claimed, tried));
    }
    return readDelivery(this.database.manager, actor, id);
  }

  private async make(tx: EntityManager, { districtId, unionId }: Actor, endpointId: string): Promise<{ id: string }> {
    const [about]: [AboutUnion & { at: Date }] = await tx.query(
      `select id as "unionId", code, name, tier, clock_timestamp() as at from trade_union where district_id = $1 and id = $2`,
      [districtId, unionId],
    );
    const { at, ...union } = about;
    const id = newId();
    await tx.query(
      `insert into webhook_delivery (district_id, id, endpoint_id, event_id, name, body, occurred_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [districtId, id, endpointId, newId(), testEvent.type, testPayload(at.toISOString(), union), at],
    );
    return { id };
  }
}

async function notLately(tx: EntityManager, { districtId }: Actor, endpointId: string): Promise<void> {
  const lately: unknown[] = await tx.query(
    `select 1 from webhook_delivery where endpoint_id = $2 and district_id = $1 and seq is null
       and created_at > now() - interval '5 seconds' limit 1`,
    [districtId, endpointId],
  );
  if (lately.length === 0) return;
  throw new Conflict('webhook.triedLately', {
    zh: '刚刚测试过，请 5 秒后再试。',
    en: 'It was tested just now: wait five seconds.',
  });
}
