/** The community door (社区工联会) for what spares its own officers work: values entered before, and what a report took. */
import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { MinutesDto } from '../burden/burden.dto';
import { MinutesService } from '../burden/minutes.service';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { ReuseService } from '../work/reuse.service';
import { ReusableList, TakenFromView } from '../work/reuse.view';
import { SourceDto } from '../work/work.dto';

const May = forTier('community');

@Controller('community')
export class CommunityOwnBurdenController {
  constructor(
    private readonly reuse: ReuseService,
    private readonly minutes: MinutesService,
  ) {}

  /** Accepted values of your other tasks of the same measure that this one could take over (沿用). */
  @Get('tasks/:id/reusable')
  @May('work.read')
  reusable(@Me() me: Actor, @PathId() id: string): Promise<ReusableList> {
    return this.reuse.reusable(me, id);
  }

  /** Say that an open report takes its value over from an accepted one; the link is kept and shown. */
  @Put('reports/:id/source')
  @May('report.write')
  take(@Me() me: Actor, @PathId() id: string, @Body() body: SourceDto): Promise<TakenFromView> {
    return this.reuse.take(me, id, body.reportId);
  }

  /** The value is the report's own after all. */
  @Delete('reports/:id/source')
  @HttpCode(204)
  @May('report.write')
  async leave(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.reuse.leave(me, id);
  }

  /** Say how many minutes a report took that was handed in; shown as a median of at least three only, never scored. */
  @Put('reports/:id/minutes')
  @HttpCode(204)
  @May('report.write')
  async tellMinutes(@Me() me: Actor, @PathId() id: string, @Body() body: MinutesDto): Promise<void> {
    await this.minutes.tell(me, id, body.minutes);
  }

  /** Take the minutes back. */
  @Delete('reports/:id/minutes')
  @HttpCode(204)
  @May('report.write')
  async withdrawMinutes(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.minutes.withdraw(me, id);
  }
}
