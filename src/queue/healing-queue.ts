/** A queue that is built anew after a failure: one whose first connection failed would refuse for good, though its store is back. */
import type { JobsOptions } from 'bullmq';

/** What a job may do but be finished. */
export const JOB_STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

/** A queue whose jobs carry `T`: ids only. */
export interface JobQueue<T> {
  add(name: string, job: T, rules: JobsOptions): Promise<unknown>;
  /** How many jobs are in each of these states. */
  getJobCounts(...states: (typeof JOB_STATES)[number][]): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export class HealingQueue<T> implements JobQueue<T> {
  private queue: JobQueue<T>;

  constructor(
    private readonly make: () => JobQueue<T>,
    private readonly report: (error: Error) => void,
  ) {
    this.queue = make();
  }

  async add(name: string, job: T, rules: JobsOptions): Promise<unknown> {
    const { queue } = this;
    try {
      return await queue.add(name, job, rules);
    } catch (error) {
      this.renew(queue);
      throw error;
    }
  }

  async getJobCounts(...states: (typeof JOB_STATES)[number][]): Promise<Record<string, number>> {
    const { queue } = this;
    try {
      return await queue.getJobCounts(...states);
    } catch (error) {
      this.renew(queue);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.queue.close();
  }

  /** Once for all calls that failed together. */
  private renew(failed: JobQueue<T>): void {
    if (this.queue !== failed) return;
    this.queue = this.make();
    failed.close().catch(this.report);
  }
}
