/** What a scorer may hand in for a criterion (评分要素): points, a stated rate, or counts, as its rule is fed. */
import { Decimal } from 'decimal.js';
import { Refused } from '../kernel/errors';
import type { CriterionFacts } from './facts';
import { ruleOf } from './rules/rules';
import type { PlacedCriterion } from './scheme-types';
import { scoreCriterion } from './scoring';
import type { Given } from './stage';

type Part = keyof Given;

const needed: Record<'points' | 'rate' | 'occurrences', { parts: readonly Part[]; zh: string; en: string }> = {
  points: { parts: ['points'], zh: '本项直接评分，请填分值', en: 'This criterion takes points' },
  rate: {
    parts: ['numerator', 'denominator'],
    zh: '本项按比率计分，请填分子和分母',
    en: 'This criterion takes a numerator and a denominator',
  },
  occurrences: { parts: ['counts'], zh: '本项按次数计分，请填各事项的次数', en: 'This criterion takes counts' },
};

/** What the scorer of this criterion hands in; of a computed one without facts the points themselves. */
export function foodOf({ criterion: { scorer, rule } }: Pick<PlacedCriterion, 'criterion'>): keyof typeof needed {
  const food = scorer === 'computed' ? 'judgement' : ruleOf(rule.kind)?.food;
  return food === 'rate' || food === 'occurrences' ? food : 'points';
}

/** Throws Refused with the field for what the rule does not take, lacks, or cannot count. */
export function checkGiven(placed: PlacedCriterion, given: Given): void {
  const food = foodOf(placed);
  const { parts, zh, en } = needed[food];
  for (const part of Object.keys(given) as Part[]) {
    if (given[part] !== undefined && !parts.includes(part)) {
      throw new Refused('score.wrongFood', { zh: `${zh}，此栏不填。`, en: `${en}; leave this out.` }, part);
    }
  }
  for (const part of parts) {
    if (given[part] === undefined) throw new Refused('score.missing', { zh: `${zh}。`, en: `${en}.` }, part);
  }
  if (placed.criterion.scorer === 'computed') checkPoints(placed, given.points ?? '');
}

/** Whether the machine finds something to score a computed criterion from, without anybody's judgement. */
export function findsFacts({ criterion: { rule, marks } }: PlacedCriterion, facts: CriterionFacts): boolean {
  const { judgement: _, ...found } = facts;
  const known = ruleOf(rule.kind);
  if (known === undefined) return false;
  return known.compares
    ? known.value(rule, found) !== null
    : known.score(rule, new Decimal(marks), found).points !== null;
}

/** What the rule makes of what was given alone; null where the points hang on the other unions. Throws as the rule does. */
export function pointsGiven(
  placed: PlacedCriterion,
  judgement: NonNullable<CriterionFacts['judgement']>,
): string | null {
  if (ruleOf(placed.criterion.rule.kind)?.compares === true && placed.criterion.scorer !== 'computed') return null;
  return scoreCriterion(placed, { tasks: [], weight: placed.weight, judgement }).points;
}

function checkPoints({ criterion: { marks } }: PlacedCriterion, points: string): void {
  if (new Decimal(points).lte(marks)) return;
  const full = new Decimal(marks).toFixed();
  throw new Refused('pointsOutsideLimits', { zh: `应评 0 至 ${full} 分。`, en: `Give 0 to ${full} points.` }, 'points');
}
