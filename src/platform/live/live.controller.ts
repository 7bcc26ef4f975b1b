/** Live changes for consoles: server-sent events that say what changed, resumable with Last-Event-ID. */
import { Controller, Headers, type MessageEvent, Query, Req, Sse } from '@nestjs/common';
import { Observable } from 'rxjs';
import { type ActingRequest, May, Me } from '../../access/declarations';
import { Maybe, Text } from '../../http/fields';
import { Stream } from '../../http/route-kinds';
import type { Actor } from '../../kernel/actor';
import { LiveListeners } from './live.listeners';

export class LiveQuery {
  /** Where to read on, for clients that cannot send Last-Event-ID. @example "7512-1042" */
  @Maybe() @Text({ max: 60 }) lastEventId?: string;
}

@Controller('platform/live')
export class LiveController {
  constructor(private readonly listeners: LiveListeners) {}

  /** What changes in your union and below, as it happens. Events: hello, change, reset (read the boards again). */
  @Sse()
  @Stream()
  @May('work.read')
  live(
    @Me() me: Actor,
    @Req() request: ActingRequest,
    @Query() query: LiveQuery,
    @Headers('last-event-id') last?: string,
  ): Observable<MessageEvent> {
    return this.listeners.listen(me, request.sessionToken ?? '', last ?? query.lastEventId);
  }
}
