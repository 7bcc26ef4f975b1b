/** Places of the intranet that may be called (内网主机), for the system administrator. */
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { WebhookHostService } from './host.service';
import { WebhookHostDto } from './webhook.dto';
import { WebhookHostList, WebhookHostView } from './webhook.view';

@Controller('webhook-hosts')
export class WebhookHostsController {
  constructor(private readonly hosts: WebhookHostService) {}

  /** The hosts of your district that webhooks may call though they lie inside, by http, or on another port. */
  @Get()
  @May('webhookHost.manage')
  list(@Me() me: Actor): Promise<WebhookHostList> {
    return this.hosts.list(me);
  }

  /** List a host and port. */
  @Post()
  @May('webhookHost.manage')
  add(@Me() me: Actor, @Body() body: WebhookHostDto): Promise<WebhookHostView> {
    return this.hosts.add(me, body);
  }

  /** Take a host off the list: what is delivered there fails from now on. */
  @Delete(':id')
  @HttpCode(204)
  @May('webhookHost.manage')
  async remove(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.hosts.remove(me, id);
  }
}
