/** The endpoints of your union (接口推送), for its administrator. */
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import type { Actor } from '../kernel/actor';
import { WebhookDeliveryReader } from './delivery.reader';
import { WebhookEndpointReader } from './endpoint.reader';
import { WebhookEndpointService } from './endpoint.service';
import { WebhookReplayService } from './replay.service';
import { WebhookTrialService } from './trial.service';
import { WebhookDeliveryQuery, WebhookEndpointDto, WebhookReplayDto } from './webhook.dto';
import {
  WebhookDeliveryPage,
  WebhookDeliveryTextView,
  WebhookEndpointList,
  WebhookEndpointView,
  WebhookReplays,
  WebhookSecretView,
} from './webhook.view';

@Controller('webhook-endpoints')
export class WebhookEndpointsController {
  constructor(
    private readonly reader: WebhookEndpointReader,
    private readonly endpoints: WebhookEndpointService,
    private readonly deliveries: WebhookDeliveryReader,
    private readonly replays: WebhookReplayService,
    private readonly trial: WebhookTrialService,
  ) {}

  /** The endpoints of your own union, with what waits for each. */
  @Get()
  @May('webhook.manage')
  list(@Me() me: Actor): Promise<WebhookEndpointList> {
    return this.reader.list(me);
  }

  /** Add an endpoint: it hears of your union and all below it from now on. Its secret is answered here and never again. */
  @Post()
  @May('webhook.manage')
  add(@Me() me: Actor, @Body() body: WebhookEndpointDto): Promise<WebhookSecretView> {
    return this.endpoints.add(me, body);
  }

  /** One endpoint. */
  @Get(':id')
  @May('webhook.manage')
  get(@Me() me: Actor, @PathId() id: string): Promise<WebhookEndpointView> {
    return this.reader.get(me, id);
  }

  /** Change an endpoint; what waits goes to the new address. */
  @Put(':id')
  @May('webhook.manage')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: WebhookEndpointDto,
  ): Promise<WebhookEndpointView> {
    return this.endpoints.change(me, id, version, body);
  }

  /** Remove an endpoint; what waits for it is not delivered. */
  @Delete(':id')
  @HttpCode(204)
  @May('webhook.manage')
  async remove(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.endpoints.remove(me, id);
  }

  /** Replace the secret: the new one is answered once; the old one signs beside it for 24 hours. */
  @Post(':id/secrets')
  @May('webhook.manage')
  rotate(@Me() me: Actor, @PathId() id: string): Promise<WebhookSecretView> {
    return this.endpoints.rotate(me, id);
  }

  /** End the secret that was replaced, now. */
  @Delete(':id/old-secret')
  @HttpCode(204)
  @May('webhook.manage')
  async endOldSecret(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.endpoints.endOldSecret(me, id);
  }

  /** Pause: what happens meanwhile waits, for 30 days at most. */
  @Post(':id/pause')
  @May('webhook.manage')
  pause(@Me() me: Actor, @PathId() id: string): Promise<WebhookEndpointView> {
    return this.endpoints.pause(me, id);
  }

  /** Resume: what waits is delivered in order, at once; also without a pause, to try at once what failed. */
  @Post(':id/resumption')
  @May('webhook.manage')
  resume(@Me() me: Actor, @PathId() id: string): Promise<WebhookEndpointView> {
    return this.endpoints.resume(me, id);
  }

  /** Try it: a `webhook.test` is sent now, beside what waits; the answer says what came of it. */
  @Post(':id/test-deliveries')
  @May('webhook.manage')
  test(@Me() me: Actor, @PathId() id: string): Promise<WebhookDeliveryTextView> {
    return this.trial.test(me, id);
  }

  /** What was delivered to it and what waits, of the last 30 days; the newest first. */
  @Get(':id/deliveries')
  @May('webhook.manage')
  listDeliveries(
    @Me() me: Actor,
    @PathId() id: string,
    @Query() query: WebhookDeliveryQuery,
  ): Promise<WebhookDeliveryPage> {
    return this.deliveries.list(me, id, query);
  }

  /** Deliver a range again, by number or by time: at most 10000, in order, before what waits. */
  @Post(':id/replays')
  @May('webhook.manage')
  replay(@Me() me: Actor, @PathId() id: string, @Body() body: WebhookReplayDto): Promise<WebhookReplays> {
    return this.replays.range(me, id, body);
  }
}
