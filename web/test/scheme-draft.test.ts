/** A scheme as a clerk types it becomes exactly what the API takes, and what the API says finds its field again. */
import { expect, it } from 'vitest';
import { WHOLE } from '../../test/assessment/whole-scheme';
import type { Definition } from '../src/assessment/definition';
import { tellFields, withoutField } from '../src/assessment/field-errors';
import { moved, replaced } from '../src/assessment/lists';
import {
  copyFor,
  definitionOf,
  draftOf,
  isGroupDraft,
  newCriterion,
  newGroup,
  newPart,
  newScheme,
  withRule,
} from '../src/assessment/scheme-draft';
import { below } from '../src/assessment/tree';

const definition: Definition = {
  fullMarks: '100',
  parts: [
    {
      code: 'A',
      name: '工作任务',
      marks: '80',
      criteria: [
        {
          code: 'A1',
          name: '建会',
          marks: '50',
          rule: { kind: 'proportional', fullAt: '0.9' },
          tasks: { programmes: ['S05', 'S06'] },
          scorer: 'computed',
        },
        {
          code: 'A2',
          name: '按时',
          marks: '30',
          rule: { kind: 'bands', over: 'punctuality', bands: [{ atLeast: '95', points: '30' }] },
          tasks: 'all',
          scorer: 'computed',
        },
      ],
    },
    {
      code: 'B',
      name: '创新',
      marks: '20',
      criteria: [{ code: 'B1', name: '特色', marks: '20', rule: { kind: 'manual', min: '5' }, scorer: 'office' }],
    },
  ],
};

it('what was read is what is saved when nothing is typed', () => {
  expect(definitionOf(draftOf(2026, '考核方案', definition))).toEqual(definition);
  expect(definitionOf(draftOf(2026, '考核方案', WHOLE))).toEqual(WHOLE);
  expect(Object.keys(definitionOf(newScheme(2026)))).toEqual(['fullMarks', 'parts']);
});

it('numbers and names are taken as people type them', () => {
  const draft = draftOf(2026, '考核方案', definition);
  const [part] = draft.parts;
  const [first, second] = part?.criteria ?? [];
  if (part === undefined || first === undefined || second === undefined) throw new Error('no criteria');
  const criteria = [
    { ...first, code: ' A1 ', marks: '５０．５', fullAt: '１００', names: 'S05，S06; 普惠服务\n' },
    { ...second, kind: 'manual', min: '', chosen: 'none', scorer: 'office' } as const,
  ];
  expect(definitionOf({ ...draft, fullMarks: '1,000', parts: [{ ...part, criteria }] })).toMatchObject({
    fullMarks: '1000',
    parts: [
      {
        criteria: [
          {
            code: 'A1',
            marks: '50.5',
            rule: { kind: 'proportional' },
            tasks: { programmes: ['S05', 'S06', '普惠服务'] },
          },
          { rule: { kind: 'manual' }, scorer: 'office' },
        ],
      },
    ],
  });
});

it('what is no number goes to the API as typed, for it to say so', () => {
  const draft = draftOf(2026, '考核方案', definition);
  const parts = draft.parts.map((part) => ({
    ...part,
    marks: '八十',
    criteria: part.criteria.map((criterion) => ({ ...criterion, fullAt: '全部' })),
  }));
  expect(definitionOf({ ...draft, parts }).parts[0]).toMatchObject({
    marks: '八十',
    criteria: [{ rule: { fullAt: '全部' } }, {}],
  });
});

it('a copy for another year carries the year into its title', () => {
  expect(copyFor(2027, { year: 2026, title: '2026 年度街道考核方案' }, definition)).toMatchObject({
    year: '2027',
    title: '2027 年度街道考核方案',
  });
});

it('what is added gets the next free code', () => {
  const draft = draftOf(2026, '', definition);
  expect(newPart(draft.parts)).toMatchObject({ code: 'C', criteria: [{ code: 'C1' }] });
  const [part] = draft.parts;
  expect(newCriterion('A', part?.criteria ?? []).code).toBe('A3');
  expect(newCriterion('A', (part?.criteria ?? []).slice(1)).code).toBe('A3');
  expect(newGroup('A', part?.criteria ?? [])).toMatchObject({ code: 'A3', criteria: [{ code: 'A3.1' }] });
});

