/** The spreadsheet that divides a task (任务分解表): a line for each union directly below, limits, notes, instructions. */
import { type CellStyle, type CellValue, type DataValidation, writeXlsx } from 'hucre/xlsx';
import { cascadeColumns, cascadeNumber, KEPT, REASON } from './cascade-columns';

export interface CascadeAbout {
  readonly taskId: string;
  readonly title: string;
  readonly unionName: string;
  readonly unit: string;
  readonly decimals: number;
  readonly target: string;
  readonly remainder: string;
  readonly startOn: string;
  readonly dueOn: string;
  /** What the union keeps; null where it keeps none, undefined where it never may. */
  readonly kept: string | null | undefined;
  /** Directly below and without a share. */
  readonly unions: readonly { readonly code: string; readonly name: string }[];
  /** Those that have theirs. */
  readonly given: readonly { readonly name: string; readonly target: string; readonly dueOn: string }[];
}

/** The first line of the table, as the spreadsheet counts. */
const FIRST = 4;
const WIDTHS = [18, 36, 16, 16, 44, 24];
const CODES = '选项';
const side = { style: 'thin' } as const;
const BORDER = { top: side, right: side, bottom: side, left: side };
const grey = (rgb: string): Pick<CellStyle, 'fill'> => ({
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } },
});
const HEAD: CellStyle = { font: { bold: true }, alignment: { wrapText: true }, border: BORDER, ...grey('E8EEF7') };
const TOLD: CellStyle = { alignment: { wrapText: true }, border: BORDER, numFmt: '@', ...grey('F5F5F5') };
const FILLED: CellStyle = { alignment: { wrapText: true }, border: BORDER };
const FILLED_TEXT: CellStyle = { ...FILLED, numFmt: '@' };

export function cascadeSheet(about: CascadeAbout): Promise<Uint8Array> {
  const { taskId, title, unionName, unit, target, remainder, dueOn, kept, unions } = about;
  const number = cascadeNumber(taskId);
  const table: CellValue[][] = [
    ...unions.map(({ code, name }) => [code, name, null, dueOn, null, number]),
    ...(kept === undefined ? [] : [[KEPT, `${unionName}自留部分`, numeric(kept), null, null, number]]),
    [REASON, '未足额分解的原因（写在“说明”栏）', null, null, null, number],
  ];
  const titles = cascadeColumns.map(({ title: words, must }) => (must === true ? `${words}*` : words));
  const facts = `分解单位：${unionName}　本级目标：${target} ${unit}　待分解：${remainder} ${unit}　完成期限：${dueOn}`;
  const last = FIRST - 1 + table.length;
  return writeXlsx({
    sheets: [
      {
        name: '任务分解',
        rows: [[`任务分解：${title}`], [facts], titles, ...table],
        cells: new Map([
          ['0,0', { value: `任务分解：${title}`, style: { font: { bold: true, size: 16 } } }],
          ...titles.map((value, no) => [`2,${no}`, { value, style: HEAD }] as const),
          ...table.flatMap((row, at) =>
            row.map((value, no) => [`${FIRST - 1 + at},${no}`, { value, style: styleOf(row[0], no) }] as const),
          ),
        ]),
        merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: titles.length - 2 })),
        columns: WIDTHS.map((width, no) => ({ width, ...(no === titles.length - 1 ? { hidden: true } : {}) })),
        freezePane: { rows: FIRST - 1 },
        pageSetup: {
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$3:$3',
        },
        dataValidations: validationsOf(about, last),
      },
      { name: '填写说明', rows: instructionsOf(about), columns: [{ width: 18 }, { width: 90 }] },
      { name: CODES, rows: codesOf(about).map((code) => [code]), hidden: true },
    ],
  });
}

/** What is to be filled in is white. */
function styleOf(code: CellValue | undefined, column: number): CellStyle {
  const fills = code === REASON ? [4] : code === KEPT ? [2, 4] : [2, 3, 4];
  return fills.includes(column) ? (column === 2 ? FILLED : FILLED_TEXT) : TOLD;
}

const codesOf = ({ unions, kept }: CascadeAbout): string[] => [
  ...unions.map(({ code }) => code),
  ...(kept === undefined ? [] : [KEPT]),
  REASON,
];

/** Warnings, not bars: what is wrong is said line by line when it comes back. */
function validationsOf(about: CascadeAbout, last: number): DataValidation[] {
  const { decimals, unit, startOn, dueOn } = about;
  const common = { allowBlank: true, showInputMessage: true, errorStyle: 'warning' as const, showErrorMessage: true };
  return [
    {
      ...{ ...common, range: `A${FIRST}:A${last}`, type: 'list' as const, inputTitle: '工会编码' },
      inputMessage: '请勿改动；只能是直接下级工会。',
      formula1: `'${CODES}'!$A$1:$A$${codesOf(about).length}`,
    },
    {
      ...{ ...common, range: `C${FIRST}:C${last}`, inputTitle: '分解目标' },
      type: decimals === 0 ? 'whole' : 'decimal',
      ...{ operator: 'greaterThanOrEqual' as const, formula1: '0' },
      inputMessage: targetWords(decimals, unit),
    },
    {
      ...{ ...common, range: `D${FIRST}:D${last}`, inputTitle: '完成期限', showErrorMessage: false },
      ...{ type: 'textLength' as const, operator: 'lessThanOrEqual' as const, formula1: '11' },
      inputMessage: `写作 2026-12-20，介于 ${startOn} 与 ${dueOn} 之间；留空同本级。`,
    },
  ];
}

const targetWords = (decimals: number, unit: string): string =>
  `${decimals === 0 ? '不小于 0 的整数' : `不小于 0、小数不超过 ${decimals} 位的数`}（${unit}）；留空不下达。`;

function instructionsOf(about: CascadeAbout): CellValue[][] {
  const { decimals, unit, startOn, dueOn, kept, given } = about;
  return [
    ['栏目', '说明'],
    ['填哪里', '只填白底各栏；请勿改动工会编码。每个直接下级工会一行，不下达的留空或删除该行。'],
    ['分解目标', targetWords(decimals, unit)],
    ['完成期限', `介于 ${startOn} 与 ${dueOn} 之间；留空同本级。`],
    ...(kept === undefined ? [] : [['自留', '本级自己完成并填报的部分，写在“自留”行；没有的留空。']]),
    ['原因', '各行合计少于待分解数时，须在“原因”行的“说明”栏写明原因；合计可以多于待分解数。'],
    ['说明', '各工会行的“说明”仅供查看，不随任务下达。'],
    ['交回', '填好后在任务页“分解下达”处上传：先检查，再下达；有一处不对就全部不下达。'],
    ['只限本任务', '本文件只用于这一件任务，不能用于其他任务。'],
    ...(given.length === 0 ? [] : [[], ['已下达', '分解目标 / 完成期限']]),
    ...given.map((share) => [share.name, `${share.target} ${unit} / ${share.dueOn}`]),
  ];
}

/** Numbers beyond fifteen digits would be rounded: they stay texts. */
const numeric = (value: string | null): CellValue => (value === null || value.length > 15 ? value : Number(value));
