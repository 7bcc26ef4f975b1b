/** The sub-district door (街道总工会) for chasing (催办): what was told about a task, and urging by hand. */
import { Body, Controller, Get, Headers, Post, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { ReminderReader } from '../chasing/reminder.reader';
import { RemindersView } from '../chasing/reminder.view';
import { UrgeDto } from '../chasing/urge.dto';
import { UrgeService } from '../chasing/urge.service';
import { UrgeList, UrgeView } from '../chasing/urge.view';
import { PathId } from '../http/id-param';
import { languageOf } from '../http/language';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';

const May = forTier('subdistrict');

@Controller('subdistrict/tasks/:id')
export class SubdistrictChasingController {
  constructor(
    private readonly reminding: ReminderReader,
    private readonly urging: UrgeService,
  ) {}

  /** What was told about a task, to whom, when and why, and the next step with its day. */
  @Get('reminders')
  @May('work.read')
  reminders(
    @Me() me: Actor,
    @PathId() id: string,
    @Headers('accept-language') language?: string,
  ): Promise<RemindersView> {
    return this.reminding.ofTask(me, id, languageOf(language));
  }

  /** Who urged about a task by hand (催办), with what words, the newest first. */
  @Get('urges')
  @May('work.read')
  urges(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<UrgeList> {
    return this.urging.list(me, id, query);
  }

  /** Urge those who report on a task below (催办), with words; once a day for each task and officer. */
  @Post('urges')
  @May('task.urge')
  urge(@Me() me: Actor, @PathId() id: string, @Body() body: UrgeDto): Promise<UrgeView> {
    return this.urging.urge(me, id, body);
  }
}
