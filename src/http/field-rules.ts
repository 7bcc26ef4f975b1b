/** The rules of the house for single values: text, ids, days, quantities. */
import { Decimal } from 'decimal.js';

/** Something a reader can see: neither space nor an invisible letter. */
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800\ufffc])[\p{L}\p{N}\p{P}\p{S}]/u;
const LINE_END = /[\n\u2028\u2029]/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

export const CODE_PATTERN = '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$';
const CODE = new RegExp(CODE_PATTERN);

export const isText = (value: unknown, min: number, max: number, multiline: boolean): boolean =>
  typeof value === 'string' &&
  (VISIBLE.test(value) || value === '') &&
  isLength(value, min, max) &&
  (multiline || !LINE_END.test(value));

/** Counted in code points, as the database counts. */
function isLength(value: string, min: number, max: number): boolean {
  if (value.length > max * 2) return false;
  const { length } = Array.from(value);
  return length >= min && length <= max;
}

export const isCode = (value: unknown): value is string => typeof value === 'string' && CODE.test(value);

export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** A day that exists, between 1949 and 2200. */
export function isDay(value: unknown): value is string {
  const [, year, month, day] = (typeof value === 'string' && DAY.exec(value)) || [];
  if (year === undefined || Number(year) < 1949 || Number(year) > 2200) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** A moment of such a day, with seconds and its zone. */
export const isMoment = (value: unknown): value is string =>
  typeof value === 'string' && MOMENT.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));

/** A month, between 1949-01 and 2200-12. */
export const isMonth = (value: unknown): value is string => typeof value === 'string' && isDay(`${value}-01`);

export const quantityPattern = (decimals: number): string =>
  decimals === 0 ? '^-?[0-9]{1,15}$' : `^-?[0-9]{1,15}(\\.[0-9]{1,${decimals}})?$`;

/** The canonical writing of a quantity, or the value unchanged where it is none. */
export function toQuantity(value: unknown, decimals: number): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? new Decimal(value).plus(0).toFixed() : value;
  if (typeof value !== 'string' || !new RegExp(quantityPattern(decimals)).test(value)) return value;
  const quantity = new Decimal(value);
  return quantity.isZero() ? '0' : quantity.toFixed();
}

export function isQuantity(value: unknown, decimals: number, min?: string | number, max?: string | number): boolean {
  if (typeof value !== 'string' || !new RegExp(quantityPattern(decimals)).test(value)) return false;
  const quantity = new Decimal(value);
  return (min === undefined || quantity.gte(min)) && (max === undefined || quantity.lte(max));
}

/** A whole number as a query writes it. */
export const toWholeNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^(0|-?[1-9]\d{0,14})$/.test(value) ? Number(value) : value;

/** Yes or no as a query writes it. */
export function toFlag(value: unknown): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

/** A list as a query writes it: repeated, or with commas. */
export const toList = (value: unknown): unknown => (typeof value === 'string' ? value.split(',') : value);
