/** The points of places (名次分): by place, equal values sharing it or its mean. */
import type { Decimal } from 'decimal.js';
import { plain } from '../kernel/decimal';
import { type Expression, number, over as quotient, sum, times as product, valueOf } from './expression';
import { at, type Faults, readDecimal, readList } from './shape';

/** Points of the first, second, … place; everybody after them gets `rest`, 0 when left out. */
export interface PlacePoints {
  readonly points: readonly string[];
  readonly rest?: string;
  /** Equal values all get the points of their place (same, also when left out), or the mean of those they take up. */
  readonly ties?: 'same' | 'mean';
}

/** What a place gives that `equal` others share, as arithmetic. `above` others stand higher. */
export function placePoints(
  { points, rest = '0', ties = 'same' }: PlacePoints,
  above: number,
  equal: number,
): Expression {
  const taken = points.slice(above, above + equal + 1);
  const first = taken[0] ?? rest;
  const last = taken.length <= equal ? rest : (taken.at(-1) ?? rest);
  if (ties === 'same' || plain(first) === plain(last)) return number(first);
  const others = equal + 1 - taken.length;
  const remaining = plain(rest) === '0' || others === 0 ? [] : [product(number(rest), number(others))];
  return quotient(sum(...taken.map((each) => number(each)), ...remaining), number(equal + 1));
}

/** The same worked out. */
export const placeValue = (list: PlacePoints, above: number, equal: number) => valueOf(placePoints(list, above, equal));

/** Checks a list of places nobody has checked yet: it begins with the full marks and never rises. */
export function checkPlaces(
  faults: Faults,
  { points, rest, ties }: Readonly<Record<string, unknown>>,
  place: string,
  marks: Decimal | undefined,
): void {
  const list = at(place, 'points');
  const read = readList(faults, points, list, 200).map((each, i) =>
    readDecimal(faults, each, at(list, i), { places: 2, ...(marks && { atMost: marks.toFixed() }) }),
  );
  const left = rest === undefined ? undefined : readDecimal(faults, rest, at(place, 'rest'), { places: 2 });
  if (ties !== undefined && ties !== 'same' && ties !== 'mean') {
    faults.add(at(place, 'ties'), 'unknownKind', '应为 same 或 mean。', 'Must be same or mean.');
  }
  if (marks !== undefined && read[0]?.lt(marks)) {
    const full = marks.toFixed();
    const zh = `第 1 名应得满分 ${full}，否则本项无法得满分。`;
    faults.add(at(list, 0), 'notFullMarks', zh, `The first place must give the full marks, ${full}.`);
  }
  for (const [i, each] of [...read, left].entries()) {
    const better = read[i - 1];
    if (better === undefined || !each?.gt(better)) continue;
    const most = better.toFixed();
    const field = i < read.length ? at(list, i) : at(place, 'rest');
    const zh = `不应高于前一名的 ${most} 分。`;
    faults.add(field, 'moreWorkFewerPoints', zh, `Must not be above ${most}, the points of the place before.`);
  }
}
