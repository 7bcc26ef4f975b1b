/** On which day each step of a ladder is due, and which one is reached today (工作日推算). Pure. */
import { addWorkingDays, isWorkingDay, type Overrides } from '../calendar/working-days';
import { addDays } from '../kernel/clock';
import type { LadderStep } from './ladder';

/** For one day from which a ladder counts: the highest step reached today. */
export interface Reached extends LadderStep {
  /** The due day, or the day the report was handed in. */
  readonly anchor: string;
  /** The day the step was due. */
  readonly day: string;
  /** Working days from the anchor to today; negative before it. */
  readonly position: number;
}

/** A step that could not be told on its day (the machines stood still) is told up to so many working days later. */
export const CATCH_UP = 5;

/** The day a step is due: always a working day; a due day that is off passes its step on to the next working day. */
export function stepDay(anchor: string, offset: number, overrides: Overrides): string {
  if (offset > 0) return addWorkingDays(anchor, offset, overrides);
  let day = anchor;
  if (offset === 0) while (!isWorkingDay(day, overrides)) day = addDays(day, 1);
  for (let left = -offset; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day, overrides)) left -= 1;
  }
  return day;
}

/** Every step of a ladder with its day; where two fall on one day only the higher is left. */
export function scheduleOf<S extends LadderStep>(
  steps: readonly S[],
  anchor: string,
  overrides: Overrides,
): (S & { readonly day: string })[] {
  const dated = steps.map((step) => ({ ...step, day: stepDay(anchor, step.offset, overrides) }));
  return dated.filter(({ day }, no) => dated[no + 1]?.day !== day);
}

/**
 * For every anchor for which a step may be told today, the highest one reached; lower ones that were missed count as
 * passed. On a day off only what is urgent and due that very day.
 */
export function reachedOn(steps: readonly LadderStep[], today: string, overrides: Overrides): Reached[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (!isWorkingDay(today, overrides)) {
    const due = steps.find(({ offset, urgent }) => offset === 0 && urgent);
    return due === undefined ? [] : [{ ...due, anchor: today, day: today, position: 0 }];
  }
  const found: Reached[] = [];
  const look = (anchor: string, position: number): void => {
    const step = steps.findLast(({ offset }) => offset <= position);
    if (step === undefined || position - step.offset > CATCH_UP) return;
    found.push({ ...step, anchor, position, day: stepDay(anchor, step.offset, overrides) });
  };
  for (let anchor = today, position = 0; position <= last.offset + CATCH_UP; anchor = addDays(anchor, -1)) {
    look(anchor, position);
    if (isWorkingDay(anchor, overrides)) position += 1;
  }
  for (let anchor = addDays(today, 1), position = -1; position >= first.offset; anchor = addDays(anchor, 1)) {
    look(anchor, position);
    if (isWorkingDay(anchor, overrides)) position -= 1;
  }
  return found;
}
