/** The light (红黄绿灯): progress against the plan by time (序时进度). Computed, never typed in. Pure. */
import { addDays, addMonths, daysBetween, monthOf } from './clock';
import type { Quantity } from './decimal';
import { type Plan, type Ratio, elapsedOf, oneDecimal, plannedOf, scaled } from './light-plan';
import { type LightRule, monthsIn, standardRule } from './light-rule';

export type Light = 'green' | 'yellow' | 'red';

export interface LightGiven extends Plan {
  readonly done: Quantity;
  readonly target: Quantity;
  readonly status: 'assigned' | 'signed' | 'withdrawn';
  /** Handed in and not yet accepted; it changes no light, but it counts as begun. */
  readonly pending?: Quantity;
  /** Parked (挂账) until this day: no light before it. */
  readonly parkedUntil?: string | null;
  /** The last day that ended with this light red, if one ever did. */
  readonly redOn?: string | null;
}

/** Why a light is as it is. */
export const lightReasons = [
  'withdrawn',
  'noTarget',
  'notBegun',
  'parked',
  'onPlan',
  'complete',
  'behind',
  'notStarted',
  'overdue',
  'caughtUp',
] as const;
export type LightReason = (typeof lightReasons)[number];

export interface LightAnswer {
  light: Light | null;
  /** Share of the time that has passed, in percent with one decimal. */
  elapsed: Quantity;
  /** Points (percentage points) by which progress lies behind the plan; 0 when it does not. */
  behind: Quantity;
  /** Not complete and past its due day: how many days. */
  overdueDays: number;
}

export interface Judgement extends LightAnswer {
  readonly reason: LightReason;
  /** Percent of the target that should be done by now. */
  readonly planned: Quantity;
  /** Percent of the target that is done, 100 at most. */
  readonly progress: Quantity;
  /** Whole periods without anything done; 0 once something is. */
  readonly idlePeriods: number;
}

/** Points behind at which a light turns yellow, and beyond which it turns red (product rule "Lights"). */
export const thresholds = { yellow: standardRule.yellow, red: standardRule.red };

/** The light as the boards show it. */
export function lightOf(given: LightGiven, today: string, rule: LightRule = standardRule): LightAnswer {
  const { light, elapsed, behind, overdueDays } = judgeLight(given, rule, today);
  return { light, elapsed, behind, overdueDays };
}

/**
 * Green on the plan and up to `yellow` points below it; yellow up to `red` points below; red beyond, past the due day and
 * not complete, or not begun for too many periods. What was red and has caught up is yellow until its period ends. No light
 * before the start, while parked, for a withdrawn task, or where the target is 0. (Product rule "Lights".)
 */
export function judgeLight(given: LightGiven, rule: LightRule, today: string): Judgement {
  const [planned, target] = [plannedOf(given, today), scaled(given.target)];
  const elapsed = oneDecimal(elapsedOf(given, today));
  const off = offReason(given, target, today);
  if (off !== null) {
    const nothing = { behind: '0.0', overdueDays: 0, progress: '0.0', idlePeriods: 0 };
    return { light: null, reason: off, elapsed, planned: oneDecimal(planned), ...nothing };
  }
  const done = scaled(given.done);
  const progress: Ratio = done >= target ? { above: 100n, below: 1n } : { above: done * 100n, below: target };
  const behind: Ratio = {
    above: planned.above * progress.below - progress.above * planned.below,
    below: planned.below * progress.below,
  };
  const complete = done >= target;
  const facts = {
    complete,
    behind,
    overdueDays: complete ? 0 : Math.max(0, daysBetween(given.dueOn, today)),
    idlePeriods: isIdle(given) ? periodsSince(given.startOn, rule, today) : 0,
  };
  const said = { elapsed, planned: oneDecimal(planned), progress: oneDecimal(progress), behind: oneDecimal(behind) };
  const { overdueDays, idlePeriods } = facts;
  return { ...repairedOr(underlying(facts, rule), given, rule, today), ...said, overdueDays, idlePeriods };
}

/**
 * The last day that ended red, of a light that has had its colour since some day: what turns red and is made good on the
 * same day was never red.
 */
export function lastRedDay(
  { light, since, redOn }: { light: Light | null; since: string | null; redOn: string | null },
  today: string,
): string | null {
  return light === 'red' && since !== null && since < today ? addDays(today, -1) : redOn;
}

type Lit = Pick<Judgement, 'light' | 'reason'>;

function offReason(given: LightGiven, target: bigint, today: string): LightReason | null {
  if (given.status === 'withdrawn') return 'withdrawn';
  if (target === 0n) return 'noTarget';
  if (given.parkedUntil != null && today < given.parkedUntil) return 'parked';
  return today < given.startOn ? 'notBegun' : null;
}

function underlying(
  facts: { complete: boolean; behind: Ratio; overdueDays: number; idlePeriods: number },
  rule: LightRule,
): Lit {
  const idle = (least: number | null): boolean => least !== null && facts.idlePeriods >= least;
  if (facts.complete) return { light: 'green', reason: 'complete' };
  if (facts.overdueDays > 0) return { light: 'red', reason: 'overdue' };
  const points = compare(facts.behind, rule.red);
  if (points > 0) return { light: 'red', reason: 'behind' };
  if (idle(rule.notStartedRed)) return { light: 'red', reason: 'notStarted' };
  if (compare(facts.behind, rule.yellow) >= 0) return { light: 'yellow', reason: 'behind' };
  return idle(rule.notStartedYellow) ? { light: 'yellow', reason: 'notStarted' } : { light: 'green', reason: 'onPlan' };
}

function repairedOr(lit: Lit, { redOn }: LightGiven, rule: LightRule, today: string): Lit {
  if (!rule.repaired || lit.light !== 'green' || redOn == null || redOn < monthOf(today, monthsIn(rule.period)))
    return lit;
  return { light: 'yellow', reason: 'caughtUp' };
}

/** Below, at or above so many points (with one decimal at most). */
function compare({ above, below }: Ratio, points: number): number {
  const difference = above * 10n - BigInt(Math.round(points * 10)) * below;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

const isIdle = ({ done, pending = '0' }: LightGiven): boolean => scaled(done) === 0n && scaled(pending) <= 0n;

/** Whole periods since the start: the first is over on the same day of a later month. */
function periodsSince(startOn: string, { period }: LightRule, today: string): number {
  const months = monthsIn(period);
  const far = Math.floor(daysBetween(startOn, today) / 28 / months) + 1;
  let periods = Math.max(0, far);
  while (periods > 0 && addMonths(startOn, periods * months) > today) periods -= 1;
  return periods;
}
