/** What points follow from (得分依据), read from a criterion's inputs, whose shape depends on its rule. */
export interface TaskInput {
  readonly taskId: string;
  readonly title: string;
  readonly unit?: string;
  readonly done?: string;
  readonly pending?: string;
  readonly target?: string;
  readonly weight?: string;
  readonly percent?: string;
  /** Only where punctuality is scored. */
  readonly timeliness?: 'on_time' | 'late' | 'missing';
  readonly reportIds: readonly string[];
}

type Inputs = Readonly<Record<string, unknown>>;

export const tasksIn = ({ tasks }: Inputs): readonly TaskInput[] =>
  Array.isArray(tasks) ? (tasks as TaskInput[]) : [];

/** How many tasks were on time, late and missing; null where punctuality is not scored. */
export function punctualityIn({ onTime, late, missing }: Inputs): [number, number, number] | null {
  const counts = [onTime, late, missing];
  return counts.every((count) => typeof count === 'number') ? (counts as [number, number, number]) : null;
}

/** Between what an officer may judge; null where nobody does. */
export function limitsIn({ min, max }: Inputs): { min: string; max: string } | null {
  return typeof min === 'string' && typeof max === 'string' ? { min, max } : null;
}
