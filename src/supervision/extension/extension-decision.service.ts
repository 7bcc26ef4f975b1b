/** Answers to applications for another due day (延期审批): one or many, all or none. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { type AnyAnnouncement, announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { extendTasks } from '../../work/change-from-above';
import { judgeAnew } from '../../work/reporting-state';
import type { Task } from '../../work/task.entity';
import { signaturesOf } from '../../work/task.reader';
import { RowFaults } from '../../kernel/row-faults';
import { type Answer, answersOf, daysAfter } from './answers';
import { Extension } from './extension.entity';
import { extensionWords, lockTasks, momentIn } from './extension-in-hand';
import { readExtensions } from './extension.reader';
import type { ExtensionsView } from './extension.view';

/** The tasks the applications are about, and everything those are part of. */
const chainSql = `
  with recursive chain as (
    select t.id, t.parent_id from task t join extension e on e.district_id = $1 and e.task_id = t.id
    where t.district_id = $1 and e.id = any($2::uuid[])
    union
    select p.id, p.parent_id from task p join chain c on c.parent_id = p.id where p.district_id = $1)
  select id from chain`;

const decideSql = `
  update extension e set status = g.outcome, due_on = g.due_on, decided_by = $2, decided_at = app_now(), decision_reason = g.reason
  from unnest($3::uuid[], $4::text[], $5::date[], $6::text[]) as g(id, outcome, due_on, reason)
  where e.district_id = $1 and e.id = g.id`;

@Injectable()
export class ExtensionDecisionService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * By the union that gave the task, or the district. Errors by row: notFound, extension.day, extension.beyondParent,
   * extension.reason, extension.twice (422), extension.decided, task.withdrawn (409).
   */
  decide(actor: Actor, answers: readonly Answer[]): Promise<ExtensionsView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const ids = answers.map(({ extensionId }) => extensionId);
      const chain: { id: string }[] = await tx.query(chainSql, [districtId, ids]);
      const tasks = await lockTasks(
        tx,
        districtId,
        chain.map(({ id }) => id),
      );
      const extensions = await this.lock(tx, actor, ids);
      const faults = new RowFaults();
      answers.forEach(({ extensionId }, no) => {
        if (!extensions.has(extensionId)) faults.add(`decisions[${no}].extensionId`, new NotFound());
      });
      faults.throwIfAny();
      const decided = answersOf(answers, extensions, tasks, faults);
      const days = daysAfter(decided, tasks, actor.tier === 'district', faults);
      faults.throwIfAny();
      await tx.query(decideSql, [
        districtId,
        actor.officerId,
        ids,
        answers.map(({ outcome }) => outcome),
        decided.map(({ dueOn }) => dueOn),
        answers.map(({ reason }) => reason ?? null),
      ]);
      const told = await this.move(tx, actor, days);
      const { at } = await momentIn(tx);
      for (const { extension, answer, dueOn } of decided)
        Object.assign(extension, {
          status: answer.outcome,
          dueOn,
          decidedAt: at,
          decisionReason: answer.reason ?? null,
        });
      await announce(
        tx,
        actor,
        ...told,
        ...(await this.told(
          tx,
          decided.map(({ extension }) => extension),
          tasks,
        )),
      );
      return { items: await readExtensions(tx, districtId, ids) };
    });
  }

  private async lock(tx: EntityManager, actor: Actor, ids: readonly string[]): Promise<Map<string, Extension>> {
    const found = await tx
      .createQueryBuilder(Extension, 'e')
      .setLock('pessimistic_write')
      .where('e.districtId = :districtId and e.id = any(:ids) and e.deciderId = :unionId', { ...actor, ids })
      .orderBy('e.id')
      .getMany();
    return new Map(found.map((each) => [each.id, each]));
  }

  private async move(
    tx: EntityManager,
    actor: Actor,
    days: ReadonlyMap<Task, { dueOn: string; reason: string }>,
  ): Promise<AnyAnnouncement[]> {
    if (days.size === 0) return [];
    return extendTasks(
      tx,
      actor,
      [...days].map(([task, day]) => ({ task, ...day })),
    );
  }

  /** Each answer, with what its task's reports say where one of them is on time by the new day. */
  private async told(
    tx: EntityManager,
    decided: readonly Extension[],
    tasks: ReadonlyMap<string, Task>,
  ): Promise<AnyAnnouncement[]> {
    const of = decided.flatMap(({ taskId }) => tasks.get(taskId) ?? []);
    const approved = decided.filter(({ status }) => status === 'approved').map(({ taskId }) => taskId);
    const [district = ''] = decided.map(({ districtId }) => districtId);
    const reporting = approved.length === 0 ? new Map() : await judgeAnew(tx, district, approved);
    const signed = await signaturesOf(tx, of);
    return decided.flatMap((each): AnyAnnouncement[] => {
      const task = tasks.get(each.taskId);
      if (task === undefined) return [];
      const { unionId, path } = task;
      const about = { unionId, path, subjectId: each.id, before: { status: 'requested' } };
      const body = { task: task.body(signed.get(task.id) ?? null), extension: extensionWords(each) };
      if (each.status === 'refused') return [{ name: 'extension.refused', ...about, body }];
      return [{ name: 'extension.approved', ...about, body: { ...body, reporting: reporting.get(task.id) ?? null } }];
    });
  }
}
