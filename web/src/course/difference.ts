/** The difference of two points, with its sign and two places; a dash where one of them is missing. */
import { Decimal } from 'decimal.js';

export function difference(points: string | null, from: string | null | undefined): string {
  if (points === null || from === null || from === undefined) return '—';
  const by = new Decimal(points).minus(from);
  return `${by.gt(0) ? '+' : by.lt(0) ? '−' : '±'}${by.abs().toFixed(2)}`;
}
