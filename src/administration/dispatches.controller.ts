/** What went out by mail and robot (外发记录): to whom, why, and how it went. */
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { DispatchQuery } from '../dispatch/dispatch.dto';
import { DispatchReader } from '../dispatch/dispatch.reader';
import { DispatchPage, DispatchTextView } from '../dispatch/dispatch.view';
import { RedispatchService } from '../dispatch/redispatch.service';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';

@Controller('dispatches')
export class DispatchesController {
  constructor(
    private readonly log: DispatchReader,
    private readonly redispatch: RedispatchService,
  ) {}

  /** Messages to officers and groups of your union and all below; the newest first. */
  @Get()
  @May('dispatch.manage')
  list(@Me() me: Actor, @Query() query: DispatchQuery): Promise<DispatchPage> {
    return this.log.list(me, query);
  }

  /** One message, with its text. */
  @Get(':id')
  @May('dispatch.manage')
  get(@Me() me: Actor, @PathId() id: string): Promise<DispatchTextView> {
    return this.log.get(me, id);
  }

  /** Send it once more, with all its tries: given up, or waiting for its next try. */
  @Post(':id/redelivery')
  @HttpCode(204)
  @May('dispatch.manage')
  async again(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.redispatch.again(me, id);
  }
}
