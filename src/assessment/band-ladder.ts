/** The bands of a criterion as a ladder (分档阶梯): checked as a whole, climbed from the top. */
import type { Decimal } from 'decimal.js';
import type { Fraction } from './fraction';
import { compare, fraction } from './fraction';
import type { Faults } from './shape';
import { at, readDecimal, readList, readObject } from './shape';

/** From this percentage on, these points; both decimal texts. */
export interface Band {
  readonly atLeast: string;
  readonly points: string;
}

/** The bands from the highest percentage down. */
export function descending(bands: readonly Band[]): Band[] {
  return bands.toSorted((a, b) => compare(fraction(b.atLeast), fraction(a.atLeast)));
}

/** The highest band a percentage reaches; undefined below the lowest. `ladder` is descending. */
export function reached(ladder: readonly Band[], percent: Fraction): Band | undefined {
  return ladder.find(({ atLeast }) => compare(percent, fraction(atLeast)) >= 0);
}

/**
 * Checks bands nobody has checked yet: percentages of at most `highest`, no two alike, none above the full marks,
 * more work never for fewer points, and the full marks at the top.
 */
export function checkBands(
  faults: Faults,
  value: unknown,
  place: string,
  marks: Decimal | undefined,
  highest: string,
): void {
  const most = marks === undefined ? {} : { atMost: marks.toFixed() };
  const rungs = readList(faults, value, place, 50).map((entry, i) => {
    const here = at(place, i);
    const band = readObject(faults, entry, here, ['atLeast', 'points']);
    if (band === undefined) return undefined;
    const limits = { places: 2, atMost: highest };
    const atLeast = readDecimal(faults, band['atLeast'], at(here, 'atLeast'), limits);
    const points = readDecimal(faults, band['points'], at(here, 'points'), { places: 2, ...most });
    return atLeast && points && { i, atLeast, points };
  });
  const good = rungs.filter((rung) => rung !== undefined);
  if (good.length === rungs.length) checkLadder(faults, good, place, marks);
}

/** One band read well, with its place in the list as sent. */
interface Rung {
  readonly i: number;
  readonly atLeast: Decimal;
  readonly points: Decimal;
}

function checkLadder(faults: Faults, rungs: readonly Rung[], place: string, marks: Decimal | undefined): void {
  const ladder = rungs.toSorted((a, b) => b.atLeast.cmp(a.atLeast));
  for (const [n, rung] of ladder.entries()) {
    const upper = ladder[n - 1];
    const points = at(at(place, rung.i), 'points');
    if (upper === undefined) {
      if (marks === undefined || rung.points.eq(marks)) continue;
      const full = marks.toFixed();
      faults.add(
        points,
        'notFullMarks',
        `最高一档应给满分 ${full}，否则本项无法得满分。`,
        `The highest band must give the full marks, ${full}, or nobody could reach them.`,
      );
    } else if (upper.atLeast.eq(rung.atLeast)) {
      const percent = rung.atLeast.toFixed();
      faults.add(
        at(at(place, rung.i), 'atLeast'),
        'bandsOverlap',
        `${percent}% 已有一档，各档起点应互不相同。`,
        `Another band begins at ${percent} %; every band must begin elsewhere.`,
      );
    } else if (upper.points.lt(rung.points)) {
      const most = upper.points.toFixed();
      faults.add(
        points,
        'moreWorkFewerPoints',
        `不应高于上一档的 ${most} 分：完成得多不能得分更少。`,
        `Must not be above ${most}, the points of the next higher band: more work never gives less.`,
      );
    }
  }
}
