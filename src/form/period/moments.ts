/** The moments of a period (开放、截止、锁定): days by the working calendar, and what may be done on a day. Pure. */
import { addWorkingDays, type Overrides } from '../../calendar/working-days';
import { periodNamed } from '../../kernel/period';
import type { Moments } from '../definition/definition';

export interface PeriodDays {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opensOn: string;
  readonly dueOn: string;
  /** The last day on which anything changes; null: never locked. */
  readonly locksOn: string | null;
}

export type Stage = 'notOpen' | 'open' | 'overdue' | 'locked';
export type Timeliness = 'on_time' | 'late';

export function daysOf(period: string, moments: Moments, overrides: Overrides): PeriodDays {
  const { from: startsOn, to: endsOn } = periodNamed(period);
  const after = (days: number): string => addWorkingDays(endsOn, days, overrides);
  const { opensAfter, dueAfter, locksAfter } = moments;
  return {
    startsOn,
    endsOn,
    opensOn: opensAfter === null ? startsOn : after(opensAfter),
    dueOn: after(dueAfter),
    locksOn: locksAfter === null ? null : after(locksAfter),
  };
}

export function stageOn({ opensOn, dueOn, locksOn }: Omit<PeriodDays, 'startsOn' | 'endsOn'>, today: string): Stage {
  if (today < opensOn) return 'notOpen';
  if (locksOn !== null && today > locksOn) return 'locked';
  return today > dueOn ? 'overdue' : 'open';
}

/** Judged anew each time it is handed in (product rule "Time"). */
export const timelinessOn = ({ dueOn }: Pick<PeriodDays, 'dueOn'>, today: string): Timeliness =>
  today > dueOn ? 'late' : 'on_time';
