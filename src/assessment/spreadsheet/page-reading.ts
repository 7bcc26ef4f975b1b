/** The rows of a workbook as lines by the headings of their columns (按表头读取). */
import type { FieldError } from '../../kernel/errors';
import { type Column, type Page, PAGE_NAMES, PAGES, type PageName, type ReadLine, type ReadPages } from './layout';
import type { FoundRows } from './workbook';

/** A line that begins with this word shows how it is done and is passed over. */
export const SAMPLE = '示例';

/** Without these two there is no scheme. */
const NEEDED: readonly PageName[] = ['scheme', 'criteria'];

export function readPages(found: ReadonlyMap<string, FoundRows>): { pages: ReadPages; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const pages = Object.fromEntries(
    PAGE_NAMES.map((page) => {
      const rows = found.get(PAGES[page].name);
      if (rows === undefined && NEEDED.includes(page)) errors.push(missingPage(PAGES[page].name));
      return [page, rows === undefined ? [] : linesOf(PAGES[page], rows, errors)];
    }),
  );
  return { pages: pages as unknown as ReadPages, errors };
}

function linesOf({ name, columns }: Page, [headings = [], ...rows]: FoundRows, errors: FieldError[]): ReadLine[] {
  const titles = headings.map((heading) => (typeof heading === 'string' ? heading.replaceAll(/[*＊\s]/gu, '') : ''));
  const places = columns.map((column): [Column, number] => [column, titles.indexOf(column.title)]);
  const missing = places.filter(([{ must }, at]) => must === true && at < 0).map(([{ title }]) => title);
  if (missing.length > 0 && rows.some((row) => row.some((cell) => cell !== ''))) {
    errors.push(missingColumns(name, missing));
    return [];
  }
  return rows.flatMap((row, no): ReadLine[] => {
    const values: Record<string, string> = {};
    for (const [{ key, title }, at] of places) {
      const cell = row[at] ?? '';
      if (cell instanceof Date) errors.push(dateCell(name, at, no + 2, title));
      else if (cell !== '') values[key] = cell;
    }
    const blank = Object.keys(values).length === 0;
    return blank || row[0] === SAMPLE ? [] : [{ row: no + 2, values }];
  });
}

function missingPage(name: string): FieldError {
  const words = {
    zh: `缺少“${name}”表，请使用下载的表格。`,
    en: `The sheet ${name} is missing: use the file offered.`,
  };
  return { field: name, code: 'sheetMissing', words };
}

function missingColumns(name: string, titles: readonly string[]): FieldError {
  return {
    field: `${name}!A1`,
    code: 'columnMissing',
    words: {
      zh: `“${name}”表第 1 行缺少列：${titles.join('、')}。`,
      en: `Sheet ${name}, row 1: these columns are missing: ${titles.join(', ')}.`,
    },
  };
}

function dateCell(name: string, column: number, row: number, title: string): FieldError {
  return {
    field: `${name}!${String.fromCodePoint(65 + column)}${row}`,
    code: 'dateCell',
    words: {
      zh: `“${name}”表第 ${row} 行“${title}”列：被表格软件改成了日期，请把这一格设为文本格式后重新填写。`,
      en: `Sheet ${name}, row ${row}, column ${title}: it was turned into a date; make the cell text and type it again.`,
    },
  };
}
