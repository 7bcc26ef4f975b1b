/** A scheme as it is typed: every field is text until it is saved; it becomes a definition only then. */
import {
  type Criterion,
  type Definition,
  type Group,
  isGroup,
  type Node,
  type Part,
  type Selection,
} from './definition';
import { newKey } from './lists';
import { feedingOf, newRule, type RuleDraft, ruleDraft, ruleOf } from './rule-draft';
import { fractionOf, numberText, percentOf } from './sums';
import { namesIn, type OfficeDraft, type TermsDraft, termsDraft, termsOf } from './terms-draft';

export type Chosen = 'all' | 'programmes' | 'codes' | 'none';
export type ScorerDraft = 'computed' | 'self' | 'office' | 'named';

export interface CriterionDraft extends RuleDraft {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly chosen: Chosen;
  /** Programmes or codes, as typed, one after the other. */
  readonly names: string;
  readonly scorer: ScorerDraft;
  /** The key of the named office. */
  readonly office: string;
  readonly withoutFacts: 'open' | 'zero' | 'full';
  readonly note: string;
}

export interface GroupDraft {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly note: string;
  readonly criteria: readonly NodeDraft[];
}

export type NodeDraft = CriterionDraft | GroupDraft;

export interface PartDraft {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  /** In percent. */
  readonly weight: string;
  readonly criteria: readonly NodeDraft[];
}

export interface SchemeDraft extends TermsDraft {
  readonly year: string;
  readonly title: string;
  readonly fullMarks: string;
  readonly parts: readonly PartDraft[];
}

export const isGroupDraft = (node: NodeDraft): node is GroupDraft => 'criteria' in node;

/** A further criterion, numbered on: after A2 comes A3. */
export function newCriterion(above: string, before: readonly NodeDraft[]): CriterionDraft {
  const first = { chosen: 'all', names: '', scorer: 'computed', office: '', withoutFacts: 'open', note: '' } as const;
  return { ...newRule(), ...first, id: newKey(), code: nextCode(above, before), name: '', marks: '' };
}

/** A further criterion that is made of others. */
export function newGroup(above: string, before: readonly NodeDraft[]): GroupDraft {
  const code = nextCode(above, before);
  return { id: newKey(), code, name: '', marks: '', note: '', criteria: [newCriterion(`${code}.`, [])] };
}

function nextCode(above: string, before: readonly NodeDraft[]): string {
  const taken = new Set(before.map(({ code }) => code));
  let no = before.length + 1;
  while (taken.has(`${above}${no}`)) no += 1;
  return `${above}${no}`;
}

export function newPart(before: readonly PartDraft[]): PartDraft {
  const taken = new Set(before.map(({ code }) => code));
  const code = [...'ABCDEFGHIJKLMNOPQRST'].find((letter) => !taken.has(letter)) ?? '';
  return { id: newKey(), code, name: '', marks: '', weight: '100', criteria: [newCriterion(code, [])] };
}

export const newScheme = (year: number): SchemeDraft => ({
  ...termsDraft({}),
  year: String(year),
  title: '',
  fullMarks: '100',
  parts: [newPart([])],
});

export function draftOf(year: number, title: string, { fullMarks, parts, ...rest }: Definition): SchemeDraft {
  const terms = termsDraft(rest);
  return { ...terms, year: String(year), title, fullMarks, parts: parts.map((part) => partDraft(part, terms.offices)) };
}

/** Last year's scheme for another year: the year in its title goes along. */
export function copyFor(year: number, from: { year: number; title: string }, definition: Definition): SchemeDraft {
  return draftOf(year, from.title.replaceAll(String(from.year), String(year)), definition);
}

const partDraft = (
  { code, name, marks, weight = '1', criteria }: Part,
  offices: readonly OfficeDraft[],
): PartDraft => ({
  id: newKey(),
  code,
  name,
  marks,
  weight: percentOf(weight),
  criteria: criteria.map((node) => nodeDraft(node, offices)),
});

function nodeDraft(node: Node, offices: readonly OfficeDraft[]): NodeDraft {
  if (!isGroup(node)) return criterionDraft(node, offices);
  const { code, name, marks, note = '', criteria } = node;
  return { id: newKey(), code, name, marks, note, criteria: criteria.map((each) => nodeDraft(each, offices)) };
}

