/** Which column of a spreadsheet is which (表头识别): by its title or as programs call it, in any order, stars and spaces aside. Pure. */
import { Refused } from '../kernel/errors';
import { fieldOf } from './field-name';
import type { IntakeColumn } from './taker';

/** The heading stands in one of the first rows. */
export const HEADING_WITHIN = 10;

/** The place of each column, or undefined where this row is no heading. */
export function placesOf(
  row: readonly string[],
  columns: readonly IntakeColumn[],
): ReadonlyMap<number, IntakeColumn> | undefined {
  const places = new Map<number, IntakeColumn>();
  for (const [at, text] of row.entries()) {
    const plain = plainTitle(text);
    const column =
      columns.find(({ title }) => plainTitle(title) === plain) ?? columns.find((each) => fieldOf(each) === plain);
    if (column !== undefined && ![...places.values()].includes(column)) places.set(at, column);
  }
  const there = new Set([...places.values()]);
  // where no column must be there, a row that names none of them is no heading either
  if (there.size === 0) return undefined;
  return columns.every((column) => column.must !== true || there.has(column)) ? places : undefined;
}

/** Error: intake.heading (422), with the columns that must be there. */
export function noHeading(columns: readonly IntakeColumn[]): Refused {
  const must = columns.filter((column) => column.must === true);
  const titles = (must.length > 0 ? must : columns.slice(0, 5)).map(({ title }) => title);
  return new Refused(
    'intake.heading',
    {
      zh: `前 ${HEADING_WITHIN} 行中没有找到表头，表头须含：${titles.join('、')}。请使用下载的空白表。`,
      en: `No heading among the first ${HEADING_WITHIN} rows; it must hold: ${titles.join(', ')}. Use the blank spreadsheet.`,
    },
    'file',
  );
}

export const plainTitle = (text: string): string => text.replaceAll(/[\s*＊]/gu, '');
