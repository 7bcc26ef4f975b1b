/** The leader's desk (今日关注): which unions and tasks need a word from me today. */
import { Controller, Get, Headers } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { languageOf } from '../http/language';
import type { Actor } from '../kernel/actor';
import { LeaderDeskReader } from './leader-desk.reader';
import { LeaderDeskView } from './leader-desk.view';

@Controller('me/leader-desk')
export class LeaderDeskController {
  constructor(private readonly desks: LeaderDeskReader) {}

  /** At most ten unions below, one line each with the worst thing and how many others, what hurts most first. */
  @Get()
  @May('work.read')
  read(@Me() me: Actor, @Headers('accept-language') language?: string): Promise<LeaderDeskView> {
    return this.desks.read(me, languageOf(language));
  }
}
