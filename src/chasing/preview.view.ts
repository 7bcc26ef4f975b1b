/** Who would get what on which day (催办预览). */
import type { Channel, LadderKind, Template, Whom } from './ladder';

export class PreviewOfficerView {
  /** As what he is told. @example "officer" */
  whom!: Whom;
  /** @example "陈晓明" */
  name!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
}

export class PreviewStepView {
  /** @example "before3" */
  key!: string;
  /** @example -3 */
  offset!: number;
  /** @example "到期前 3 个工作日" */
  why!: string;
  /** Always a working day. @example "2026-12-28" */
  day!: string;
  /** False where the holidays of that year are not announced yet. @example true */
  certain!: boolean;
  /** Told by a higher step that falls on the same day. @example false */
  collapsed!: boolean;
  /** Told already, so not again. @example false */
  told!: boolean;
  /** @example "remind" */
  template!: Template;
  /** @example ["inbox", "email"] */
  channels!: Channel[];
  /** @example false */
  urgent!: boolean;
  /** At most 50. */
  officers!: PreviewOfficerView[];
  /** How many more. @example 0 */
  more!: number;
}

export class PreviewView {
  /** @example "task" */
  kind!: LadderKind;
  taskId!: string;
  /** @example "发展工会会员" */
  title!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "2026-12-31" */
  dueOn!: string;
  /** The day from which it counts: the due day, a later day of real activity, or the day a report is handed in. @example "2026-12-31" */
  anchor!: string;
  steps!: PreviewStepView[];
}
