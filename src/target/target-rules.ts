/** The arithmetic of targets (目标规则): how parts go together, what is easier than what, reached or missed. Pure. */
import { Decimal } from 'decimal.js';
import type { IndicatorDefinition } from '../indicator/definition/definition';
import { plain, type Quantity, sum } from '../kernel/decimal';
import type { Way } from './target-definition';

/** sum: parts add up to the whole; last: the last one is the whole; each: every one is at least as hard as the whole. */
export type PartRule = 'sum' | 'last' | 'each';

type Axes = Pick<IndicatorDefinition, 'denominator' | 'overTime' | 'overUnions'>;

/** Rates do not add up over unions, nor do means. */
export const unionRule = ({ denominator, overUnions }: Axes): PartRule =>
  denominator === null && overUnions === 'sum' ? 'sum' : 'each';

/** What happens adds up over time; of what stands the last counts. */
export function periodRule({ denominator, overTime }: Axes): PartRule {
  if (overTime === 'last') return 'last';
  return denominator === null && overTime === 'sum' ? 'sum' : 'each';
}

export interface PartCheck {
  readonly rule: PartRule;
  /** What the parts make together: their sum, the last one, or the easiest one. */
  readonly together: Quantity;
  /** By how much that is easier than the whole; '0' or below: it is not. */
  readonly shortfall: Quantity;
}

/** By how much `value` is better than `other`; below 0: worse. */
export const lead = (way: Way, value: Quantity, other: Quantity): Decimal =>
  way === 'higher' ? new Decimal(value).minus(other) : new Decimal(other).minus(value);

/** null where there are no parts. Parts of periods come in the order of time. */
export function checkParts(rule: PartRule, way: Way, whole: Quantity, parts: readonly Quantity[]): PartCheck | null {
  const [first] = parts;
  if (first === undefined) return null;
  const easiest = (): Quantity => parts.reduce((least, part) => (lead(way, part, least).lt(0) ? part : least), first);
  const together = rule === 'sum' ? plain(sum(parts)) : rule === 'last' ? (parts.at(-1) ?? first) : easiest();
  return { rule, together, shortfall: plain(lead(way, together, whole).neg()) };
}

export const isShort = (check: PartCheck | null): boolean => check !== null && new Decimal(check.shortfall).gt(0);

/** Said, never refused. */
export const isEasier = (way: Way, value: Quantity, than: Quantity | null): boolean =>
  than !== null && lead(way, value, than).lt(0);

/** open: its period is not over and it may still be reached; noValue: over, and nothing says how it went. */
export type TargetState = 'reached' | 'missed' | 'open' | 'noValue';

export interface Outcome {
  readonly state: TargetState;
  /** By how much it is exceeded; below 0: what lacks; null: nothing says it. In the indicator's unit. */
  readonly distance: Quantity | null;
}

/** What should stay low is reached only when its period is over. */
export function judge(way: Way, target: Quantity, now: Quantity | null, over: boolean): Outcome {
  if (now === null) return { state: over ? 'noValue' : 'open', distance: null };
  const distance = lead(way, now, target);
  const reached = distance.gte(0) && (over || way === 'higher');
  return { state: reached ? 'reached' : over ? 'missed' : 'open', distance: plain(distance) };
}
