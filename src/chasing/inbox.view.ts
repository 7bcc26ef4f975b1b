/** The messages of an officer (我的消息) as they are answered. */
import type { Item } from './item';
import type { MessageKind } from './message.entity';

export class MessageItemView {
  /** task: a step of a task's ladder; review: of a report that waits; urge: by hand; notice: no task, only words. @example "task" */
  kind!: Item['kind'];
  /** @example "“发展工会会员”还有 3 个工作日到期（2026-12-31），已完成 40/60 人，请填报进度" */
  text!: string;
  /** Null for a notice. */
  taskId!: string | null;
  /** The report that waits for review; null elsewhere. */
  reportId!: string | null;
  /** Whose task it is, or whom the notice is about. */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
}

export class MessageView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** digest: everything due, at the hour of the officer; urgent: at once; urge: by hand. @example "digest" */
  kind!: MessageKind;
  /** @example "您有 12 件事需要处理" */
  title!: string;
  /** At most 50, what hurts most first. */
  items!: MessageItemView[];
  /** How many more there were. @example 0 */
  more!: number;
  /** @example "2026-11-23T01:00:00.000Z" */
  createdAt!: string;
  /** Null while it is unread. @example null */
  readAt!: string | null;
}

export class MessageList {
  /** The newest first; with `unread`, those unread. */
  items!: MessageView[];
  /** Null on the last page. @example null */
  nextCursor!: string | null;
}

export class UnreadView {
  /** At most 100: there may be more. @example 3 */
  unread!: number;
}

export class ReadingsView {
  /** How many were unread. @example 3 */
  read!: number;
}
