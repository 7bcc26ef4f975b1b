/** Tables as spreadsheets that are written while they are read (电子表格导出): XLSX or CSV, however long. */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { writeCsvStream } from 'hucre/csv';
import { type CellValue, writeXlsxStream } from 'hucre/xlsx';

export type SheetFormat = 'xlsx' | 'csv';

export interface SheetColumn {
  readonly title: string;
  readonly width?: number;
}

/** Texts stay texts: nothing is worked out by whoever opens it. */
export function sheetStream(
  format: SheetFormat,
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<CellValue[]> | Iterable<CellValue[]>,
): Readable {
  const titles = columns.map(({ title }) => title);
  const stream =
    format === 'csv'
      ? writeCsvStream(headed(titles, rows), { bom: true, escapeFormulae: true })
      : writeXlsxStream(asWritten(rows), {
          name,
          columns: columns.map(({ title, width = 16 }) => ({ header: undisguised(title), width })),
          freezePane: { rows: 1 },
        });
  return Readable.fromWeb(stream as ReadableStream);
}

async function* headed(titles: string[], rows: AsyncIterable<CellValue[]> | Iterable<CellValue[]>) {
  yield titles;
  yield* rows;
}

/** What a workbook takes for a character in disguise (`_x0041_`) is told to be just these letters (ECMA-376, ST_Xstring). */
const DISGUISED = /_(?=x[0-9a-f]{4}_)/gi;

const undisguised = (text: string): string => text.replaceAll(DISGUISED, '_x005F_');

async function* asWritten(rows: AsyncIterable<CellValue[]> | Iterable<CellValue[]>) {
  for await (const row of rows) yield row.map((value) => (typeof value === 'string' ? undisguised(value) : value));
}
