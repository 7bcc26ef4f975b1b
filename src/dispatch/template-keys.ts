/** The messages whose words a district may change (消息模板), the variables each may use, and the words it has by itself. Pure. */
import type { Words } from '../kernel/errors';

export const templateKeys = ['digest', 'urgent', 'urge', 'order', 'test'] as const;
export type TemplateKey = (typeof templateKeys)[number];

export interface TemplateWords {
  readonly subject: string;
  readonly text: string;
}

/** One text in both languages. */
export interface BothWords {
  readonly zh: TemplateWords;
  readonly en: TemplateWords;
}

export interface Variable {
  readonly name: string;
  readonly words: Words;
  /** What stands for it in a preview; a list has items instead. */
  readonly example?: Words;
  /** It stands for several things, each of which has these. */
  readonly items?: readonly Variable[];
}

interface TemplateKind {
  readonly words: Words;
  readonly variables: readonly Variable[];
  readonly builtIn: BothWords;
}

const one = (name: string, zh: string, en: string, exampleZh: string, exampleEn: string): Variable => ({
  name,
  words: { zh, en },
  example: { zh: exampleZh, en: exampleEn },
});

const officer = one('officer', '收信人姓名', 'the reader’s name', '李秀英', 'Li Xiuying');
const address = one(
  'address',
  '平台网址',
  'where the platform is',
  'https://sanji.example.org',
  'https://sanji.example.org',
);
const day = one('day', '日期', 'the day', '2026-11-24', '2026-11-24');
const headline = one('headline', '标题', 'the headline', '您有 14 件事需要处理', '14 things need your attention');
const more = one('more', '未列出的件数，0 时不显示', 'how many are not listed; hidden where none', '12', '12');
const items: Variable = {
  name: 'items',
  words: { zh: '逐件列出', en: 'each thing' },
  items: [
    one(
      'words',
      '事项',
      'the thing',
      '“新建工会 20 家”还有 3 个工作日到期（2026-11-27），请填报',
      '“20 new unions” is due in 3 working days (2026-11-27): please report',
    ),
  ],
};

const list = {
  zh: '{{#items}}\n· {{words}}\n{{/items}}\n{{#more}}\n另有 {{more}} 件，请登录平台查看。\n{{/more}}\n',
  en: '{{#items}}\n· {{words}}\n{{/items}}\n{{#more}}\nAnd {{more}} more: see the platform.\n{{/more}}\n',
};
const way = {
  zh: '{{#address}}\n\n平台：{{address}}\n{{/address}}',
  en: '{{#address}}\n\nThe platform: {{address}}\n{{/address}}',
};

export const templateKinds: Record<TemplateKey, TemplateKind> = {
  digest: {
    words: { zh: '每日提醒', en: 'The daily reminder' },
    variables: [officer, day, headline, items, more, address],
    builtIn: {
      zh: { subject: '工作提醒：{{headline}}', text: `{{officer}}，您好：\n\n${list.zh}${way.zh}` },
      en: { subject: 'Reminder: {{headline}}', text: `Dear {{officer}},\n\n${list.en}${way.en}` },
    },
  },
  urgent: {
    words: { zh: '紧急提醒', en: 'An urgent reminder' },
    variables: [officer, day, headline, items, more, address],
    builtIn: {
      zh: { subject: '紧急提醒：{{headline}}', text: `{{officer}}，您好，请尽快处理：\n\n${list.zh}${way.zh}` },
      en: { subject: 'Urgent: {{headline}}', text: `Dear {{officer}}, please see to it soon:\n\n${list.en}${way.en}` },
    },
  },
  urge: {
    words: { zh: '上级催办', en: 'Urging from above' },
    variables: [officer, day, headline, items, more, address],
    builtIn: {
      zh: { subject: '催办：{{headline}}', text: `{{officer}}，您好：\n\n${list.zh}${way.zh}` },
      en: { subject: 'Urged: {{headline}}', text: `Dear {{officer}},\n\n${list.en}${way.en}` },
    },
  },
  order: {
    words: { zh: '督办单', en: 'A supervision order' },
    variables: [
      officer,
      one('number', '督办单编号', 'its number', '督〔2026〕12 号', 'No. 12 of 2026'),
      one('title', '事由', 'what it is about', '新建工会进度滞后', 'New unions lag behind'),
      one('degree', '等级', 'its degree', '橙色', 'orange'),
      one('requirement', '办理要求', 'what is asked', '一周内补齐进度并说明原因', 'Catch up within a week and say why'),
      one('limit', '办理期限', 'until when', '2026-12-01', '2026-12-01'),
      address,
    ],
    builtIn: {
      zh: {
        subject: '督办单 {{number}}：{{title}}',
        text: `{{officer}}，您好：\n\n贵单位收到{{degree}}督办单 {{number}}：{{title}}\n办理要求：{{requirement}}\n办理期限：{{limit}}${way.zh}`,
      },
      en: {
        subject: 'Supervision order {{number}}: {{title}}',
        text: `Dear {{officer}},\n\nYour union was given the {{degree}} order {{number}}: {{title}}\nAsked for: {{requirement}}\nUntil: {{limit}}${way.en}`,
      },
    },
  },
  test: {
    words: { zh: '测试消息', en: 'A test' },
    variables: [],
    builtIn: {
      zh: {
        subject: '三级工会工作动态平台：测试消息',
        text: '这是一条测试消息。收到它，说明提醒可以送达这里，无需回复。',
      },
      en: {
        subject: 'Trade union work platform: a test',
        text: 'This is a test. That you read it says that reminders arrive here; no answer is needed.',
      },
    },
  },
};

export const isTemplateKey = (key: unknown): key is TemplateKey => templateKeys.some((each) => each === key);
