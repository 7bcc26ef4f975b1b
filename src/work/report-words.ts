/** What is said of a report (进度填报): in the feed, and where it cannot be. Pure. */
import { Decimal } from 'decimal.js';
import { Conflict } from '../kernel/errors';
import type { ReportInHand } from './report-in-hand';

type Told = Pick<ReportInHand, 'id' | 'done'> & { task: Pick<ReportInHand['task'], 'title' | 'measureUnit'> };

/** What the feed says of a report. */
export function reportWords(report: Told, resubmitted: boolean, reason: string | null) {
  const { id, done, task } = report;
  return {
    reportId: id,
    title: task.title,
    unit: task.measureUnit,
    done,
    zero: new Decimal(done).isZero(),
    resubmitted,
    reason,
  };
}

export function alreadyOpen(): Conflict {
  return new Conflict('report.open', {
    zh: '该任务已有一份未办结的报告，请先处理。',
    en: 'This task has an open report already: finish that one first.',
  });
}

export function reportedBelow(): Conflict {
  return new Conflict('task.cascaded', {
    zh: '该任务由下级填报；如需自行填报，请在分解时写明自留部分。',
    en: 'Those below report on this task; to report yourself, say at the cascade which part you keep.',
  });
}
