/** Reading a document nobody has checked yet (方案校验): every wrong place gets a field error, nothing ever throws. */
import { Decimal } from 'decimal.js';
import type { FieldError } from '../kernel/errors';

const MOST_FAULTS = 100;

/** The field errors found so far; the first hundred are enough to correct a document. */
export class Faults {
  readonly list: FieldError[] = [];

  add(field: string, code: string, zh: string, en: string): void {
    this.addAll([{ field, code, words: { zh, en } }]);
  }

  addAll(errors: readonly FieldError[]): void {
    this.list.push(...errors.slice(0, MOST_FAULTS - this.list.length));
  }
}

/** The path of a field inside a place: `parts[0].marks`. */
export function at(place: string, key: string | number): string {
  if (typeof key === 'number') return `${place}[${key}]`;
  return place === '' ? key : `${place}.${key}`;
}

/** An object with no other fields than these; undefined when it is not an object at all. */
export function readObject(
  faults: Faults,
  value: unknown,
  place: string,
  fields: readonly string[],
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const list = fields.join(', ');
    faults.add(place, 'notAnObject', `此处应为对象，包含：${list}。`, `Must be an object with: ${list}.`);
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (fields.includes(key)) continue;
    const list = fields.join(', ');
    faults.add(
      at(place, key.slice(0, 60)),
      'unknownField',
      `没有这个字段，可用字段：${list}。`,
      `There is no such field; the fields are: ${list}.`,
    );
  }
  return value as Readonly<Record<string, unknown>>;
}

/** A list of one to `most` entries; of a longer one only the first `most` are handed on. */
export function readList(faults: Faults, value: unknown, place: string, most: number): unknown[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  if (list.length === 0 || list.length > most) {
    faults.add(place, 'notAList', `应为 1 至 ${most} 项的列表。`, `Must be a list of 1 to ${most} entries.`);
  }
  // A gap in a list is an entry that is nothing.
  return Array.from(list.slice(0, most));
}

/** Words of one to `most` characters on one line, without blanks around them. */
export function readText(faults: Faults, value: unknown, place: string, most: number): string | undefined {
  const fits =
    typeof value === 'string' &&
    value.length <= most &&
    value !== '' &&
    value === value.trim() &&
    !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value);
  if (fits) return value;
  faults.add(
    place,
    'notAText',
    `应为 1 至 ${most} 个字的一行文字，首尾不留空格。`,
    `Must be one line of 1 to ${most} characters without blanks around it.`,
  );
  return undefined;
}

/** What a decimal may be; limits are decimal texts. */
export interface DecimalLimits {
  readonly places: number;
  readonly above?: string;
  readonly atLeast?: string;
  readonly atMost?: string;
}

/** A decimal written as text, not as a JSON number, so that what is stored is exactly what was sent. */
export function readDecimal(faults: Faults, value: unknown, place: string, limits: DecimalLimits): Decimal | undefined {
  const { places, above, atLeast, atMost } = limits;
  const written = new RegExp(`^(0|[1-9]\\d{0,6})(\\.\\d{1,${places}})?$`);
  if (typeof value !== 'string' || value.length > 20 || !written.test(value)) {
    faults.add(
      place,
      'notADecimal',
      `应为文本形式的数，整数至多 7 位，小数至多 ${places} 位，例如 "3.5"。`,
      `Must be a number written as text, at most 7 digits before and ${places} after the point, such as "3.5".`,
    );
    return undefined;
  }
  const decimal = new Decimal(value);
  const inside =
    (above === undefined || decimal.gt(above)) &&
    (atLeast === undefined || decimal.gte(atLeast)) &&
    (atMost === undefined || decimal.lte(atMost));
  if (inside) return decimal;
  const said = (...parts: (string | false)[]) => parts.filter(Boolean).join('、');
  faults.add(
    place,
    'outOfRange',
    `应${said(above !== undefined && `大于 ${above}`, atLeast !== undefined && `不小于 ${atLeast}`, atMost !== undefined && `不大于 ${atMost}`)}。`,
    `Must be ${said(above !== undefined && `above ${above}`, atLeast !== undefined && `at least ${atLeast}`, atMost !== undefined && `at most ${atMost}`).replaceAll('、', ' and ')}.`,
  );
  return undefined;
}

/** Yes or no; it may be left out. */
export function readYesNo(faults: Faults, value: unknown, place: string): void {
  if (value === undefined || typeof value === 'boolean') return;
  faults.add(place, 'notYesOrNo', '应为 true 或 false。', 'Must be true or false.');
}

/** A whole number within limits, written as a number. */
export function readWhole(
  faults: Faults,
  value: unknown,
  place: string,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value;
  const en = `Must be a whole number from ${from} to ${to}.`;
  faults.add(place, 'notAWholeNumber', `应为 ${from} 至 ${to} 的整数。`, en);
  return undefined;
}
