import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { proportional } from '../../src/assessment/rules/proportional';
import type { TaskFact } from '../../src/assessment/facts';
import { taskFact } from './task-fact';
import { claimed, recomputed } from './recompute';

const score = (marks: string, tasks: TaskFact[], fullAt: string) =>
  proportional.score({ kind: 'proportional', fullAt }, new Decimal(marks), { tasks });

describe('whatever was done', () => {
  const quantity = fc.integer({ min: 0, max: 9_999_999 }).map((n) => (n / 100).toFixed(2));
  const target = fc.integer({ min: 1, max: 9_999_999 }).map((n) => (n / 100).toFixed(2));
  const weight = fc.integer({ min: 1, max: 500 }).map((n) => (n / 100).toFixed(2));
  const task = fc
    .record({ done: quantity, target, weight })
    .map(({ done, target: of, weight: by }) => taskFact(done, of, { weight: by }));
  const tasks = fc
    .array(task, { minLength: 1, maxLength: 6 })
    .map((all) => all.map((one, i) => ({ ...one, taskId: `task-${i}` })));
  const marks = fc.integer({ min: 1, max: 10_000 }).map((n) => (n / 100).toFixed(2));
  const fullAt = fc.integer({ min: 1, max: 200 }).map((n) => (n / 100).toFixed(2));

  it('points lie between zero and the full marks, with two places', () => {
    fc.assert(
      fc.property(marks, tasks, fullAt, (full, facts, at) => {
        const { points } = score(full, facts, at);
        expect(points).toMatch(/^\d+\.\d\d$/);
        expect(new Decimal(points ?? -1).lte(full)).toBe(true);
      }),
    );
  });

  it('more work never lowers a score', () => {
    fc.assert(
      fc.property(marks, tasks, fullAt, fc.nat(5), quantity, (full, facts, at, which, more) => {
        const i = which % facts.length;
        const richer = facts.map((one, n) =>
          n === i ? { ...one, done: new Decimal(one.done).plus(more).toFixed(2) } : one,
        );
        const [before, after] = [score(full, facts, at).points, score(full, richer, at).points];
        expect(new Decimal(after ?? -1).gte(before ?? 0)).toBe(true);
      }),
    );
  });

  it('every target met at the rate asked gives the full marks', () => {
    fc.assert(
      fc.property(marks, tasks, fullAt, (full, facts, at) => {
        const met = facts.map((one) => ({
          ...one,
          done: new Decimal(one.target).times(at).toFixed(),
        }));
        expect(score(full, met, at).points).toBe(full);
      }),
    );
  });

  it('the next unit keeps its promise and no fewer units would do', () => {
    fc.assert(
      fc.property(marks, tasks, fullAt, (full, facts, at) => {
        const { points, nextUnit } = score(full, facts, at);
        if (nextUnit === null) return;
        const after = (units: Decimal) =>
          score(
            full,
            facts.map((one) =>
              one.taskId === nextUnit.taskId ? { ...one, done: units.plus(one.done).toFixed() } : one,
            ),
            at,
          ).points;
        const more = new Decimal(nextUnit.more);
        expect(after(more)).toBe(nextUnit.points);
        expect(new Decimal(nextUnit.points).minus(nextUnit.gain).eq(points ?? -1)).toBe(true);
        expect(new Decimal(nextUnit.gain).gt(0)).toBe(true);
        expect(after(more.minus(1))).toBe(points);
      }),
    );
  });

  it('the arithmetic worked out again from the words gives the points', () => {
    fc.assert(
      fc.property(marks, tasks, fullAt, (full, facts, at) => {
        const { arithmetic, points } = claimed(score(full, facts, at).explanation.zh);
        expect(recomputed(arithmetic)).toBe(points);
      }),
    );
  });
});
