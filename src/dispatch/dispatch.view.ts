/** The log of what went out (外发记录), as it is answered: to whom, why, and how it went. */
import type { Channel, DispatchStatus } from './channel';

export class DispatchWords {
  /** @example "临近截止提醒" */
  zh!: string;
  /** @example "A reminder before the due day" */
  en!: string;
}

export class DispatchReasonView {
  /** Why, in words; null where none were given. */
  words!: DispatchWords | null;
  /** The step of the ladder. @example "T-3" */
  step!: string | null;
  taskIds!: string[];
}

export class DispatchView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** The union of the officer or of the group. */
  unionId!: string;
  /** @example "海山街道总工会" */
  unionName!: string;
  /** @example "email" */
  channel!: Channel;
  /** The mail address, of which only the beginning is shown, or the name of the robot. @example "l***@example.org" */
  target!: string;
  officerId!: string | null;
  /** @example "李秀英" */
  officerName!: string | null;
  robotId!: string | null;
  /** @example "3 项任务临近截止" */
  subject!: string;
  reason!: DispatchReasonView;
  /** @example "sent" */
  status!: DispatchStatus;
  /** How often it was tried. @example 1 */
  attempts!: number;
  /** When it is tried next; null where it is not. @example null */
  nextAt!: string | null;
  /** What the other side said last. @example "250 2.0.0 Ok: queued" */
  lastAnswer!: string | null;
  /** @example "2026-11-24T01:30:02.000Z" */
  sentAt!: string | null;
  /** @example "2026-11-24T01:30:00.000Z" */
  createdAt!: string;
}

export class DispatchTextView extends DispatchView {
  /** @example "以下任务三日内到期：……" */
  text!: string;
}

export class DispatchPage {
  /** The newest first. */
  items!: DispatchView[];
  /** Give it as `after` to read on; null: that was all. */
  nextCursor!: string | null;
}
