/** Who is on line (在线用户), for the security administrator. */
import { Controller, Delete, Get, HttpCode, Query, Req } from '@nestjs/common';
import { type ActingRequest, May, Me } from '../access/declarations';
import { OpenSessionService } from '../access/open-session.service';
import { OpenSessionList } from '../access/open-session.view';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { OpenSessionQuery } from './administration.dto';

@Controller('sessions')
export class SessionsController {
  constructor(private readonly sessions: OpenSessionService) {}

  /** Who is signed in, from where and on what; the session used last first. */
  @Get()
  @May('session.manage')
  list(@Me() me: Actor, @Req() request: ActingRequest, @Query() query: OpenSessionQuery): Promise<OpenSessionList> {
    return this.sessions.list(me, request.sessionToken ?? '', query);
  }

  /** Put an officer out, on that device (强制下线); he may sign in again. */
  @Delete(':id')
  @HttpCode(204)
  @May('session.manage')
  end(@Me() me: Actor, @PathId() id: string): Promise<void> {
    return this.sessions.endAnybodys(me, id);
  }
}
