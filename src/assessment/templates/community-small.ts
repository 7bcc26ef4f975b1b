/** A template (方案模板): a short scheme by which a sub-district may score its communities. */
import type { SchemeDefinition } from '../scheme-types';

export const COMMUNITY_SMALL: SchemeDefinition = {
  fullMarks: '100',
  parts: [
    {
      code: 'A',
      name: '任务完成',
      marks: '60',
      criteria: [
        {
          code: 'A1',
          name: '年度任务完成率',
          marks: '45',
          rule: { kind: 'proportional' },
          tasks: 'all',
          scorer: 'computed',
        },
        {
          code: 'A2',
          name: '按时填报',
          marks: '15',
          rule: {
            kind: 'bands',
            over: 'punctuality',
            bands: [
              { atLeast: '95', points: '15' },
              { atLeast: '85', points: '10' },
              { atLeast: '70', points: '5' },
            ],
          },
          tasks: 'all',
          scorer: 'computed',
        },
      ],
    },
    {
      code: 'B',
      name: '服务职工',
      marks: '40',
      criteria: [
        {
          code: 'B1',
          name: '走访和困难帮扶',
          marks: '15',
          rule: {
            kind: 'counted',
            kinds: [
              { code: 'B1-1', name: '走访企业', points: '0.5', cap: '10' },
              { code: 'B1-2', name: '帮扶困难职工家庭', points: '1', cap: '10' },
            ],
          },
          scorer: 'office',
        },
        {
          code: 'B2',
          name: '台账和阵地管理',
          marks: '10',
          rule: {
            kind: 'deduction',
            grounds: [
              { code: 'B2-1', name: '台账缺项，每项', points: '1' },
              { code: 'B2-2', name: '服务站点不按时开放，每次', points: '2' },
            ],
          },
          scorer: 'office',
        },
        { code: 'B3', name: '职工满意和特色工作', marks: '15', rule: { kind: 'manual' }, scorer: 'office' },
      ],
    },
  ],
  bonuses: { kinds: [{ code: 'J1', name: '信息被上级采用', each: '0.5', cap: '3' }], cap: '3' },
  vetoes: [{ code: 'V1', name: '瞒报职工群体性事件', effect: 'awardLost' }],
  grading: {
    grades: [
      { code: 'YX', name: '优秀', atLeast: '90', quota: '30' },
      { code: 'HG', name: '合格', atLeast: '60' },
      { code: 'BHG', name: '不合格' },
    ],
    quotaTies: 'out',
  },
  course: { selfScore: 5, review: 10, appeal: 5, decide: 5 },
};
