/** The room of webhooks (接口推送): endpoints, deliveries, and what may be called. */
import { Module } from '@nestjs/common';
import { WebhookDeliveryReader } from './delivery.reader';
import { WebhookEndpointReader } from './endpoint.reader';
import { WebhookEndpointService } from './endpoint.service';
import { WebhookHostService } from './host.service';
import { WebhookReplayService } from './replay.service';
import { WebhookTrialService } from './trial.service';
import { WebhookDeliveriesController } from './webhook-deliveries.controller';
import { WebhookEndpointsController } from './webhook-endpoints.controller';
import { WebhookHostsController } from './webhook-hosts.controller';

@Module({
  controllers: [WebhookEndpointsController, WebhookDeliveriesController, WebhookHostsController],
  providers: [
    WebhookEndpointReader,
    WebhookEndpointService,
    WebhookDeliveryReader,
    WebhookReplayService,
    WebhookTrialService,
    WebhookHostService,
  ],
})
export class WebhookModule {}
