/** The half of a worker that does long work (考核计算、表格导入): hands it out once a second, and consumes it. */
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { handOut, type RunJob } from './assessment/run-lease';
import { RunProcessor } from './assessment/run.processor';
import { handOutIntakes, type IntakeJob } from './intake/intake-lease';
import { IntakeProcessor } from './intake/intake.processor';
import type { Taker, TakerSource } from './intake/taker';
import { withDeadline } from './kernel/deadline';
import { newId } from './kernel/id';
import { wellSaid } from './kernel/well-said';
import type { Deeds } from './outbox/deeds';
import { Consumer } from './queue/consumer';
import { JOB_STATES, type JobQueue } from './queue/healing-queue';
import type { QueueBackend } from './queue/queue-backend';
import { ENQUEUE_DEADLINE_MS, jobRules } from './queue/queues';
import type { EvidenceStore } from './work/evidence-store.service';

type LongJob = RunJob | IntakeJob;

export class RunWorker {
  private readonly log = new Logger('Runs');
  private readonly runs: RunProcessor;
  private readonly intakes: IntakeProcessor;
  private readonly consumer: Consumer<LongJob>;
  private readonly queue: JobQueue<LongJob>;

  constructor(
    private readonly database: DataSource,
    deeds: Deeds,
    backend: QueueBackend,
    store: EvidenceStore,
    takers: readonly (Taker | TakerSource)[],
  ) {
    this.runs = new RunProcessor(database, deeds);
    this.intakes = new IntakeProcessor(database, deeds, store, takers);
    this.consumer = new Consumer(backend, 'assessment', (job) =>
      'intakeId' in job ? this.intakes.process(job) : this.runs.process(job),
    );
    this.queue = backend.queue('assessment', (error) => this.log.warn(`Queue: ${wellSaid(error)}`));
  }

  start(): void {
    this.consumer.start();
  }

  hold(held: boolean): Promise<void> {
    return this.consumer.hold(held);
  }

  rebuild(): Promise<void> {
    return this.consumer.rebuild();
  }

  /** A job on the queue's way is not evidence that anybody works on it: its row is. */
  async handOut(): Promise<void> {
    for (const job of [...(await handOut(this.database)), ...(await handOutIntakes(this.database))]) {
      const added = this.queue.add('run', job, { ...jobRules, jobId: newId() });
      await withDeadline(added, ENQUEUE_DEADLINE_MS, 'Enqueueing a run');
    }
  }

  jobCounts(): Promise<Record<string, number>> {
    return this.queue.getJobCounts(...JOB_STATES);
  }

  /** What is in hand is finished; then consumer and queue. */
  async stop(): Promise<void> {
    this.runs.stop();
    this.intakes.stop();
    await this.consumer.stop();
    await this.runs.giveBack();
    await this.intakes.giveBack();
    await withDeadline(this.queue.close(), 5_000, 'Closing the queue').catch((error: unknown) =>
      this.log.warn(wellSaid(error)),
    );
  }
}
