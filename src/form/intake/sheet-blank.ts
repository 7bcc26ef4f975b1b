/** The spreadsheet of one union, form and period to fill in (报表填报表): what stands already, limits, notes, instructions. */
import { type CellStyle, type DataValidation, writeXlsx } from 'hucre/xlsx';
import { decimalsOf, type FormCell, type FormDefinition } from '../definition/definition';
import { sheetName } from '../../intake/sheet-name';
import type { PeriodDays } from '../period/moments';
import type { Saying } from '../return/said-changes';
import type { CellValues } from '../check/cell-values';
import { linesOf, type SheetLine, whatIsRight } from './sheet-rows';

export interface SheetAbout {
  readonly definition: FormDefinition;
  /** 2026年3月. */
  readonly label: string;
  readonly unionName: string;
  readonly number: string;
  readonly days: PeriodDays;
  /** What the union's return says now, and what it gave for the period before. */
  readonly own: Saying;
  readonly before: CellValues | null;
}

const TITLES = ['代码', '指标项*', '计量单位', '本期数*', '上期数', '缺报原因或情况说明', '填写要求', '表号'] as const;
const WIDTHS = [14, 40, 10, 18, 18, 40, 52, 26];
/** The first line of the table, as the spreadsheet counts. */
const HELP = '填写说明';
const FIRST = 4;
const MOST_MESSAGE = 250;
const side = { style: 'thin' } as const;
const BORDER = { top: side, right: side, bottom: side, left: side };
const grey = (rgb: string): Pick<CellStyle, 'fill'> => ({
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } },
});
const HEAD: CellStyle = { font: { bold: true }, alignment: { wrapText: true }, border: BORDER, ...grey('E8EEF7') };
const TOLD: CellStyle = { alignment: { wrapText: true, vertical: 'center' }, border: BORDER, ...grey('F5F5F5') };
const FILLED: CellStyle = { alignment: { wrapText: true, vertical: 'center' }, border: BORDER };

export function formSheet(about: SheetAbout): Promise<Uint8Array> {
  const { definition, label, unionName, days } = about;
  const lines = linesOf(definition);
  const table = lines.map((line) => rowOf(line, about));
  const title = `${definition.name}　${label}`;
  const until = days.locksOn === null ? '' : `　${days.locksOn} 后锁定`;
  const facts = `填报单位：${unionName}　截止日：${days.dueOn}${until}`;
  const rows = [[title], [facts], [...TITLES], ...table, [], [null, '单位负责人：　　　填报人：　　　填报日期：']];
  return writeXlsx({
    sheets: [
      {
        name: sheetName(definition.name, [HELP], '报表'),
        rows,
        cells: new Map([
          ['0,0', { value: title, style: { font: { bold: true, size: 16 } } }],
          ...TITLES.map((value, no) => [`2,${no}`, { value, style: HEAD }] as const),
          ...table.flatMap((row, at) =>
            row.map((value, no) => [`${FIRST - 1 + at},${no}`, { value, style: styleOf(lines[at], no) }] as const),
          ),
        ]),
        merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: TITLES.length - 2 })),
        columns: WIDTHS.map((width, no) => ({ width, ...(no === TITLES.length - 1 ? { hidden: true } : {}) })),
        freezePane: { rows: FIRST - 1 },
        pageSetup: {
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$3:$3',
        },
        dataValidations: lines.flatMap(({ cell }, at) => (cell === null ? [] : [validationOf(cell, FIRST + at)])),
      },
      { name: HELP, rows: instructionsOf(about), columns: [{ width: 18 }, { width: 90 }] },
    ],
  });
}

function rowOf({ code, title, cell }: SheetLine, { own, before, number }: SheetAbout): (string | number | null)[] {
  if (cell === null) {
    const said = own.words[code.replace('words.', '')] ?? null;
    return [code, title, null, null, null, said, '上报时提示不符的，请在这里说明原因。', number];
  }
  const star = cell.required ? '*' : '';
  const [now, then] = [own.values[code], before?.[code]];
  return [
    ...[code, `${title}${star}`, cell.unit, cellOf(now), cellOf(then)],
    ...[own.missing[code] ?? null, whatIsRight(cell), number],
  ];
}

/** What is to be filled in is white. */
function styleOf(line: SheetLine | undefined, column: number): CellStyle {
  const fills = column === 5 || (column === 3 && line?.cell !== null);
  return fills ? FILLED : TOLD;
}

/** A warning, not a bar: what is wrong is said line by line when it comes back. */
function validationOf(cell: FormCell, row: number): DataValidation {
  const { min, max, name } = cell;
  const told = {
    range: `D${row}:D${row}`,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: name.slice(0, 30),
    inputMessage: whatIsRight(cell).slice(0, MOST_MESSAGE),
    errorStyle: 'warning' as const,
    showErrorMessage: true,
    type: decimalsOf(cell) === 0 ? ('whole' as const) : ('decimal' as const),
  };
  if (min !== undefined && max !== undefined) return { ...told, operator: 'between', formula1: min, formula2: max };
  if (max !== undefined) return { ...told, operator: 'lessThanOrEqual', formula1: max };
  return { ...told, operator: 'greaterThanOrEqual', formula1: min ?? `-${FURTHEST}` };
}

const FURTHEST = '999999999999999';

function instructionsOf({ definition, number, days }: SheetAbout): string[][] {
  const { about, cells, rules } = definition;
  return [
    ['事项', '说明'],
    ...(about === '' ? [] : [['统计口径', about]]),
    ['填哪里', '只填白底的“本期数”和“缺报原因或情况说明”两栏；其余栏目供查看，请勿改动代码、指标项名称。'],
    ['0 与空', '确实没有的填 0；无法取得数的留空，带 * 的必填项留空须在同一行写明缺报原因。'],
    ['留空', '留空的行不改动平台上已填的数；要把已填的数改为缺报，请清空本期数并写明原因。'],
    ...(rules.some(({ severity }) => severity === 'soft')
      ? [['情况说明', '表末各行对应审核提示；平台提示不符而数据属实的，在对应行说明原因。']]
      : []),
    ['交回', '填好后在平台“统计报表”本期页面“用电子表格填报”处上传：先检查，再存为草稿或直接上报。'],
    ['只限本表', `本文件只用于本单位这一期（表号 ${number}），不能用于其他单位、其他期或其他报表。`],
    ['期限', `${days.dueOn} 前上报为按时${days.locksOn === null ? '' : `；${days.locksOn} 后锁定，不能再填`}。`],
    [],
    ['指标项', '填写要求'],
    ...cells.map((cell) => [`${cell.name}（${cell.unit}）`, whatIsRight(cell)]),
  ];
}

/** Numbers beyond fifteen digits would be rounded: they stay texts. */
function cellOf(value: string | undefined): string | number | null {
  if (value === undefined) return null;
  return value.length > 15 ? value : Number(value);
}
