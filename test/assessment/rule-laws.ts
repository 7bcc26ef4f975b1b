/** What must hold for the score of every kind of rule, whatever the facts. */
import { Decimal } from 'decimal.js';
import { valueOf, written } from '../../src/assessment/expression';
import type { CriterionFacts, TaskFact } from '../../src/assessment/facts';
import type { Scored } from '../../src/assessment/rules/rule';
import { type RuleParams, ruleOf } from '../../src/assessment/rules/rules';
import { settled } from '../../src/assessment/settle';
import { claimed, recomputed } from './recompute';

/** Scores by parameters that pass the check. */
export function scored(params: RuleParams, marks: string, facts: CriterionFacts): Scored {
  const rule = ruleOf(params.kind);
  if (rule === undefined) throw new Error(`no rule ${params.kind}`);
  const faults = rule.validate(params, new Decimal(marks), 'rule');
  if (faults.length > 0) throw new Error(`${faults[0]?.field} ${faults[0]?.words.en}`);
  return rule.score(params, new Decimal(marks), facts);
}

/** Bounds, two places, and the points worked out from the arithmetic, from its text and from the explanation. */
export function keepsTheLaws(score: Scored, marks: string, weight = '1'): void {
  const { points, arithmetic, explanation, bonus } = score;
  expect(explanation.zh !== '' && explanation.en !== '').toBe(true);
  if (points === null || arithmetic === null) {
    expect([points, arithmetic, score.nextUnit]).toEqual([null, null, null]);
    return;
  }
  expect(points).toMatch(/^\d+\.\d\d$/);
  const most = new Decimal(marks).times(weight).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  expect(new Decimal(points).lte(most)).toBe(true);
  expect(settled(arithmetic)).toBe(points);
  expect(recomputed(written(arithmetic))).toBe(points);
  const claim = claimed(explanation.zh);
  if (claim.points !== '') {
    expect(claim.points).toBe(points);
    expect(recomputed(claim.arithmetic)).toBe(points);
  }
  if (bonus !== undefined) {
    expect(valueOf(bonus.arithmetic).top >= 0n).toBe(true);
    expect(recomputed(written(bonus.arithmetic))).toBe(bonus.points);
  }
}

/** The promised units bring the promised points, and one unit fewer brings nothing. */
export function keepsItsPromise(score: Scored, after: (units: Decimal, taskId: string | null) => Scored): void {
  const { points, nextUnit } = score;
  if (nextUnit === null || points === null) return;
  const more = new Decimal(nextUnit.more);
  const oneLess = more.gt(0) ? more.minus(1) : more.plus(1);
  expect(after(more, nextUnit.taskId).points).toBe(nextUnit.points);
  expect(new Decimal(points).plus(nextUnit.gain).toFixed(2)).toBe(nextUnit.points);
  expect(new Decimal(nextUnit.gain).gt(0)).toBe(true);
  expect(after(oneLess, nextUnit.taskId).points).toBe(points);
}

/** The tasks with so many units more on one of them. */
export function withMore(tasks: readonly TaskFact[], units: Decimal, taskId: string | null): TaskFact[] {
  return tasks.map((one) => (one.taskId === taskId ? { ...one, done: units.plus(one.done).toFixed() } : one));
}
