import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { facts, rateRules, statement, tasks, weight } from './arbitrary-rules';
import { keepsItsPromise, keepsTheLaws, scored, withMore } from './rule-laws';

const kinds = Object.keys(rateRules('completion'));
const over = ['completion', 'punctuality', 'quality'] as const;
const each = over.flatMap((source) => kinds.map((kind) => [kind, source] as const));
const rule = (kind: string, source: Parameters<typeof rateRules>[0]) => {
  const found = rateRules(source)[kind];
  if (found === undefined) throw new Error(kind);
  return found;
};

describe.each(each)('a %s rule over %s', (kind, source) => {
  it('stays within its marks and its arithmetic gives its points', () => {
    fc.assert(
      fc.property(rule(kind, source), tasks, weight, ({ params, marks }, all, by) => {
        keepsTheLaws(scored(params, marks, facts({ tasks: all, weight: by })), marks, by);
      }),
    );
  });
});

describe.each(kinds.map((kind) => [kind]))('a %s rule over completion', (kind) => {
  it('never gives less for more work, in points or in bonus', () => {
    fc.assert(
      fc.property(rule(kind, 'completion'), tasks, fc.nat(3), fc.nat(20_000), ({ params, marks }, all, which, more) => {
        const taskId = all[which % all.length]?.taskId ?? null;
        const before = scored(params, marks, facts({ tasks: all }));
        const after = scored(params, marks, facts({ tasks: withMore(all, new Decimal(more).div(100), taskId) }));
        expect(new Decimal(after.points ?? -1).gte(before.points ?? 0)).toBe(true);
        expect(new Decimal(after.bonus?.points ?? 0).gte(before.bonus?.points ?? 0)).toBe(true);
      }),
    );
  });

  it('gives the full marks to who has done twice what was asked', () => {
    fc.assert(
      fc.property(rule(kind, 'completion'), tasks, ({ params, marks }, all) => {
        const done = all.map((one) => ({ ...one, done: new Decimal(one.target).times(2).toFixed() }));
        expect(scored(params, marks, facts({ tasks: done })).points).toBe(new Decimal(marks).toFixed(2));
      }),
    );
  });

  it('keeps the promise of the next unit, also by weight, and no fewer would do', () => {
    fc.assert(
      fc.property(rule(kind, 'completion'), tasks, weight, ({ params, marks }, all, by) => {
        const score = scored(params, marks, facts({ tasks: all, weight: by }));
        keepsItsPromise(score, (units, taskId) =>
          scored(params, marks, facts({ tasks: withMore(all, units, taskId), weight: by })),
        );
      }),
    );
  });
});

describe.each(kinds.map((kind) => [kind]))('a %s rule over a stated rate', (kind) => {
  it('keeps the same laws, and promises what a greater numerator brings', () => {
    fc.assert(
      fc.property(rule(kind, 'stated'), statement, weight, ({ params, marks }, judgement, by) => {
        const given = facts({ judgement, weight: by, awaited: true });
        const score = scored(params, marks, given);
        keepsTheLaws(score, marks, by);
        keepsItsPromise(score, (units) => {
          const numerator = units.plus(judgement.numerator ?? 0).toFixed();
          return scored(params, marks, { ...given, judgement: { ...judgement, numerator } });
        });
      }),
    );
  });
});
