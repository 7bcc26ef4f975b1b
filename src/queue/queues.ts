/** The queues and their rules. The queue's state is never evidence: the outbox row is. */
import type { JobsOptions, WorkerOptions } from 'bullmq';

/** platform: batches of announcements on their way to the boards. assessment: long work (考核计算、表格导入). */
export type QueueName = 'platform' | 'assessment';

export const jobRules: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: { count: 1000, age: 7 * 24 * 3600 },
};

export const workerRules: Pick<
  WorkerOptions,
  'concurrency' | 'maxStalledCount' | 'lockDuration' | 'stalledInterval' | 'runRetryDelay'
> = {
  concurrency: 2,
  maxStalledCount: 20,
  lockDuration: 15_000,
  stalledInterval: 5_000,
  runRetryDelay: 1_000,
};

/** Every enqueue has a deadline: an add to a closing queue never settles. */
export const ENQUEUE_DEADLINE_MS = 5_000;

/** A probe goes all the way through the queue so often. */
export const CANARY_MS = 15_000;
/** Three probes that did not come back: nothing moves on the way from the outbox to the platform. */
export const MISSED_MS = 3 * CANARY_MS;
