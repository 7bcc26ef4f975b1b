/** Ranking by points (排名): equal points share a rank, and the next one counts them all: 1, 2, 2, 4. */
import { Decimal } from 'decimal.js';

/**
 * The rows from the highest points down, each with its rank; rows with equal points keep their order. Points are
 * decimal texts and compared as numbers.
 */
export function rankByPoints<T extends object>(
  rows: readonly T[],
  points: (row: T) => string,
): (T & { rank: number })[] {
  const sorted = rows
    .map((row) => ({ row, points: new Decimal(points(row)) }))
    .toSorted((a, b) => b.points.cmp(a.points));
  let rank = 0;
  return sorted.map(({ row, points: mine }, i) => {
    if (i === 0 || !sorted[i - 1]?.points.eq(mine)) rank = i + 1;
    return { ...row, rank };
  });
}
