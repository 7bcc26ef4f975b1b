/** Scoring the unions of an assessment by its scheme (评分): criterion by criterion, then the exact sums. */
import { Decimal } from 'decimal.js';
import type { Words } from '../kernel/errors';
import { Refused } from '../kernel/errors';
import { type Expression, valueOf, written } from './expression';
import type { CriterionFacts, Judgement, Occurrence, TaskFact } from './facts';
import { selectTasks } from './facts';
import type { Fraction } from './fraction';
import type { NextUnit } from './next-unit';
import type { Json, Rule } from './rules/rule';
import { type RuleParams, ruleOf } from './rules/rules';
import type { CriterionDefinition, PlacedCriterion, SchemeDefinition, Scorer } from './scheme-types';
import { criteriaOf } from './scheme-types';
import { settled, weighted } from './settle';
import { type Totals, totalOf, totalsOf } from './totals';

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
  const peers = comparedValues(criteria, unions);
  return unions.map((union) => sheetFor(definition, criteria, union, (code) => peers(code, union.classCode)));
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
  const marks = new Decimal(criterion.marks);
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
    marks: settled(weighted({ is: 'number', text: criterion.marks }, weight)),
    points: settledScore?.points ?? scored.points,
    exact: arithmetic === null ? null : tenPlaces(valueOf(arithmetic)),
    bonus: scored.bonus?.points ?? '0.00',
    bonusArithmetic: scored.bonus === undefined ? null : written(scored.bonus.arithmetic),
    rule: rule.describe(criterion.rule, marks),
    explanation: settledScore === null ? scored.explanation : joined(scored.explanation, settledScore.words),
    arithmetic: arithmetic === null ? null : written(arithmetic),
    inputs: scored.inputs,
    nextUnit: scored.nextUnit,
    source: { scorer, by: judgement?.by ?? null, at: judgement?.at ?? null, reason: judgement?.reason ?? null },
  };
}

function sheetFor(
  definition: SchemeDefinition,
  placed: readonly PlacedCriterion[],
  union: UnionFacts,
  peersOf: (code: string) => readonly (Fraction | null)[] | undefined,
): ScoredSheet {
  const criteria = placed.map((each) => {
    const peers = peersOf(each.criterion.code);
    const facts = { ...factsFor(each, union), ...(peers === undefined ? {} : { peers }) };
    if (each.criterion.scorer !== 'computed' || facts.judgement === undefined) return scoreCriterion(each, facts);
    // What an officer gave while there were no facts gives way to the facts.
    const { judgement: _, ...alone } = facts;
    const computed = scoreCriterion(each, alone);
    return computed.points === null ? scoreCriterion(each, facts) : computed;
  });
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

/** What a criterion gives on which nothing is known: what its scheme says, or what an officer gave with a reason. */
function withoutFacts(
  { marks, withoutFacts: says = 'open', scorer }: CriterionDefinition,
  weight: string,
  judgement: Judgement | undefined,
): { points: string; arithmetic: Expression; words: Words } | null {
  const given = scorer === 'computed' ? judgement?.points : undefined;
  if (given === undefined && says === 'open') return null;
  const text = given ?? (says === 'full' ? marks : '0');
  const arithmetic = weighted({ is: 'number', text: new Decimal(text).toFixed() }, weight);
  const points = settled(arithmetic);
  const words =
    given === undefined
      ? {
          zh: `方案规定没有数据时得${says === 'full' ? '满' : '零'}分：${points} 分。`,
          en: `By the scheme a criterion without facts gives ${says === 'full' ? 'the full marks' : 'nothing'}: ${points} points.`,
        }
      : {
          zh: `没有数据，由评分人评定 ${points} 分。理由：${judgement?.reason ?? ''}`,
          en: `There are no facts; the scorer gave ${points} points. Reason: ${judgement?.reason ?? ''}`,
        };
  return { points, arithmetic, words };
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
