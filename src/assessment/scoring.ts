/** Scoring one union by a scheme (评分): criterion by criterion, then the exact sum. */
import { Decimal } from 'decimal.js';
import type { Words } from '../kernel/errors';
import { Refused } from '../kernel/errors';
import type { Judgement, TaskFact } from './facts';
import { selectTasks } from './facts';
import type { NextUnit } from './next-unit';
import type { Json } from './rules/rule';
import { ruleOf } from './rules/rules';
import type { CriterionDefinition, SchemeDefinition, Scorer } from './scheme-definition';

/** The points of one criterion and where they come from. Marks and points are texts with two places. */
export interface ScoredCriterion {
  readonly code: string;
  readonly name: string;
  /** The code of its part. */
  readonly part: string;
  readonly marks: string;
  /** null: not scored yet, which is not zero. */
  readonly points: string | null;
  readonly explanation: Words;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly nextUnit: NextUnit | null;
  /** Who gave the points; an office names the officer and the moment once it has judged. */
  readonly source: {
    readonly scorer: Scorer;
    readonly by: string | null;
    readonly at: string | null;
  };
}

export interface ScoredPart {
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly points: string;
}

/** A score sheet (评分表): `points` is the exact sum of what is scored; `openCriteria` are the codes of the rest. */
export interface ScoredSheet {
  readonly fullMarks: string;
  readonly points: string;
  readonly openCriteria: readonly string[];
  readonly parts: readonly ScoredPart[];
  readonly criteria: readonly ScoredCriterion[];
}

/**
 * Scores one union by a checked scheme. Throws Refused (`judgements.<code>`) for a judgement of a criterion the
 * scheme does not have or that is computed, and as `scoreCriterion` does.
 */
export function scoreSheet(
  definition: SchemeDefinition,
  facts: { readonly tasks: readonly TaskFact[] },
  judgements: Readonly<Record<string, Judgement>>,
): ScoredSheet {
  const codes = new Set(definition.parts.flatMap(({ criteria }) => criteria.map(({ code }) => code)));
  for (const code of Object.keys(judgements)) {
    if (!codes.has(code)) refuseJudgement(code, '方案中没有这一项。', 'The scheme has no such criterion.');
  }
  const criteria = definition.parts.flatMap((part) =>
    part.criteria.map((criterion) => {
      const judged = Object.hasOwn(judgements, criterion.code) ? judgements[criterion.code] : undefined;
      return scoreCriterion(part.code, criterion, facts.tasks, judged);
    }),
  );
  return {
    fullMarks: new Decimal(definition.fullMarks).toFixed(2),
    points: sum(criteria),
    openCriteria: criteria.filter(({ points }) => points === null).map(({ code }) => code),
    parts: definition.parts.map(({ code, name, marks }) => ({
      code,
      name,
      marks: new Decimal(marks).toFixed(2),
      points: sum(criteria.filter(({ part }) => part === code)),
    })),
    criteria,
  };
}

/**
 * Scores one criterion of a checked scheme. Throws Refused with the field `points` or `reason` for a judgement
 * that cannot stand, and with `judgements.<code>` for one of a computed criterion.
 */
export function scoreCriterion(
  part: string,
  criterion: CriterionDefinition,
  tasks: readonly TaskFact[],
  judgement?: Judgement,
): ScoredCriterion {
  const rule = ruleOf(criterion.rule.kind);
  if (rule === undefined) {
    const words = { zh: '没有这种评分规则。', en: 'There is no such kind of rule.' };
    throw new Refused('unknownKind', words, 'rule.kind');
  }
  const { code, name, scorer } = criterion;
  if (judgement !== undefined && !rule.judged) {
    refuseJudgement(code, '本项由系统计算，不由人评分。', 'This criterion is computed; nobody judges it.');
  }
  const marks = new Decimal(criterion.marks);
  const chosen = criterion.tasks === undefined ? [] : selectTasks(tasks, criterion.tasks);
  const scored = rule.score(criterion.rule, marks, {
    tasks: chosen,
    ...(judgement === undefined ? {} : { judgement }),
  });
  const source = { scorer, by: judgement?.by ?? null, at: judgement?.at ?? null };
  return { code, name, part, marks: marks.toFixed(2), ...scored, source };
}

function sum(criteria: readonly ScoredCriterion[]): string {
  return criteria.reduce((total, { points }) => total.plus(points ?? 0), new Decimal(0)).toFixed(2);
}

function refuseJudgement(code: string, zh: string, en: string): never {
  throw new Refused('notToBeJudged', { zh, en }, `judgements.${code}`);
}
