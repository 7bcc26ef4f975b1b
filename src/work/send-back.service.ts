/** Sending back a task that was given by mistake (回退): asked before anything is reported, answered by who gave it. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Conflict, NotFound } from '../kernel/errors';
import { newId } from '../kernel/id';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { withdrawWithBelow } from './change-from-above';
import { SendBack } from './send-back.entity';
import { readSendBack } from './send-back.reader';
import type { SendBackView } from './send-back.view';
import { Task } from './task.entity';
import { childrenOf, lockGiven, lockOwn, signedAt } from './task.reader';

@Injectable()
export class SendBackService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** By the union the task was given to. Errors: task.withdrawn, sendBack.reported, sendBack.divided, sendBack.open (409), notFound. */
  send(actor: Actor, taskId: string, reason: string): Promise<SendBackView> {
    return this.deeds.run(actor, async (tx) => {
      const task = await lockOwn(tx, actor, taskId);
      if (task.parentId === null) throw new NotFound();
      task.requireAlive();
      if ((await childrenOf(tx, task)).length > 0) throw divided();
      const { districtId, unionId, assignerId } = task;
      await this.requireUnreported(tx, task);
      if (await tx.existsBy(SendBack, { districtId, taskId, status: 'sent' })) throw openAlready();
      const id = newId();
      await tx.query(
        `insert into send_back (district_id, id, task_id, union_id, assigner_id, reason, status, sent_by, sent_at)
         values ($1, $2, $3, $4, $5, $6, 'sent', $7, app_now())`,
        [districtId, id, taskId, unionId, assignerId, reason, actor.officerId],
      );
      const body = { task: task.body(await signedAt(tx, task)), reason };
      await announce(tx, actor, { name: 'task.sentBack', unionId, path: task.path, subjectId: taskId, body });
      return readSendBack(tx, districtId, id);
    });
  }

  /**
   * By the union that gave the task: accepted, it is withdrawn there and its share is free again; refused, it stays.
   * Errors: sendBack.none (409), notFound.
   */
  decide(
    actor: Actor,
    taskId: string,
    shareId: string,
    { outcome, reason }: { outcome: 'accepted' | 'refused'; reason: string },
  ): Promise<SendBackView> {
    return this.deeds.run(actor, async (tx) => {
      const { parent, task } = await lockGiven(tx, actor, taskId, shareId);
      const { districtId } = task;
      const lock = { mode: 'pessimistic_write' } as const;
      const found = await tx.findOne(SendBack, { where: { districtId, taskId: shareId, status: 'sent' }, lock });
      if (found === null || task.status === 'withdrawn') throw noneOpen();
      await tx.query(
        `update send_back set status = $3, decided_by = $4, decided_at = app_now(), decision_reason = $5
         where district_id = $1 and id = $2`,
        [districtId, found.id, outcome, actor.officerId, reason],
      );
      if (outcome === 'accepted') {
        await announce(
          tx,
          actor,
          ...(await withdrawWithBelow(tx, actor, parent, task, `${found.reason}（${reason}）`)),
        );
      } else {
        const { unionId, path } = task;
        const body = { task: task.body(await signedAt(tx, task)), reason };
        await announce(tx, actor, { name: 'task.sendBackRefused', unionId, path, subjectId: task.id, body });
      }
      return readSendBack(tx, districtId, found.id);
    });
  }

  private async requireUnreported(tx: EntityManager, { districtId, id }: Task): Promise<void> {
    const [reported]: unknown[] = await tx.query(
      `select 1 from progress_report where district_id = $1 and task_id = $2 and status <> 'draft' limit 1`,
      [districtId, id],
    );
    if (reported !== undefined) throw reportedAlready();
  }
}

const reportedAlready = (): Conflict =>
  new Conflict('sendBack.reported', {
    zh: '该任务已有进度填报，不能回退。',
    en: 'This task has been reported on: it can no longer be sent back.',
  });
const divided = (): Conflict =>
  new Conflict('sendBack.divided', {
    zh: '该任务已分解到下级，请先撤回下级任务。',
    en: 'This task has been divided: withdraw the shares first.',
  });
const openAlready = (): Conflict =>
  new Conflict('sendBack.open', {
    zh: '该任务已申请回退，请等待答复。',
    en: 'It is sent back already: wait for the answer.',
  });
const noneOpen = (): Conflict =>
  new Conflict('sendBack.none', { zh: '没有待处理的回退申请。', en: 'Nothing was sent back, or it is settled.' });
