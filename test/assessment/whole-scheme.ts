/** A scheme that uses everything a scheme can say, for the tests of this room. */
import type { CriterionDefinition, SchemeDefinition } from '../../src/assessment/scheme-types';

const found: CriterionDefinition = {
  code: 'A1.1',
  name: '组建任务',
  marks: '10',
  rule: { kind: 'proportional', beyond: { per: '10', points: '0.5', cap: '2' } },
  tasks: { codes: ['found'] },
  scorer: 'computed',
  withoutFacts: 'full',
  note: '以审核通过的填报为准',
};

export const WHOLE: SchemeDefinition = {
  fullMarks: '100',
  parts: [
    {
      code: 'A',
      name: '平时工作',
      marks: '100',
      weight: '0.7',
      criteria: [
        {
          code: 'A1',
          name: '组织建设',
          marks: '60',
          criteria: [
            {
              code: 'A1.0',
              name: '建会入会',
              marks: '30',
              note: '含新就业形态',
              criteria: [
                found,
                {
                  code: 'A1.2',
                  name: '入会率',
                  marks: '20',
                  rule: { kind: 'interval', over: 'stated', base: '60', challenge: '90', basePoints: '12' },
                  scorer: 'self',
                  withoutFacts: 'zero',
                },
              ],
            },
            {
              code: 'A2',
              name: '名次',
              marks: '30',
              rule: { kind: 'rank', points: ['30', '27', '24'] },
              tasks: 'all',
              scorer: 'computed',
            },
          ],
        },
        {
          code: 'A3',
          name: '基础工作',
          marks: '40',
          rule: {
            kind: 'deduction',
            grounds: [{ code: 'file', name: '未建档', points: '2', most: '10' }],
            floor: '20',
          },
          scorer: { office: 'org' },
        },
      ],
    },
    {
      code: 'B',
      name: '年终检查',
      marks: '60',
      weight: '0.5',
      criteria: [
        {
          code: 'B1',
          name: '宣传稿件',
          marks: '20',
          rule: { kind: 'counted', kinds: [{ code: 'city', name: '市级', points: '2' }] },
          scorer: 'computed',
        },
        { code: 'B2', name: '特色工作', marks: '40', rule: { kind: 'manual', min: '20' }, scorer: 'office' },
      ],
    },
  ],
  offices: [
    { code: 'org', name: '组织部' },
    { code: 'law', name: '法律部' },
  ],
  bonuses: {
    cap: '5',
    kinds: [
      { code: 'honour', name: '获市级表彰', each: '1', cap: '3' },
      { code: 'other', name: '其他', cap: '2' },
    ],
  },
  penalties: { cap: '10', kinds: [{ code: 'late', name: '迟报', each: '0.5', cap: '5' }] },
  vetoes: [
    { code: 'accident', name: '重大事故', effect: 'zero' },
    { code: 'dues', name: '未按时上缴经费', effect: 'gradeCapped', grade: 'good' },
    { code: 'fraud', name: '弄虚作假', effect: 'awardLost' },
  ],
  classes: [
    { code: 'big', name: '一组', kinds: ['area'], sizeFrom: 5000 },
    { code: 'small', name: '二组', kinds: ['area'], sizeBelow: 5000 },
    { code: 'trade', name: '行业组', kinds: ['industry'], sizeFrom: 100 },
    { code: 'hand', name: '单列' },
  ],
  grading: {
    grades: [
      { code: 'best', name: '优秀', atLeast: '90', quota: '30' },
      { code: 'good', name: '良好', atLeast: '80' },
      { code: 'fair', name: '合格', quota: '95.5' },
      { code: 'poor', name: '不合格' },
    ],
    quotaTies: 'out',
  },
  ties: { by: 'criteria', criteria: ['A1.1', 'B2'] },
  course: { selfScore: 5, review: 5, final: 3, appeal: 5, decide: 10 },
};
