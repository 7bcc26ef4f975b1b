/** Changes from above: target, due day, weight, withdrawal; always with a reason, always with history. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { plain } from '../kernel/decimal';
import { expectVersion } from '../kernel/errors';
import { announce, type AnyAnnouncement } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { changed, note, noteShortfall, pullDueDays, setMilestones, withdrawWithBelow } from './change-from-above';
import { type Change, check } from './task-change';
import { bumpAll } from './task-as-it-stands';
import { Task } from './task.entity';
import { lockGiven, sharesOf, signedAt } from './task.reader';
import type { SharesView } from './task.view';

@Injectable()
export class TaskChangeService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Changes a share the actor's union gave, or the district's own root. Answers what remains of the task above it. */
  change(actor: Actor, taskId: string, shareId: string | null, version: number, change: Change): Promise<SharesView> {
    return this.deeds.run(actor, async (tx) => {
      const { parent, task } = await lockGiven(tx, actor, taskId, shareId);
      task.requireAlive();
      expectVersion(task.version, version);
      check(task, parent, change);
      const announcements = await this.apply(tx, actor, task, change);
      announcements.push(...(await pullDueDays(tx, actor, task, change.reason)));
      if (change.milestones !== undefined)
        announcements.push(...(await setMilestones(tx, actor, task, change.milestones, change.reason)));
      announcements.push(...(await noteShortfall(tx, task, change.reason)));
      if (parent !== null) announcements.push(...(await noteShortfall(tx, parent, change.reason)));
      await announce(tx, actor, ...announcements);
      return sharesOf(tx, parent ?? task);
    });
  }

  /** Withdraws a task with everything below it; what was accepted there no longer counts upward. */
  withdraw(actor: Actor, taskId: string, shareId: string | null, reason: string): Promise<SharesView> {
    return this.deeds.run(actor, async (tx) => {
      const { parent, task } = await lockGiven(tx, actor, taskId, shareId);
      task.requireAlive();
      await announce(tx, actor, ...(await withdrawWithBelow(tx, actor, parent, task, reason)));
      return sharesOf(tx, parent ?? task);
    });
  }

  private async apply(tx: EntityManager, actor: Actor, task: Task, change: Change): Promise<AnyAnnouncement[]> {
    const announcements: AnyAnnouncement[] = [];
    const at = await signedAt(tx, task);
    for (const field of ['target', 'dueOn', 'weight'] as const) {
      const given = change[field];
      const after = given === undefined || field === 'dueOn' ? given : plain(given);
      if (after === undefined || after === task[field]) continue;
      const before = task[field];
      // at most three, one a field
      await note(tx, actor, [task], field, after, change.reason);
      await bumpAll(tx, [task], { [field]: after });
      announcements.push(changed(task, at, field, before, change.reason));
    }
    return announcements;
  }
}
