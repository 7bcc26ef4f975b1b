/** Ranks that hang on less than the rounding (名次之差不足取整误差): neighbours whose order the exact points leave open. */
import { Decimal } from 'decimal.js';

/** Points as they stand on the sheet, and before any criterion was rounded; null: not known. */
export interface Standing {
  readonly unionId: string;
  readonly unionName: string;
  readonly points: string;
  readonly exact: string | null;
}

/**
 * reversed: by the exact points the other one is ahead; tied: equal only because of rounding; within: the gap is not
 * larger than what rounding moved the two.
 */
export type Closeness = 'reversed' | 'tied' | 'within';

export interface ClosePair {
  readonly ahead: Standing;
  readonly behind: Standing;
  /** Two places. */
  readonly gap: string;
  /** Ten places; below zero where the order would be the other way round. */
  readonly exactGap: string;
  /** How far rounding moved both together, ten places. */
  readonly moved: string;
  readonly closeness: Closeness;
}

/** Exact points are kept with ten places: less than this is no difference. */
const CRUMB = '1e-8';

/** The neighbours of one ranking whose order hangs on the rounding, from the first rank down. */
export function closePairs(ranking: readonly Standing[]): ClosePair[] {
  const sorted = ranking
    .filter((each): each is Standing & { exact: string } => each.exact !== null)
    .toSorted((a, b) => new Decimal(b.points).cmp(a.points) || new Decimal(b.exact).cmp(a.exact));
  return sorted.flatMap((behind, i) => {
    const ahead = sorted[i - 1];
    return ahead === undefined ? [] : pairOf(ahead, behind);
  });
}

function pairOf(ahead: Standing & { exact: string }, behind: Standing & { exact: string }): ClosePair[] {
  const gap = new Decimal(ahead.points).minus(behind.points);
  const exactGap = new Decimal(ahead.exact).minus(behind.exact);
  const moved = movedBy(ahead).plus(movedBy(behind));
  const closeness = closenessOf(gap, exactGap, moved);
  if (closeness === null) return [];
  return [{ ahead, behind, gap: gap.toFixed(2), exactGap: exactGap.toFixed(10), moved: moved.toFixed(10), closeness }];
}

const movedBy = ({ points, exact }: Standing & { exact: string }): Decimal => new Decimal(points).minus(exact).abs();

function closenessOf(gap: Decimal, exactGap: Decimal, moved: Decimal): Closeness | null {
  if (gap.isZero()) return exactGap.abs().lt(CRUMB) ? null : 'tied';
  if (exactGap.lt(CRUMB)) return 'reversed';
  return gap.lte(moved) ? 'within' : null;
}
