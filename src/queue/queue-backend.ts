/** Where the queue's jobs lie: Redis or PostgreSQL. QUEUE_URL decides; nobody else knows. */
import { Queue, Worker, createPostgresBackend, runMigrations, type Job, type PostgresConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { withDeadline } from '../kernel/deadline';
import { HealingQueue, type JobQueue } from './healing-queue';
import { type QueueName, workerRules } from './queues';

/** The queue's own schema in PostgreSQL. */
const SCHEMA = 'bullmq';

export type JobHandler<T> = (job: T) => Promise<void>;
type Report = (error: Error) => void;

export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  /** Refuses a store that may lose or evict jobs; creates the queue's tables. Answers with warnings for the log. */
  prepare(): Promise<string[]>;
  queue<T>(name: QueueName, report: Report): JobQueue<T>;
  worker<T>(name: QueueName, handler: JobHandler<T>, report: Report): Worker<T>;
}

export function queueBackend(queueUrl: string | undefined, databaseUrl: string, prefix = 'sanji'): QueueBackend {
  return queueUrl !== undefined && /^rediss?:/.test(queueUrl)
    ? new RedisBackend(queueUrl, prefix)
    : new PostgresBackend(queueUrl ?? databaseUrl);
}

const work =
  <T>(handler: JobHandler<T>) =>
  (job: Job<T>): Promise<void> =>
    handler(job.data);

class PostgresBackend implements QueueBackend {
  readonly kind = 'postgres';
  constructor(private readonly url: string) {}

  async prepare(): Promise<string[]> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5_000 });
    await client.connect();
    try {
      await runMigrations(client, SCHEMA);
    } finally {
      await client.end();
    }
    return [];
  }

  queue<T>(name: QueueName, report: Report): JobQueue<T> {
    const make = (): JobQueue<T> => {
      const queue = new Queue(name, { connection: this.connection(2) }, createPostgresBackend);
      queue.on('error', report);
      return queue;
    };
    return new HealingQueue<T>(make, report);
  }

  worker<T>(name: QueueName, handler: JobHandler<T>, report: Report): Worker<T> {
    const options = { connection: this.connection(4), ...workerRules };
    const worker = new Worker(name, work(handler), options, createPostgresBackend);
    worker.on('error', report);
    return worker as unknown as Worker<T>;
  }

  private connection(max: number): PostgresConnectionOptions {
    return {
      connectionString: this.url,
      schema: SCHEMA,
      max,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      statement_timeout: 10_000,
      application_name: 'sanji-queue',
      // what it loses in a crash is handed out again by the outbox
      options: '-c synchronous_commit=off',
    };
  }
}

class RedisBackend implements QueueBackend {
  readonly kind = 'redis';
  constructor(
    private readonly url: string,
    private readonly prefix: string,
  ) {}

  async prepare(): Promise<string[]> {
    const redis = new Redis(this.url, { lazyConnect: true, maxRetriesPerRequest: 1, connectTimeout: 5_000 });
    redis.on('error', () => undefined); // the failed command below carries the error
    try {
      await withDeadline(redis.connect(), 6_000, 'Connecting to Redis');
      return await this.inspect(redis);
    } finally {
      redis.disconnect();
    }
  }

  queue<T>(name: QueueName, report: Report): JobQueue<T> {
    const connection = { url: this.url, maxRetriesPerRequest: 1, enableOfflineQueue: true };
    const queue = new Queue(name, { connection, prefix: this.prefix });
    queue.on('error', report);
    return queue;
  }

  worker<T>(name: QueueName, handler: JobHandler<T>, report: Report): Worker<T> {
    const connection = { url: this.url, maxRetriesPerRequest: null };
    const worker = new Worker<T>(name, work(handler), {
      connection,
      prefix: this.prefix,
      ...workerRules,
    });
    worker.on('error', report);
    return worker;
  }

  private async inspect(redis: Redis): Promise<string[]> {
    const info = await redis.info();
    const read = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
    const [major = 0, minor = 0] = read('redis_version').split('.').map(Number);
    if (major < 6 || (major === 6 && minor < 2)) {
      throw new Error(`QUEUE_URL points to Redis ${read('redis_version')}; it must be 6.2 or later.`);
    }
    if (read('maxmemory_policy') !== 'noeviction') {
      throw new Error(
        `QUEUE_URL points to a Redis whose maxmemory-policy is "${read('maxmemory_policy')}"; it must be "noeviction", ` +
          'or jobs would vanish when its memory is full.',
      );
    }
    return read('aof_enabled') === '1'
      ? []
      : ['Redis runs without an append-only file: after a crash, work is handed out again from the database.'];
  }
}
