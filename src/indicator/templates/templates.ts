/** The library of ready indicators (指标模板库): every figure of the annual report, over the ready ledgers and the register. */
import { BUILDING } from './building';
import type { IndicatorTemplate } from './ready';
import { SERVING } from './serving';
import { STRIVING } from './striving';

export const INDICATOR_TEMPLATES: readonly IndicatorTemplate[] = [...BUILDING, ...SERVING, ...STRIVING];

/** Which ready ledgers it reads. */
export function ledgersOf({ definition }: IndicatorTemplate): string[] {
  const text = `${definition.numerator} ${definition.denominator ?? ''}`;
  return [...new Set([...text.matchAll(/ledger\.\w+\('([\w-]+)'/g)].map(([, code = '']) => code))];
}
