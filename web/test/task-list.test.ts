// @vitest-environment jsdom
/** What the list of tasks shows of the board, and the filters kept under a name. */
import { beforeEach, expect, it } from 'vitest';
import { chosenOf } from '../src/tasks/list-rows';
import { forgetFilter, sameSearch, saveFilter, savedFilters } from '../src/tasks/saved-filters';

const row = (taskId: string, part: object) =>
  ({
    taskId,
    title: taskId,
    programme: 'S01',
    status: 'signed',
    light: 'green',
    behind: '0.0',
    weight: '1',
    ...part,
  }) as never;
const rows = [
  row('a', { light: 'yellow', behind: '12.0' }),
  row('b', { light: null, programme: 'S02' }),
  row('C', { light: 'red', behind: '31.0', weight: '2' }),
  row('d', { light: 'red', behind: '60.0', status: 'assigned' }),
];
const ids = (search: object) => chosenOf(rows, search).map(({ taskId }) => taskId);

beforeEach(() => localStorage.clear());

it('filters by light together with everything else', () => {
  expect(ids({ light: 'red' })).toEqual(['C', 'd']);
  expect(ids({ light: 'red', status: 'signed' })).toEqual(['C']);
  expect(ids({ light: 'red', q: 'c' })).toEqual(['C']);
  expect(ids({ programme: 'S02' })).toEqual(['b']);
});

it('puts the worst light first, and among equals the one furthest behind', () => {
  expect(ids({ sort: 'light' })).toEqual(['d', 'C', 'a', 'b']);
  expect(ids({ sort: '-dueOn' })).toEqual(['d', 'C', 'b', 'a']);
  expect(ids({ sort: '-weight' })[0]).toBe('C');
});

it('keeps filters under a name, one for each, until they are forgotten', () => {
  saveFilter('o', { name: '红灯', search: { light: 'red' } });
  saveFilter('o', { name: '待签收', search: { status: 'assigned' } });
  saveFilter('o', { name: '红灯', search: { light: 'red', year: 2026 } });
  expect(savedFilters('o').map(({ name, search }) => [name, search.light, search.year])).toEqual([
    ['待签收', undefined, undefined],
    ['红灯', 'red', 2026],
  ]);
  expect(savedFilters('other')).toEqual([]);
  expect(forgetFilter('o', '红灯')).toHaveLength(1);
  expect(sameSearch({ light: 'red' }, { light: 'red', status: undefined })).toBe(true);
  expect(sameSearch({ light: 'red' }, { light: 'green' })).toBe(false);
});

it('reads nothing from a broken or foreign store', () => {
  localStorage.setItem('sanji.filters.o', '{broken');
  expect(savedFilters('o')).toEqual([]);
  localStorage.setItem('sanji.filters.o', '[{"name":"x","search":{"light":"blue","sort":7}},{"no":1},null]');
  expect(savedFilters('o')).toHaveLength(1);
  expect(sameSearch(savedFilters('o')[0]?.search ?? { light: 'red' }, {})).toBe(true);
});
