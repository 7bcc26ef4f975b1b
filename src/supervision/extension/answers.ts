/** What answers to applications come to (延期审批规则): which day each task has afterwards. Pure. */
import type { Task } from '../../work/task.entity';
import type { RowFaults } from '../../kernel/row-faults';
import type { Extension } from './extension.entity';
import { fault, faultOfDay } from './extension-rules';

export interface Answer {
  readonly extensionId: string;
  readonly outcome: 'approved' | 'refused';
  /** The proposed day when left out. */
  readonly dueOn?: string;
  readonly reason?: string;
  readonly extendAbove?: boolean;
}

export interface Answered {
  readonly no: number;
  readonly answer: Answer;
  readonly extension: Extension;
  readonly task: Task;
  /** null where it is refused. */
  readonly dueOn: string | null;
}

/** Each answer with what it is about; says what stands against it. */
export function answersOf(
  answers: readonly Answer[],
  extensions: ReadonlyMap<string, Extension>,
  tasks: ReadonlyMap<string, Task>,
  faults: RowFaults,
): Answered[] {
  return answers.flatMap((answer, no): Answered[] => {
    const extension = extensions.get(answer.extensionId);
    const task = tasks.get(extension?.taskId ?? '');
    if (extension === undefined || task === undefined) return [];
    const at = (field: keyof Answer): string => `decisions[${no}].${field}`;
    if (answers.findIndex(({ extensionId }) => extensionId === answer.extensionId) < no)
      faults.add(at('extensionId'), twice);
    const state = extension.status === 'requested' ? (task.status === 'withdrawn' ? withdrawn : null) : decidedAlready;
    if (state !== null) {
      // what is over is not weighed: a day measured against it would only confuse
      faults.add(at('extensionId'), state, 'state');
      return [];
    }
    if (answer.outcome === 'refused') {
      if ((answer.reason ?? '').trim() === '') faults.add(at('reason'), noReason);
      if (answer.dueOn !== undefined) faults.add(at('dueOn'), noDay);
      return [{ no, answer, extension, task, dueOn: null }];
    }
    const dueOn = answer.dueOn ?? extension.proposedOn;
    const wrong = faultOfDay(task.dueOn, dueOn);
    if (wrong !== null) faults.add(at('dueOn'), wrong);
    return [{ no, answer, extension, task, dueOn }];
  });
}

/**
 * The day of each task that moves. Nothing may be due after what it is part of: only the district may extend that too.
 */
export function daysAfter(
  answered: readonly Answered[],
  tasks: ReadonlyMap<string, Task>,
  byDistrict: boolean,
  faults: RowFaults,
): Map<Task, { dueOn: string; reason: string }> {
  const days = new Map<Task, { dueOn: string; reason: string }>();
  const approved = answered.flatMap((each) => (each.dueOn === null ? [] : [{ ...each, dueOn: each.dueOn }]));
  for (const { task, dueOn, extension, answer } of approved)
    days.set(task, { dueOn, reason: answer.reason ?? extension.reason });
  for (const { no, task, dueOn, extension, answer } of approved) {
    for (let above = tasks.get(task.parentId ?? ''); above !== undefined; above = tasks.get(above.parentId ?? '')) {
      const last = days.get(above)?.dueOn ?? above.dueOn;
      if (dueOn <= last) continue;
      if (!byDistrict || answer.extendAbove !== true) {
        faults.add(`decisions[${no}].dueOn`, beyondParent(last));
        break;
      }
      days.set(above, { dueOn, reason: answer.reason ?? extension.reason });
    }
  }
  return days;
}

const beyondParent = (last: string) =>
  fault(
    'extension.beyondParent',
    `上级任务 ${last} 截止，不能更晚；需要时由区总工会一并延长上级任务。`,
    `What it is part of is due on ${last}: no later, unless the district extends that too.`,
  );
const decidedAlready = fault(
  'extension.decided',
  '该延期申请已有结论或已撤回。',
  'This application is answered or taken back already.',
);
const withdrawn = fault('task.withdrawn', '该任务已撤回。', 'The task has been withdrawn.');
const twice = fault('extension.twice', '同一申请只能列一次。', 'An application is named once.');
const noReason = fault('extension.reason', '不同意时须说明理由。', 'Say why it is refused.');
const noDay = fault('extension.noDay', '不同意时不填新的截止日期。', 'A refusal takes no day.');
