/** A district's own words for a message (消息模板), as they come in. */
import { Text } from '../http/fields';
import { Part } from '../http/list-fields';

export class TemplateWordsDto {
  /** @example "工作提醒：{{headline}}" */
  @Text({ max: 200 }) subject!: string;
  /** @example "{{officer}}，您好：\n{{#items}}\n· {{words}}\n{{/items}}" */
  @Text({ max: 4000, multiline: true }) text!: string;
}

export class MessageTemplateDto {
  @Part(() => TemplateWordsDto) zh!: TemplateWordsDto;
  @Part(() => TemplateWordsDto) en!: TemplateWordsDto;
}
