/** Asking for a long run of an assessment (考核计算任务), and stopping it; the work is done elsewhere. */
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Conflict, NotFound } from '../kernel/errors';
import { newId } from '../kernel/id';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { AssessmentRun, type RunStatus } from './assessment-run.entity';
import { lockOwn, momentOf } from './assessment.reader';
import { runView, type RunView } from './run.view';
import { ScoreSheet } from './score-sheet.entity';

export const alive: RunStatus[] = ['waiting', 'running', 'stopping'];

@Injectable()
export class RunService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * Asks for a computation of all sheets, done by and by. Errors: assessment.published, run.alive (409) while another
   * one of this assessment has not ended, notFound.
   */
  ask(actor: Actor, assessmentId: string): Promise<RunView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      const assessment = await lockOwn(tx, actor, assessmentId, 'write');
      assessment.requireOpen();
      if (await tx.existsBy(AssessmentRun, { districtId, assessmentId, status: In(alive) })) throw running();
      const run = tx.create(AssessmentRun, {
        districtId,
        id: newId(),
        assessmentId,
        kind: 'computation',
        status: 'waiting',
        total: await tx.countBy(ScoreSheet, { districtId, assessmentId }),
        done: 0,
        cursor: null,
        startedBy: officerId,
        askedAt: await momentOf(tx),
        startedAt: null,
        endedAt: null,
        failure: null,
        attempts: 0,
        leasedBy: null,
        leasedUntil: null,
      });
      await tx.insert(AssessmentRun, run);
      await audit(tx, actor, 'assessment.runAsked', assessmentId);
      return runView(run);
    });
  }

  /**
   * Stops it after the sheets in hand; what is scored stays scored. One that nobody has begun ends at once. Errors:
   * run.ended (409), notFound.
   */
  stop(actor: Actor, assessmentId: string, id: string): Promise<RunView> {
    return this.deeds.run(actor, async (tx) => {
      await lockOwn(tx, actor, assessmentId, 'read');
      const run = await lockRun(tx, { districtId: actor.districtId, assessmentId, id });
      if (!alive.includes(run.status)) throw ended();
      const begun = run.startedAt !== null;
      Object.assign(run, begun ? { status: 'stopping' } : { status: 'stopped', endedAt: await momentOf(tx) });
      const { districtId, status, endedAt } = run;
      await tx.update(AssessmentRun, { districtId, id }, { status, endedAt });
      await audit(tx, actor, 'assessment.runStopped', assessmentId);
      return runView(run);
    });
  }
}

async function lockRun(
  tx: EntityManager,
  where: { districtId: string; assessmentId: string; id: string },
): Promise<AssessmentRun> {
  const run = await tx.findOne(AssessmentRun, { where, lock: { mode: 'pessimistic_write' } });
  if (run === null) throw new NotFound();
  return run;
}

function running(): Conflict {
  return new Conflict('run.alive', {
    zh: '本次考核已有计算任务在进行，请等待其结束或先停止。',
    en: 'A run of this assessment is under way: wait for its end, or stop it first.',
  });
}

function ended(): Conflict {
  return new Conflict('run.ended', { zh: '该计算任务已经结束。', en: 'The run has ended already.' });
}
