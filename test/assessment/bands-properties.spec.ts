import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import type { TaskFact } from '../../src/assessment/facts';
import type { Band } from '../../src/assessment/band-ladder';
import { bands } from '../../src/assessment/rules/bands';
import { taskFact } from './task-fact';

const score = (marks: string, steps: Band[], tasks: TaskFact[]) =>
  bands.score({ kind: 'bands', bands: steps }, new Decimal(marks), { tasks });

describe('whatever was done', () => {
  const hundredth = (max: number) => fc.integer({ min: 0, max }).map((n) => (n / 100).toFixed(2));
  const rule = fc
    .record({
      from: fc.uniqueArray(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 8 }),
      worth: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 8, maxLength: 8 }),
    })
    .map(({ from, worth }) => {
      const points = worth.toSorted((a, b) => b - a);
      const steps = from
        .toSorted((a, b) => b - a)
        .map((percent, i) => ({
          atLeast: String(percent / 100),
          points: ((points[i] ?? 0) / 100).toFixed(2),
        }));
      return { steps, marks: steps[0]?.points ?? '' };
    });

  it('a ladder that passes the check keeps points within bounds and never lowers them for more work', () => {
    fc.assert(
      fc.property(rule, hundredth(30_000), hundredth(30_000), ({ steps, marks }, done, more) => {
        expect(bands.validate({ kind: 'bands', bands: steps }, new Decimal(marks), 'rule')).toEqual([]);
        const total = new Decimal(done).plus(more).toFixed(2);
        const before = new Decimal(score(marks, steps, [taskFact(done, 100)]).points ?? -1);
        const after = new Decimal(score(marks, steps, [taskFact(total, 100)]).points ?? -1);
        expect(before.gte(0) && after.gte(before) && after.lte(marks)).toBe(true);
      }),
    );
  });

  it('the next unit keeps its promise', () => {
    fc.assert(
      fc.property(rule, hundredth(30_000), ({ steps, marks }, done) => {
        const { points, nextUnit } = score(marks, steps, [taskFact(done, 100)]);
        if (nextUnit === null) return;
        const total = (units: Decimal) => [taskFact(units.plus(done).toFixed(), 100)];
        const more = new Decimal(nextUnit.more);
        expect(score(marks, steps, total(more)).points).toBe(nextUnit.points);
        expect(score(marks, steps, total(more.minus(1))).points).toBe(points);
      }),
    );
  });
});
