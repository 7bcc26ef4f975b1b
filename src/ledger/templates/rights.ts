/** Ready ledgers of people's rights (S10): letters, visits and the cases that come of them. */
import { choice, count, day, enterprise, note, person, template, text, whole, YES_NO } from './template';

export const RIGHTS = [
  template(
    'cases',
    ['S10', '来信来访与“工人在线”案件', '每宗案件一条；办结后更正原记录。'],
    [
      choice('channel', '来源', [
        ['letter', '来信'],
        ['visit', '来访'],
        ['phone', '来电'],
        ['platform', '省“工人在线”平台'],
      ]),
      choice('matter', '事由', [
        ['injury', '工伤事故'],
        ['dispute', '劳资纠纷'],
        ['wages', '欠薪'],
        ['other', '其他'],
      ]),
      text('title', '案由', { maxLength: 200 }),
      person('person', '来访人', ['idNumber', 'phone'], { required: false }),
      enterprise('enterprise', '涉及企业', { required: false }),
      whole('people', '涉及职工', '人', { required: false }),
      day('acceptedOn', '受理日期'),
      choice('closed', '已办结', YES_NO),
      day('closedOn', '办结日期', { required: false }),
      note('result', '办理情况'),
    ],
    'acceptedOn',
    {
      figures: [
        count('case.accepted', '受理来信来访、工伤事故、劳资纠纷等案件', { channel: ['letter', 'visit', 'phone'] }),
        count('case.platform', '办理省“工人在线”平台反馈问题', { channel: ['platform'] }),
        count('case.closed', '办结案件', { closed: ['yes'] }),
      ],
    },
  ),
];
