/** Queue health and parked announcements (队列与投递), for the system administrator. */
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';
import { DeliveryReader } from './delivery.reader';
import { ParkedAnnouncementList, QueueHealth, Redeliveries } from './delivery.view';
import { RedeliveryService } from './redelivery.service';

@Controller()
export class DeliveryController {
  constructor(
    private readonly reader: DeliveryReader,
    private readonly redelivery: RedeliveryService,
  ) {}

  /** Whether announcements arrive on the boards: what is open, under way and parked in your district. */
  @Get('queue-health')
  @May('queue.manage')
  health(@Me() me: Actor): Promise<QueueHealth> {
    return this.reader.health(me);
  }

  /** Announcements that failed twelve times and wait for a person; the oldest first. */
  @Get('parked-announcements')
  @May('queue.manage')
  parked(@Me() me: Actor, @Query() query: PageQuery): Promise<ParkedAnnouncementList> {
    return this.reader.parked(me, query);
  }

  /** Send one on its way again, with all its tries. */
  @Post('parked-announcements/:id/redelivery')
  @HttpCode(204)
  @May('queue.manage')
  redeliver(@Me() me: Actor, @PathId() id: string): Promise<void> {
    return this.redelivery.one(me, id);
  }

  /** Send all that are parked on their way again. */
  @Post('parked-announcements/redeliveries')
  @May('queue.manage')
  redeliverAll(@Me() me: Actor): Promise<Redeliveries> {
    return this.redelivery.all(me);
  }
}
