/** What changed between two versions of a scheme, in words. */
import fc from 'fast-check';
import { schemeDifference } from '../../src/assessment/documents/scheme-difference';
import { SCHEME_EXAMPLE } from '../../src/assessment/scheme-example';
import type { PartDefinition, SchemeDefinition } from '../../src/assessment/scheme-types';
import { anyScheme } from './any-scheme';

const scheme = { title: '考核', year: 2026, definition: SCHEME_EXAMPLE };
const [work, special] = SCHEME_EXAMPLE.parts as [PartDefinition, PartDefinition];
const said = (definition: SchemeDefinition, more: object = {}): string[] =>
  schemeDifference(scheme, { ...scheme, ...more, definition }).map(({ zh }) => zh);

it.each<[string, string[], string[]]>([
  ['nothing', said(SCHEME_EXAMPLE), []],
  [
    'the cover',
    said({ ...SCHEME_EXAMPLE, fullMarks: '100.00' }, { title: '新办法', year: 2027 }),
    ['方案名称由“考核”改为“新办法”。', '年度由“2026”改为“2027”。'],
  ],
  [
    'a criterion added, one removed, marks changed',
    said({
      ...SCHEME_EXAMPLE,
      parts: [
        { ...work, criteria: work.criteria.slice(0, 1).map((one) => ({ ...one, marks: '70' })) },
        {
          ...special,
          marks: '30',
          criteria: [
            ...special.criteria,
            { code: 'B2', name: '创新', marks: '10', rule: { kind: 'manual' }, scorer: 'self' },
          ],
        },
      ],
    }),
    [
      '考核内容 A1“年度任务完成”的分值由 60 分改为 70 分。',
      '考核部分 B“工作创新”的分值由 20 分改为 30 分。',
      '考核内容 B2“创新”新增，10 分。',
      '考核内容 A2“按时填报”已移除。',
    ],
  ],
  [
    'a criterion that went to another part',
    said({
      ...SCHEME_EXAMPLE,
      parts: [
        { ...work, criteria: work.criteria.slice(0, 1) },
        { ...special, criteria: [...special.criteria, ...work.criteria.slice(1)] },
      ],
    }),
    ['考核内容 A2“按时填报”从 A 移到 B。', '顺序有调整。'],
  ],
  ['an order', said({ ...SCHEME_EXAMPLE, parts: [special, work] }), ['顺序有调整。']],
  [
    'grades and course',
    said({ ...SCHEME_EXAMPLE, course: { appeal: 5 }, ties: { by: 'shared' } }),
    ['同分处理有调整。', '考核流程有调整。'],
  ],
])('%s', (_, told, wanted) => {
  expect(told).toEqual(wanted);
});

it('a scheme does not differ from itself, however its fields are ordered, and differs from any other', () => {
  const reordered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reordered);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, each]) => [key, reordered(each)]),
    );
  };
  fc.assert(
    fc.property(anyScheme, anyScheme, (one, other) => {
      const between = (after: SchemeDefinition) =>
        schemeDifference({ ...scheme, definition: one }, { ...scheme, definition: after });
      expect(between(reordered(one) as SchemeDefinition)).toEqual([]);
      expect(between(other).length > 0).toBe(JSON.stringify(one) !== JSON.stringify(other));
    }),
  );
});
