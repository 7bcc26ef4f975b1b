/** Scoring the unions of an assessment by its scheme (评分): criterion by criterion, then the exact sums. */
import { Decimal } from 'decimal.js';
import type { Words } from '../kernel/errors';
import { Refused } from '../kernel/errors';
import { constantOf } from './criterion-constant';
import { valueOf, written } from './expression';
import type { CriterionFacts, Judgement, Occurrence, TaskFact } from './facts';
import { selectTasks } from './facts';
import type { Fraction } from './fraction';
import type { NextUnit } from './next-unit';
import type { Json, Rule } from './rules/rule';
import { type RuleParams, ruleOf } from './rules/rules';
import type { CriterionDefinition, PlacedCriterion, SchemeDefinition, Scorer } from './scheme-types';
import { criteriaOf } from './scheme-types';
import { type Totals, totalOf, totalsOf } from './totals';
import { withoutFacts } from './without-facts';

/** An approved entry of a union (考核记录): an occurrence of a criterion, a bonus, a penalty or a veto. */
export interface EntryFact extends Occurrence {
  readonly kind: 'occurrence' | 'bonus' | 'penalty' | 'veto';
  /** Only of an occurrence. */
  readonly criterion: string | null;
}

/** Everything one union is scored from. */
export interface UnionFacts {
  readonly unionId: string;
  /** The class of comparable unions it stands in; null where the scheme has none. */
  readonly classCode: string | null;
  readonly tasks: readonly TaskFact[];
  /** What counts of what scorers gave, by criterion. */
  readonly judgements: Readonly<Record<string, Judgement>>;
  readonly entries: readonly EntryFact[];
}

/** The points of one criterion and where they come from. Marks and points are texts with two places. */
export interface ScoredCriterion {
  readonly code: string;
  readonly name: string;
  /** The code of its part, and of the criteria it belongs to, the outermost first. */
  readonly part: string;
  readonly groups: readonly string[];
  /** What it can bring to the whole: marks × weight of its part. */
  readonly marks: string;
  /** null: not scored yet, which is not zero. */
  readonly points: string | null;
  /** The points before they were rounded, with ten places. */
  readonly exact: string | null;
  /** Beyond the full marks; counted among the bonuses. */
  readonly bonus: string;
  readonly bonusArithmetic: string | null;
  readonly rule: Words;
  readonly explanation: Words;
  /** `60 × min(90 ÷ 120, 1)`; null while there is nothing to score. */
  readonly arithmetic: string | null;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly nextUnit: NextUnit | null;
  /** Who gave the points; an office names the officer and the moment once it has judged. */
  readonly source: {
    readonly scorer: Scorer;
    readonly by: string | null;
    readonly at: string | null;
    readonly reason: string | null;
  };
}

export interface ScoredPart {
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly points: string;
}

/** A score sheet (评分表); `openCriteria` are the codes of what is not scored yet. */
export interface ScoredSheet extends Totals {
  readonly unionId: string;
  readonly fullMarks: string;
  readonly openCriteria: readonly string[];
  readonly parts: readonly ScoredPart[];
  readonly criteria: readonly ScoredCriterion[];
}

/**
 * Scores all unions of an assessment by a checked scheme; a rule that compares looks at the unions of the same class.
 * Throws Refused (`judgements.<code>`) for a judgement of a criterion the scheme does not have or that is computed,
 * and as `scoreCriterion` does.
 */
export function scoreAll(definition: SchemeDefinition, unions: readonly UnionFacts[]): ScoredSheet[] {
  const criteria = criteriaOf(definition);
  const codes = new Set(criteria.map(({ criterion }) => criterion.code));
  for (const { judgements } of unions) {
    for (const code of Object.keys(judgements)) {
      if (!codes.has(code)) refuseJudgement(code, '方案中没有这一项。', 'The scheme has no such criterion.');
    }
  }
  const score = scorerOf(criteria, unions);
  return unions.map((union) => sheetFor(definition, score(union), union));
}

/** Scores one union after the other, criterion by criterion, by some criteria of a checked scheme; all are compared. */
export function scorerOf(
  criteria: readonly PlacedCriterion[],
  unions: readonly UnionFacts[],
): (union: UnionFacts) => ScoredCriterion[] {
  const peers = comparedValues(criteria, unions);
  return (union) => criteria.map((each) => scoredFor(each, union, peers(each.criterion.code, union.classCode)));
}

/** One union alone, without others to compare it with. */
export function scoreSheet(
  definition: SchemeDefinition,
  facts: { readonly tasks: readonly TaskFact[]; readonly entries?: readonly EntryFact[] },
  judgements: Readonly<Record<string, Judgement>>,
): ScoredSheet {
  const { tasks, entries = [] } = facts;
  const [sheet] = scoreAll(definition, [{ unionId: '', classCode: null, tasks, judgements, entries }]);
  if (sheet === undefined) throw new RangeError('no union to score');
  return sheet;
}

/** What a criterion is scored from, taken out of everything known of the union. */
export function factsFor(
  { criterion, weight }: Pick<PlacedCriterion, 'criterion' | 'weight'>,
  { tasks, judgements, entries }: Pick<UnionFacts, 'tasks' | 'judgements' | 'entries'>,
): CriterionFacts {
  const { code } = criterion;
  const judgement = Object.hasOwn(judgements, code) ? judgements[code] : undefined;
  return {
    tasks: criterion.tasks === undefined ? [] : selectTasks(tasks, criterion.tasks),
    occurrences: entries.filter((entry) => entry.kind === 'occurrence' && entry.criterion === code),
    weight,
    awaited: isGiven(criterion),
    ...(judgement === undefined ? {} : { judgement }),
  };
}

