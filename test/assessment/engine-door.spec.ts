/** The engine's door: nothing can be scored by logins, clicks, photos or minutes, because no such fact comes in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import fc from 'fast-check';
import type { TaskFact } from '../../src/assessment/facts';
import { RULE_KINDS } from '../../src/assessment/rules/rules';
import type { SchemeDefinition } from '../../src/assessment/scheme-types';
import { type EntryFact, scoreAll } from '../../src/assessment/scoring';
import { type Case, rateRules } from './arbitrary-rules';
import { taskFact } from './task-fact';

const root = resolve(__dirname, '../../src/assessment');

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const sources = files(root).map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

it('no file of the engine reads sessions, sign-ins, the audit trail, what reports took or who is looking on', () => {
  const reading =
    /from '[./]*\/(access\/(session|sign-in|open-session|audit|me|device)|platform|burden|outbox\/audit)[^']*'/;
  expect(sources.filter(({ text }) => reading.test(text)).map(({ path }) => path)).toEqual([]);
});

it('no statement of the engine asks for them', () => {
  const tables = /\b(from|join|update|into)\s+(session|sign_in_failure|audit_entry|report_minutes|live\w*)\b/i;
  expect(sources.filter(({ text }) => tables.test(text)).map(({ path }) => path)).toEqual([]);
});

it('what is scored from is read without the size of a file, or the moments somebody spent', () => {
  const readers = sources.filter(({ path }) => ['facts.reader.ts', 'given.reader.ts'].includes(path));
  expect(readers).toHaveLength(2);
  for (const { text } of readers) expect(text).not.toMatch(/evidence_file|\bsize\b|minutes|epoch|interval/i);
});

it('no rule counts files: where a reader counts them, they are shown beside the entry and go no further', () => {
  const rules = sources.filter(({ path }) => path.startsWith('rules/') || !path.includes('/'));
  const counting = rules.filter(({ text }) => /\.evidence\b|evidenceCount|reportIds\.length\s*[*×]/.test(text));
  expect(counting.map(({ path }) => path)).toEqual([]);
});

/** Grounds and kinds that occurred, too. */
const counting: Case[] = [
  { marks: '20', params: { kind: 'deduction', grounds: [{ code: 'J1', name: '逾期', points: '2' }] } },
  { marks: '20', params: { kind: 'counted', kinds: [{ code: 'J1', name: '荣誉', points: '2' }] } },
  { marks: '20', params: { kind: 'rank', points: ['20', '10'] } },
  { marks: '20', params: { kind: 'relative' } },
];

const anyRule = fc.oneof(
  fc.constantFrom(...counting),
  ...(['completion', 'punctuality', 'quality'] as const).flatMap((over) => Object.values(rateRules(over))),
);

const anyScheme = fc.array(anyRule, { minLength: 1, maxLength: 6 }).map((rules): SchemeDefinition => ({
  fullMarks: String(rules.length * 20),
  parts: [
    {
      code: 'A',
      name: '工作',
      marks: String(rules.length * 20),
      criteria: rules.map(({ params: rule, marks }, i) => ({
        code: `A${i}`,
        name: `第 ${i} 项`,
        marks,
        rule,
        tasks: 'all' as const,
        scorer: 'computed' as const,
      })),
    },
  ],
  bonuses: { cap: '5', kinds: [{ code: 'J1', name: '荣誉', each: '1', cap: '3' }] },
}));

const files0to99 = fc.integer({ min: 0, max: 99 });

it('the number of evidence files and of reports changes no point, by whatever rule', () => {
  expect(RULE_KINDS.length).toBeGreaterThan(5);
  fc.assert(
    fc.property(
      anyScheme,
      fc.array(files0to99, { minLength: 6, maxLength: 6 }),
      (scheme, [a = 0, b = 0, c = 0, d = 0]) => {
        const sheet = (evidence: number, reports: number) => {
          const more: Partial<TaskFact> = { reportIds: Array.from({ length: reports + 1 }, (_, i) => `r${i}`) };
          const entry: Omit<EntryFact, 'kind' | 'criterion'> = {
            entryId: 'e',
            ground: 'J1',
            count: 2,
            points: null,
            occurredOn: '2026-05-06',
            words: '荣誉',
            evidence,
            recordedBy: 'o1',
            approvedBy: 'o2',
          };
          const tasks = [taskFact('37', '40', more), taskFact('9', '12', { ...more, taskId: 'task-2' })];
          const entries: EntryFact[] = [
            { ...entry, kind: 'bonus', criterion: null },
            ...scheme.parts.flatMap(({ criteria }) =>
              criteria.map(({ code }): EntryFact => ({ ...entry, kind: 'occurrence', criterion: code })),
            ),
          ];
          const [scored] = scoreAll(scheme, [{ unionId: 'u', classCode: null, tasks, judgements: {}, entries }]);
          return [scored?.points, scored?.bonus, scored?.criteria.map(({ points, exact }) => [points, exact])];
        };
        expect(sheet(a, b)).toEqual(sheet(c, d));
      },
    ),
  );
});
