/** When another due day can be applied for and given (延期规则). Pure. Source: product rule "Time". */
import { addDays } from '../../kernel/clock';
import type { Words } from '../../kernel/errors';

/** Why not: a code and words; null where nothing stands against it. */
export type Fault = { readonly code: string; readonly words: Words } | null;

interface OfTask {
  readonly status: 'assigned' | 'signed' | 'withdrawn';
  readonly dueOn: string;
}

/** The furthest a due day moves in one answer, in civil days. */
export const FURTHEST_DAYS = 366;

/** Applied for before the due day, for a day after it. `today` is the district's civil day, `YYYY-MM-DD`. */
export function faultOfRequest(task: OfTask, proposedOn: string, today: string): Fault {
  if (task.status === 'withdrawn') return fault('task.withdrawn', '该任务已撤回。', 'The task has been withdrawn.');
  if (task.status === 'assigned') return fault('task.notSigned', '请先签收该任务。', 'Sign for the task first.');
  if (today >= task.dueOn) {
    const zh = `须在截止日期（${task.dueOn}）之前提出；逾期后请按时报告并说明原因。`;
    return fault('extension.tooLate', zh, `It must be applied for before the due day (${task.dueOn}).`);
  }
  return faultOfDay(task.dueOn, proposedOn);
}

/** After the due day as it stands, and not further than a year. */
export function faultOfDay(dueOn: string, day: string): Fault {
  const [first, last] = [addDays(dueOn, 1), addDays(dueOn, FURTHEST_DAYS)];
  if (day >= first && day <= last) return null;
  return fault(
    'extension.day',
    `新的截止日期须在 ${first} 至 ${last} 之间。`,
    `The new due day must lie between ${first} and ${last}.`,
  );
}

/** A further extension of the same task is answered by the district. */
export const needsOf = (approvedEarlier: number): 'above' | 'district' => (approvedEarlier > 0 ? 'district' : 'above');

export const fault = (code: string, zh: string, en: string): NonNullable<Fault> => ({ code, words: { zh, en } });
