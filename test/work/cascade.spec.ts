/** Division of a share (任务分解): what remains is always in sight, and falling short needs a reason. */
import fc from 'fast-check';
import type { DomainError } from '../../src/kernel/errors';
import { allocate, checkShares, checkShortfall } from '../../src/work/cascade';

const given = { target: '100', startOn: '2026-01-01', dueOn: '2026-12-31', decimals: 0 };
const share = { unionId: 'a', target: '60', startOn: '2026-01-01', dueOn: '2026-12-31' };

const refusal = (work: () => void): { code: string; fields: string[] } | undefined => {
  try {
    work();
  } catch (error) {
    return { code: (error as DomainError).code, fields: (error as DomainError).errors.map(({ field }) => field) };
  }
  return undefined;
};

it.each([
  ['exactly', ['60', '40'], null, '100', '0'],
  ['with a part kept', ['60', '30'], '10', '100', '0'],
  ['short', ['60', '30'], null, '90', '10'],
  ['over', ['60', '50'], null, '110', '-10'],
  ['in fractions, exactly', ['33.3', '33.3', '33.4'], null, '100', '0'],
])('shares that add up %s leave what they leave', (_words, targets, kept, allocated, remainder) => {
  expect(
    allocate(
      given,
      targets.map((target) => ({ target })),
      kept,
    ),
  ).toEqual({ allocated, remainder });
});

it('what was allocated and what remains is always what was given', () => {
  const amount = fc.nat(100_000).map((n) => (n / 100).toFixed(2));
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 20 }), amount, (targets, target) => {
      const { allocated, remainder } = allocate(
        { ...given, target },
        targets.map((each) => ({ target: each })),
        null,
      );
      const cents = (value: string): number => Math.round(Number(value) * 100);
      return cents(allocated) + cents(remainder) === cents(target);
    }),
  );
});

it('a sub-district cannot hand down less than it was given without saying why', () => {
  const short = allocate(given, [{ target: '90' }], null);
  expect(refusal(() => checkShortfall(short, null))).toEqual({
    code: 'cascade.shortfall',
    fields: ['shortfallReason'],
  });
  expect(refusal(() => checkShortfall(short, '两个社区尚在筹建'))).toBeUndefined();
  expect(refusal(() => checkShortfall(allocate(given, [{ target: '120' }], null), null))).toBeUndefined();
});

it.each([
  ['a share of nothing', { target: '0' }, 'shares[0].target'],
  ['half a person', { target: '0.5' }, 'shares[0].target'],
  ['due after the task', { dueOn: '2027-01-01' }, 'shares[0].dueOn'],
  ['begun before the task', { startOn: '2025-12-31' }, 'shares[0].dueOn'],
  ['due before its start', { startOn: '2026-06-01', dueOn: '2026-05-01' }, 'shares[0].dueOn'],
])('%s is refused at its place', (_words, change, field) => {
  expect(refusal(() => checkShares(given, [{ ...share, ...change }]))?.fields).toContain(field);
});

it('a union appears once', () => {
  expect(refusal(() => checkShares(given, [share, share]))).toEqual({
    code: 'share.twice',
    fields: ['shares[1].unionId'],
  });
  expect(refusal(() => checkShares(given, [share, { ...share, unionId: 'b' }]))).toBeUndefined();
});
