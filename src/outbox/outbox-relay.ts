/** Posts announcements: leases open rows by the database's clock and puts their numbers on the queue, a batch a job. */
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Batch } from '../events/envelope';
import { pause, withDeadline } from '../kernel/deadline';
import { HintListener } from '../kernel/hint-listener';
import { laterOnDisk } from '../kernel/later-on-disk';
import { newId } from '../kernel/id';
import { wellSaid } from '../kernel/well-said';
import type { JobQueue } from '../queue/healing-queue';
import { ENQUEUE_DEADLINE_MS, jobRules } from '../queue/queues';
import { OUTBOX_CHANNEL } from './outbox-hint';
import { prepared } from '../kernel/prepared';

const BATCH = 200;
/** Rows that may be under way at once; beyond it the relay waits for the platform. */
const UNDER_WAY = 4_000;
/** While a batch is under way others gather behind it, unless they are many or have waited so long. */
const GATHERED = 100;
const PATIENCE_MS = 50;
const IDLE_MS = { least: 15, most: 250 };
const FAILED_MS = 1_000;

const open = 'projected_at is null and parked_at is null';
const free = '(leased_until is null or leased_until <= now())';

/** Nothing is locked that is not handed out: rows that wait are only looked at. */
const lease = prepared(
  'clock.lease',
  `
  with under_way as (
    select count(*) as n from (select 1 from outbox_message where ${open} and leased_until > now() limit ${UNDER_WAY}) as u
  ), waiting as (
    select count(*)::int as n, min(occurred_at) as since
    from (select occurred_at from outbox_message where ${open} and ${free} order by seq limit ${GATHERED}) as w
  ), ready as (
    select case when u.n = 0 or w.n >= ${GATHERED} or w.since < now() - interval '${PATIENCE_MS} milliseconds'
      then least(${BATCH}, greatest(0, ${UNDER_WAY} - u.n)) else 0 end as n
    from under_way u, waiting w
  ), chosen as (
    select seq from outbox_message where ${open} and ${free} order by seq limit (select n from ready) for update skip locked
  ), leased as (
    update outbox_message m set leased_until = now() + interval '10 seconds' from chosen where m.seq = chosen.seq returning m.seq
  )
  select (select n from waiting) as waiting, coalesce((select array_agg(seq order by seq) from leased), '{}') as seqs,
    ${laterOnDisk} as later`,
);

export class OutboxRelay {
  private readonly log = new Logger('OutboxRelay');
  private readonly stopping = new AbortController();
  private readonly hints: HintListener;
  private running: Promise<void> = Promise.resolve();
  private idle = IDLE_MS.least;
  private woken = new AbortController();

  /** `url` is the database, where it is told that something was announced. */
  constructor(
    private readonly database: DataSource,
    private readonly queue: JobQueue<Batch>,
    url: string,
  ) {
    this.hints = new HintListener(url, OUTBOX_CHANNEL, () => this.wake());
  }

  start(): void {
    this.running = this.run();
  }

  /** Something was announced, or a batch has landed: there is something to do at once. */
  wake(): void {
    this.woken.abort();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    await this.hints.end();
  }

  /** One turn; returns how many milliseconds to sleep. */
  async turn(): Promise<number> {
    const [{ waiting, seqs }]: [{ waiting: number; seqs: number[] }] = await this.database.query(lease);
    if (waiting === 0) return (this.idle = Math.min(this.idle * 2, IDLE_MS.most));
    if (seqs.length === 0) return IDLE_MS.least;
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
    return seqs.length === BATCH ? 0 : IDLE_MS.least;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      // what is told from here on is heard by the pause below
      this.woken = new AbortController();
      let sleep: number;
      let until = this.woken.signal;
      try {
        await this.hear();
        sleep = await this.turn();
      } catch (error) {
        this.log.warn(`Announcements wait: ${wellSaid(error)}`);
        sleep = FAILED_MS;
        // a hint is no reason to try again what has just failed
        until = signal;
      }
      if (sleep > 0 && !signal.aborted) await pause(sleep, until);
    }
  }

  /** Without hints it looks by itself, as often as before. */
  private async hear(): Promise<void> {
    try {
      await this.hints.listen();
    } catch (error) {
      this.log.warn(`No hints of announcements: ${wellSaid(error)}`);
    }
  }
}
