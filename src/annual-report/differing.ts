/** What one text says otherwise than another (文字差异): lines that went and lines that came, in reading order. Pure. */

export interface LineChange {
  readonly kind: 'removed' | 'added';
  readonly text: string;
}

/** Beyond it the two are not compared line by line: all of one went, all of the other came. */
const MOST_COMPARED = 1_000_000;

export function lineChanges(before: readonly string[], after: readonly string[]): LineChange[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  if (old.length * now.length > MOST_COMPARED) return [...old.map(removed), ...now.map(added)];
  return walked(old, now, commonLengths(old, now));
}

/** At [i][j]: how many lines the rests from i and from j have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] ?? [];
      row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  return lengths;
}

function walked(old: readonly string[], now: readonly string[], lengths: readonly number[][]): LineChange[] {
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [before, after] = [old[i], now[j]];
    if (before !== undefined && before === after) [i, j] = [i + 1, j + 1];
    else if (
      before !== undefined &&
      (after === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      changes.push(removed(before));
      i += 1;
    } else {
      changes.push(added(after ?? ''));
      j += 1;
    }
  }
  return changes;
}

const removed = (text: string): LineChange => ({ kind: 'removed', text });
const added = (text: string): LineChange => ({ kind: 'added', text });