it('an error of the API belongs to its field, and stays with it when the criterion moves', () => {
  const draft = draftOf(2026, '', definition);
  const [a, b] = draft.parts;
  const [a1, a2] = a?.criteria ?? [];
  const error = (field: string, message = field) => ({ field, code: 'x', message });
  const { fields, rest } = tellFields(
    [
      error('title'),
      error('definition.fullMarks'),
      error('definition.parts[1].marks'),
      error('definition.parts[0].criteria[1].marks'),
      error('definition.parts[0].criteria[0].rule.fullAt'),
      error('definition.parts[0].criteria[0].tasks.programmes[3]', '一'),
      error('definition.parts[0].criteria[0].tasks.programmes[4]', '二'),
      error('definition.parts[0].criteria[1].rule.bands[0].points'),
      error('definition.parts[0].criteria[1].rule.bands'),
      error('definition.parts[0].criteria[1].scorer'),
      error('definition.parts[7].marks', '没有这一部分'),
      error('definition.parts[0].colour', '没有这个字段'),
      error('schemeId', '别处的'),
    ],
    draft,
    ({ message }) => message,
  );
  expect(Object.fromEntries(fields)).toEqual({
    title: 'title',
    fullMarks: 'definition.fullMarks',
    [`${b?.id}.marks`]: 'definition.parts[1].marks',
    [`${a2?.id}.marks`]: 'definition.parts[0].criteria[1].marks',
    [`${a1?.id}.fullAt`]: 'definition.parts[0].criteria[0].rule.fullAt',
    [`${a1?.id}.tasks`]: '一 二',
    [`${a2 && !isGroupDraft(a2) ? a2.bands[0]?.id : ''}.points`]:
      'definition.parts[0].criteria[1].rule.bands[0].points',
    [`${a2?.id}.bands`]: 'definition.parts[0].criteria[1].rule.bands',
    [`${a2?.id}.scorer`]: 'definition.parts[0].criteria[1].scorer',
  });
  expect(rest).toEqual(['没有这一部分', '没有这个字段', '别处的']);
  expect(withoutField({ fields, rest }, 'title').fields.has('title')).toBe(false);
});

