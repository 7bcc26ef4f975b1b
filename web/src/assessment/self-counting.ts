/** What the platform counts by itself (自动计数), as a scheme's form holds it: empty where a scorer counts. */
import type { Countable, SelfCounting } from '../../../src/assessment/countable';

/** Each with the name of its words. */
export const countables = [
  ['order.blue', 'orderBlue'],
  ['order.orange', 'orderOrange'],
  ['order.red', 'orderRed'],
  ['order.returned', 'orderReturned'],
  ['extension.further', 'extensionFurther'],
  ['interview', 'interview'],
  ['light.yellow', 'lightYellow'],
  ['light.red', 'lightRed'],
] as const satisfies readonly (readonly [Countable, string])[];

export interface CountingDraft {
  readonly counts: string;
  /** How many of them are one; empty: each. */
  readonly every: string;
}

export const notCounted: CountingDraft = { counts: '', every: '' };

export const countingDraftOf = ({ counts, per }: SelfCounting): CountingDraft => ({
  counts: counts ?? '',
  every: per === undefined ? '' : String(per),
});

export function countingOf({ counts, every }: CountingDraft): SelfCounting {
  const found = countables.find(([kind]) => kind === counts);
  if (found === undefined) return {};
  return { counts: found[0], ...(every.trim() === '' ? {} : { per: Number(every) }) };
}
