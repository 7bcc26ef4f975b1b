/** Units (计量单位) of what is calculated: persons are not attendances, and money is not persons. Pure. */
import type { Place } from '../../kernel/errors';
import { Mistake } from './mistake';

/** null: a plain number or a count of entries, which goes with any unit. */
export type Unit = string | null;

/** Errors: Mistake. */
export function sumUnit(left: Unit, right: Unit, place: Place): Unit {
  if (left === null || right === null || left === right) return left ?? right;
  const words = { zh: `${left}与${right}不能相加减。`, en: `${left} and ${right} do not add up.` };
  throw new Mistake('unit', words, place);
}

/** Errors: Mistake. */
export function productUnit(left: Unit, right: Unit, place: Place): Unit {
  if (left === null || right === null) return left ?? right;
  const words = { zh: `${left}与${right}不能相乘。`, en: `${left} is not multiplied by ${right}.` };
  throw new Mistake('unit', words, place);
}

/** The same unit above and below cancels out. */
export function quotientUnit(above: Unit, below: Unit): Unit {
  if (above === below || above === null) return null;
  return below === null ? above : `${above}/${below}`;
}
