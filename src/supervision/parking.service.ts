/** Parking (挂账): a task and all below it are neither lit nor chased until a day to look again. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { addDays } from '../kernel/clock';
import { Conflict, Refused } from '../kernel/errors';
import { type AnyAnnouncement, announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { below, note } from '../work/change-from-above';
import { bumpAll } from '../work/task-as-it-stands';
import type { Task } from '../work/task.entity';
import { lockGiven, sharesOf, signaturesOf } from '../work/task.reader';
import type { SharesView } from '../work/task.view';

/** The longest a task is parked in one go, in civil days. */
const LONGEST_DAYS = 366;

@Injectable()
export class ParkingService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** By the union that gave the task. Errors: task.withdrawn (409), parking.day (422), notFound. */
  park(
    actor: Actor,
    taskId: string,
    shareId: string | null,
    { until, reason }: { until: string; reason: string },
  ): Promise<SharesView> {
    return this.deeds.run(actor, async (tx) => {
      const { parent, task } = await lockGiven(tx, actor, taskId, shareId);
      task.requireAlive();
      await this.requireDay(tx, until);
      const all = [task, ...(await below(tx, task))];
      await note(tx, actor, all, 'parkedUntil', until, reason);
      await bumpAll(tx, all, { parkedUntil: until });
      await announce(tx, actor, ...(await tell(tx, 'task.parked', all, reason)));
      return sharesOf(tx, parent ?? task);
    });
  }

  /** Ends it before its day, for the task and all below it. Errors: parking.none, task.withdrawn (409), notFound. */
  async unpark(actor: Actor, taskId: string, shareId: string | null): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const { task } = await lockGiven(tx, actor, taskId, shareId);
      task.requireAlive();
      if (task.parkedUntil === null) throw notParked();
      const all = [task, ...(await below(tx, task))].filter(({ parkedUntil }) => parkedUntil !== null);
      const reason = '解除挂账';
      await note(tx, actor, all, 'parkedUntil', '', reason);
      await bumpAll(tx, all, { parkedUntil: null });
      await announce(tx, actor, ...(await tell(tx, 'task.unparked', all, reason)));
      return {};
    });
  }

  private async requireDay(tx: EntityManager, until: string): Promise<void> {
    const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
    const [first, last] = [addDays(today, 1), addDays(today, LONGEST_DAYS)];
    if (until >= first && until <= last) return;
    const words = {
      zh: `复核日期须在 ${first} 至 ${last} 之间。`,
      en: `The day to look again must lie between ${first} and ${last}.`,
    };
    throw new Refused('parking.day', words, 'until');
  }
}

/** To the union of each task and everybody above, who gave it among them. */
export async function tell(
  tx: EntityManager,
  name: 'task.parked' | 'task.unparked',
  tasks: readonly Task[],
  reason: string,
): Promise<AnyAnnouncement[]> {
  const signed = await signaturesOf(tx, tasks);
  return tasks.map((task) => ({
    name,
    unionId: task.unionId,
    path: task.path,
    subjectId: task.id,
    body: { task: task.body(signed.get(task.id) ?? null), reason },
  }));
}

const notParked = (): Conflict =>
  new Conflict('parking.none', { zh: '该任务没有挂账。', en: 'The task is not parked.' });