function criterionDraft(criterion: Criterion, offices: readonly OfficeDraft[]): CriterionDraft {
  const { code, name, marks, rule, tasks, scorer, withoutFacts = 'open', note = '' } = criterion;
  const office = typeof scorer === 'string' ? '' : (offices.find((each) => each.code === scorer.office)?.id ?? '');
  return {
    ...ruleDraft(rule),
    ...selectionDraft(tasks),
    id: newKey(),
    code,
    name,
    marks,
    scorer: typeof scorer === 'string' ? scorer : 'named',
    office,
    withoutFacts,
    note,
  };
}

function selectionDraft(tasks: Selection | undefined): Pick<CriterionDraft, 'chosen' | 'names'> {
  if (tasks === undefined) return { chosen: 'none', names: '' };
  if (tasks === 'all') return { chosen: 'all', names: '' };
  return 'programmes' in tasks
    ? { chosen: 'programmes', names: tasks.programmes.join('、') }
    : { chosen: 'codes', names: tasks.codes.join('、') };
}

export function definitionOf(draft: SchemeDraft): Definition {
  const { fullMarks, parts, offices } = draft;
  return {
    fullMarks: numberText(fullMarks),
    parts: parts.map((part) => ({
      ...headOf(part),
      ...(fractionOf(part.weight) === '1' ? {} : { weight: fractionOf(part.weight) }),
      criteria: part.criteria.map((node) => nodeOf(node, offices)),
    })),
    ...termsOf(draft),
  };
}

const headOf = ({ code, name, marks }: { code: string; name: string; marks: string }) => ({
  code: code.trim(),
  name: name.trim(),
  marks: numberText(marks),
});

const noteOf = ({ note }: { note: string }) => (note.trim() === '' ? {} : { note: note.trim() });

function nodeOf(node: NodeDraft, offices: readonly OfficeDraft[]): Node {
  if (!isGroupDraft(node)) return criterionOf(node, offices);
  const criteria = node.criteria.map((each) => nodeOf(each, offices));
  return { ...headOf(node), ...noteOf(node), criteria } satisfies Group;
}

/** One criterion as the API takes it. */
export function criterionOf(draft: CriterionDraft, offices: readonly OfficeDraft[]): Criterion {
  const { withoutFacts } = draft;
  const tasks = selectionOf(draft);
  return {
    ...headOf(draft),
    rule: ruleOf(draft),
    ...(tasks === undefined ? {} : { tasks }),
    scorer: scorerOf(draft, offices),
    ...(withoutFacts === 'open' || feedingOf(draft) === 'points' ? {} : { withoutFacts }),
    ...noteOf(draft),
  };
}

function scorerOf({ scorer, office }: CriterionDraft, offices: readonly OfficeDraft[]): Criterion['scorer'] {
  if (scorer !== 'named') return scorer;
  return { office: offices.find(({ id }) => id === office)?.code.trim() ?? '' };
}

function selectionOf({ chosen, names }: CriterionDraft): Selection | undefined {
  if (chosen === 'none') return undefined;
  if (chosen === 'all') return 'all';
  return chosen === 'programmes' ? { programmes: namesIn(names) } : { codes: namesIn(names) };
}

/** The criterion with another rule: who scores it and whether it looks at tasks follow where the rule leaves no choice. */
export function withRule(criterion: CriterionDraft, change: Partial<RuleDraft>): Partial<CriterionDraft> {
  const next = { ...criterion, ...change };
  const feeding = feedingOf(next);
  if (feeding === feedingOf(criterion)) return change;
  const { chosen, scorer } = criterion;
  const scored: ScorerDraft =
    feeding === 'tasks' || (feeding === 'occurrences' && scorer === 'computed')
      ? 'computed'
      : scorer === 'computed'
        ? 'office'
        : scorer;
  const looks: Chosen = feeding === 'tasks' ? (chosen === 'none' ? 'all' : chosen) : 'none';
  return { ...change, scorer: scored, chosen: looks };
}
