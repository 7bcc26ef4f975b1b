/** A rule tried out in the browser (试算) with the engine's own arithmetic. */
import { Decimal } from 'decimal.js';
import { sourceOf } from '../../../src/assessment/measure';
import { ruleOf } from '../../../src/assessment/rules/rules';
import type { Words } from '../../../src/kernel/errors';
import type { Rule } from './definition';
import { exampleFacts, type Tried } from './example-facts';

export interface Example {
  readonly points: string;
  /** The full marks, after the weight of the part. */
  readonly most: string;
  readonly explanation: Words;
  readonly bonus: string | null;
  readonly next: Words | null;
}

/** null: the rule is not complete yet, or the figures do not fit it. */
export function exampleOf(rule: Rule, marks: string, weight: string, tried: Tried): Example | null {
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(marks) || !/^(0\.\d{1,4}|1)$/.test(weight)) return null;
  const known = ruleOf(rule.kind);
  const full = new Decimal(marks);
  if (known === undefined || full.isZero() || known.validate(rule, full, '').length > 0) return null;
  try {
    const { points, explanation, bonus, nextUnit } = known.score(rule, full, exampleFacts(rule, weight, tried));
    if (points === null) return null;
    const most = new Decimal(marks).times(weight).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
    return { points, most, explanation, bonus: bonus?.points ?? null, next: nextUnit?.words ?? null };
  } catch {
    // a figure that this rule refuses: nothing to show
    return null;
  }
}

/** The highest percentage one can turn to. */
export const highestOf = (rule: Rule): number => Number(sourceOf('over' in rule ? rule.over : undefined).highest);
