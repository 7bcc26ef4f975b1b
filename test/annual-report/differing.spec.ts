/** What one text says otherwise than another, line by line (文字差异). */
import fc from 'fast-check';
import type { Content } from '../../src/annual-report/content';
import { figureChanges } from '../../src/annual-report/content-changes';
import { lineChanges } from '../../src/annual-report/differing';

it.each([
  ['ab', 'ab', ''],
  ['', 'a', '+a'],
  ['a', '', '-a'],
  ['abc', 'axc', '-b+x'],
  ['abc', 'ac', '-b'],
  ['ac', 'abc', '+b'],
  ['abcd', 'bcda', '-a+a'],
])('%s → %s: %s', (before, after, said) => {
  const changes = lineChanges([...before], [...after]);
  expect(changes.map(({ kind, text }) => (kind === 'added' ? '+' : '-') + text).join('')).toBe(said);
});

const lines = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 12 });
const count = (texts: readonly string[]): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const text of texts) sums[text] = (sums[text] ?? 0) + 1;
  return sums;
};

it('what went and what came makes the one out of the other, and nothing is said of what is the same', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const changes = lineChanges(before, after);
      const of = (kind: string): string[] => changes.filter((change) => change.kind === kind).map(({ text }) => text);
      const [went, came] = [of('removed'), of('added')];
      expect(count([...before, ...came])).toEqual(count([...after, ...went]));
      expect(before.length - went.length).toBe(after.length - came.length);
      if (before.join() === after.join()) expect(changes).toEqual([]);
      // never more than all of one and all of the other
      expect(lineChanges(before, before)).toEqual([]);
    }),
  );
});

it('two long texts that have nothing in common are told in no time', () => {
  const long = (sign: string): string[] => Array.from({ length: 20_000 }, (_, no) => `${sign}${no}`);
  expect(lineChanges(long('a'), long('b'))).toHaveLength(40_000);
});

it('a figure has changed where it comes to something else or is written otherwise, is new or is gone', () => {
  const figure = (code: string, value: string | null, text: string): Content['figures'][number] => ({
    ...{ code, indicatorId: code, version: 1, name: code, programme: 'S01', unit: '家', qualifier: 'exact' },
    ...{ value, numerator: value, denominator: null, text, lastYear: null, lastYearText: '' },
  });
  const content = (...figures: Content['figures'][number][]): Content => ({
    ...{ year: 2026, district: '区', templateVersion: 1, title: '报告', figures },
    ...{ targets: [], nextTargets: [], sections: [] },
  });
  const before = content(figure('a', '1', '1家'), figure('b', '2', '2家'), figure('c', '131', '超过130家'));
  const after = content(figure('a', '1', '1家'), figure('c', '132', '超过130家'), figure('d', null, '暂无数据'));
  expect(figureChanges(before, after)).toEqual([
    { code: 'c', name: 'c', before: '超过130家（131）', after: '超过130家（132）' },
    { code: 'd', name: 'd', before: null, after: '暂无数据' },
    { code: 'b', name: 'b', before: '2家（2）', after: null },
  ]);
});
