/** What may be changed of a task from above (任务调整), and what a change must be. Pure. */
import { fits, type Quantity } from '../kernel/decimal';
import { Refused } from '../kernel/errors';
import type { Milestone } from '../kernel/light-plan';
import type { Task } from './task.entity';

export interface Change {
  target?: Quantity;
  dueOn?: string;
  weight?: Quantity;
  /** For the task and all below it; empty: a straight line. */
  milestones?: Milestone[];
  reason: string;
}

export function check(task: Task, parent: Task | null, change: Change): void {
  if (
    change.target === undefined &&
    change.dueOn === undefined &&
    change.weight === undefined &&
    change.milestones === undefined
  ) {
    throw new Refused(
      'change.empty',
      {
        zh: '请至少调整一项：目标值、截止日期、权重或里程碑。',
        en: 'Change at least one: target, dueOn, weight or milestones.',
      },
      'target',
    );
  }
  if (change.target !== undefined && !fits(change.target, task.measureDecimals)) {
    const words = {
      zh: `目标值最多保留 ${task.measureDecimals} 位小数。`,
      en: `The target takes at most ${task.measureDecimals} decimals.`,
    };
    throw new Refused('task.decimals', words, 'target');
  }
  if (change.target !== undefined && parent !== null && Number(change.target) <= 0) {
    throw new Refused(
      'share.target',
      {
        zh: '目标值须大于 0；不再需要时请撤回。',
        en: 'The target must be above 0; withdraw what is no longer wanted.',
      },
      'target',
    );
  }
  const last = parent?.dueOn ?? '2200-12-31';
  if (change.dueOn !== undefined && (change.dueOn < task.startOn || change.dueOn > last)) {
    const words = {
      zh: `截止日期须在 ${task.startOn} 至 ${last} 之间。`,
      en: `The due day must lie between ${task.startOn} and ${last}.`,
    };
    throw new Refused('task.days', words, 'dueOn');
  }
}
