/** Single deliveries (推送记录), and the events there are. */
import { Controller, Get, Post } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { WebhookDeliveryReader } from './delivery.reader';
import { listedEvents } from './event-groups';
import { WebhookReplayService } from './replay.service';
import { WebhookDeliveryTextView, WebhookEventList } from './webhook.view';

@Controller()
export class WebhookDeliveriesController {
  constructor(
    private readonly reader: WebhookDeliveryReader,
    private readonly replays: WebhookReplayService,
  ) {}

  /** The events an endpoint may choose, in words and by kind. */
  @Get('webhook-events')
  @May('webhook.manage')
  events(): WebhookEventList {
    return { items: [...listedEvents] };
  }

  /** One delivery: what was sent, and every answer. */
  @Get('webhook-deliveries/:id')
  @May('webhook.manage')
  get(@Me() me: Actor, @PathId() id: string): Promise<WebhookDeliveryTextView> {
    return this.reader.get(me, id);
  }

  /** Deliver it again, under its own id and number. */
  @Post('webhook-deliveries/:id/replay')
  @May('webhook.manage')
  replay(@Me() me: Actor, @PathId() id: string): Promise<WebhookDeliveryTextView> {
    return this.replays.one(me, id);
  }

  /** Pass over it, where its receiver cannot take it: those behind it go on. */
  @Post('webhook-deliveries/:id/skip')
  @May('webhook.manage')
  skip(@Me() me: Actor, @PathId() id: string): Promise<WebhookDeliveryTextView> {
    return this.replays.skip(me, id);
  }
}
