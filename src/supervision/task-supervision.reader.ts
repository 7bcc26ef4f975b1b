/** How a task is held to its day (任务督办情况), for its union and those above. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { sendBacksOf } from '../work/send-back.reader';
import { TaskChange } from '../work/task-change.entity';
import { findTask } from '../work/task.reader';
import { ExtensionReader } from './extension/extension.reader';
import { OrderReader } from './order/order.reader';
import type { TaskSupervisionView } from './task-supervision.view';

const MOST = 20;

@Injectable()
export class TaskSupervisionReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(ExtensionReader) private readonly extensions: ExtensionReader,
    @Inject(OrderReader) private readonly orders: OrderReader,
  ) {}

  /** Errors: notFound. */
  async of(actor: Actor, taskId: string): Promise<TaskSupervisionView> {
    const { manager } = this.database;
    const { dueOn, firstDueOn, parkedUntil, districtId } = await findTask(manager, actor, taskId);
    const extensions = await this.extensions.list(actor, { of: 'all', taskId, page: 1, pageSize: MOST });
    const parking = await manager.findOne(TaskChange, {
      where: { districtId, taskId, field: 'parkedUntil' },
      order: { changedAt: 'DESC', id: 'DESC' },
    });
    const orders = await this.orders.list(actor, { taskId, page: 1, pageSize: MOST });
    return {
      taskId,
      dueOn,
      firstDueOn,
      parkedUntil,
      parkedReason: parkedUntil === null ? null : (parking?.reason ?? null),
      extensions: extensions.items,
      orders: orders.items,
      sendBacks: await sendBacksOf(manager, districtId, taskId),
    };
  }
}
