/** When people may be told (提醒时段): from eight to eight, on working days; what is urgent on days off too. Pure. */
import { addDays } from '../kernel/clock';
import { isWorkingDay, type Overrides } from './working-days';

/** Shanghai hours: the first in which anything is told, and the one from which on nothing is. */
export const DAY_BEGINS = 8;
export const DAY_ENDS = 20;
export const USUAL_HOUR = 9;

/** Whether something said by hand is told at once; otherwise it waits. */
export function mayTellNow(day: string, hour: number, urgent: boolean, overrides: Overrides): boolean {
  return hour >= DAY_BEGINS && hour < DAY_ENDS && (urgent || isWorkingDay(day, overrides));
}

/** Seconds until it may be told: 0, or until nine of the next day on which it may. `second` counts the day's seconds. */
export function secondsUntilTold(day: string, second: number, urgent: boolean, overrides: Overrides): number {
  if (mayTellNow(day, Math.floor(second / 3600), urgent, overrides)) return 0;
  let days = second < DAY_BEGINS * 3600 ? 0 : 1;
  while (!mayTellNow(addDays(day, days), USUAL_HOUR, urgent, overrides)) days += 1;
  return days * 86_400 + USUAL_HOUR * 3600 - second;
}
