/** Writing a form's definition: cells of a table, keys that nothing bears, what is sent, and the periods to choose from. */
import { expect, it } from 'vitest';
import { asSent, blankForm, cellsOfTable, freeKey, newRule, ofKind, periodsAround } from '../src/forms/definition';

const table = { rows: '男\n 女 \n\n', columns: '企业\t机关', unit: '人', kind: 'whole' as const };

it('a table makes a cell for each row in each column, with a key that nothing bears', () => {
  const cells = cellsOfTable([{ ...blankForm.cells[0]!, key: 'item3', name: '合计' }], table);
  expect(cells.map(({ key, name }) => [key, name])).toEqual([
    ['item3', '合计'],
    ['item2', '男·企业'],
    ['item4', '男·机关'],
    ['item5', '女·企业'],
    ['item6', '女·机关'],
  ]);
  expect(cellsOfTable([], { ...table, columns: '' }).map(({ name }) => name)).toEqual(['男', '女']);
  expect(freeKey('rule', [{ key: 'rule2' }])).toBe('rule3');
});

it('what the kind does not take, and what nobody chose, is not sent', () => {
  const decimal = ofKind({ ...blankForm.cells[0]!, max: '' }, 'decimal');
  expect(decimal).toMatchObject({ kind: 'decimal', decimals: 2 });
  const { cells, rules } = asSent({ ...blankForm, cells: [ofKind(decimal, 'money')], rules: [newRule([], 'sum')] });
  expect(cells).toEqual([{ key: 'item1', name: '', unit: '', kind: 'money', required: true, min: '0' }]);
  expect(rules).toEqual([{ key: 'rule1', kind: 'sum', severity: 'hard' }]);
});

it.each([
  ['month', ['2025-12', '2026-01', '2026-02']],
  ['quarter', ['2025Q4', '2026Q1', '2026Q2']],
  ['half', ['2025H2', '2026H1', '2026H2']],
  ['year', ['2025', '2026', '2027']],
] as const)('the periods around a month, each %s, cross the end of the year', (kind, periods) => {
  expect(periodsAround(kind, '2026-01', 1, 1)).toEqual(periods);
});
