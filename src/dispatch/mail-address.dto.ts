/** Where an officer wants his mail (邮件地址), as it comes in. */
import { Flag, OneOf, Text } from '../http/fields';
import type { MessageLanguage } from './channel';

export const messageLanguages = ['zh', 'en'] as const satisfies readonly MessageLanguage[];

export class MailAddressDto {
  /** @example "li.xiuying@example.org" */
  @Text({ max: 254 }) address!: string;
  /** Whether reminders come by mail. @example true */
  @Flag() wanted!: boolean;
  /** The language of the mail. @example "zh" */
  @OneOf(messageLanguages) language!: MessageLanguage;
}
