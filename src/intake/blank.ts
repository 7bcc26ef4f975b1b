/** The blank of an intake (空白表): headings with stars, lists to choose from, limits, notes, a sample row and instructions. */
import { type DataValidation, writeXlsx } from 'hucre/xlsx';
import { sheetName } from './sheet-name';
import type { IntakeColumn } from './taker';

const HEADING = { font: { bold: true }, alignment: { wrapText: true } } as const;
const TEXT = { numFmt: '@' } as const;
const LAST_ROW = 200_001;
const HELP = '填写说明';
const LISTS = '选项';
/** A spreadsheet takes no longer list beside its cells, and none with commas in it. */
const MOST_LETTERS = 250;
const MOST_MESSAGE = 250;

export function blankSheet(name: string, columns: readonly IntakeColumn[]): Promise<Uint8Array> {
  const titles = columns.map(({ title, must, starred }) => (must === true || starred === true ? `${title}*` : title));
  const long = columns.filter(({ choices }) => choices !== undefined && !fitsBeside(choices));
  return writeXlsx({
    sheets: [
      {
        name: sheetName(name, [HELP, LISTS], '导入'),
        rows: [titles, columns.map(({ example }) => example)],
        cells: new Map(titles.map((value, no) => [`0,${no}`, { value, style: HEADING }])),
        columns: columns.map(({ title, limits }) => ({
          width: Math.max(14, title.length * 2 + 4),
          // a number that is kept as text would be warned of whatever it is
          ...(limits === undefined ? { style: TEXT } : {}),
        })),
        freezePane: { rows: 1 },
        pageSetup: {
          ...{ paperSize: 'a4', orientation: 'landscape', printTitlesRow: '$1:$1' },
          ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        },
        dataValidations: columns.map((column, no) =>
          validationOf(column, letterOf(no), long.indexOf(column), notesOf(column).join('')),
        ),
      },
      {
        name: HELP,
        rows: [
          ['栏目', '说明'],
          ...columns.map((column) => [column.title, notesOf(column).join('')]),
          ['示例', '第 2 行为示例，填写前请删除。'],
        ],
        columns: [{ width: 24 }, { width: 80 }],
      },
      ...(long.length === 0 ? [] : [{ name: LISTS, rows: listRows(long), hidden: true }]),
    ],
  });
}

/** A warning, not a bar: what is wrong is said row by row when it is taken in. */
function validationOf(column: IntakeColumn, letter: string, list: number, notes: string): DataValidation {
  const { choices, limits, title } = column;
  const common = {
    range: `${letter}2:${letter}${LAST_ROW}`,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: title.slice(0, 30),
    inputMessage: notes.slice(0, MOST_MESSAGE),
    errorStyle: 'warning' as const,
  };
  if (choices !== undefined && list < 0)
    return { ...common, type: 'list', values: [...choices], showErrorMessage: false };
  if (choices !== undefined) {
    const place = letterOf(list);
    const formula1 = `'${LISTS}'!$${place}$1:$${place}$${choices.length}`;
    return { ...common, type: 'list', formula1, showErrorMessage: false };
  }
  const { min, max, whole = false } = limits ?? {};
  if (min === undefined && max === undefined)
    return { ...common, type: 'textLength', operator: 'greaterThanOrEqual', formula1: '0', showErrorMessage: false };
  const type = whole ? ('whole' as const) : ('decimal' as const);
  const bounds =
    min !== undefined && max !== undefined
      ? { operator: 'between' as const, formula1: min, formula2: max }
      : min === undefined
        ? { operator: 'lessThanOrEqual' as const, formula1: max ?? '0' }
        : { operator: 'greaterThanOrEqual' as const, formula1: min };
  return { ...common, type, ...bounds, showErrorMessage: true };
}

function notesOf({ must, hint, choices, empty = '可不填；留空不改变已有内容。' }: IntakeColumn): string[] {
  return [
    must === true ? '必填。' : empty,
    ...(hint === undefined ? [] : [hint]),
    ...(choices === undefined ? [] : [`可填：${choices.join('、')}。`]),
  ];
}

const fitsBeside = (choices: readonly string[]): boolean =>
  choices.join(',').length <= MOST_LETTERS && choices.every((choice) => !/[,"]/.test(choice));

function listRows(long: readonly IntakeColumn[]): (string | null)[][] {
  const most = Math.max(...long.map(({ choices = [] }) => choices.length));
  return Array.from({ length: most }, (_, row) => long.map(({ choices = [] }) => choices[row] ?? null));
}

/** A, B, … Z, AA, AB, … */
export function letterOf(no: number): string {
  const last = String.fromCodePoint(65 + (no % 26));
  return no < 26 ? last : `${letterOf(Math.floor(no / 26) - 1)}${last}`;
}
