/** The work of an intake (表格导入): rows in batches, each in one transaction that also says how far it is. */
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Conflict, DomainError, type Words } from '../kernel/errors';
import { newId } from '../kernel/id';
import { wellSaid } from '../kernel/well-said';
import { audit } from '../outbox/announce';
import type { Deeds } from '../outbox/deeds';
import type { EvidenceStore } from '../work/evidence-store.service';
import { type Batch, batchesOf } from './batch';
import { actorOf, beginTaking, keepFaults, keepResults } from './intake-batch.reader';
import { claimIntake, type ClaimedIntake, giveBackIntakes, type IntakeJob } from './intake-lease';
import { forgetEnded } from './forgetting';
import { Intake } from './intake.entity';
import { ahead, areKept, keepRows, keptRows } from './rows-kept';
import { type Charset, rowsOf } from './sheet';
import type { About, Taker, TakerSource } from './taker';

/** After so many failures of its own in one place an intake has failed. */
const TRIES = 5;

const batchSql = `
  update intake set status = 'running', started_at = coalesce(started_at, app_now()), attempts = 0, done = done + $3,
    created = created + $4, changed = changed + $5, unchanged = unchanged + $6, faulty = faulty + $7, faults = faults + $8
  where district_id = $1 and id = $2`;

export class IntakeProcessor {
  private readonly log = new Logger('IntakeProcessor');
  private readonly worker = newId();
  private stopping = false;

  constructor(
    private readonly database: DataSource,
    private readonly deeds: Deeds,
    private readonly store: Pick<EvidenceStore, 'place' | 'passing' | 'forget'>,
    private readonly takers: readonly (Taker | TakerSource)[],
  ) {}

  /** Works until the intake has ended, another worker has it, or this one stops. */
  async process(job: IntakeJob): Promise<void> {
    try {
      await this.work(job);
    } catch (error) {
      if (!(await this.failed(job, error))) throw clean(error);
    }
    await forgetEnded(this.database, this.store);
  }

  /** The batch in hand is finished, and no more is begun. */
  stop(): void {
    this.stopping = true;
  }

  /** What is left is handed out to others at once. */
  giveBack(): Promise<void> {
    return giveBackIntakes(this.database, this.worker);
  }

  private async work(job: IntakeJob): Promise<void> {
    const intake = await this.deeds.transaction((tx) => claimIntake(tx, job, this.worker));
    if (intake === null) return;
    const taker = await this.takerOf(intake);
    const kept = await this.keep(intake, taker);
    let done: number | null = intake.done;
    while (done !== null) {
      for await (const batch of ahead(batchesOf(keptRows(kept), taker.keyOf, done))) {
        if (this.stopping || !(await this.deeds.transaction((tx) => this.step(tx, job, taker, batch)))) return;
      }
      done = await this.deeds.transaction((tx) => this.finish(tx, job, taker));
    }
  }

  private async takerOf(intake: ClaimedIntake): Promise<Taker> {
    const found = this.takers.find(({ kind }) => kind === intake.kind);
    if (found === undefined) throw new Error(`Nobody takes ${intake.kind} in`);
    return 'takerFor' in found ? this.deeds.transaction((tx) => found.takerFor(tx, intake)) : found;
  }

  /** Read once: their number is told, so that progress is a part of the whole; they go when the intake has ended. Answers where they lie. */
  private async keep(intake: ClaimedIntake, taker: Taker): Promise<string> {
    const { districtId, id, sha256, mediaType, fileName, settings, total } = intake;
    const kept = `${this.store.place(sha256, id)}.rows`;
    if (total !== null && (await areKept(kept))) return kept;
    const place = this.store.place(sha256, taker.passing === true ? id : undefined);
    const count = await keepRows(
      kept,
      rowsOf(place, { mediaType, fileName, charset: settings['charset'] as Charset | undefined }, taker.columns),
    );
    await this.database.query('update intake set total = $3 where district_id = $1 and id = $2', [
      districtId,
      id,
      count,
    ]);
    return kept;
  }

