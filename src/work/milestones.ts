/** The milestones of a task (里程碑): how much of the target should be done by when. Pure. */
import { Decimal } from 'decimal.js';
import { DomainError, type FieldError } from '../kernel/errors';
import type { Milestone } from '../kernel/light-plan';

/** Each later and higher than the one before, within the days of the task. Errors: task.milestones, with their place. */
export function checkMilestones(task: { startOn: string; dueOn: string }, milestones: readonly Milestone[]): void {
  const errors: FieldError[] = milestones.flatMap(({ on, percent }, no) => {
    const before = milestones[no - 1];
    if (on < task.startOn || on >= task.dueOn) return [wrong(no, 'on', outside(task))];
    if (before !== undefined && on <= before.on) return [wrong(no, 'on', notLater)];
    return before !== undefined && new Decimal(percent).lte(before.percent) ? [wrong(no, 'percent', notMore)] : [];
  });
  const [first] = errors;
  if (first !== undefined) throw new DomainError('refused', first.code, first.words, errors);
}

/** As history and feed say them; a dash where there are none. */
export const saidMilestones = (milestones: readonly Milestone[] | null): string =>
  milestones?.map(({ on, percent }) => `${on} ${percent}%`).join('；') ?? '—';

const wrong = (no: number, field: 'on' | 'percent', words: FieldError['words']): FieldError => ({
  field: `milestones[${no}].${field}`,
  code: 'task.milestones',
  words,
});

const outside = ({ startOn, dueOn }: { startOn: string; dueOn: string }): FieldError['words'] => ({
  zh: `里程碑须在 ${startOn} 至 ${dueOn}（不含）之间。`,
  en: `A milestone lies between ${startOn} and ${dueOn}, the due day not included.`,
});
const notLater = { zh: '里程碑须按日期先后排列。', en: 'Each milestone comes later than the one before.' };
const notMore = { zh: '里程碑的完成比例须逐个递增。', en: 'Each milestone asks for more than the one before.' };
