/** What is left of a criterion whatever is taken off (保底分). */
import type { Decimal } from 'decimal.js';
import { plain } from '../kernel/decimal';
import type { Words } from '../kernel/errors';
import { type Faults, readDecimal } from './shape';

/** Checks a floor nobody has checked yet: from 0 to below the full marks; it may be left out. */
export function checkFloor(faults: Faults, value: unknown, place: string, marks: Decimal | undefined): void {
  if (value === undefined) return;
  const floor = readDecimal(faults, value, place, { places: 2 });
  if (floor === undefined || marks === undefined || floor.lt(marks)) return;
  const full = marks.toFixed();
  faults.add(place, 'outOfRange', `应小于本项满分 ${full}。`, `Must be less than the full marks, ${full}.`);
}

export function describeFloor(floor = '0'): Words {
  const least = plain(floor);
  return least === '0'
    ? { zh: '扣完为止。', en: 'Down to nothing.' }
    : { zh: `最低保留 ${least} 分。`, en: `At least ${least} points are left.` };
}