/**
 * Scores one criterion of a checked scheme. Throws Refused with the field `points` or `reason` for a judgement
 * that cannot stand, and with `judgements.<code>` for one of a computed criterion.
 */
export function scoreCriterion(placed: PlacedCriterion, facts: CriterionFacts): ScoredCriterion {
  const { part, groups, criterion, weight } = placed;
  const { code, name, scorer } = criterion;
  const rule = knownRule(criterion);
  const { judgement } = facts;
  const { marks, whole, said } = constantOf(criterion, weight, rule);
  const scored = rule.score(criterion.rule, marks, facts);
  if (judgement !== undefined && scorer === 'computed' && scored.points !== null) {
    refuseJudgement(code, '本项由系统计算，不由人评分。', 'This criterion is computed; nobody judges it.');
  }
  // Who is asked and has not answered leaves it open: silence is no value.
  const silent = isGiven(criterion) && judgement === undefined;
  const settledScore = scored.points === null && !silent ? withoutFacts(criterion, weight, judgement) : null;
  const arithmetic = settledScore?.arithmetic ?? scored.arithmetic;
  return {
    code,
    name,
    part: part.code,
    groups: groups.map((group) => group.code),
    marks: whole,
    points: settledScore?.points ?? scored.points,
    exact: arithmetic === null ? null : tenPlaces(valueOf(arithmetic)),
    bonus: scored.bonus?.points ?? '0.00',
    bonusArithmetic: scored.bonus === undefined ? null : written(scored.bonus.arithmetic),
    rule: said,
    explanation: settledScore === null ? scored.explanation : joined(scored.explanation, settledScore.words),
    arithmetic: arithmetic === null ? null : written(arithmetic),
    inputs: scored.inputs,
    nextUnit: scored.nextUnit,
    source: { scorer, by: judgement?.by ?? null, at: judgement?.at ?? null, reason: judgement?.reason ?? null },
  };
}

function scoredFor(
  placed: PlacedCriterion,
  union: UnionFacts,
  peers: readonly (Fraction | null)[] | undefined,
): ScoredCriterion {
  const facts = { ...factsFor(placed, union), ...(peers === undefined ? {} : { peers }) };
  if (placed.criterion.scorer !== 'computed' || facts.judgement === undefined) return scoreCriterion(placed, facts);
  // What an officer gave while there were no facts gives way to the facts.
  const { judgement: _, ...alone } = facts;
  const computed = scoreCriterion(placed, alone);
  return computed.points === null ? scoreCriterion(placed, facts) : computed;
}

function sheetFor(definition: SchemeDefinition, criteria: readonly ScoredCriterion[], union: UnionFacts): ScoredSheet {
  return {
    ...totalsOf(definition, union.entries, criteria),
    unionId: union.unionId,
    fullMarks: new Decimal(definition.fullMarks).toFixed(2),
    openCriteria: criteria.filter(({ points }) => points === null).map(({ code }) => code),
    parts: definition.parts.map(({ code, name, marks, weight = '1' }) => ({
      code,
      name,
      marks: new Decimal(marks).times(weight).toFixed(2),
      points: totalOf(criteria.filter(({ part }) => part === code).map(({ points }) => points)),
    })),
    criteria,
  };
}

/** Whether somebody is asked to give something before this is scored. */
const isGiven = ({ scorer }: CriterionDefinition): boolean => scorer !== 'computed';

/** The values a comparing rule asks for, per criterion and class; undefined for a rule that does not compare. */
function comparedValues(
  criteria: readonly PlacedCriterion[],
  unions: readonly UnionFacts[],
): (code: string, classCode: string | null) => readonly (Fraction | null)[] | undefined {
  const values = new Map<string, Map<string | null, (Fraction | null)[]>>();
  for (const placed of criteria) {
    const rule = knownRule(placed.criterion);
    if (!rule.compares) continue;
    const byClass = new Map<string | null, (Fraction | null)[]>();
    for (const union of unions) {
      const known = byClass.get(union.classCode) ?? [];
      known.push(rule.value(placed.criterion.rule, factsFor(placed, union)));
      byClass.set(union.classCode, known);
    }
    values.set(placed.criterion.code, byClass);
  }
  return (code, classCode) => values.get(code)?.get(classCode);
}

function knownRule({ rule: { kind } }: CriterionDefinition): Rule<RuleParams> {
  const rule = ruleOf(kind);
  if (rule !== undefined) return rule;
  throw new Refused('unknownKind', { zh: '没有这种评分规则。', en: 'There is no such kind of rule.' }, 'rule.kind');
}

const joined = (one: Words, other: Words): Words => ({ zh: one.zh + other.zh, en: `${one.en} ${other.en}` });

function tenPlaces({ top, bottom }: Fraction): string {
  return new Decimal(top.toString()).div(bottom.toString()).toFixed(10);
}

function refuseJudgement(code: string, zh: string, en: string): never {
  throw new Refused('notToBeJudged', { zh, en }, `judgements.${code}`);
}