it('a list keeps its keys while its entries are moved and changed', () => {
  const list = [
    { id: 'a', n: 1 },
    { id: 'b', n: 2 },
    { id: 'c', n: 3 },
  ];
  expect(moved(list, 'b', -1).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(moved(list, 'c', 1)).toEqual(list);
  expect(replaced(list, 'b', { n: 9 })[1]).toEqual({ id: 'b', n: 9 });
});

it('what the platform counts by itself is shown, changed and saved as it was', () => {
  const grounds = [
    { code: '1', name: '督办', points: '0.5', counts: 'order.red', per: 2 },
    { code: '2', name: '约谈', points: '1', counts: 'interview' },
    { code: '3', name: '通报', points: '1' },
  ] as const;
  const criterion = {
    code: 'C1',
    name: '督办',
    marks: '20',
    rule: { kind: 'deduction', grounds },
    scorer: 'office',
  } as const;
  const counting: Definition = {
    fullMarks: '20',
    parts: [{ code: 'C', name: '作风', marks: '20', criteria: [criterion] }],
    penalties: { cap: '5', kinds: [{ code: 'p1', name: '红灯', each: '1', cap: '3', counts: 'light.red', per: 3 }] },
  };
  const draft = draftOf(2026, '', counting);
  expect(definitionOf(draft)).toEqual(counting);
  const [found] = draft.parts[0]?.criteria ?? [];
  expect(found && !isGroupDraft(found) ? found.grounds.map(({ counts, every }) => [counts, every]) : []).toEqual([
    ['order.red', '2'],
    ['interview', ''],
    ['', ''],
  ]);
});

it('an error finds its field in sub-items, rows and whatever stands beside the criteria', () => {
  const draft = draftOf(2026, '', WHOLE);
  const [a] = draft.parts;
  const [a1, a3] = a?.criteria ?? [];
  const [inner] = a1 && isGroupDraft(a1) ? a1.criteria : [];
  const [leaf, stated] = inner && isGroupDraft(inner) ? inner.criteria : [];
  const ground = a3 && !isGroupDraft(a3) ? a3.grounds[0] : undefined;
  const at = 'definition.parts[0].criteria[0].criteria[0]';
  const wanted = [
    [`${at}.marks`, `${inner?.id}.marks`],
    [`${at}.criteria[0].rule.beyond.per`, `${leaf?.id}.beyondPer`],
    [`${at}.criteria[0].rule.beyond`, `${leaf?.id}.beyond`],
    [`${at}.criteria[1].rule.base`, `${stated?.id}.base`],
    [`${at}.criteria[1].withoutFacts`, `${stated?.id}.withoutFacts`],
    [
      'definition.parts[0].criteria[0].criteria[1].rule.points[2]',
      `${a1 && isGroupDraft(a1) ? a1.criteria[1]?.id : ''}.places`,
    ],
    ['definition.parts[0].criteria[1].rule.grounds[0].most', `${ground?.id}.limit`],
    ['definition.parts[0].criteria[1].rule.grounds[0].per', `${ground?.id}.every`],
    ['definition.parts[0].criteria[1].scorer.office', `${a3?.id}.office`],
    ['definition.parts[0].weight', `${a?.id}.weight`],
    ['definition.offices[1].code', `${draft.offices[1]?.id}.code`],
    ['definition.bonuses.cap', 'bonuses.cap'],
    ['definition.bonuses.kinds[0].cap', `${draft.bonuses.kinds[0]?.id}.cap`],
    ['definition.vetoes[1].grade', `${draft.vetoes[1]?.id}.grade`],
    ['definition.classes[1]', `${draft.classes[1]?.id}.name`],
    ['definition.classes[0].kinds[1]', `${draft.classes[0]?.id}.kinds`],
    ['definition.grading.grades[1].atLeast', `${draft.grades[1]?.id}.atLeast`],
    ['definition.grading.quotaTies', 'grading.quotaTies'],
    ['definition.ties.criteria[0]', 'ties.criteria'],
    ['definition.course.selfScore', 'course.selfScore'],
  ] as const;
  const errors = wanted.map(([field]) => ({ field, code: 'x', message: field }));
  const { fields, rest } = tellFields(errors, draft, ({ message }) => message);
  expect(rest).toEqual([]);
  for (const [field, key] of wanted) expect([key, fields.get(key)]).toEqual([key, field]);
});

it('an office or a grade that is called otherwise is still the one that was meant', () => {
  const draft = draftOf(2026, '', WHOLE);
  const offices = draft.offices.map((one) => (one.code === 'org' ? { ...one, code: '组织' } : one));
  const grades = draft.grades.map((one) => (one.code === 'good' ? { ...one, code: 'B' } : one));
  const definition = definitionOf({ ...draft, offices, grades });
  expect(definition.parts[0]?.criteria[1]).toMatchObject({ scorer: { office: '组织' } });
  expect(definition.vetoes?.[1]).toMatchObject({ grade: 'B' });
});

it('another rule brings another scorer only where the old one cannot be', () => {
  const criterion = newCriterion('A', []);
  const manual = { ...criterion, ...withRule(criterion, { kind: 'manual' }) };
  expect(manual).toMatchObject({ kind: 'manual', scorer: 'office', chosen: 'none' });
  const self = { ...manual, scorer: 'self' } as const;
  expect(withRule(self, { kind: 'deduction' })).toMatchObject({ scorer: 'self' });
  expect(withRule(self, { kind: 'bands' })).toMatchObject({ scorer: 'computed', chosen: 'all' });
  expect(withRule(criterion, { kind: 'rank' })).toEqual({ kind: 'rank' });
});

it('only the part that is typed upon is drawn anew', () => {
  const draft = draftOf(2026, '', WHOLE);
  const [a] = draft.parts;
  const group = a?.criteria[0];
  const after = below(group?.id ?? '', (list) => [...list, newCriterion('A1.', list)])(draft);
  expect(after.parts[1]).toBe(draft.parts[1]);
  expect(after.parts[0]?.criteria[1]).toBe(a?.criteria[1]);
  expect(after.parts[0]?.criteria[0]).toMatchObject({ criteria: { length: 3 } });
});
