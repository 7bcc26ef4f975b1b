/** How a task is held to its day (任务督办情况): both days, extensions, what was sent back, parking. */
import { SendBackView } from '../work/send-back.view';
import { ExtensionView } from './extension/extension.view';
import { OrderView } from './order/order.view';

export class TaskSupervisionView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  taskId!: string;
  /** @example "2026-12-20" */
  dueOn!: string;
  /** The due day before any extension; null: never extended. @example "2026-11-30" */
  firstDueOn!: string | null;
  /** Parked until this day; null: not parked. @example null */
  parkedUntil!: string | null;
  /** Why it is parked. @example null */
  parkedReason!: string | null;
  /** The last twenty, the latest first. */
  extensions!: ExtensionView[];
  /** The last twenty, the latest first. */
  sendBacks!: SendBackView[];
  /** The last twenty orders (督办单) about it, the latest first. */
  orders!: OrderView[];
}
