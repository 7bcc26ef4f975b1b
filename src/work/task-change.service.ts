/** Changes from above: target, due day, weight, withdrawal; always with a reason, always with history. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { fits, plain, type Quantity } from '../kernel/decimal';
import { NotFound, Refused, expectVersion } from '../kernel/errors';
import { newId } from '../kernel/id';
import { announce, type AnyAnnouncement } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { allocate, fallsShort } from './cascade';
import { bumpAll } from './task-as-it-stands';
import { Task } from './task.entity';
import { childrenOf, findTask, sharesOf, signaturesOf, signedAt } from './task.reader';
import type { SharesView } from './task.view';

export interface Change {
  target?: Quantity;
  dueOn?: string;
  weight?: Quantity;
  reason: string;
}

type Field = 'target' | 'dueOn' | 'weight';

@Injectable()
export class TaskChangeService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Changes a share the actor's union gave, or the district's own root. Answers what remains of the task above it. */
  change(actor: Actor, taskId: string, shareId: string | null, version: number, change: Change): Promise<SharesView> {
    return this.deeds.run(actor, async (tx) => {
      const { parent, task } = await this.lock(tx, actor, taskId, shareId);
      task.requireAlive();
      expectVersion(task.version, version);
      check(task, parent, change);
      const announcements = await this.apply(tx, actor, task, change);
      announcements.push(...(await this.pullDueDays(tx, actor, task, change.reason)));
      announcements.push(...(await this.noteShortfall(tx, task, change.reason)));
      if (parent !== null) announcements.push(...(await this.noteShortfall(tx, parent, change.reason)));
      await announce(tx, actor, ...announcements);
      return sharesOf(tx, parent ?? task);
    });
  }

  /** Withdraws a task with everything below it; what was accepted there no longer counts upward. */
  withdraw(actor: Actor, taskId: string, shareId: string | null, reason: string): Promise<SharesView> {
    return this.deeds.run(actor, async (tx) => {
      const { parent, task } = await this.lock(tx, actor, taskId, shareId);
      task.requireAlive();
      const all = [task, ...(await this.below(tx, task))];
      const signed = await signaturesOf(tx, all);
      const before = new Map(all.map((each) => [each.id, each.body(null)]));
      await note(tx, actor, all, 'status', 'withdrawn', reason);
      await bumpAll(tx, all, { status: 'withdrawn' });
      const announcements: AnyAnnouncement[] = all.map((each) => ({
        name: 'task.withdrawn',
        unionId: each.unionId,
        path: each.path,
        subjectId: each.id,
        before: before.get(each.id),
        body: { task: each.body(signed.get(each.id) ?? null), reason },
      }));
      if (parent !== null) announcements.push(...(await this.noteShortfall(tx, parent, reason)));
      await announce(tx, actor, ...announcements);
      return sharesOf(tx, parent ?? task);
    });
  }

  /** The task and, for a share, the task it is part of; both must belong to what the actor's union gave. */
  private async lock(
    tx: EntityManager,
    actor: Actor,
    taskId: string,
    shareId: string | null,
  ): Promise<{ parent: Task | null; task: Task }> {
    const own = await findTask(tx, actor, taskId, true);
    if (own.unionId !== actor.unionId) throw new NotFound();
    if (shareId === null) {
      if (own.parentId !== null) throw new NotFound();
      return { parent: null, task: own };
    }
    const task = await findTask(tx, actor, shareId, true);
    if (task.parentId !== own.id) throw new NotFound();
    return { parent: own, task };
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

  /** Nothing below may be due after what it is part of; `task.days` when something below would not even have begun. */
  private async pullDueDays(tx: EntityManager, actor: Actor, task: Task, reason: string): Promise<AnyAnnouncement[]> {
    const late = (await this.below(tx, task)).filter((each) => each.dueOn > task.dueOn);
    if (late.length === 0) return [];
    const lastStart = late.map((each) => each.startOn).reduce((one, other) => (one > other ? one : other));
    if (lastStart > task.dueOn) {
      const words = {
        zh: `下级任务 ${lastStart} 才开始，截止日期不能早于这一天。`,
        en: `A share below starts on ${lastStart} only; the due day cannot come before it.`,
      };
      throw new Refused('task.days', words, 'dueOn');
    }
    const [signed, before] = [await signaturesOf(tx, late), new Map(late.map((each) => [each.id, each.dueOn]))];
    await note(tx, actor, late, 'dueOn', task.dueOn, reason);
    await bumpAll(tx, late, { dueOn: task.dueOn });
    return late.map((each) => changed(each, signed.get(each.id) ?? null, 'dueOn', before.get(each.id) ?? '', reason));
  }

  /** A cascade that falls short by the change takes the change's reason, one that no longer does loses its own. */
  private async noteShortfall(tx: EntityManager, task: Task, reason: string): Promise<AnyAnnouncement[]> {
    const shares = await childrenOf(tx, task);
    if (shares.length === 0 && task.keptTarget === null) return [];
    const short = fallsShort(allocate({ ...task, decimals: task.measureDecimals }, shares, task.keptTarget));
    const next = short ? (task.shortfallReason ?? reason) : null;
    if (next === task.shortfallReason) return [];
    await bumpAll(tx, [task], { shortfallReason: next });
    const body = { task: task.body(await signedAt(tx, task)) };
    return [{ name: 'task.cascaded', unionId: task.unionId, path: task.path, subjectId: task.id, body }];
  }

  /** Everything alive below a task, locked in one order. */
  private async below(tx: EntityManager, task: Task): Promise<Task[]> {
    const ids: { id: string }[] = await tx.query(
      `with recursive below as (
         select id from task where district_id = $1 and parent_id = $2 and status <> 'withdrawn'
         union all
         select t.id from task t join below b on t.parent_id = b.id where t.district_id = $1 and t.status <> 'withdrawn')
       select id from below order by id`,
      [task.districtId, task.id],
    );
    if (ids.length === 0) return [];
    return tx
      .createQueryBuilder(Task, 't')
      .setLock('pessimistic_write')
      .where('t.districtId = :districtId and t.id = any(:ids)', {
        districtId: task.districtId,
        ids: ids.map((row) => row.id),
      })
      .orderBy('t.id')
      .getMany();
  }
}

