/** A scheme as a workbook that a clerk can fill in, and back (考核方案电子表格). */
import { DomainError, type FieldError, Refused } from '../../kernel/errors';
import { INSTRUCTIONS, SAMPLES } from './instructions';
import { type Line, type Page, PAGE_NAMES, PAGES, type Pages } from './layout';
import { readPages } from './page-reading';
import { linesOf, type TitledScheme } from './scheme-lines';
import { readScheme } from './scheme-reading';
import { unpacked } from '../../kernel/zip-guard';
import { readWorkbook, writeWorkbook } from './workbook';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const MOST_BYTES = 2 * 1024 * 1024;
const MOST_UNPACKED = 24 * 1024 * 1024;

/** What a workbook says, not checked yet as a scheme; `locate` gives such errors their sheet, row and column. */
export interface GivenScheme {
  readonly title: unknown;
  readonly year: unknown;
  readonly definition: unknown;
  readonly errors: readonly FieldError[];
  readonly locate: (error: FieldError) => FieldError;
}

export const schemeWorkbook = (scheme: TitledScheme): Promise<Uint8Array> => workbookOf(linesOf(scheme));

/** The same without a scheme: headings, lists to choose from, and a line on each page that shows how. */
export const blankWorkbook = (): Promise<Uint8Array> => workbookOf(SAMPLES);

function workbookOf(lines: Pages): Promise<Uint8Array> {
  const pages = PAGE_NAMES.map((name): { page: Page; lines: readonly Line[] } => ({
    page: PAGES[name],
    lines: lines[name],
  }));
  return writeWorkbook({ name: '填写说明', rows: INSTRUCTIONS }, pages);
}

/** Errors: spreadsheet.tooLarge (413), spreadsheet.notXlsx (415), spreadsheet.unreadable (422). */
export async function readSchemeWorkbook(bytes: Uint8Array): Promise<GivenScheme> {
  if (bytes.length > MOST_BYTES) throw tooLarge();
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw notXlsx();
  const size = unpacked(bytes, MOST_UNPACKED);
  if (size !== 'plain') throw size === 'tooLarge' ? tooLarge() : unreadable();
  const names = PAGE_NAMES.map((name) => PAGES[name].name);
  const found = await readWorkbook(bytes, names).catch(() => undefined);
  if (found === undefined) throw unreadable();
  const { pages, errors } = readPages(found);
  const read = readScheme(pages);
  return { ...read, errors: [...errors, ...(errors.some(({ code }) => code === 'sheetMissing') ? [] : read.errors)] };
}

const tooLarge = (): DomainError =>
  new DomainError('too-large', 'spreadsheet.tooLarge', {
    zh: '电子表格过大：应不超过 2 MB，解压后不超过 24 MB。',
    en: 'The spreadsheet is too large: at most 2 MB, and 24 MB unpacked.',
  });

const notXlsx = (): DomainError =>
  new DomainError('unsupported-media', 'spreadsheet.notXlsx', {
    zh: '只接受 .xlsx 文件；旧的 .xls 文件请先另存为 .xlsx。',
    en: 'Only .xlsx files are taken; save an old .xls as .xlsx first.',
  });

const unreadable = (): Refused =>
  new Refused('spreadsheet.unreadable', {
    zh: '这个文件打不开：不是完整的 .xlsx 表格，或设有密码。',
    en: 'This file cannot be read: it is no whole .xlsx workbook, or it has a password.',
  });
