/** What a scheme says beside its criteria, as it is typed: offices, bonuses, vetoes, classes, grades, the course. */
import type { Definition } from './definition';
import { newKey } from './lists';
import { numberText } from './sums';
import { type CountingDraft, countingDraftOf, countingOf } from './self-counting';

export interface OfficeDraft {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface EntryKindDraft extends CountingDraft {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Points of one; empty: each entry says how many. */
  readonly each: string;
  readonly cap: string;
}

export interface EntriesDraft {
  readonly cap: string;
  readonly kinds: readonly EntryKindDraft[];
}

export interface VetoDraft {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly effect: 'zero' | 'gradeCapped' | 'awardLost';
  /** The key of the best grade that is left. */
  readonly grade: string;
}

export interface ClassDraft {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** One kind, or several with a comma between; empty for all. */
  readonly kinds: string;
  readonly sizeFrom: string;
  readonly sizeBelow: string;
}

export interface GradeDraft {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly atLeast: string;
  readonly quota: string;
}

export const STEPS = ['selfScore', 'review', 'final', 'appeal', 'decide'] as const;
export type CourseDraft = Readonly<Record<(typeof STEPS)[number], string>>;

export interface TermsDraft {
  readonly offices: readonly OfficeDraft[];
  readonly bonuses: EntriesDraft;
  readonly penalties: EntriesDraft;
  readonly vetoes: readonly VetoDraft[];
  readonly classes: readonly ClassDraft[];
  readonly grades: readonly GradeDraft[];
  readonly quotaTies: 'out' | 'in';
  readonly tiesBy: 'shared' | 'criteria';
  /** Codes of criteria, as typed. */
  readonly tiesCriteria: string;
  readonly course: CourseDraft;
}

/** Names as people list them. */
export const namesIn = (typed: string): string[] =>
  typed
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

type Terms = Omit<Definition, 'fullMarks' | 'parts'>;

export function termsDraft({
  offices = [],
  bonuses,
  penalties,
  vetoes = [],
  classes = [],
  ...rest
}: Terms): TermsDraft {
  const { grading, ties, course } = rest;
  const grades = (grading?.grades ?? []).map(({ code, name, atLeast = '', quota = '' }) => {
    return { id: newKey(), code, name, atLeast, quota };
  });
  return {
    offices: offices.map((office) => ({ ...office, id: newKey() })),
    bonuses: entriesDraft(bonuses),
    penalties: entriesDraft(penalties),
    vetoes: vetoes.map(({ code, name, effect, grade }) => {
      return { id: newKey(), code, name, effect, grade: grades.find((each) => each.code === grade)?.id ?? '' };
    }),
    classes: classes.map(({ code, name, kinds = [], sizeFrom, sizeBelow }) => {
      const sizes = { sizeFrom: daysText(sizeFrom), sizeBelow: daysText(sizeBelow) };
      return { id: newKey(), code, name, kinds: kinds.join(','), ...sizes };
    }),
    grades,
    quotaTies: grading?.quotaTies ?? 'out',
    tiesBy: ties?.by ?? 'shared',
    tiesCriteria: (ties?.criteria ?? []).join('、'),
    course: {
      selfScore: daysText(course?.selfScore),
      review: daysText(course?.review),
      final: daysText(course?.final),
      appeal: daysText(course?.appeal),
      decide: daysText(course?.decide),
    },
  };
}

const daysText = (days: number | undefined): string => (days === undefined ? '' : String(days));

const entriesDraft = (entries: Definition['bonuses']): EntriesDraft => ({
  cap: entries?.cap ?? '',
  kinds: (entries?.kinds ?? []).map(({ code, name, each = '', cap, ...counting }) => ({
    ...{ id: newKey(), code, name, each, cap, ...countingDraftOf(counting) },
  })),
});

/** As the API takes them; what nothing was typed for is left out. */
export function termsOf(draft: TermsDraft): Terms {
  const { offices, vetoes, classes, grades, quotaTies, course } = draft;
  return {
    ...(offices.length === 0 ? {} : { offices: offices.map(named) }),
    ...entriesOf('bonuses', draft.bonuses),
    ...entriesOf('penalties', draft.penalties),
    ...(vetoes.length === 0 ? {} : { vetoes: vetoes.map((veto) => vetoOf(veto, grades)) }),
    ...(classes.length === 0 ? {} : { classes: classes.map(classOf) }),
    ...(grades.length === 0 ? {} : { grading: gradingOf(grades, quotaTies) }),
    ...tiesOf(draft),
    ...courseOf(course),
  };
}

const named = ({ code, name }: { code: string; name: string }) => ({ code: code.trim(), name: name.trim() });

const typed = <K extends string>(key: K, text: string): { [key in K]?: string } =>
  text.trim() === '' ? {} : ({ [key]: numberText(text) } as { [key in K]: string });

function entriesOf(key: 'bonuses' | 'penalties', { cap, kinds }: EntriesDraft): Terms {
  if (cap.trim() === '' && kinds.length === 0) return {};
  const all = kinds.map((kind) => ({
    ...named(kind),
    ...typed('each', kind.each),
    cap: numberText(kind.cap),
    ...countingOf(kind),
  }));
  return { [key]: { cap: numberText(cap), kinds: all } };
}

function vetoOf(veto: VetoDraft, grades: readonly GradeDraft[]) {
  const { effect } = veto;
  if (effect !== 'gradeCapped') return { ...named(veto), effect };
  return { ...named(veto), effect, grade: grades.find(({ id }) => id === veto.grade)?.code.trim() ?? '' };
}

function classOf({ kinds, sizeFrom, sizeBelow, ...rest }: ClassDraft) {
  const which = namesIn(kinds) as ('area' | 'industry' | 'enterprise')[];
  return {
    ...named(rest),
    ...(which.length === 0 ? {} : { kinds: which }),
    ...whole('sizeFrom', sizeFrom),
    ...whole('sizeBelow', sizeBelow),
  };
}

/** A whole number; what is none goes to the API as typed, for it to say so. */
function whole<K extends string>(key: K, text: string): { [key in K]?: number } {
  const plain = numberText(text);
  if (plain === '') return {};
  return { [key]: /^\d{1,9}$/.test(plain) ? Number(plain) : plain } as { [key in K]: number };
}

function gradingOf(grades: readonly GradeDraft[], quotaTies: 'out' | 'in') {
  const all = grades.map((grade) => ({
    ...named(grade),
    ...typed('atLeast', grade.atLeast),
    ...typed('quota', grade.quota),
  }));
  return { grades: all, ...(all.some(({ quota }) => quota !== undefined) ? { quotaTies } : {}) };
}

function tiesOf({ tiesBy, tiesCriteria }: TermsDraft): Terms {
  return tiesBy === 'shared' ? {} : { ties: { by: tiesBy, criteria: namesIn(tiesCriteria) } };
}

function courseOf(course: CourseDraft): Terms {
  const steps = Object.assign({}, ...STEPS.map((step) => whole(step, course[step]))) as NonNullable<Terms['course']>;
  return Object.keys(steps).length === 0 ? {} : { course: steps };
}