  /** One transaction: so a batch is taken and counted, or neither. Answers whether there is more to do. */
  private async step(tx: EntityManager, job: IntakeJob, taker: Taker, batch: Batch): Promise<boolean> {
    const intake = await claimIntake(tx, job, this.worker);
    if (intake === null) return false;
    if (intake.status === 'stopping') return this.end(tx, intake, 'stopped');
    if (intake.done !== batch.from) return false;
    const actor = await actorOf(tx, intake);
    const does = intake.dryRun || intake.checking ? taker.attempt : taker.take;
    const { created, changed, unchanged, made, faults: found } = await does(tx, actor, batch.rows, aboutOf(intake));
    const faults = [...batch.wrong, ...found];
    if (intake.only === 'all' && !intake.checking && !intake.dryRun && faults.length > 0)
      throw changedSince(intake.done);
    const inAll = faults.reduce((sum, { value }) => sum + value.length, 0);
    await keepFaults(tx, intake, taker, faults);
    const rows = [...batch.rows, ...batch.wrong].map(({ row }) => row);
    await keepResults(tx, intake, rows, made, new Set(faults.map(({ row }) => row)));
    const counts = [rows.length, created, changed, unchanged, faults.length, inAll];
    await tx.query(batchSql, [intake.districtId, intake.id, ...counts]);
    return true;
  }

  /** Answers where to begin anew, once all rows were tried and found good; else null. */
  private async finish(tx: EntityManager, job: IntakeJob, taker: Taker): Promise<number | null> {
    const intake = await claimIntake(tx, job, this.worker);
    if (intake === null) return null;
    if (intake.checking && intake.faulty === 0) {
      await beginTaking(tx, intake);
      return 0;
    }
    const { dryRun, created, changed, unchanged, faulty, id } = intake;
    const actor = await actorOf(tx, intake);
    const tally = { created, changed, unchanged, faulty };
    if (intake.checking) {
      await audit(tx, actor, 'intake.ended', id, { after: { dryRun, faulty, taken: 0 } });
      await this.end(tx, intake, 'failed', noneTaken(faulty));
      return null;
    }
    if (!dryRun) await taker.finish?.(tx, actor, aboutOf(intake), tally);
    await audit(tx, actor, 'intake.ended', id, { after: { dryRun, ...tally } });
    await this.end(tx, intake, 'done');
    return null;
  }

  private async end(
    tx: EntityManager,
    { districtId, id }: Pick<Intake, 'districtId' | 'id'>,
    status: 'stopped' | 'done' | 'failed',
    failure: Words | null = null,
  ): Promise<false> {
    await tx.query(
      `update intake set status = $3, failure = $4, ended_at = app_now(), leased_by = null, leased_until = null,
         skipped = case when checking then created + changed else 0 end,
         created = case when checking then 0 else created end, changed = case when checking then 0 else changed end
       where district_id = $1 and id = $2`,
      [districtId, id, status, failure],
    );
    return false;
  }

  /** A refusal ends it with its words; anything else is tried again a few times. Answers whether it was taken care of. */
  private async failed({ districtId, intakeId: id }: IntakeJob, error: unknown): Promise<boolean> {
    this.log.warn(`Intake ${id}: ${wellSaid(error)}`);
    return this.deeds.transaction(async (tx) => {
      const where = { districtId, id };
      const intake = await tx.findOne(Intake, { where, lock: { mode: 'pessimistic_write' } });
      if (intake === null || intake.endedAt !== null) return true;
      const attempts = intake.attempts + 1;
      if (error instanceof DomainError || attempts >= TRIES) {
        await this.end(tx, intake, 'failed', error instanceof DomainError ? error.words : broken);
        return true;
      }
      await tx.update(Intake, where, { attempts });
      return false;
    });
  }
}

const aboutOf = ({ id, fileName, settings }: ClaimedIntake): About => ({ intakeId: id, fileName, settings });

const noneTaken = (faulty: number): Words => ({
  zh: `${faulty} 行有误。按“全部导入”的要求，一行也没有导入；请改正后重新导入。`,
  en: `${faulty} rows are faulty. As all or nothing was asked for, no row was taken in: mend them and send it again.`,
});

/** Between the trial and the taking somebody else changed what the rows are read against. */
const changedSince = (done: number): Conflict =>
  new Conflict('intake.changedSince', {
    zh: `检查之后情况有变，导入中止：前 ${done} 行已导入，其余未导入。请重新导入同一文件，已导入的行不会重复。`,
    en: `Something changed after the trial, and it broke off: the first ${done} rows were taken in, and no more. Send the same file again; no row is taken twice.`,
  });

const broken: Words = {
  zh: '导入中断：系统出错，已导入的行保持有效，请稍后重新导入；如仍失败，请联系系统管理员。',
  en: 'It broke off for a fault of the system. What was taken stays; take it in again later, and tell the system administrator if it fails again.',
};

/** An error message with NUL would leave the job hanging. */
function clean(error: unknown): Error {
  return new Error(wellSaid(error));
}
