/** What is pasted into a division from a spreadsheet lands where it belongs. */
import { expect, it } from 'vitest';
import { dayIn, placed } from '../src/tasks/paste';

const names = ['甲一社区工联会', '甲二社区工联会', '甲三社区工联会'];
const told = (text: string, from = 0) => {
  const { cells, strangers } = placed(text, names, from);
  return { cells: [...cells].map(([place, { target, dueOn }]) => [place, target, dueOn]), strangers };
};

it('takes one column from where it was pasted on, and no further than the table', () => {
  expect(told('40\r\n20\r\n', 1)).toEqual({
    cells: [
      [1, '40', ''],
      [2, '20', ''],
    ],
    strangers: [],
  });
  expect(told('1\n\n3\n4')).toEqual({
    cells: [
      [0, '1', ''],
      [1, '', ''],
      [2, '3', ''],
    ],
    strangers: [],
  });
});

it('goes by the names where there are names, in any order, short or whole, with their days', () => {
  const text = '单位\t目标数\t完成期限\n甲二社区\t1,040\t2026年12月1日\n甲一社区工联会\t7\t2026-12-20\n乙一社区\t9\t';
  expect(told(text, 2)).toEqual({
    cells: [
      [1, '1040', '2026-12-01'],
      [0, '7', '2026-12-20'],
    ],
    strangers: ['乙一社区'],
  });
});

it('takes no name that several have', () => {
  expect(told('甲\t5\n甲三社区工联会\t6')).toEqual({ cells: [[2, '6', '']], strangers: ['甲'] });
});

it('reads days as people write them, and none that does not exist', () => {
  expect(['2026-12-1', '2026/12/01', '2026.12.1', '2026年12月1日', '２０２６-12-01'].map(dayIn)).toEqual(
    Array.from({ length: 5 }, () => '2026-12-01'),
  );
  expect(['2026-02-30', '20261201', '12-01', '40'].map(dayIn)).toEqual([null, null, null, null]);
});
