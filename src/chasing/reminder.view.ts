/** What was told about a task, to whom and why, and what comes next (催办记录). */
import type { LadderKind, Whom } from './ladder';
import type { Hold } from './step-words';

export class ReminderView {
  /** @example "task" */
  kind!: LadderKind;
  /** The step of the ladder. @example "before3" */
  step!: string;
  /** @example "到期前 3 个工作日" */
  why!: string;
  /** As what he was told. @example "officer" */
  whom!: Whom;
  /** @example "陈晓明" */
  officerName!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "2026-11-23T01:00:00.000Z" */
  at!: string;
}

export class NextReminderView {
  /** @example "task" */
  kind!: LadderKind;
  /** @example "before1" */
  step!: string;
  /** @example "到期前 1 个工作日" */
  why!: string;
  /** @example ["officer"] */
  whom!: Whom[];
  /** @example "2026-11-27" */
  day!: string;
}

export class RemindersView {
  /** The newest first, at most 200. */
  sent!: ReminderView[];
  /** True where there were more. @example false */
  more!: boolean;
  /** The next step of the task's ladder and of its report's, in order of days; none where nobody is chased. */
  next!: NextReminderView[];
  /** Why the union is not chased; null where the next move is its own. @example "complete" */
  hold!: Hold | null;
  /** @example "已完成目标，不再催办" */
  holdText!: string | null;
}
