/** The sample row of a blank (示例行), which whoever fills it in should have deleted. Pure. */
import type { Cells, Fault, IntakeColumn } from './taker';

/** Left in by mistake; told by its words, so that no row of numbers is taken for it. */
export const isSample = (cells: Cells, columns: readonly IntakeColumn[]): boolean =>
  columns.some(({ example }) => example.includes('示例')) &&
  columns.every(({ key, example }) => (cells[key] ?? '') === example);

export const SAMPLE: Fault = {
  column: null,
  code: 'intake.sample',
  words: { zh: '这是空白表的示例行，请删除。', en: 'This is the sample row of the blank: delete it.' },
};
