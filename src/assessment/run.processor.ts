/** The work of a run (考核计算): sheets in batches, each in one transaction that also says how far it is. */
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { DomainError, type Words } from '../kernel/errors';
import { newId } from '../kernel/id';
import { wellSaid } from '../kernel/well-said';
import { audit } from '../outbox/announce';
import type { Deeds } from '../outbox/deeds';
import { AssessmentRun } from './assessment-run.entity';
import { Assessment } from './assessment.entity';
import { bump, momentOf } from './assessment.reader';
import { compareSheets, computeBatch } from './computation';
import { tellProvisional } from './provisional';
import { readActor, sheetsAfter } from './run-batch.reader';
import { claim, type ClaimedRun, giveBack, type RunJob } from './run-lease';

/** Sheets in one transaction. */
const BATCH = 100;
/** After so many failures of its own in one place a run has failed. */
const TRIES = 5;

export class RunProcessor {
  private readonly log = new Logger('RunProcessor');
  private readonly worker = newId();
  private stopping = false;

  constructor(
    private readonly database: DataSource,
    private readonly deeds: Deeds,
    private readonly batch = BATCH,
  ) {}

  /** Works until the run has ended, another worker has it, or this one stops. */
  async process(job: RunJob): Promise<void> {
    while (!this.stopping) {
      try {
        if (!(await this.deeds.transaction((tx) => this.step(tx, job)))) return;
      } catch (error) {
        if (!(await this.failed(job, error))) throw clean(error);
      }
    }
  }

  /** The sheets in hand are finished, and no more are begun. */
  stop(): void {
    this.stopping = true;
  }

  /** What is left is handed out to others at once. */
  giveBack(): Promise<void> {
    return giveBack(this.database, this.worker);
  }

  /** One transaction: so a batch is scored and counted, or neither. Answers whether there is more to do. */
  private async step(tx: EntityManager, job: RunJob): Promise<boolean> {
    const run = await claim(tx, job, this.worker);
    if (run === null) return false;
    if (run.status === 'stopping') return this.end(tx, run, 'stopped');
    const { districtId, assessmentId, cursor } = run;
    const where = { districtId, id: assessmentId };
    const assessment = await tx.findOneOrFail(Assessment, { where, lock: { mode: 'pessimistic_write' } });
    assessment.requireOpen();
    const actor = await readActor(tx, run, assessment);
    const sheets = await sheetsAfter(tx, assessment, cursor, this.batch);
    const last = sheets.at(-1);
    if (last === undefined) return this.finish(tx, run, assessment, actor);
    await tellProvisional(tx, actor, assessment, await computeBatch(tx, assessment, sheets));
    await tx.query(
      `update assessment_run set status = 'running', started_at = coalesce(started_at, app_now()), attempts = 0,
         cursor = $3, done = least(total, done + $4) where district_id = $1 and id = $2`,
      [districtId, run.id, last.id, sheets.length],
    );
    return true;
  }

  /** What compares unions comes last, over all of them. */
  private async finish(tx: EntityManager, run: ClaimedRun, assessment: Assessment, actor: Actor): Promise<boolean> {
    await tellProvisional(tx, actor, assessment, await compareSheets(tx, assessment));
    await bump(tx, assessment, {});
    await audit(tx, actor, 'assessment.computed', assessment.id);
    return this.end(tx, run, 'done');
  }

  private async end(
    tx: EntityManager,
    { districtId, id }: Pick<ClaimedRun, 'districtId' | 'id'>,
    status: 'stopped' | 'done' | 'failed',
    failure: Words | null = null,
  ): Promise<false> {
    const endedAt = await momentOf(tx);
    await tx.update(AssessmentRun, { districtId, id }, { status, endedAt, failure, leasedBy: null, leasedUntil: null });
    return false;
  }

  /** A refusal ends it with its words; anything else is tried again a few times. Answers whether it was taken care of. */
  private async failed({ districtId, runId: id }: RunJob, error: unknown): Promise<boolean> {
    this.log.warn(`Run ${id}: ${wellSaid(error)}`);
    return this.deeds.transaction(async (tx) => {
      const where = { districtId, id };
      const run = await tx.findOne(AssessmentRun, { where, lock: { mode: 'pessimistic_write' } });
      if (run === null || run.endedAt !== null) return true;
      const attempts = run.attempts + 1;
      if (error instanceof DomainError || attempts >= TRIES) {
        await this.end(tx, run, 'failed', error instanceof DomainError ? error.words : broken);
        return true;
      }
      await tx.update(AssessmentRun, where, { attempts });
      return false;
    });
  }
}

/** An error message with NUL would leave the job hanging. */
function clean(error: unknown): Error {
  return new Error(wellSaid(error));
}

const broken: Words = {
  zh: '计算中断：系统出错，请稍后重新计算；如仍失败，请联系系统管理员。',
  en: 'It broke off for a fault of the system: start it again later, and tell the system administrator if it fails again.',
};
