/** Punctuality of a criterion over its tasks (按时率): on time, late and missing are the whole. */
import type { TaskFact } from './facts';
import type { Fraction } from './fraction';

export interface Punctuality {
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  /** On time ÷ due, as a fraction of 1; null while no task is due. */
  readonly rate: Fraction | null;
}

/** Counts the tasks that are due, each once; a task that is not due yet stays out. */
export function punctualityOf(tasks: readonly TaskFact[]): Punctuality {
  const count = (state: TaskFact['timeliness']) => tasks.filter(({ timeliness }) => timeliness === state).length;
  const [onTime, late, missing] = [count('on_time'), count('late'), count('missing')];
  const due = onTime + late + missing;
  const rate = due === 0 ? null : { top: BigInt(onTime), bottom: BigInt(due) };
  return { onTime, late, missing, rate };
}
