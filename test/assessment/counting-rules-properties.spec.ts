import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import type { RuleParams } from '../../src/assessment/rules/rules';
import { facts, hundredths, marks, occurrence, weight } from './arbitrary-rules';
import { keepsItsPromise, keepsTheLaws, scored } from './rule-laws';

const CODES = ['甲', '乙', '丙'];
const counts = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30));
const share = (full: string, hundredth: number) => Math.max(0.01, Math.floor(Number(full) * hundredth) / 100);
const deduction = fc
  .tuple(marks, fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 3 }), fc.nat(99))
  .map(([full, all, left]) => {
    const grounds = all.map(([each, most], i) => {
      const points = share(full, each);
      const code = CODES[i] ?? '';
      const limit = most % 2 === 0 ? {} : { most: Math.max(points, share(full, most)).toFixed(2) };
      return { code, name: '未建档', points: points.toFixed(2), ...limit };
    });
    const floor = (Math.floor(Number(full) * left) / 100).toFixed(2);
    return { marks: full, params: { kind: 'deduction' as const, grounds, floor } };
  });
const counted = fc
  .tuple(marks, fc.array(fc.tuple(hundredths(1, 100), fc.nat(99)), { minLength: 1, maxLength: 3 }))
  .map(([full, all]) => {
    const kinds = all.map(([each, cap], i) => {
      const points = Math.min(Number(full), Number(each));
      const code = CODES[i] ?? '';
      // The last kind has no cap of its own: the full marks can always be reached.
      const limit = i === all.length - 1 ? {} : { cap: Math.max(points, share(full, cap)).toFixed(2) };
      return { code, name: '宣传稿', points: points.toFixed(2), ...limit };
    });
    return { marks: full, params: { kind: 'counted' as const, kinds } };
  });

const codesOf = (params: RuleParams) =>
  'grounds' in params
    ? params.grounds.map(({ code }) => code)
    : 'kinds' in params
      ? params.kinds.map(({ code }) => code)
      : [];
const happened = (params: RuleParams, times: readonly number[], by = '1') =>
  facts({ weight: by, occurrences: codesOf(params).map((code, i) => occurrence(code, times[i] ?? 0)) });

describe.each([
  ['deduction', deduction],
  ['counted', counted],
])('a %s rule', (kind, rule) => {
  it('stays within its marks and its arithmetic gives its points', () => {
    fc.assert(
      fc.property(rule, counts, weight, ({ params, marks }, times, by) => {
        const score = scored(params, marks, happened(params, times, by));
        keepsTheLaws(score, marks, by);
        expect(score.points).not.toBeNull();
      }),
    );
  });

  it('moves one way only with every further occurrence', () => {
    fc.assert(
      fc.property(rule, counts, fc.nat(2), ({ params, marks }, times, which) => {
        const more = times.map((n, i) => (i === which ? n + 1 : n));
        const before = new Decimal(scored(params, marks, happened(params, times)).points ?? 0);
        const after = new Decimal(scored(params, marks, happened(params, more)).points ?? 0);
        expect(kind === 'counted' ? after.gte(before) : after.lte(before)).toBe(true);
      }),
    );
  });

  it('keeps the promise of the next one', () => {
    fc.assert(
      fc.property(rule, counts, weight, ({ params, marks }, times, by) => {
        const score = scored(params, marks, happened(params, times, by));
        const best = codesOf(params).filter((code, i) => {
          const n = Number(score.nextUnit?.more ?? 0);
          const more = times.map((had, k) => (k === i ? had + n : had));
          return (
            score.nextUnit !== null &&
            scored(params, marks, happened(params, more, by)).points === score.nextUnit.points
          );
        });
        if (score.nextUnit === null) return;
        expect(best.length).toBeGreaterThan(0);
        keepsItsPromise(score, (units) => {
          const i = codesOf(params).indexOf(best[0] ?? '');
          return scored(
            params,
            marks,
            happened(
              params,
              times.map((had, k) => (k === i ? had + units.toNumber() : had)),
              by,
            ),
          );
        });
      }),
    );
  });

  it('counts what a scorer states like what was entered', () => {
    fc.assert(
      fc.property(rule, counts, ({ params, marks }, times) => {
        const stated = Object.fromEntries(codesOf(params).map((code, i) => [code, times[i] ?? 0]));
        const judgement = { counts: stated, reason: '据检查', by: 'officer-1', at: '2026-12-20T08:00:00Z' };
        const given = scored(params, marks, facts({ judgement, awaited: true }));
        expect(given.points).toBe(scored(params, marks, happened(params, times)).points);
      }),
    );
  });
});
