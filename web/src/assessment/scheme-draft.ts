/** A scheme as it is typed: every field is text until it is saved; it becomes a definition only then. */
import type { Criterion, Definition, Over, Part, Rule, Selection } from './definition';
import { newKey } from './lists';
import { fractionOf, numberText, percentOf } from './sums';

export interface BandDraft {
  readonly id: string;
  readonly atLeast: string;
  readonly points: string;
}

export type Chosen = 'all' | 'programmes' | 'codes' | 'none';

export interface CriterionDraft {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly kind: Rule['kind'];
  /** Percent of the target at which full marks are reached. */
  readonly fullAt: string;
  readonly over: Over;
  readonly bands: readonly BandDraft[];
  readonly min: string;
  readonly chosen: Chosen;
  /** Programmes or codes, as typed, one after the other. */
  readonly names: string;
}

export interface PartDraft {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly criteria: readonly CriterionDraft[];
}

export interface SchemeDraft {
  readonly year: string;
  readonly title: string;
  readonly fullMarks: string;
  readonly parts: readonly PartDraft[];
}

export const newBand = (): BandDraft => ({ id: newKey(), atLeast: '', points: '' });

/** A further criterion, numbered on: after A2 comes A3. */
export function newCriterion(part: string, before: readonly CriterionDraft[]): CriterionDraft {
  const taken = new Set(before.map(({ code }) => code));
  let no = before.length + 1;
  while (taken.has(`${part}${no}`)) no += 1;
  const bands = [newBand()];
  const first = { kind: 'proportional', fullAt: '100', over: 'completion', min: '', chosen: 'all', names: '' } as const;
  return { id: newKey(), code: `${part}${no}`, name: '', marks: '', bands, ...first };
}

export function newPart(before: readonly PartDraft[]): PartDraft {
  const taken = new Set(before.map(({ code }) => code));
  const code = [...'ABCDEFGHIJKLMNOPQRST'].find((letter) => !taken.has(letter)) ?? '';
  return { id: newKey(), code, name: '', marks: '', criteria: [newCriterion(code, [])] };
}

export function draftOf(year: number, title: string, { fullMarks, parts }: Definition): SchemeDraft {
  return { year: String(year), title, fullMarks, parts: parts.map(partDraft) };
}

/** Last year's scheme for another year: the year in its title goes along. */
export function copyFor(year: number, from: { year: number; title: string }, definition: Definition): SchemeDraft {
  return draftOf(year, from.title.replaceAll(String(from.year), String(year)), definition);
}

const partDraft = ({ code, name, marks, criteria }: Part): PartDraft => ({
  id: newKey(),
  code,
  name,
  marks,
  criteria: criteria.map(criterionDraft),
});

function criterionDraft({ code, name, marks, rule, tasks }: Criterion): CriterionDraft {
  const bands = rule.kind === 'bands' ? rule.bands.map((band) => ({ ...band, id: newKey() })) : [newBand()];
  return {
    id: newKey(),
    code,
    name,
    marks,
    kind: rule.kind,
    fullAt: percentOf((rule.kind === 'proportional' ? rule.fullAt : undefined) ?? '1'),
    over: (rule.kind === 'bands' ? rule.over : undefined) ?? 'completion',
    bands,
    min: (rule.kind === 'manual' ? rule.min : undefined) ?? '',
    ...selectionDraft(tasks),
  };
}

function selectionDraft(tasks: Selection | undefined): Pick<CriterionDraft, 'chosen' | 'names'> {
  if (tasks === undefined) return { chosen: 'none', names: '' };
  if (tasks === 'all') return { chosen: 'all', names: '' };
  return 'programmes' in tasks
    ? { chosen: 'programmes', names: tasks.programmes.join('、') }
    : { chosen: 'codes', names: tasks.codes.join('、') };
}

/** Names as people list them. */
export const namesIn = (typed: string): string[] =>
  typed
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

export function definitionOf({ fullMarks, parts }: SchemeDraft): Definition {
  return {
    fullMarks: numberText(fullMarks),
    parts: parts.map(({ code, name, marks, criteria }) => ({
      code: code.trim(),
      name: name.trim(),
      marks: numberText(marks),
      criteria: criteria.map(criterionOf),
    })),
  };
}

function criterionOf(draft: CriterionDraft): Criterion {
  const { code, name, marks, kind } = draft;
  const tasks = selectionOf(draft);
  return {
    code: code.trim(),
    name: name.trim(),
    marks: numberText(marks),
    rule: ruleOf(draft),
    ...(tasks === undefined ? {} : { tasks }),
    // the API gives each rule its scorer: what is judged is judged by the office
    scorer: kind === 'manual' ? 'office' : 'computed',
  };
}

function ruleOf({ kind, fullAt, over, bands, min }: CriterionDraft): Rule {
  if (kind === 'manual') return min.trim() === '' ? { kind } : { kind, min: numberText(min) };
  if (kind === 'proportional') return fractionOf(fullAt) === '1' ? { kind } : { kind, fullAt: fractionOf(fullAt) };
  const steps = bands.map(({ atLeast, points }) => ({ atLeast: numberText(atLeast), points: numberText(points) }));
  return { kind, over, bands: steps };
}

function selectionOf({ chosen, names }: CriterionDraft): Selection | undefined {
  if (chosen === 'none') return undefined;
  if (chosen === 'all') return 'all';
  return chosen === 'programmes' ? { programmes: namesIn(names) } : { codes: namesIn(names) };
}
