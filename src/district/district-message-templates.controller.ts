/** The district door for the words of messages that go out (消息模板). */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { MessageTemplateDto } from '../dispatch/message-template.dto';
import { MessageTemplateService } from '../dispatch/message-template.service';
import { MessagePreview, MessageTemplateList, MessageTemplateView } from '../dispatch/message-template.view';
import { IfMatch } from '../http/if-match';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district/message-templates')
export class DistrictMessageTemplatesController {
  constructor(private readonly templates: MessageTemplateService) {}

  /** All of them, with the variables each may use. */
  @Get()
  @May('dispatch.manage')
  list(@Me() me: Actor): Promise<MessageTemplateList> {
    return this.templates.list(me);
  }

  /** One of them. */
  @Get(':key')
  @May('dispatch.manage')
  get(@Me() me: Actor, @Param('key') key: string): Promise<MessageTemplateView> {
    return this.templates.get(me, key);
  }

  /** Write your own words, in both languages; what is sent from now on has them. */
  @Put(':key')
  @May('dispatch.manage')
  set(
    @Me() me: Actor,
    @Param('key') key: string,
    @IfMatch() version: number,
    @Body() body: MessageTemplateDto,
  ): Promise<MessageTemplateView> {
    return this.templates.set(me, key, version, body);
  }

  /** Back to the built-in words. */
  @Delete(':key')
  @HttpCode(204)
  @May('dispatch.manage')
  async restore(@Me() me: Actor, @Param('key') key: string, @IfMatch() version: number): Promise<void> {
    await this.templates.restore(me, key, version);
  }

  /** How words would read (预览), with examples; nothing is kept or sent. */
  @Post(':key/preview')
  @HttpCode(200)
  @May('dispatch.manage')
  preview(@Param('key') key: string, @Body() body: MessageTemplateDto): MessagePreview {
    return this.templates.preview(key, body);
  }
}
