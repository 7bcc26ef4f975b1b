/** Classes of comparable unions: the first that fits, and who stands in none. */
import fc from 'fast-check';
import { classFor, unplaced } from '../../src/assessment/course/classes';
import type { ClassDefinition, UnionKind } from '../../src/assessment/scheme-types';

const kind = fc.constantFrom<UnionKind>('area', 'industry', 'enterprise');
const classes: readonly ClassDefinition[] = [
  { code: 'trade', name: '行业', kinds: ['industry'] },
  { code: 'big', name: '大', sizeFrom: 1000 },
  { code: 'middle', name: '中', sizeFrom: 100, sizeBelow: 1000 },
  { code: 'hand', name: '其他' },
];

it.each<[UnionKind, number | null, string | null]>([
  ['industry', 5000, 'trade'],
  ['industry', null, 'trade'],
  ['area', 1000, 'big'],
  ['area', 999, 'middle'],
  ['area', 100, 'middle'],
  ['area', 99, null],
  ['enterprise', null, null],
])('a union of the kind %s with %s workers stands in %s', (of, workers, code) => {
  expect(classFor(classes, { kind: of, workers })).toBe(code);
});

it('no class without kinds and sizes takes anybody by itself', () => {
  fc.assert(
    fc.property(kind, fc.option(fc.nat(100_000)), (of, workers) => {
      expect(classFor([{ code: 'hand', name: '其他' }], { kind: of, workers })).toBeNull();
      expect(classFor(undefined, { kind: of, workers })).toBeNull();
    }),
  );
});

it('who stands in no class, or in one the scheme does not have, is named; a scheme without classes names nobody', () => {
  const sheets = [{ classCode: 'big' }, { classCode: null }, { classCode: 'gone' }];
  expect(unplaced({ classes }, sheets)).toEqual([{ classCode: null }, { classCode: 'gone' }]);
  expect(unplaced({}, sheets)).toEqual([]);
});
