/** Posts announcements: leases open rows by the database's clock and puts their numbers on the queue, a batch a job. */
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Batch } from '../events/envelope';
import { pause, withDeadline } from '../kernel/deadline';
import { newId } from '../kernel/id';
import type { JobQueue } from '../queue/healing-queue';
import { ENQUEUE_DEADLINE_MS, jobRules } from '../queue/queues';

const BATCH = 200;
/** Rows that may be under way at once; beyond it the relay waits for the platform. */
const UNDER_WAY = 4_000;
const IDLE_MS = { least: 15, most: 250 };
const FAILED_MS = 1_000;

const lease = `
  with under_way as (
    select count(*) as n from (
      select 1 from outbox_message
      where projected_at is null and parked_at is null and leased_until > now() limit ${UNDER_WAY}) as u
  ), chosen as (
    select seq from outbox_message
    where projected_at is null and parked_at is null and (leased_until is null or leased_until <= now())
    order by seq limit (select least(${BATCH}, greatest(0, ${UNDER_WAY} - n)) from under_way)
    for update skip locked
  ), leased as (
    update outbox_message m set leased_until = now() + interval '10 seconds'
    from chosen where m.seq = chosen.seq returning m.seq
  )
  select seq from leased order by seq`;

export class OutboxRelay {
  private readonly log = new Logger('OutboxRelay');
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private idle = IDLE_MS.least;

  constructor(
    private readonly database: DataSource,
    private readonly queue: JobQueue<Batch>,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** One turn; returns how many milliseconds to sleep. */
  async turn(): Promise<number> {
    const rows: { seq: number }[] = await this.database.query(lease);
    if (rows.length === 0) return (this.idle = Math.min(this.idle * 2, IDLE_MS.most));
    const seqs = rows.map((row) => row.seq);
    try {
      await withDeadline(
        this.queue.add('batch', { seqs }, { ...jobRules, jobId: newId() }),
        ENQUEUE_DEADLINE_MS,
        'Enqueueing',
      );
    } catch (error) {
      await this.database.query(`update outbox_message set leased_until = null where seq = any($1)`, [seqs]);
      throw error;
    }
    this.idle = IDLE_MS.least;
    return rows.length === BATCH ? 0 : IDLE_MS.least;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      let sleep: number;
      try {
        sleep = await this.turn();
      } catch (error) {
        this.log.warn(`Announcements wait: ${error instanceof Error ? error.message : String(error)}`);
        sleep = FAILED_MS;
      }
      if (sleep > 0) await pause(sleep, signal);
    }
  }
}
