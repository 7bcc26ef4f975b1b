/** Where an officer wants his mail (邮件地址), as it is answered. */
import type { MessageLanguage } from './channel';

export class MailAddressView {
  /** null: none is known, and no mail is sent. @example "li.xiuying@example.org" */
  address!: string | null;
  /** @example true */
  wanted!: boolean;
  /** @example "zh" */
  language!: MessageLanguage;
  /** Whether this installation can send mail at all. @example true */
  setUp!: boolean;
}
