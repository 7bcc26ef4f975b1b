/** Rules of progress reports (进度填报): cumulative values, lateness, what counts upward. Pure. */
import { Decimal } from 'decimal.js';
import type { ReportingBody } from '../events/events';
import { fits, plain, type Quantity } from '../kernel/decimal';
import { Refused } from '../kernel/errors';

export type Timeliness = 'on_time' | 'late';
type EvidenceRule = 'none' | 'optional' | 'required';

export interface Reported {
  done: Quantity;
  asOf: string;
  note: string;
}

export interface Accepted {
  reportId: string;
  done: Quantity;
  asOf: string;
}

/** What a draft must be: within the task's time, not in the future, in the measure's decimals; zero said on purpose. */
export function checkReported(
  task: { startOn: string; measureDecimals: number },
  given: Reported & { zeroReport: boolean },
  today: string,
): void {
  if (given.asOf < task.startOn || given.asOf > today) {
    throw new Refused(
      'report.asOf',
      {
        zh: `统计截止日须在 ${task.startOn} 至今天（${today}）之间。`,
        en: `The day it counts up to must lie between ${task.startOn} and today (${today}).`,
      },
      'asOf',
    );
  }
  if (!fits(given.done, task.measureDecimals)) {
    throw new Refused(
      'report.decimals',
      {
        zh: `完成值最多保留 ${task.measureDecimals} 位小数。`,
        en: `The value takes at most ${task.measureDecimals} decimals.`,
      },
      'done',
    );
  }
  if (new Decimal(given.done).isZero() !== given.zeroReport) {
    throw new Refused(
      'report.zero',
      {
        zh: '零报告须明确：完成值为 0 时 zeroReport 必须为 true，否则不得为 true。',
        en: 'A zero report is explicit: zeroReport is true exactly when done is 0.',
      },
      'zeroReport',
    );
  }
}

/** What must be there when a report is handed in. A value lower than the accepted one is a correction and needs a note. */
export function checkSubmission(
  report: Reported & { evidenceCount: number },
  accepted: Accepted | null,
  evidenceRule: EvidenceRule,
): void {
  if (report.evidenceCount === 0 && needsEvidence(report, evidenceRule)) throw evidenceMissing();
  const lower = accepted !== null && report.asOf >= accepted.asOf && new Decimal(report.done).lt(accepted.done);
  if (lower && report.note.trim() === '') {
    throw new Refused(
      'report.correction',
      {
        zh: `完成值低于已审核的 ${accepted.done}，请在备注中说明更正原因。`,
        en: `The value is lower than the accepted ${accepted.done}: say in the note why it is corrected.`,
      },
      'note',
    );
  }
}

/** There is nothing to prove of nothing. */
export function needsEvidence({ done }: Pick<Reported, 'done'>, rule: EvidenceRule): boolean {
  return rule === 'required' && !new Decimal(done).isZero();
}

export function evidenceMissing(): Refused {
  return new Refused(
    'evidence.required',
    { zh: '该任务要求上传佐证材料。', en: 'This task asks for evidence.' },
    'evidence',
  );
}

/** On time when handed in on or before the due day; both are Shanghai civil days by the database's clock. */
export function timelinessOf(submittedOn: string, dueOn: string): Timeliness {
  return submittedOn <= dueOn ? 'on_time' : 'late';
}

/** The accepted state after another acceptance: correcting an early report does not overwrite a later one. */
export function acceptedAfter(before: Accepted | null, report: Accepted): Accepted {
  return before !== null && before.asOf > report.asOf ? before : report;
}

/** What acceptance of a submitted report would add; 0 when a later one is accepted already. */
export function pendingOf(report: { done: Quantity; asOf: string }, accepted: Accepted | null): Quantity {
  if (accepted === null) return plain(report.done);
  return accepted.asOf > report.asOf ? '0' : plain(new Decimal(report.done).minus(accepted.done));
}

/** The best of a task's received reports: one on time is enough. */
export function bestOf(one: Timeliness | null, other: Timeliness | null): Timeliness | null {
  if (one === 'on_time' || other === 'on_time') return 'on_time';
  return one ?? other;
}

/** The state of a task's own reporting, as it is announced. */
export function reportingAfter(
  task: { taskId: string; unionId: string },
  accepted: Accepted | null,
  open: { reportId: string; status: 'submitted' | 'returned'; done: Quantity; asOf: string } | null,
  timeliness: Timeliness | null,
): ReportingBody {
  return {
    ...task,
    acceptedReportId: accepted?.reportId ?? null,
    acceptedDone: accepted?.done ?? null,
    acceptedAsOf: accepted?.asOf ?? null,
    openReportId: open?.reportId ?? null,
    openStatus: open?.status ?? null,
    pending: open?.status === 'submitted' ? pendingOf(open, accepted) : null,
    timeliness,
  };
}
