import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { fraction } from '../../src/assessment/fraction';
import type { TaskFact } from '../../src/assessment/facts';
import { type RuleParams, ruleOf } from '../../src/assessment/rules/rules';
import { hundredths, tasks, weight } from './arbitrary-rules';
import { keepsItsPromise, keepsTheLaws, scored, withMore } from './rule-laws';
import { taskFact } from './task-fact';

const rank = fc
  .record({
    points: fc.array(hundredths(1, 6000), { minLength: 1, maxLength: 5 }),
    rest: fc.boolean(),
    ties: fc.constantFrom('same' as const, 'mean' as const),
  })
  .map(({ points, rest, ties }) => {
    const falling = points.toSorted((a, b) => Number(b) - Number(a));
    const params: RuleParams = { kind: 'rank', points: falling, ties, ...(rest && { rest: falling.at(-1) ?? '0' }) };
    return { marks: falling[0] ?? '1', params };
  });
const relative = hundredths(1, 10_000).map((marks) => ({ marks, params: { kind: 'relative' } as RuleParams }));

/** A few unions with like values often enough to share a place. */
const units = fc
  .array(
    fc.oneof(
      tasks,
      fc.integer({ min: 0, max: 6 }).map((n) => [taskFact(n, 4)]),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .filter((all) => all.length > 0);

function scoreOf(params: RuleParams, marks: string, unions: readonly TaskFact[][], i: number, by = '1') {
  const peers = unions.map((all) => ruleOf(params.kind)?.value(params, { tasks: all }) ?? null);
  return scored(params, marks, { tasks: unions[i] ?? [], peers, weight: by });
}

describe.each([
  ['rank', rank],
  ['relative', relative],
])('a %s rule', (_, rule) => {
  it('stays within its marks, its arithmetic gives its points, and the best has the full marks', () => {
    fc.assert(
      fc.property(rule, units, weight, ({ params, marks }, unions, by) => {
        const all = unions.map((_, i) => scoreOf(params, marks, unions, i, by));
        for (const score of all) keepsTheLaws(score, marks, by);
      }),
    );
  });

  it('never gives less for more work, while the others stay as they are', () => {
    fc.assert(
      fc.property(rule, units, fc.nat(20_000), ({ params, marks }, unions, more) => {
        const mine = unions[0] ?? [];
        const richer = [withMore(mine, new Decimal(more).div(100), mine[0]?.taskId ?? null), ...unions.slice(1)];
        const [before, after] = [scoreOf(params, marks, unions, 0), scoreOf(params, marks, richer, 0)];
        expect(new Decimal(after.points ?? 0).gte(before.points ?? 0)).toBe(true);
      }),
    );
  });

  it('keeps the promise of the next unit, while the others stay as they are', () => {
    fc.assert(
      fc.property(rule, units, weight, ({ params, marks }, unions, by) => {
        keepsItsPromise(scoreOf(params, marks, unions, 0, by), (more, taskId) =>
          scoreOf(params, marks, [withMore(unions[0] ?? [], more, taskId), ...unions.slice(1)], 0, by),
        );
      }),
    );
  });
});

describe('rank points', () => {
  it('by mean add up to the points of the places that were taken', () => {
    const points = ['60', '57', '54', '51', '48', '45', '42'];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 7 }), (done) => {
        const peers = done.map((n) => fraction(String(n)));
        const params: RuleParams = { kind: 'rank', points, ties: 'mean' };
        const given = done.map((n) => scored(params, '60', { tasks: [taskFact(n, 1)], peers }).points ?? '0');
        const taken = points.slice(0, done.length).reduce((sum, one) => sum + Number(one), 0);
        const capped = done.every((n) => n <= 2);
        if (capped) expect(given.reduce((sum, one) => sum + Number(one), 0)).toBeCloseTo(taken, 1);
      }),
    );
  });
});
