/** A small scheme that is right, for the API's reference page. */
import type { SchemeDefinition } from './scheme-types';

export const SCHEME_EXAMPLE: SchemeDefinition = {
  fullMarks: '100',
  parts: [
    {
      code: 'A',
      name: '工作任务',
      marks: '80',
      criteria: [
        {
          code: 'A1',
          name: '年度任务完成',
          marks: '60',
          rule: { kind: 'proportional' },
          tasks: 'all',
          scorer: 'computed',
        },
        {
          code: 'A2',
          name: '按时填报',
          marks: '20',
          rule: {
            kind: 'bands',
            over: 'punctuality',
            bands: [
              { atLeast: '95', points: '20' },
              { atLeast: '80', points: '12' },
            ],
          },
          tasks: 'all',
          scorer: 'computed',
        },
      ],
    },
    {
      code: 'B',
      name: '工作创新',
      marks: '20',
      criteria: [{ code: 'B1', name: '特色工作', marks: '20', rule: { kind: 'manual' }, scorer: 'office' }],
    },
  ],
};
