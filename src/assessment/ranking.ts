/** Ranking (排名): equals share a rank, and the next one counts them all: 1, 2, 2, 4. */
import { Decimal } from 'decimal.js';

/** The rows from the best down, each with its rank; equals keep their order. `compare` is below 0 for the better first. */
export function ranked<T extends object>(
  rows: readonly T[],
  compare: (a: T, b: T) => number,
): (T & { readonly rank: number })[] {
  const sorted = rows.toSorted(compare);
  let rank = 0;
  return sorted.map((row, i) => {
    const before = sorted[i - 1];
    if (before === undefined || compare(before, row) !== 0) rank = i + 1;
    return { ...row, rank };
  });
}

/** By points, decimal texts compared as numbers, the highest first. */
export function rankByPoints<T extends object>(
  rows: readonly T[],
  points: (row: T) => string,
): (T & { readonly rank: number })[] {
  const read = rows.map((row) => ({ row, points: new Decimal(points(row)) }));
  return ranked(read, (a, b) => b.points.cmp(a.points)).map(({ row, rank }) => ({ ...row, rank }));
}

/** The rows in groups of the same key, groups and rows in the order they came. */
export function groupedBy<T>(rows: readonly T[], key: (row: T) => unknown): T[][] {
  const groups = new Map<unknown, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
