/** Applying for another due day (延期申请), for many tasks at once, and taking it back. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Conflict, NotFound } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { type AnyAnnouncement, announce, audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { Task } from '../../work/task.entity';
import { signaturesOf } from '../../work/task.reader';
import { RowFaults } from '../../kernel/row-faults';
import { Extension } from './extension.entity';
import { readExtensions } from './extension.reader';
import { fault, faultOfRequest, needsOf } from './extension-rules';
import type { ExtensionsView } from './extension.view';
import { extensionWords, lockTasks, momentIn } from './extension-in-hand';

interface Asked {
  readonly tasks: readonly { readonly taskId: string; readonly proposedOn: string }[];
  readonly reason: string;
}

/** What stands against another one: how often a task was extended, and whether one is open. */
const earlierSql = `
  select task_id as "taskId", count(*) filter (where status = 'approved')::int as approved,
    count(*) filter (where status = 'requested')::int as open
  from extension where district_id = $1 and task_id = any($2::uuid[]) group by task_id`;

@Injectable()
export class ExtensionService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** All or none. Errors by row: notFound, task.*, extension.tooLate, extension.day, extension.twice (422), extension.open (409). */
  request(actor: Actor, asked: Asked): Promise<ExtensionsView> {
    return this.deeds.run(actor, async (tx) => {
      const tasks = await lockTasks(
        tx,
        actor.districtId,
        asked.tasks.map(({ taskId }) => taskId),
      );
      const { today, at } = await momentIn(tx);
      const earlier = await this.earlier(tx, actor, tasks);
      const faults = new RowFaults();
      const extensions = asked.tasks.map(({ taskId, proposedOn }, no) => {
        const task = tasks.get(taskId);
        const field = `tasks[${no}].taskId`;
        if (task === undefined || task.unionId !== actor.unionId || task.parentId === null) {
          faults.add(field, new NotFound());
          return null;
        }
        if (asked.tasks.findIndex((row) => row.taskId === taskId) < no) faults.add(field, twice);
        const { approved = 0, open = 0 } = earlier.get(taskId) ?? {};
        if (open > 0) faults.add(field, openAlready, 'state');
        const wrong = faultOfRequest(task, proposedOn, today);
        if (wrong !== null) faults.add(wrong.code === 'extension.day' ? `tasks[${no}].proposedOn` : field, wrong);
        const needs = needsOf(approved);
        return tx.create(Extension, {
          districtId: actor.districtId,
          id: newId(),
          taskId,
          unionId: task.unionId,
          path: task.path,
          deciderId: needs === 'district' ? actor.districtId : task.assignerId,
          needs,
          reason: asked.reason,
          beforeOn: task.dueOn,
          proposedOn,
          dueOn: null,
          status: 'requested',
          requestedBy: actor.officerId,
          requestedAt: at,
          decidedBy: null,
          decidedAt: null,
          decisionReason: null,
        });
      });
      faults.throwIfAny();
      const made = extensions.filter((each) => each !== null);
      await tx.insert(Extension, made);
      const signed = await signaturesOf(tx, [...tasks.values()]);
      const told = made.flatMap((each): AnyAnnouncement[] => {
        const task = tasks.get(each.taskId);
        if (task === undefined) return [];
        const body = { task: task.body(signed.get(task.id) ?? null), extension: extensionWords(each) };
        return [{ name: 'extension.requested', unionId: task.unionId, path: task.path, subjectId: each.id, body }];
      });
      await announce(tx, actor, ...told);
      return {
        items: await readExtensions(
          tx,
          actor.districtId,
          made.map(({ id }) => id),
        ),
      };
    });
  }

  /** Taken back by the union that applied, while nobody has answered. Errors: notFound, extension.decided (409). */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const { districtId, unionId } = actor;
      const lock = { mode: 'pessimistic_write' } as const;
      const found = await tx.findOne(Extension, { where: { districtId, id, unionId }, lock });
      if (found === null) throw new NotFound();
      if (found.status !== 'requested') throw new Conflict(decidedAlready.code, decidedAlready.words);
      await tx.update(Extension, { districtId, id }, { status: 'withdrawn' });
      await audit(tx, actor, 'extension.withdrawn', id);
      return {};
    });
  }

  private async earlier(
    tx: EntityManager,
    { districtId }: Actor,
    tasks: ReadonlyMap<string, Task>,
  ): Promise<Map<string, { approved: number; open: number }>> {
    const rows: { taskId: string; approved: number; open: number }[] = await tx.query(earlierSql, [
      districtId,
      [...tasks.keys()],
    ]);
    return new Map(rows.map((row) => [row.taskId, row]));
  }
}

const decidedAlready = fault(
  'extension.decided',
  '该延期申请已有结论或已撤回。',
  'This application is answered or taken back already.',
);
const openAlready = fault(
  'extension.open',
  '该任务已有待审批的延期申请。',
  'An application for this task waits already.',
);
const twice = fault('extension.twice', '同一任务只能列一次。', 'A task is named once.');
