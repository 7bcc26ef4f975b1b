/** Where in the spreadsheet a part of the scheme was written (单元格定位), so that errors can name sheet, row and column. */
import type { FieldError, Words } from '../../kernel/errors';
import { forClerks } from './clerk-words';
import { type Column, type Page, type PageName, PAGES } from './layout';

interface Cell {
  readonly page: PageName;
  /** As the spreadsheet counts: the headings are row 1. */
  readonly row: number;
  /** The key of the column; left out: the whole row. */
  readonly column?: string;
}

export class CellFinder {
  private readonly cells = new Map<string, Cell>();
  readonly errors: FieldError[] = [];

  /** Remembers where what stands at `path` was written. */
  place(path: string, page: PageName, row: number, column?: string): void {
    this.cells.set(path, column === undefined ? { page, row } : { page, row, column });
  }

  fault(page: PageName, row: number, column: string | undefined, code: string, words: Words): void {
    this.errors.push(located(column === undefined ? { page, row } : { page, row, column }, code, words));
  }

  /** The same error with its place in the spreadsheet in front. */
  locate({ field, code, words }: FieldError): FieldError {
    for (let path = field; path !== ''; path = above(path)) {
      const cell = this.cells.get(path);
      if (cell !== undefined) return located(cell, code, forClerks(words));
    }
    return { field, code, words };
  }
}

/** The path without its last step. */
const above = (path: string): string => path.replace(/(?:^|\.)[^.[]+$|\[\d+\]$/u, '');

function located({ page, row, column }: Cell, code: string, words: Words): FieldError {
  const { name, columns }: Page = PAGES[page];
  const no = columns.findIndex(({ key }) => key === column);
  const said: Column | undefined = columns[no];
  const field = `${name}!${said === undefined ? '' : columnLetter(no)}${row}`;
  const place = said === undefined ? { zh: '', en: '' } : { zh: `“${said.title}”列`, en: `, column ${said.title}` };
  return {
    field,
    code,
    words: {
      zh: `“${name}”表第 ${row} 行${place.zh}：${words.zh}`,
      en: `Sheet ${name}, row ${row}${place.en}: ${words.en}`,
    },
  };
}

const columnLetter = (no: number): string => String.fromCodePoint(65 + no);
