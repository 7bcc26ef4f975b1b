/** Trying a scheme on an earlier year (方案试评): what can be taken over of that year, and how ranks would have moved. */
import { Decimal } from 'decimal.js';
import { DomainError, type Words } from '../../kernel/errors';
import type { Judgement } from '../facts';
import { rankByPoints } from '../ranking';
import { ruleOf } from '../rules/rules';
import { criteriaOf, type PlacedCriterion, type SchemeDefinition } from '../scheme-types';
import { type EntryFact, type ScoredSheet, scoreCriterion } from '../scoring';
import { totalOf } from '../totals';
import type { TrialView } from './trial.view';

/** What a criterion lacks in the year it is tried on. */
export interface Lack {
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly words: Words;
}

export interface Published {
  readonly points: string;
  readonly rank: number | null;
}

/** Which judged criteria mean the same in both schemes: code and marks are equal. The others say why not. */
export function takenOver(
  draft: SchemeDefinition,
  earlier: SchemeDefinition | null,
): { readonly codes: ReadonlySet<string>; readonly why: ReadonlyMap<string, Words> } {
  const known = new Map((earlier === null ? [] : criteriaOf(earlier)).map((placed) => [placed.criterion.code, placed]));
  const codes = new Set<string>();
  const why = new Map<string, Words>();
  for (const { criterion } of criteriaOf(draft)) {
    if (criterion.scorer === 'computed') continue;
    const then = known.get(criterion.code);
    const words = lackOf(earlier !== null, criterion.marks, then);
    if (words === null) codes.add(criterion.code);
    else why.set(criterion.code, words);
  }
  return { codes, why };
}

/** What was given then, as far as the draft's rules can be fed with it. */
export function judgementsFor(
  draft: SchemeDefinition,
  codes: ReadonlySet<string>,
  given: Readonly<Record<string, Judgement>>,
): Record<string, Judgement> {
  const fitting = criteriaOf(draft).flatMap((placed): [string, Judgement][] => {
    const { code } = placed.criterion;
    const judgement = codes.has(code) && Object.hasOwn(given, code) ? given[code] : undefined;
    return judgement !== undefined && stands(placed, judgement) ? [[code, judgement]] : [];
  });
  return Object.fromEntries(fitting);
}

/** The entries of that year whose ground the draft knows, and that say their points where it leaves them open. */
export function entriesFor(draft: SchemeDefinition, entries: readonly EntryFact[]): EntryFact[] {
  const criteria = new Map(criteriaOf(draft).map(({ criterion }) => [criterion.code, criterion.rule]));
  return entries.filter(({ kind, criterion, ground, points }) => {
    if (kind === 'veto') return (draft.vetoes ?? []).some(({ code }) => code === ground);
    if (kind === 'occurrence') {
      const rule = criteria.get(criterion ?? '');
      return (
        rule !== undefined &&
        ruleOf(rule.kind)
          ?.grounds(rule)
          .some(({ code }) => code === ground) === true
      );
    }
    const kinds = (kind === 'bonus' ? draft.bonuses : draft.penalties)?.kinds ?? [];
    return kinds.some(({ code, each }) => code === ground && (each !== undefined || points !== null));
  });
}

/** The unions by rank, each beside what was published then. */
export function rankedTrial(
  sheets: readonly ScoredSheet[],
  names: ReadonlyMap<string, string>,
  published: ReadonlyMap<string, Published>,
): TrialView['unions'] {
  return rankByPoints(sheets, ({ points }) => points).map(({ unionId, points, openCriteria, rank }) => {
    const then = published.get(unionId);
    const publishedRank = then?.rank ?? null;
    return {
      unionId,
      unionName: names.get(unionId) ?? '',
      points,
      openCriteria: openCriteria.length,
      rank,
      publishedPoints: then?.points ?? null,
      publishedRank,
      moved: publishedRank === null ? null : publishedRank - rank,
    };
  });
}

/** The criteria that nobody got points for, and why; and the marks of the others. */
export function lacking(
  sheets: readonly ScoredSheet[],
  why: ReadonlyMap<string, Words>,
): { leftOut: Lack[]; triedMarks: string } {
  const criteria = sheets[0]?.criteria ?? [];
  const open = new Set(
    criteria.map(({ code }) => code).filter((code) => sheets.every((sheet) => sheet.openCriteria.includes(code))),
  );
  const leftOut = criteria
    .filter(({ code }) => open.has(code))
    .map(({ code, name, marks, source }) => {
      const words = why.get(code) ?? (source.scorer === 'computed' ? NO_FACTS : NOT_GIVEN);
      return { code, name, marks, words };
    });
  const tried = criteria.filter(({ code }) => !open.has(code)).map(({ marks }) => marks);
  return { leftOut, triedMarks: totalOf(tried) };
}

function lackOf(published: boolean, marks: string, then: PlacedCriterion | undefined): Words | null {
  if (!published) return NOTHING_PUBLISHED;
  if (then === undefined) return said('当年的方案没有这一项。', 'The scheme of that year had no such criterion.');
  const earlier = then.criterion.marks;
  if (new Decimal(earlier).eq(marks)) return null;
  return said(`当年本项满分为 ${earlier} 分。`, `In that year its marks were ${earlier}.`);
}

function stands(placed: PlacedCriterion, judgement: Judgement): boolean {
  try {
    scoreCriterion(placed, { tasks: [], weight: placed.weight, judgement });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

const said = (zh: string, en: string): Words => ({ zh, en });
const NOTHING_PUBLISHED = said(
  '当年没有已公示的考核，没有评分可沿用。',
  'Nothing was published in that year to take scores from.',
);
const NO_FACTS = said('当年没有可用的数据。', 'There are no facts of that year.');
const NOT_GIVEN = said(
  '当年的评分不适用于本项规则，或没有评分。',
  'What was given then does not fit this rule, or nothing was given.',
);
