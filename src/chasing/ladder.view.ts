/** The ladders (催办阶梯) of a district as they are answered. */
import { Channel, LadderKind, LadderStep, Template, Whom } from './ladder';

export class LadderStepView implements LadderStep {
  /** Its name for good: what was told under it is not told again. @example "before3" */
  key!: string;
  /** Working days from the due day, or from the day the report was handed in; negative before it. @example -3 */
  offset!: number;
  /** Whom it tells. @example ["officer"] */
  whom!: Whom[];
  /** By what channel; `inbox` always. @example ["inbox", "email"] */
  channels!: Channel[];
  /** Told from eight on, whatever hour the officer chose, and on a day off too. @example false */
  urgent!: boolean;
  /** In what tone. @example "remind" */
  template!: Template;
}

export class LadderView {
  /** Tasks, or reports that wait for review. @example "task" */
  kind!: LadderKind;
  /** 0 for the built-in ladder. @example 2 */
  version!: number;
  steps!: LadderStepView[];
  /** Why it was set like this; null for the built-in ladder. @example "提前一周提醒过早，改为五个工作日" */
  reason!: string | null;
  /** @example "区总管理员" */
  writtenBy!: string | null;
  /** @example "2026-11-23T02:00:00.000Z" */
  writtenAt!: string | null;
}

export class LadderVersions {
  /** The newest first. */
  items!: LadderView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 2 */
  total!: number;
}
