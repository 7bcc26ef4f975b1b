/** The community door (社区工联会) for chasing (催办): what was told about a task, and who urged about it. */
import { Controller, Get, Headers, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { ReminderReader } from '../chasing/reminder.reader';
import { RemindersView } from '../chasing/reminder.view';

import { UrgeService } from '../chasing/urge.service';
import { UrgeList } from '../chasing/urge.view';
import { PathId } from '../http/id-param';
import { languageOf } from '../http/language';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';

const May = forTier('community');

@Controller('community/tasks/:id')
export class CommunityChasingController {
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
}
