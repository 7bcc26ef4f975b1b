/** A scheme of 40 points after the published practice of a town union, for the tests of this room. */
import type { CriterionDefinition, SchemeDefinition } from '../../src/assessment/scheme-types';

const bands = (...steps: [string, string][]) => ({
  kind: 'bands' as const,
  bands: steps.map(([atLeast, points]) => ({ atLeast, points })),
});

const legal: CriterionDefinition = {
  code: 'A2',
  name: '工会法人资格登记率',
  marks: '3',
  rule: bands(['90', '3'], ['80', '2'], ['70', '1']),
  tasks: { codes: ['legal'] },
  scorer: 'computed',
};

export const TOWN: SchemeDefinition = {
  fullMarks: '40',
  parts: [
    {
      code: 'A',
      name: '组织建设',
      marks: '26',
      criteria: [
        {
          code: 'A1',
          name: '企业组建与职工入会任务',
          marks: '20',
          rule: { kind: 'proportional' },
          tasks: { programmes: ['组织建设'] },
          scorer: 'computed',
        },
        legal,
        {
          code: 'A5',
          name: '职工之家建家率',
          marks: '3',
          rule: bands(['70', '3'], ['60', '2'], ['50', '1']),
          tasks: { codes: ['home'] },
          scorer: 'computed',
        },
      ],
    },
    {
      code: 'B',
      name: '职工维权',
      marks: '14',
      criteria: [
        {
          code: 'B1',
          name: '职代会与厂务公开',
          marks: '4',
          rule: { kind: 'manual' },
          scorer: 'office',
        },
        {
          code: 'B2',
          name: '按时完成',
          marks: '10',
          rule: { ...bands(['100', '10'], ['80', '6.5']), over: 'punctuality' },
          tasks: 'all',
          scorer: 'computed',
        },
      ],
    },
  ],
};

/** Where in a scheme: field names and places in lists. */
export type Path = readonly (string | number)[];

/** A scheme, the town's if no other, with one place changed; undefined takes the field away. */
export function changed(path: Path, value: unknown, of: SchemeDefinition = TOWN): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(of));
  const last = path[path.length - 1];
  if (last === undefined) return value;
  const holder = path.slice(0, -1).reduce((at, key) => (at as Record<string | number, unknown>)[key], copy) as Record<
    string | number,
    unknown
  >;
  if (value === undefined) delete holder[last];
  else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true });
  return copy;
}

/** The place of the first criterion. */
export const A1: Path = ['parts', 0, 'criteria', 0];
