/** The tree of unions: whatever order the list has, and whatever part of it one may see. */
import { expect, it } from 'vitest';
import { forks, grow, inSight, matching } from '../src/administration/tree';

const union = (id: string, parentId: string | null, code = id) => ({ id, parentId, code, name: `${id}总工会` });
const unions = [
  union('b1', 'b'),
  union('d', null),
  union('b', 'd'),
  union('a2', 'a'),
  union('a', 'd'),
  union('a1', 'a'),
];
const shown = (open: string[]) =>
  inSight(grow(unions), new Set(open)).map(({ union: { id }, level, place, of }) => [id, level, place, of]);

it('what is closed hides what is below it; each row knows its level and its place', () => {
  expect(shown([])).toEqual([['d', 1, 1, 1]]);
  expect(shown(['d', 'a'])).toEqual([
    ['d', 1, 1, 1],
    ['a', 2, 1, 2],
    ['a1', 3, 1, 2],
    ['a2', 3, 2, 2],
    ['b', 2, 2, 2],
  ]);
  expect(shown(['a'])).toEqual([['d', 1, 1, 1]]);
});

it('counts all below', () => {
  const [top] = grow(unions);
  expect([top?.below, top?.children.map(({ below }) => below)]).toEqual([5, [2, 1]]);
});

it('a sub-district sees itself at the top', () => {
  const own = grow(unions.filter(({ id }) => id.startsWith('a')));
  expect(own.map(({ union: { id }, children }) => [id, children.length])).toEqual([['a', 2]]);
});

it('a search keeps what was found, all above it and all below it', () => {
  const rows = (words: string) => {
    const found = matching(grow(unions), words);
    return inSight(found, new Set(forks(found))).map(({ union: { id } }) => id);
  };
  expect(rows('A2')).toEqual(['d', 'a', 'a2']);
  expect(rows('b总')).toEqual(['d', 'b', 'b1']);
  expect(rows(' ')).toHaveLength(6);
  expect(rows('c')).toEqual([]);
});
