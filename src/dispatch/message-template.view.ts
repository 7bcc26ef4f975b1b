/** The words of a message (消息模板), as they are answered: what may be used in them, and who changed them when. */
import type { TemplateKey } from './template-keys';

export class TemplateSaid {
  /** @example "每日提醒" */
  zh!: string;
  /** @example "The daily reminder" */
  en!: string;
}

export class TemplateWordsView {
  /** @example "工作提醒：{{headline}}" */
  subject!: string;
  /** @example "{{officer}}，您好：" */
  text!: string;
}

export class TemplateVariable {
  /** @example "officer" */
  name!: string;
  words!: TemplateSaid;
  /** The list within which alone it is known; null: everywhere. @example null */
  within!: string | null;
  /** Whether it is a list: {{#items}}…{{/items}}. @example false */
  list!: boolean;
}

export class TemplateChange {
  /** @example 3 */
  version!: number;
  /** @example "王芳" */
  officerName!: string;
  /** @example "2026-11-24T01:30:00.000Z" */
  setAt!: string;
  /** Whether it went back to the built-in words. @example false */
  builtIn!: boolean;
}

export class MessageTemplateView {
  /** @example "digest" */
  key!: TemplateKey;
  title!: TemplateSaid;
  /** 0: never changed. @example 3 */
  version!: number;
  /** Whether the built-in words are in use. @example false */
  builtIn!: boolean;
  zh!: TemplateWordsView;
  en!: TemplateWordsView;
  variables!: TemplateVariable[];
  /** The last twenty changes, the newest first. */
  changes!: TemplateChange[];
}

export class MessageTemplateList {
  items!: MessageTemplateView[];
}

export class MessagePreview {
  zh!: TemplateWordsView;
  en!: TemplateWordsView;
}
