/** The metrics of a process (监控指标), as Prometheus reads them. Never fails because something it looks at is away. */
import { statfs } from 'node:fs/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config';
import { poolOf } from '../database/watched-pool';
import { withDeadline } from '../kernel/deadline';
import { wellSaid } from '../kernel/well-said';
import { type Figures, type SlowFigures, readFigures, readSlowFigures } from './figures.reader';
import { gauges } from './gauges';
import { OnceInAWhile } from './once-in-a-while';
import { watchPool } from './pool-metrics';

/** Counts of a queue by what its jobs do. */
export type QueueCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const DEADLINE_MS = 3_000;
const FRESH_MS = 3_000;
const SLOW_MS = 60_000;

/** Of Node itself: its observers are made once, however many houses stand in a process. */
let ofProcess: Registry | undefined;

@Injectable()
export class MetricsService {
  readonly registry = new Registry();
  private readonly log = new Logger('Metrics');
  private readonly figures: OnceInAWhile<Figures>;
  private readonly slow: OnceInAWhile<SlowFigures>;
  private readonly shown = new Map<string, Gauge>();
  private readonly paused: Gauge<'reason'>;
  private readonly jobs: Gauge<'queue' | 'state'>;
  private readonly up: Gauge<'part'>;
  private readonly disk: Gauge<'kind'>;

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.figures = new OnceInAWhile(() => this.inTime(readFigures(database)), FRESH_MS);
    this.slow = new OnceInAWhile(() => this.inTime(readSlowFigures(database)), SLOW_MS);
    this.up = this.gauge('sanji_up', 'Whether a part answered in time: 1, or 0 when it did not.', ['part']);
    for (const { name, help } of gauges) this.shown.set(name, this.gauge(name, help, []));
    this.paused = this.gauge('sanji_webhook_paused', 'Endpoints that rest, by why.', ['reason']);
    this.jobs = this.gauge('sanji_queue_jobs', 'Jobs on the queue; only a worker counts them.', ['queue', 'state']);
    this.disk = this.gauge('sanji_disk_bytes', 'The disk of DATA_DIR: what is free, and all of it.', ['kind']);
    watchPool(poolOf(database), this.registry);
    if (ofProcess === undefined) collectDefaultMetrics({ register: (ofProcess = new Registry()) });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** `queues`: only where this process runs the worker half. */
  async read(queues?: () => Promise<QueueCounts>): Promise<string> {
    await Promise.all([
      this.part('database', () => this.readDatabase(), [this.paused], [...this.shown.values()]),
      this.part('disk', () => this.readDisk(), [this.disk]),
      ...(queues === undefined ? [] : [this.part('queue', () => this.readQueues(queues), [this.jobs])]),
    ]);
    return (await this.registry.metrics()) + ((await ofProcess?.metrics()) ?? '');
  }

  private async readDatabase(): Promise<void> {
    const [quick, slow] = await Promise.all([this.figures.get(), this.slow.get()]);
    for (const { name, of } of gauges) {
      const value = of({ ...quick, ...slow });
      const gauge = this.shown.get(name);
      if (value === null) gauge?.remove();
      else gauge?.set(value);
    }
    for (const reason of ['hand', 'gone', 'failing']) this.paused.set({ reason }, quick.webhookPaused[reason] ?? 0);
  }

  private async readDisk(): Promise<void> {
    const { bavail, blocks, bsize } = await statfs(this.config.dataDir);
    this.disk.set({ kind: 'free' }, bavail * bsize);
    this.disk.set({ kind: 'all' }, blocks * bsize);
  }

  private async readQueues(ask: () => Promise<QueueCounts>): Promise<void> {
    for (const [queue, counts] of Object.entries(await this.inTime(ask())))
      for (const [state, n] of Object.entries(counts)) this.jobs.set({ queue, state }, n);
  }

  /** What cannot be read is left out, and its absence said: an old figure would pass for a new one. */
  private async part(
    part: string,
    read: () => Promise<void>,
    labelled: readonly Gauge[],
    single: readonly Gauge[] = [],
  ): Promise<void> {
    try {
      await read();
      this.up.set({ part }, 1);
    } catch (error) {
      this.up.set({ part }, 0);
      for (const each of labelled) each.reset();
      // here `reset` would put a zero in the place of the figure
      for (const each of single) each.remove();
      this.log.warn(`Metrics of the ${part} are left out: ${wellSaid(error)}`);
    }
  }

  private inTime<T>(work: Promise<T>): Promise<T> {
    return withDeadline(work, DEADLINE_MS, 'Reading the metrics');
  }

  private gauge<L extends string>(name: string, help: string, labelNames: readonly L[]): Gauge<L> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
