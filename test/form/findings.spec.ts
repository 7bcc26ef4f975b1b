/** Rules between cells (审核关系): exact, silent where something is missing, and outliers against the union's own periods. */
import fc from 'fast-check';
import { readReturn } from '../../src/form/check/cell-values';
import { findingsOf, standsAgainst } from '../../src/form/check/findings';
import { isOutlier } from '../../src/form/check/outlier';
import type { FormDefinition, FormRule } from '../../src/form/definition/definition';

const cells = ['a', 'b', 'c'].map((key) => ({
  key,
  name: key,
  unit: '人',
  kind: 'decimal' as const,
  decimals: 2,
  required: false,
}));
const formOf = (...rules: FormRule[]): FormDefinition => ({
  name: '报表',
  programme: 'S05',
  about: '',
  cells,
  rules,
  owedBy: { tiers: ['community'], under: [], unions: [] },
  moments: { opensAfter: 0, dueAfter: 5, locksAfter: null },
});
const part: FormRule = { key: 'part', kind: 'part', severity: 'hard', part: 'a', whole: 'c' };
const both: FormRule = { key: 'sum', kind: 'sum', severity: 'hard', parts: ['a', 'b'], whole: 'c' };
const moved: FormRule = { key: 'moved', kind: 'change', severity: 'soft', cell: 'a', percent: '30' };
const nobody = { before: null, past: [] };
const found = (rule: FormRule, values: Record<string, string>, before: Record<string, string> | null = null) =>
  findingsOf(formOf(rule), { values, missing: {}, words: {} }, { before, past: [] }).map(({ kind }) => kind);

it('parts make their whole to the last decimal, and are not judged where one is missing', () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 });
  const money = (value: number): string => (value / 100).toFixed(2);
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: -3, max: 3 }), (a, b, off) => {
      const values = { a: money(a), b: money(b), c: money(a + b + off) };
      expect(found(both, values)).toEqual(off === 0 ? [] : ['sum']);
      expect(found(part, values)).toEqual(b + off < 0 ? ['part'] : []);
      const { b: _, ...without } = values;
      expect(found(both, without)).toEqual([]);
    }),
  );
  expect(found(both, { a: '0.1', b: '0.2', c: '0.3' })).toEqual([]);
});

it.each<[string | undefined, string | undefined, boolean]>([
  ['100', '130', false],
  ['100', '130.01', true],
  ['100', '70', false],
  ['100', '69.99', true],
  ['-100', '-131', true],
  ['0', '0', false],
  ['0', '0.01', true],
  [undefined, '5', false],
  ['5', undefined, false],
])('from %s to %s: a word is asked for: %s', (before, now, asked) => {
  const given = (value: string | undefined): Record<string, string> => (value === undefined ? {} : { a: value });
  expect(found(moved, given(now), given(before))).toEqual(asked ? ['change'] : []);
});

it('a hard rule stands against it whatever is said; a soft one until a word is said; a mark never', () => {
  const soft = { ...both, severity: 'soft' as const };
  const values = { a: '1', b: '1', c: '3' };
  const against = (rule: FormRule, words: Record<string, string>) =>
    findingsOf(formOf(rule), { values, missing: {}, words }, nobody).some(standsAgainst);
  expect(against(both, { sum: '已核' })).toBe(true);
  expect(against(soft, {})).toBe(true);
  expect(against(soft, { sum: '已核' })).toBe(false);
  const past = ['10', '11', '9', '10'].map((a) => ({ a }));
  const marked = findingsOf(formOf(), { values: { a: '99' }, missing: {}, words: {} }, { before: null, past });
  expect(marked.map(({ kind, severity }) => [kind, severity])).toEqual([['outlier', 'mark']]);
  expect(marked.some(standsAgainst)).toBe(false);
});

it('a required cell that is missing asks for a reason; zero is not missing', () => {
  const form = { ...formOf(), cells: cells.map((cell) => ({ ...cell, required: cell.key === 'a' })) };
  const against = (given: object) => {
    const read = readReturn(form, { values: {}, ...given });
    return [read.errors.length, findingsOf(form, read, nobody).filter(standsAgainst).length];
  };
  expect(against({})).toEqual([0, 1]);
  expect(against({ values: { a: null } })).toEqual([0, 1]);
  expect(against({ values: { a: 0 } })).toEqual([0, 0]);
  expect(against({ missing: { a: '停产' } })).toEqual([0, 0]);
  expect(against({ missing: { a: ' ' } })).toEqual([1, 1]);
});

describe('outliers', () => {
  const usual = ['100', '102', '98', '101', '99'];
  it.each<[string, string[], boolean]>([
    ['103', usual, false],
    ['130', usual, true],
    ['70', usual, true],
    ['130', usual.slice(0, 3), false],
    // never moved: nothing says how far is far
    ['1', ['0', '0', '0', '0', '0'], false],
    // one month was large; the median is not led astray by it
    ['100', [...usual, '9999'], false],
    // most the same: measured by the mean
    ['5', ['0', '0', '0', '0', '0', '0', '0', '1'], true],
    ['0', ['0', '0', '0', '0', '0', '0', '0', '1'], false],
  ])('%s after %j: %s', (value, past, outlier) => {
    expect(isOutlier(value, past)).toBe(outlier);
  });

  it('the order of the past and its scale do not matter', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        number,
        fc.array(number, { minLength: 4, maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (v, past, by) => {
          const texts = (list: number[]) => list.map(String);
          const said = isOutlier(String(v), texts(past));
          expect(isOutlier(String(v), texts(past.toReversed()))).toBe(said);
          expect(isOutlier(String(v * by), texts(past.map((each) => each * by)))).toBe(said);
        },
      ),
    );
  });
});