/** Writes into the history of each task that a field takes another value. */
async function note(
  tx: EntityManager,
  actor: Actor,
  tasks: readonly Task[],
  field: Field | 'status',
  after: string,
  reason: string,
): Promise<void> {
  await tx.query(
    `insert into task_change (district_id, id, task_id, field, before, after, reason, officer_id, changed_at)
     select $1, id, task_id, $2, before, $3, $4, $5, app_now()
       from unnest($6::uuid[], $7::uuid[], $8::text[]) as each (id, task_id, before)`,
    [
      actor.districtId,
      field,
      after,
      reason,
      actor.officerId,
      tasks.map(() => newId()),
      tasks.map((task) => task.id),
      tasks.map((task) => task[field]),
    ],
  );
}

function changed(task: Task, at: string | null, field: Field, before: string, reason: string): AnyAnnouncement {
  const body = { task: task.body(at), field, before, after: task[field], reason };
  return {
    name: 'task.changed',
    unionId: task.unionId,
    path: task.path,
    subjectId: task.id,
    before: { [field]: before },
    body,
  };
}

function check(task: Task, parent: Task | null, change: Change): void {
  if (change.target === undefined && change.dueOn === undefined && change.weight === undefined) {
    throw new Refused(
      'change.empty',
      { zh: '请至少调整一项：目标值、截止日期或权重。', en: 'Change at least one: target, dueOn or weight.' },
      'target',
    );
  }
  if (change.target !== undefined && !fits(change.target, task.measureDecimals)) {
    const words = {
      zh: `目标值最多保留 ${task.measureDecimals} 位小数。`,
      en: `The target takes at most ${task.measureDecimals} decimals.`,
    };
    throw new Refused('task.decimals', words, 'target');
  }
  if (change.target !== undefined && parent !== null && Number(change.target) <= 0) {
    throw new Refused(
      'share.target',
      {
        zh: '目标值须大于 0；不再需要时请撤回。',
        en: 'The target must be above 0; withdraw what is no longer wanted.',
      },
      'target',
    );
  }
  const last = parent?.dueOn ?? '2200-12-31';
  if (change.dueOn !== undefined && (change.dueOn < task.startOn || change.dueOn > last)) {
    const words = {
      zh: `截止日期须在 ${task.startOn} 至 ${last} 之间。`,
      en: `The due day must lie between ${task.startOn} and ${last}.`,
    };
    throw new Refused('task.days', words, 'dueOn');
  }
}
