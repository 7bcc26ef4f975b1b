/** Whether marks add up (合计), exactly; a mark that cannot be read is not taken for zero. */
import { Decimal } from 'decimal.js';

export interface Sum {
  readonly sum: string;
  /** What the sum is to be; null while it cannot be read. */
  readonly whole: string | null;
  /** unread: a mark is missing, so there is nothing to compare. */
  readonly state: 'exact' | 'less' | 'over' | 'unread';
  /** How much is wanting or too much. */
  readonly by: string;
}

/** A number as people type it (１２．５ · 1,200), as the API takes it; what is no number stays as typed, for the API to name. */
export const numberText = (typed: string): string => typed.normalize('NFKC').replace(/[,\s]/g, '');

const read = (typed: string): Decimal | null => {
  const text = numberText(typed);
  return /^\d{1,7}(\.\d+)?$/.test(text) ? new Decimal(text) : null;
};

export function sumOf(whole: string, marks: readonly string[]): Sum {
  const [all, each] = [read(whole), marks.map(read)];
  const readable = each.filter((one) => one !== null);
  const sum = Decimal.sum(0, ...readable);
  const said = { sum: sum.toFixed(), whole: all?.toFixed() ?? null };
  if (all === null || readable.length < each.length) return { ...said, state: 'unread', by: '0' };
  const by = sum.minus(all);
  return { ...said, state: by.isZero() ? 'exact' : by.isNegative() ? 'less' : 'over', by: by.abs().toFixed() };
}

/** `0.9` of the target is 90 (percent). */
export const percentOf = (fraction: string): string => new Decimal(fraction).times(100).toFixed();

/** The other way round; what is no number goes to the API as typed. */
export function fractionOf(percent: string): string {
  const value = read(percent);
  return value === null ? numberText(percent) : value.div(100).toFixed();
}

/** What a part brings to the whole: its marks by its weight in percent; what cannot be read stays as typed. */
export function weighed(marks: string, percent: string): string {
  const [value, weight] = [read(marks), read(percent)];
  return value === null || weight === null ? '' : value.times(weight).div(100).toFixed();
}
