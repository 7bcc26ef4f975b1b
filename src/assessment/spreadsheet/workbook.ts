/** Workbooks as pages of texts (电子表格读写): the only file that knows the spreadsheet library. */
import { type CellValue, readXlsx, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { Column, Page } from './layout';

const MOST_ROWS = 1_000;
/** What one cell can hold. */
const MOST_LETTERS = 32_767;
const READ = `A1:Z${MOST_ROWS + 1}`;
const HEADING = { font: { bold: true }, fill: solid('E8EEF7'), alignment: { wrapText: true } } as const;
const BODY = { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } } as const;

/** A page with its lines as they are to be written: each a text by the key of its column. */
export interface WrittenPage {
  readonly page: Page;
  readonly lines: readonly Readonly<Record<string, string>>[];
}

/** The rows of a page as they were found, the headings first; a date is what Excel made of something else. */
export type FoundRows = readonly (readonly (string | Date)[])[];

/** A workbook with a first page of plain words. Every text is stored as text: nothing is ever worked out by a reader. */
export async function writeWorkbook(
  first: { readonly name: string; readonly rows: readonly (readonly string[])[] },
  pages: readonly WrittenPage[],
): Promise<Uint8Array> {
  const words: WriteSheet = {
    name: first.name,
    rows: first.rows.map((row) => [...row]),
    columns: [
      { width: 18, style: BODY },
      { width: 92, style: BODY },
    ],
  };
  return writeXlsx({ sheets: [words, ...pages.map(sheetOf)] });
}

function sheetOf({ page: { name, columns }, lines }: WrittenPage): WriteSheet {
  const titles = columns.map(({ title, must }) => (must ? `${title}*` : title));
  return {
    name,
    rows: [titles, ...lines.map((line) => columns.map(({ key }) => literal(line[key])))],
    cells: new Map(titles.map((value, no) => [`0,${no}`, { value, style: HEADING }])),
    columns: columns.map(({ width }) => ({ width, style: BODY })),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ choices, title }: Column, no) =>
      choices === undefined
        ? []
        : [
            {
              type: 'list' as const,
              values: [...choices],
              range: `${String.fromCodePoint(65 + no)}2:${String.fromCodePoint(65 + no)}${MOST_ROWS}`,
              allowBlank: true,
              showErrorMessage: true,
              errorStyle: 'warning' as const,
              errorTitle: title,
              errorMessage: `请从列表中选择：${choices.join('、')}`.slice(0, 200),
            },
          ],
    ),
    pageSetup: {
      ...{ paperSize: 'a4', orientation: 'landscape', printTitlesRow: '$1:$1' },
      // as many pages as it takes
      ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    },
  };
}

/** A text that looks like a spreadsheet's way to write a letter is kept as it is. */
const literal = (text: string | undefined): string | null =>
  text?.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/gu, '_x005F_') ?? null;

/** The pages of these names that there are. Throws where it is no workbook; check the unpacked size first. */
export async function readWorkbook(bytes: Uint8Array, names: readonly string[]): Promise<Map<string, FoundRows>> {
  const { sheets } = await readXlsx(bytes, { sheets: ({ name }) => names.includes(name), range: READ });
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(textOf))]));
}

/** Six places are more than any scheme has, and fewer than what binary fractions leave behind. */
function textOf(value: CellValue | undefined): string | Date {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(Number(value.toFixed(6)));
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value.slice(0, MOST_LETTERS).trim() : value;
}

function solid(rgb: string): { type: 'pattern'; pattern: 'solid'; fgColor: { rgb: string } } {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } };
}
