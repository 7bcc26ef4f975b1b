/** The classes of comparable unions of a scheme nobody has checked yet (考核分组校验). */
import { readCode } from './codes';
import { at, type Faults, readList, readObject, readText, readWhole } from './shape';

const KINDS = ['area', 'industry', 'enterprise'];
const MOST_WORKERS = 10_000_000;

/** Checks classes: codes of their own, sizes that make sense, and no two that the same union fits by its size. */
export function checkClasses(faults: Faults, value: unknown, place: string): void {
  if (value === undefined) return;
  const codes = new Set<string>();
  const sizes = readList(faults, value, place, 50).map((entry, i) => checkClass(faults, entry, at(place, i), codes));
  sizes.forEach((size, i) => {
    const other = sizes.slice(0, i).findIndex((one) => one !== undefined && size !== undefined && overlap(one, size));
    if (other === -1) return;
    const zh = `与第 ${other + 1} 组的规模重叠，同一工会会落入两组。`;
    const en = `Its sizes overlap with those of class ${other + 1}: one union would fit both.`;
    faults.add(at(place, i), 'sizesOverlap', zh, en);
  });
}

/** The sizes of one class; undefined where it has none or they cannot be read. */
interface Sizes {
  readonly kinds: readonly string[];
  readonly from: number;
  readonly below: number;
}

function checkClass(faults: Faults, value: unknown, place: string, codes: Set<string>): Sizes | undefined {
  const read = readObject(faults, value, place, ['code', 'name', 'kinds', 'sizeFrom', 'sizeBelow']);
  if (read === undefined) return undefined;
  readCode(faults, read['code'], at(place, 'code'), codes);
  readText(faults, read['name'], at(place, 'name'), 200);
  const kinds = read['kinds'] === undefined ? KINDS : readKinds(faults, read['kinds'], at(place, 'kinds'));
  const { sizeFrom, sizeBelow } = read;
  if (sizeFrom === undefined && sizeBelow === undefined) return undefined;
  const size = { from: 0, to: MOST_WORKERS };
  const from = sizeFrom === undefined ? 0 : readWhole(faults, sizeFrom, at(place, 'sizeFrom'), size);
  const limits = { from: 1, to: MOST_WORKERS };
  const below = sizeBelow === undefined ? Infinity : readWhole(faults, sizeBelow, at(place, 'sizeBelow'), limits);
  if (from === undefined || below === undefined) return undefined;
  if (from < below) return { kinds, from, below };
  const en = `Must be above ${from}, the size from which on the class begins.`;
  faults.add(at(place, 'sizeBelow'), 'outOfRange', `应大于本组起始规模 ${from}。`, en);
  return undefined;
}

function readKinds(faults: Faults, value: unknown, place: string): string[] {
  const seen = new Set<string>();
  readList(faults, value, place, KINDS.length).forEach((kind, i) => {
    const known = KINDS.join(', ');
    if (typeof kind !== 'string' || !KINDS.includes(kind)) {
      faults.add(at(place, i), 'unknownKind', `应为以下之一：${known}。`, `Must be one of: ${known}.`);
    } else if (seen.has(kind)) {
      faults.add(at(place, i), 'namedTwice', '已列出，应只列一次。', 'Named before; name it once.');
    } else seen.add(kind);
  });
  return [...seen];
}

function overlap(a: Sizes, b: Sizes): boolean {
  return a.from < b.below && b.from < a.below && a.kinds.some((kind) => b.kinds.includes(kind));
}
