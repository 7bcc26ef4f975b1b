/** What has been met so far in one scheme (校验所见): what stands in one place must fit what stands in another. */
import type { Decimal } from 'decimal.js';

export interface SchemeSeen {
  readonly parts: Set<string>;
  /** The codes of all criteria, of groups and of scored items alike. */
  readonly codes: Set<string>;
  /** The codes of the scored items. */
  readonly criteria: Set<string>;
  /** Everybody who has to give something, and where that is said. */
  readonly scorers: { readonly place: string; readonly scorer: 'self' | 'office'; readonly office?: unknown }[];
  /** Where something is promised for going beyond the full marks. */
  readonly beyond: string[];
  /** Scored items and groups, counted. */
  count: number;
  /** What the part that is being read counts for; undefined where it cannot be read. */
  weight: Decimal | undefined;
}

export const nothingSeen = (): SchemeSeen => ({
  parts: new Set(),
  codes: new Set(),
  criteria: new Set(),
  scorers: [],
  beyond: [],
  count: 0,
  weight: undefined,
});
