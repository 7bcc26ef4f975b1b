/** Exact quantities: decimal strings on the wire and in the code, never floating point. */
import { Decimal } from 'decimal.js';

/** A decimal number as a plain string: '1537', '99.3', never '1e3' or '1537.0000'. */
export type Quantity = string;

/** The shortest plain form of a number that came from the database ('1537.0000' → '1537'). */
export function plain(value: Decimal.Value): Quantity {
  if (typeof value === 'string' && /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(value)) return value;
  return new Decimal(value).toFixed();
}

export function sum(values: readonly Decimal.Value[]): Decimal {
  return values.reduce<Decimal>((total, value) => total.plus(value), new Decimal(0));
}

/** True when the value has no more decimals than the measure allows. */
export function fits(value: Quantity, decimals: number): boolean {
  return new Decimal(value).decimalPlaces() <= decimals;
}

/**
 * A rate in percent with `places` decimals, half up: Σ numerator / Σ denominator.
 * A zero denominator gives no value (null), not 0 (product rule "Roll-up").
 */
export function percent(numerator: Decimal.Value, denominator: Decimal.Value, places = 1): Quantity | null {
  const below = new Decimal(denominator);
  if (below.isZero()) return null;
  return new Decimal(numerator).times(100).div(below).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toFixed(places);
}
