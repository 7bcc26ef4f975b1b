/** A checked expression (算式), and its value once its readings are known. Exact; missing is not zero. Pure. */
import { Decimal } from 'decimal.js';
import type { Asked } from '../sources/asked';
import type { Operator } from './syntax';

/** Exact enough for sums of any ledger and for quotients that are rounded later. */
const Exact = Decimal.clone({ precision: 60 });

/** One thing that is read from a source; `stock`: as it stands at the end, else what happened. */
export interface Reading {
  readonly key: string;
  readonly asked: Asked;
  readonly stock: boolean;
  /** As it is written. */
  readonly text: string;
  readonly unit: string | null;
}

export type Formula =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'reading'; readonly key: string }
  | { readonly kind: 'negative'; readonly of: Formula }
  | { readonly kind: 'orZero'; readonly of: Formula }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Formula; readonly right: Formula };

/** null: something it needs is missing, or it would be divided by zero. */
export function evaluate(formula: Formula, read: (key: string) => string | null): Decimal | null {
  switch (formula.kind) {
    case 'number':
      return new Exact(formula.value);
    case 'reading': {
      const value = read(formula.key);
      return value === null ? null : new Exact(value);
    }
    case 'negative':
      return evaluate(formula.of, read)?.neg() ?? null;
    case 'orZero':
      return evaluate(formula.of, read) ?? new Exact(0);
    default: {
      const [left, right] = [evaluate(formula.left, read), evaluate(formula.right, read)];
      return left === null || right === null ? null : calculate(formula.operator, left, right);
    }
  }
}

function calculate(operator: Operator, left: Decimal, right: Decimal): Decimal | null {
  if (operator === '+') return left.plus(right);
  if (operator === '-') return left.minus(right);
  if (operator === '*') return left.times(right);
  return right.isZero() ? null : left.div(right);
}

/** factor × numerator ÷ denominator; null where one is missing or the denominator is zero. */
export function valueOf(factor: string, numerator: Decimal | null, denominator: Decimal | null): Decimal | null {
  if (numerator === null || denominator === null || denominator.isZero()) return null;
  const above = factor === '1' ? numerator : numerator.times(factor);
  return denominator.eq(1) ? above : above.div(denominator);
}

export const exact = (value: Decimal.Value): Decimal => new Exact(value);

/** With as many decimals as asked, half up. */
export const rounded = (value: Decimal | null, decimals: number): string | null =>
  value === null ? null : unsigned(value.toFixed(decimals, Decimal.ROUND_HALF_UP));

/** As numerators and denominators are kept. */
export const kept = (value: Decimal | null): string | null =>
  value === null ? null : unsigned(value.toDecimalPlaces(10, Decimal.ROUND_HALF_UP).toFixed());

/** No value is minus zero. */
const unsigned = (text: string): string => (/^-[0.]+$/.test(text) ? text.slice(1) : text);
