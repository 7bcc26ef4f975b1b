/** A file as a stream of rows (导入文件读取): XLSX, whose first sheet counts, CSV in UTF-8 or GB18030, or lines of JSON. */
import { readFile } from 'node:fs/promises';
import { streamCsvRows } from 'hucre/csv';
import { type CellValue, streamXlsxRows } from 'hucre/xlsx';
import { wellFormedText } from '../http/well-formed';
import { DomainError, Refused } from '../kernel/errors';
import { unpacked } from '../kernel/zip-guard';
import { HEADING_WITHIN, noHeading, placesOf } from './heading';
import { ndjsonRows } from './ndjson';
import type { IntakeColumn, SheetRow } from './taker';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_UNPACKED = 256 * 1024 * 1024;
/** Rows of one file. */
export const MOST_ROWS = 200_000;
/** Beyond what any column takes: a longer text is refused there, never cut short. */
const MOST_LETTERS = 8_001;

interface RawRow {
  readonly row: number;
  readonly cells: readonly CellValue[];
}

export type Charset = 'utf-8' | 'gb18030';

/** What a file is, when it was stored and by its name. */
export interface Format {
  readonly mediaType: string;
  readonly fileName: string;
  /** Of CSV, where it was said. */
  readonly charset?: Charset;
}

export const isNdjson = (fileName: string): boolean => /\.(ndjson|jsonl)$/i.test(fileName);

/** The rows that hold anything, below the heading where there is one. Errors: intake.unreadable, intake.heading, intake.tooLong (422), intake.tooLarge (413). */
export async function* rowsOf(
  place: string,
  { mediaType, fileName, charset }: Format,
  columns: readonly IntakeColumn[],
): AsyncGenerator<SheetRow> {
  if (mediaType !== XLSX && isNdjson(fileName)) {
    yield* counted(readable(ndjsonRows(place, columns)));
    return;
  }
  yield* counted(sheetRows(place, mediaType, columns, charset));
}

async function* counted(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  let told = 0;
  for await (const row of rows) {
    if (++told > MOST_ROWS) throw tooLong();
    yield row;
  }
}

async function* sheetRows(
  place: string,
  mediaType: string,
  columns: readonly IntakeColumn[],
  charset: Charset | undefined,
): AsyncGenerator<SheetRow> {
  const bytes = await readFile(place);
  let places: ReturnType<typeof placesOf>;
  let looked = 0;
  for await (const { row, cells } of readable(mediaType === XLSX ? xlsxRows(bytes) : csvRows(bytes, charset))) {
    if (places === undefined) {
      places = placesOf(cells.map(textOf), columns);
      if (places === undefined && ++looked >= HEADING_WITHIN) throw noHeading(columns);
      continue;
    }
    const value: Record<string, string> = {};
    for (const [at, { key }] of places) {
      const text = textOf(cells[at]);
      if (text !== '') value[key] = text;
    }
    if (Object.keys(value).length === 0) continue;
    yield { row, value };
  }
  if (places === undefined) throw noHeading(columns);
}

async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<RawRow> {
  const size = unpacked(bytes, MOST_UNPACKED);
  if (size === 'tooLarge') throw tooLarge();
  if (size === 'broken') throw unreadable();
  for await (const { index, values } of streamXlsxRows(bytes)) yield { row: index + 1, cells: values };
}

async function* csvRows(bytes: Uint8Array, charset: Charset | undefined): AsyncGenerator<RawRow> {
  let row = 0;
  for (const cells of streamCsvRows(decoded(bytes, charset), { unescapeFormulae: true })) yield { row: ++row, cells };
}

/** UTF-8 where it is, else GB18030, in which Excel writes CSV on Chinese machines. */
function decoded(bytes: Uint8Array, charset: Charset | undefined): string {
  if (charset !== undefined) return new TextDecoder(charset, { fatal: true }).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** What the library says of a broken file becomes ours. */
async function* readable<Row>(rows: AsyncGenerator<Row>): AsyncGenerator<Row> {
  try {
    yield* rows;
  } catch (error) {
    throw error instanceof DomainError ? error : unreadable();
  }
}

/** A text that no text may be (controls, lone surrogates) reads as a sign that no column takes. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '�' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(Number(value.toFixed(6)));
  return wellFormedText(value.slice(0, MOST_LETTERS))?.trim() ?? '�';
}

const unreadable = (): Refused =>
  new Refused(
    'intake.unreadable',
    { zh: '电子表格无法读取，请另存为 .xlsx 后重试。', en: 'The spreadsheet cannot be read: save it as .xlsx.' },
    'file',
  );

const tooLarge = (): DomainError =>
  new DomainError('too-large', 'intake.tooLarge', {
    zh: '电子表格解压后不应超过 256 MB。',
    en: 'The spreadsheet may unpack to at most 256 MB.',
  });

const tooLong = (): Refused =>
  new Refused(
    'intake.tooLong',
    {
      zh: `一个文件最多 ${MOST_ROWS} 行，请分成几个文件。`,
      en: `A file has at most ${MOST_ROWS} rows: divide it.`,
    },
    'file',
  );
