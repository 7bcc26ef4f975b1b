/** A rule's parameters as a clerk writes them in one cell. */
import { ruleFromText, ruleText } from '../../src/assessment/spreadsheet/rule-text';

describe('a rule is written in a cell as a person would write it', () => {
  it.each<[string, object, string]>([
    [
      'bands',
      {
        bands: [
          ['90', '3'],
          ['80', '2'],
        ].map(([atLeast, points]) => ({ atLeast, points })),
      },
      '≥90=3；≥80=2',
    ],
    [
      'deduction',
      {
        grounds: [
          { code: 'A1-1', name: '未登记建档', points: '2', most: '2' },
          { code: 'BZ', name: '最低', points: '0.5' },
          { code: 'A1-3', name: '查实、"通报"；批评', points: '1' },
        ],
        floor: '0',
      },
      '未登记建档=2，封顶=2；[BZ]"最低"=0.5；"查实、""通报""；批评"=1；最低=0',
    ],
    ['rank', { points: ['60', '57'], rest: '45', ties: 'mean' }, '60；57；其余=45；并列=平均'],
    ['shortfall', { from: '95', per: '1', points: '0.5', wholeSteps: true }, '应达=95；每少=1；扣=0.5；只计整步=是'],
    [
      'proportional',
      { fullAt: '0.9', beyond: { per: '0.1', points: '1', cap: '2' } },
      '满分线=0.9；超额每=0.1；超额加=1；超额封顶=2',
    ],
    ['relative', {}, ''],
  ])('%s', (kind, parameters, text) => {
    const rule = { kind, ...parameters };
    expect(ruleText(rule, 'A1')).toBe(text);
    expect(ruleFromText(kind, text, 'A1')).toEqual({ rule, wrong: [] });
  });
});

it.each([
  [
    'bands',
    '>= 90 % = 3分; 80=2',
    {
      kind: 'bands',
      bands: [
        { atLeast: '90', points: '3' },
        { atLeast: '80', points: '2' },
      ],
    },
  ],
  [
    'counted',
    '市级典型＝2,封顶4分\n【Q】区级典型=1',
    {
      kind: 'counted',
      kinds: [
        { code: 'C1-1', name: '市级典型', points: '2', cap: '4' },
        { code: 'Q', name: '区级典型', points: '1' },
      ],
    },
  ],
  [
    'deduction',
    '迟报=1，只扣一次',
    { kind: 'deduction', grounds: [{ code: 'C1-1', name: '迟报', points: '1', most: '1' }] },
  ],
])('wide and narrow signs, units and loose words are understood: %s', (kind, text, rule) => {
  expect(ruleFromText(kind, text, 'C1')).toEqual({ rule, wrong: [] });
});

it.each([
  ['bands', '九十以上=3', '看不懂“九十以上”，分档得分应写成：≥90=3；≥80=2；≥70=1。'],
  ['threshold', '达标=95；达标=90', '“达标”写了两次。'],
  ['deduction', '"未关=2', '引号或方括号没有配对。'],
  ['deduction', '未登记建档', '看不懂“未登记建档”，扣分应写成：未登记建档=2，只扣一次；材料逾期=0.5，封顶=3；最低=0。'],
  ['relative', '最高=5', '看不懂“最高”，相对得分应写成：（不填）。'],
])('what cannot be read is told with how it is written: %s %s', (kind, text, said) => {
  expect(ruleFromText(kind, text, 'C1').wrong.map(({ zh }) => zh)).toEqual([said]);
});
