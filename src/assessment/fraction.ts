/** An exact fraction (分数): a rate keeps its thirds until the points are rounded, once. */
export interface Fraction {
  readonly top: bigint;
  /** Always above zero. */
  readonly bottom: bigint;
}

export const ZERO: Fraction = { top: 0n, bottom: 1n };
export const ONE: Fraction = { top: 1n, bottom: 1n };
export const HUNDRED: Fraction = { top: 100n, bottom: 1n };
/** Less than any two rates can differ by: what is a little more than another stands before it. */
export const A_LITTLE: Fraction = { top: 1n, bottom: 10n ** 60n };

/** The same few hundred quantities come again and again when many unions are scored. */
const known = new Map<string, Fraction>();
const MOST_KNOWN = 10_000;

/** Reads a decimal text such as `68716.00`. Throws RangeError on anything else: quantities come checked. */
export function fraction(text: string): Fraction {
  const before = known.get(text);
  if (before !== undefined) return before;
  const value = read(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, value);
  return value;
}

function read(text: string): Fraction {
  const [, sign, whole, decimals] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`not a decimal: ${text.slice(0, 40)}`);
  const places = (decimals ?? '').replace(/0+$/, '');
  const top = BigInt(whole + places);
  return {
    top: sign === '-' ? -top : top,
    bottom: places === '' ? 1n : 10n ** BigInt(places.length),
  };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom };
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { top: -b.top, bottom: b.bottom });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

/** Throws RangeError unless the divisor is above zero: who divides has said before what no value means. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  if (b.top <= 0n) throw new RangeError('divided by what is not above zero');
  return { top: a.top * b.bottom, bottom: a.bottom * b.top };
}

/** Below zero, zero or above zero, as `a` is less than, equal to or more than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.top * b.bottom;
  const right = b.top * a.bottom;
  return left < right ? -1 : Number(left > right);
}

export function lesser(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

export function greater(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

/** The least whole number not below a value that is not below zero. */
export function ceiling(value: Fraction): bigint {
  return (value.top + value.bottom - 1n) / value.bottom;
}

/** The whole number at or below a value that is not below zero. */
export function floor({ top, bottom }: Fraction): bigint {
  return top / bottom;
}

/** Two places, half up (or cut off), as `12.50`, of a value that is not below zero. */
export function twoPlaces(value: Fraction, rounding: 'half-up' | 'down' = 'half-up'): string {
  const half = rounding === 'half-up' ? value.bottom : 0n;
  const hundredths = (value.top * 200n + half) / (value.bottom * 2n);
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
