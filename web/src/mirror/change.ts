/** A figure against an earlier one. */
import { Decimal } from 'decimal.js';
import { amount } from '../parts/amount';

/** `+1,200（+4.6%）`; without a percentage where the earlier one was nothing. */
export function change(now: string, before: string): string {
  const step = new Decimal(now).minus(before);
  const signed = `${step.isPositive() && !step.isZero() ? '+' : ''}${amount(step.toFixed())}`;
  if (new Decimal(before).isZero()) return signed;
  const part = step.times(100).div(before).toDecimalPlaces(1, Decimal.ROUND_HALF_UP);
  return `${signed}（${part.isPositive() && !part.isZero() ? '+' : ''}${part.toFixed(1)}%）`;
}
