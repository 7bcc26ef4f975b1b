/** Parameters that pass the check, and facts, for the properties of this room. */
import fc from 'fast-check';
import type { CriterionFacts, Judgement, Occurrence, TaskFact } from '../../src/assessment/facts';
import type { RuleParams } from '../../src/assessment/rules/rules';
import { taskFact } from './task-fact';

export const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((n) => (n / 100).toFixed(2));

export const marks = hundredths(1, 10_000);
export const weight = fc.constantFrom('1', '0.5', '0.3', '0.0333', '0.125');

/** A rule that is fed with a rate and its marks. */
export interface Case {
  readonly params: RuleParams;
  readonly marks: string;
}

type Over = 'completion' | 'punctuality' | 'quality' | 'stated';

const rising = (max: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max }), { minLength: 1, maxLength: 6 })
    .map((all) => all.toSorted((a, b) => a - b).map((n) => (n / 100).toFixed(2)));

/** Rules over one rate, by kind; `most` is the highest percentage of its source. */
export function rateRules(over: Over): Record<string, fc.Arbitrary<Case>> {
  const most = over === 'completion' || over === 'stated' ? 20_000 : 10_000;
  const percent = hundredths(1, most);
  const beyond = fc.option(fc.record({ per: hundredths(100, 5000), points: hundredths(1, 300) }), { nil: undefined });
  return {
    proportional: fc.tuple(marks, fc.integer({ min: 1, max: most / 100 }), beyond).map(([full, at, bonus]) => {
      const fits = bonus !== undefined && at + Number(bonus.per) <= most / 100;
      const extra = fits ? { beyond: { ...bonus, cap: (Number(bonus.points) * 2.5).toFixed(2) } } : {};
      return { marks: full, params: { kind: 'proportional', over, fullAt: (at / 100).toFixed(2), ...extra } };
    }),
    bands: fc
      .tuple(rising(most), fc.array(hundredths(0, 1000), { minLength: 6, maxLength: 6 }))
      .map(([from, worth]) => {
        const points = worth.toSorted((a, b) => Number(a) - Number(b)).slice(-from.length);
        const top = points.at(-1) === '0.00' ? '1.00' : (points.at(-1) ?? '1.00');
        const bands = from.map((atLeast, i) => ({ atLeast, points: i === from.length - 1 ? top : (points[i] ?? '0') }));
        return { marks: top, params: { kind: 'bands', over, bands } };
      }),
    threshold: fc.tuple(marks, percent).map(([full, atLeast]) => ({
      marks: full,
      params: { kind: 'threshold', over, atLeast },
    })),
    shortfall: fc
      .record({
        full: marks,
        from: percent,
        per: hundredths(1, 2000),
        cost: fc.nat(99),
        left: fc.nat(99),
        whole: fc.boolean(),
      })
      .map(({ full, from, per, cost, left, whole }) => ({
        marks: full,
        params: {
          kind: 'shortfall',
          over,
          from,
          per,
          points: Math.max(0.01, (Number(full) * cost) / 100).toFixed(2),
          floor: (Math.floor(Number(full) * left) / 100).toFixed(2),
          wholeSteps: whole,
        },
      })),
    interval: fc.tuple(marks, fc.nat(most - 1), percent, fc.nat(99)).map(([full, a, b, share]) => {
      const [base, challenge] = [a / 100, Number(b)].toSorted((x, y) => x - y);
      const up = {
        base: (base ?? 0).toFixed(2),
        challenge: (base === challenge ? most / 100 : (challenge ?? 0)).toFixed(2),
      };
      const basePoints = (Math.floor(Number(full) * share) / 100).toFixed(2);
      return { marks: full, params: { kind: 'interval', over, ...up, basePoints } };
    }),
    coefficients: fc
      .tuple(marks, rising(most), fc.array(hundredths(0, 400), { minLength: 6, maxLength: 6 }))
      .map(([full, at, all]) => {
        const values = all.toSorted((a, b) => Number(a) - Number(b)).slice(-at.length);
        const steps = at.map((from, i) => ({ at: from, coefficient: i === at.length - 1 ? '4' : (values[i] ?? '0') }));
        return { marks: full, params: { kind: 'coefficients', over, steps } };
      }),
  };
}

/** One to four tasks with different measures and weights. */
export const tasks: fc.Arbitrary<TaskFact[]> = fc
  .array(
    fc.record({
      done: hundredths(0, 30_000),
      target: hundredths(1, 20_000),
      weight: hundredths(1, 500),
      timeliness: fc.constantFrom('on_time' as const, 'late' as const, 'missing' as const, null),
      received: fc.nat(5),
      returned: fc.nat(5),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ done, target, ...rest }, i) =>
      taskFact(done, target, { ...rest, returned: Math.min(rest.returned, rest.received), taskId: `task-${i}` }),
    ),
  );

/** What a scorer states; the numerator is not above the denominator. */
export const statement: fc.Arbitrary<Judgement> = fc
  .tuple(hundredths(0, 99_999), hundredths(0, 99_999))
  .map(([a, b]) => {
    const [numerator = '0', denominator = '0'] = [a, b].toSorted((x, y) => Number(x) - Number(y));
    return { numerator, denominator, reason: '据年报', by: 'officer-1', at: '2026-12-20T08:00:00Z' };
  });

export function occurrence(ground: string, count: number, more: Partial<Occurrence> = {}): Occurrence {
  return {
    entryId: `entry-${ground}`,
    ground,
    count,
    points: null,
    occurredOn: '2026-03-01',
    words: '检查发现',
    evidence: 1,
    recordedBy: 'officer-1',
    approvedBy: 'officer-2',
    ...more,
  };
}

export const facts = (more: Partial<CriterionFacts> = {}): CriterionFacts => ({ tasks: [], ...more });
