/** Sheets of blanks (工作表): whatever a register or a form is called, its blank is a workbook that opens. */
import { readXlsx } from 'hucre/xlsx';
import { blankSheet } from '../../src/intake/blank';
import { sheetName } from '../../src/intake/sheet-name';

const long = Array.from({ length: 60 }, (_, no) => `第${no}项内容`);
const columns = [{ key: 'kind', title: '类别', choices: long, example: '第0项内容' }];
const namesIn = async (name: string): Promise<string[]> =>
  (await readXlsx(await blankSheet(name, columns))).sheets.map((sheet) => sheet.name);

it.each([
  ['来信来访', '来信来访'],
  ['工会/企业[2026]:*?\\', '工会 企业 2026'],
  ["'引号'", '引号'],
  ['长'.repeat(40), '长'.repeat(31)],
  [`${'长'.repeat(30)}𠮷野`, '长'.repeat(30)],
  ['???', '导入'],
  ['填写说明', '填写说明表'],
  ['选项', '选项表'],
  ['history', 'history表'],
])('a register called %j has a blank with the sheet %j', async (name, sheet) => {
  expect(await namesIn(name)).toEqual([sheet, '填写说明', '选项']);
});

it('a name as long as may be that is taken stays within what may be', () => {
  const taken = '长'.repeat(31);
  expect(sheetName(taken, [taken], '导入')).toBe(`${'长'.repeat(30)}表`);
});
