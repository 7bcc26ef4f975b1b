/** The consumer of a queue: built only after its store answered, and built anew when nothing arrives any more. */
import { Logger } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { withDeadline } from '../kernel/deadline';
import { wellSaid } from '../kernel/well-said';
import type { JobHandler, QueueBackend } from './queue-backend';
import type { QueueName } from './queues';

const CLOSE_MS = 10_000;

export class Consumer<T> {
  private readonly log = new Logger('Consumer');
  private worker: Worker<T> | undefined;

  constructor(
    private readonly backend: QueueBackend,
    private readonly name: QueueName,
    private readonly handler: JobHandler<T>,
  ) {}

  start(): void {
    this.worker = this.backend.worker(this.name, this.handler, (error) => this.log.warn(`Queue: ${wellSaid(error)}`));
  }

  /** A consumer whose store went away may never notice: close it, by force if need be, and build another. */
  async rebuild(): Promise<void> {
    await this.stop(true);
    this.start();
  }

  /** Does not claim while its clock cannot be trusted. */
  async hold(held: boolean): Promise<void> {
    if (held) await this.worker?.pause(true);
    else void this.worker?.resume();
  }

  /** Finishes what is in hand, then ends. */
  async stop(force = false): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    if (worker === undefined) return;
    try {
      await withDeadline(worker.close(force), CLOSE_MS, 'Closing the consumer');
    } catch (error) {
      this.log.warn(wellSaid(error));
    }
  }
}
