/** The half of a worker that does long runs (考核计算任务): hands them out once a second, and consumes them. */
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { handOut, type RunJob } from './assessment/run-lease';
import { RunProcessor } from './assessment/run.processor';
import { withDeadline } from './kernel/deadline';
import { newId } from './kernel/id';
import { wellSaid } from './kernel/well-said';
import type { Deeds } from './outbox/deeds';
import { Consumer } from './queue/consumer';
import type { JobQueue, QueueBackend } from './queue/queue-backend';
import { ENQUEUE_DEADLINE_MS, jobRules } from './queue/queues';

export class RunWorker {
  private readonly log = new Logger('Runs');
  private readonly processor: RunProcessor;
  private readonly consumer: Consumer<RunJob>;
  private readonly queue: JobQueue<RunJob>;

  constructor(
    private readonly database: DataSource,
    deeds: Deeds,
    backend: QueueBackend,
  ) {
    this.processor = new RunProcessor(database, deeds);
    this.consumer = new Consumer(backend, 'assessment', (job) => this.processor.process(job));
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

  /** A run on the queue's way is not evidence that anybody works on it: its row is. */
  async handOut(): Promise<void> {
    for (const job of await handOut(this.database)) {
      const added = this.queue.add('run', job, { ...jobRules, jobId: newId() });
      await withDeadline(added, ENQUEUE_DEADLINE_MS, 'Enqueueing a run');
    }
  }

  /** The sheets in hand are finished; then consumer and queue. */
  async stop(): Promise<void> {
    this.processor.stop();
    await this.consumer.stop();
    await this.processor.giveBack();
    await withDeadline(this.queue.close(), 5_000, 'Closing the queue').catch((error: unknown) =>
      this.log.warn(wellSaid(error)),
    );
  }
}
