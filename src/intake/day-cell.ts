/** A day as people write it in a spreadsheet (日期单元格). Pure. */
import { isDay } from '../http/field-rules';

/** 2012-05-01, 2012/5/1, 2012.5.1, 2012年5月1日, 20120501; undefined where it is none. */
export function dayOfCell(text: string): string | undefined {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', date = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}
