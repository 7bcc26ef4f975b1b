/** Delivers again (重发), one or a range, and passes over what a receiver cannot take (跳过). */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Conflict, Refused } from '../kernel/errors';
import { audit } from '../outbox/announce';
import type { Deed } from '../outbox/audited-deed';
import { Deeds } from '../outbox/deeds';
import { readDelivery } from './delivery.reader';
import { inHand } from './endpoint.service';
import type { WebhookReplayDto } from './webhook.dto';
import type { WebhookDeliveryTextView, WebhookReplays } from './webhook.view';

/** How many may be replayed at once. */
const MOST = 10_000;

const replay = `
  with chosen as (
    select d.district_id, d.id from webhook_delivery d
    where d.endpoint_id = $2 and d.district_id = $1 and d.number is not null
      and ($3::bigint is null or d.number >= $3) and ($4::bigint is null or d.number <= $4)
      and ($5::timestamptz is null or d.occurred_at >= $5) and ($6::timestamptz is null or d.occurred_at <= $6)
      and d.state in ('delivered', 'skipped')
    order by d.number limit ${MOST + 1}
  ), again as (
    update webhook_delivery d set state = 'waiting', attempts = 0, next_at = clock_timestamp() from chosen
    where d.district_id = chosen.district_id and d.id = chosen.id returning 1
  )
  select count(*)::int as count from again`;

@Injectable()
export class WebhookReplayService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** What was delivered or passed over, once more under its own id and number. Errors: webhook.waits, webhook.isTest (409). */
  one(actor: Actor, id: string): Promise<WebhookDeliveryTextView> {
    return this.move(actor, id, 'webhook.replayed', ['delivered', 'skipped'], `state = 'waiting'`, waits);
  }

  /** What waits is passed over, so that those behind it go on; it can be replayed. Errors: webhook.notWaiting, webhook.isTest (409). */
  skip(actor: Actor, id: string): Promise<WebhookDeliveryTextView> {
    return this.move(actor, id, 'webhook.skipped', ['waiting'], `state = 'skipped'`, notWaiting);
  }

  /** Errors: webhook.range, webhook.tooManyAtOnce (422). */
  range(actor: Actor, endpointId: string, given: WebhookReplayDto): Promise<WebhookReplays> {
    const { fromNumber = null, toNumber = null, from = null, to = null } = given;
    return this.deeds.run(actor, async (tx) => {
      await inHand(tx, actor, endpointId);
      checkRange(given);
      const asked = [fromNumber, toNumber, from, to];
      const [replays]: [WebhookReplays] = await tx.query(replay, [actor.districtId, endpointId, ...asked]);
      if (replays.count > MOST) throw tooMany();
      await audit(tx, actor, 'webhook.rangeReplayed', endpointId, { after: { ...given, ...replays } });
      return replays;
    });
  }

  private move(
    actor: Actor,
    id: string,
    deed: Deed,
    from: readonly string[],
    to: string,
    otherwise: () => Conflict,
  ): Promise<WebhookDeliveryTextView> {
    return this.deeds.run(actor, async (tx) => {
      const { endpointId, number, state } = await locked(tx, actor, id);
      if (number === null) throw isTest();
      if (!from.includes(state)) throw otherwise();
      await tx.query(
        `update webhook_delivery set ${to}, attempts = 0, next_at = clock_timestamp() where district_id = $1 and id = $2`,
        [actor.districtId, id],
      );
      await audit(tx, actor, deed, endpointId, { after: { deliveryId: id, number } });
      return readDelivery(tx, actor, id);
    });
  }
}

async function locked(tx: EntityManager, actor: Actor, id: string): Promise<WebhookDeliveryTextView> {
  const seen = await readDelivery(tx, actor, id);
  await inHand(tx, actor, seen.endpointId);
  await tx.query('select 1 from webhook_delivery where district_id = $1 and id = $2 for no key update', [
    actor.districtId,
    id,
  ]);
  return readDelivery(tx, actor, id);
}

function checkRange({ fromNumber, toNumber, from, to }: WebhookReplayDto): void {
  const byNumber = fromNumber !== undefined && toNumber !== undefined && from === undefined && to === undefined;
  const byTime = from !== undefined && to !== undefined && fromNumber === undefined && toNumber === undefined;
  if (!byNumber && !byTime)
    throw new Refused(
      'webhook.range',
      {
        zh: '请给出起止序号（fromNumber、toNumber），或起止时刻（from、to），二选一。',
        en: 'Give either fromNumber and toNumber, or from and to.',
      },
      byTime || from !== undefined || to !== undefined ? 'to' : 'toNumber',
    );
  const turned = byNumber ? fromNumber > toNumber : byTime && Date.parse(from) > Date.parse(to);
  if (!turned) return;
  throw new Refused(
    'webhook.range',
    { zh: '止不能早于起。', en: 'The end should not lie before the beginning.' },
    byNumber ? 'toNumber' : 'to',
  );
}

const tooMany = (): Refused =>
  new Refused('webhook.tooManyAtOnce', {
    zh: `一次最多重发 ${MOST} 条，请缩小范围。`,
    en: `At most ${MOST} can be replayed at once: choose a smaller range.`,
  });

const waits = (): Conflict =>
  new Conflict('webhook.waits', { zh: '该事件正在等待推送。', en: 'This event waits to be delivered anyway.' });

const notWaiting = (): Conflict =>
  new Conflict('webhook.notWaiting', { zh: '该事件不在等待推送。', en: 'This event does not wait to be delivered.' });

const isTest = (): Conflict =>
  new Conflict('webhook.isTest', {
    zh: '测试消息和尚未编号的事件不能重发或跳过。',
    en: 'A test, or an event without a number yet, is neither replayed nor passed over.',
  });
