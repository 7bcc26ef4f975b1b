/** The arithmetic of a score (算式): one tree that is both worked out and written down, so that the words cannot lie. */
import type { Decimal } from 'decimal.js';
import { plain } from '../kernel/decimal';
import type { Fraction } from './fraction';
import {
  compare,
  dividedBy,
  floor,
  fraction,
  greater,
  lesser,
  minus as less,
  plus as more,
  times as by,
} from './fraction';

/** A rung of a ladder: from this value on, these points; both decimal texts. */
export interface Rung {
  readonly atLeast: string;
  readonly points: string;
}

export type Expression =
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: '+' | '−' | '×' | '÷'; readonly of: readonly Expression[] }
  | { readonly is: 'min' | 'max'; readonly of: readonly Expression[] }
  /** The whole number at or below a value that is not below zero: only full steps count. */
  | { readonly is: 'whole'; readonly of: Expression }
  /** The points of the highest rung that the value reaches, 0 below the lowest. Rungs from the highest down. */
  | { readonly is: 'ladder'; readonly of: Expression; readonly rungs: readonly Rung[] };

/** A number as a person writes it: `12.5`, never `12.50` or `1e3`. */
export const number = (value: Decimal.Value): Expression => ({ is: 'number', text: asWritten(value) });

/** Most numbers come as a person writes them; the others are brought into that form. */
function asWritten(value: Decimal.Value): string {
  return typeof value === 'string' && /^(0|[1-9]\d*)(\.\d*[1-9])?$/.test(value) ? value : plain(value);
}

/** A fraction as it is: `37 ÷ 40`, reduced. */
export function exactly({ top, bottom }: Fraction): Expression {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  const [over, under] = [number((top / a).toString()), number((bottom / a).toString())];
  return bottom === a ? over : { is: '÷', of: [over, under] };
}
export const sum = (...of: readonly Expression[]): Expression => ({ is: '+', of });
export const minus = (...of: readonly Expression[]): Expression => ({ is: '−', of });
export const times = (...of: readonly Expression[]): Expression => ({ is: '×', of });
export const over = (...of: readonly Expression[]): Expression => ({ is: '÷', of });
export const least = (...of: readonly Expression[]): Expression => ({ is: 'min', of });
export const most = (...of: readonly Expression[]): Expression => ({ is: 'max', of });
export const whole = (of: Expression): Expression => ({ is: 'whole', of });
export const ladder = (of: Expression, rungs: readonly Rung[]): Expression => ({ is: 'ladder', of, rungs });

/** The exact value. Throws RangeError where something is divided by what is not above zero. */
export function valueOf(expression: Expression): Fraction {
  if (expression.is === 'number') return fraction(expression.text);
  if (expression.is === 'whole') return { top: floor(valueOf(expression.of)), bottom: 1n };
  if (expression.is === 'ladder') {
    const value = valueOf(expression.of);
    const reached = expression.rungs.find(({ atLeast }) => compare(value, fraction(atLeast)) >= 0);
    return fraction(reached?.points ?? '0');
  }
  const [first, ...rest] = expression.of.map(valueOf);
  if (first === undefined) throw new RangeError('nothing to work out');
  return rest.reduce(steps[expression.is], first);
}

/**
 * The arithmetic as a person writes it: `60 × min(90 ÷ 120, 1)`; a ladder as
 * `[33 ÷ 40 × 100 | ≥ 90 → 3, ≥ 80 → 2]`, full steps as `⌊2.5 ÷ 1⌋`. What is written works out to `valueOf`.
 */
export function written(expression: Expression): string {
  const { is } = expression;
  if (is === 'number') return expression.text;
  if (is === 'whole') return `⌊${written(expression.of)}⌋`;
  if (is === 'ladder') {
    const rungs = expression.rungs.map(({ atLeast, points }) => `≥ ${plain(atLeast)} → ${plain(points)}`);
    return `[${written(expression.of)} | ${rungs.join(', ')}]`;
  }
  if (is === 'min' || is === 'max') return `${is}(${expression.of.map(written).join(', ')})`;
  return expression.of.map((each, i) => bracketed(each, is, i)).join(` ${is} `);
}

const steps: Record<'+' | '−' | '×' | '÷' | 'min' | 'max', (a: Fraction, b: Fraction) => Fraction> = {
  '+': more,
  '−': less,
  '×': by,
  '÷': dividedBy,
  min: lesser,
  max: greater,
};

/** Brackets only where leaving them out would change the value: products and quotients are read from left to right. */
function bracketed(part: Expression, inside: '+' | '−' | '×' | '÷', place: number): string {
  const { is } = part;
  const text = written(part);
  if (is === 'number') return text.startsWith('-') && place > 0 ? `(${text})` : text;
  const loose = is === '+' || is === '−';
  const tight = is === '×' || is === '÷';
  if (inside === '+') return text;
  if (inside === '−') return loose && place > 0 ? `(${text})` : text;
  if (loose) return `(${text})`;
  return tight && place > 0 ? `(${text})` : text;
}
