/** My messages (我的消息): what was due for me, with their read state, and when I want them. */
import { Body, Controller, Get, Headers, Post, Put, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { languageOf } from '../http/language';
import type { Actor } from '../kernel/actor';
import { MessageQuery, ReminderSettingsDto } from './inbox.dto';
import { InboxService } from './inbox.service';
import { MessageList, MessageView, ReadingsView, UnreadView } from './inbox.view';
import { ReminderSettingsService } from './reminder-settings.service';
import { ReminderSettingsView } from './reminder-settings.view';

@Controller('me')
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly settings: ReminderSettingsService,
  ) {}

  /** My messages, the newest first, or only those unread. */
  @Get('messages')
  @May('self')
  list(
    @Me() me: Actor,
    @Query() query: MessageQuery,
    @Headers('accept-language') language?: string,
  ): Promise<MessageList> {
    return this.inbox.list(me, query, languageOf(language));
  }

  /** How many messages I have not read; counted up to a hundred. */
  @Get('messages/unread-count')
  @May('self')
  unread(@Me() me: Actor): Promise<UnreadView> {
    return this.inbox.unread(me);
  }

  /** Mark all my messages as read. */
  @Post('messages/readings')
  @May('self')
  readAll(@Me() me: Actor): Promise<ReadingsView> {
    return this.inbox.readAll(me);
  }

  /** One of my messages. */
  @Get('messages/:id')
  @May('self')
  get(@Me() me: Actor, @PathId() id: string, @Headers('accept-language') language?: string): Promise<MessageView> {
    return this.inbox.get(me, id, languageOf(language));
  }

  /** Mark a message as read; the first reading stays. */
  @Post('messages/:id/reading')
  @May('self')
  read(@Me() me: Actor, @PathId() id: string, @Headers('accept-language') language?: string): Promise<MessageView> {
    return this.inbox.read(me, id, languageOf(language));
  }

  /** At which hour I get my digest (提醒时间). */
  @Get('reminder-settings')
  @May('self')
  reminderSettings(@Me() me: Actor): Promise<ReminderSettingsView> {
    return this.settings.get(me);
  }

  /** Choose the hour of my digest, from 8 to 19. */
  @Put('reminder-settings')
  @May('self')
  setReminders(@Me() me: Actor, @Body() body: ReminderSettingsDto): Promise<ReminderSettingsView> {
    return this.settings.set(me, body);
  }
}
