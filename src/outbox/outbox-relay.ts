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

/** A batch that is handed out is one row, and goes with it: no row of the log is written for it. One that nobody ends is free again. */
const LEASE = `interval '10 seconds'`;
const open = 'projected_at is null and parked_at is null';
const free = `(leased_until is null or leased_until <= now()) and seq not in (select seq from under_way)`;

/**
 * A lease that is over and still locked is being ended by a batch that took long: its rows are not free. Of two relays that choose the same
 * rows at once one gets nothing; where they overlap by less, the platform closes each row once.
 */
const lease = prepared(
  'clock.lease',
  `
  with ended as (
    delete from outbox_lease where id in (select id from outbox_lease where until <= now() for update skip locked) returning id
  ), under_way as materialized (
    select unnest(seqs) as seq from outbox_lease where id not in (select id from ended)
  ), waiting as (
    select count(*)::int as n, min(occurred_at) as since
    from (select occurred_at from outbox_message where ${open} and ${free} order by seq limit ${GATHERED}) as w
  ), ready as (
    select case when u.n = 0 or w.n >= ${GATHERED} or w.since < now() - interval '${PATIENCE_MS} milliseconds'
      then least(${BATCH}, greatest(0, ${UNDER_WAY} - u.n)) else 0 end as n
    from (select count(*) as n from under_way) u, waiting w
  ), chosen as (
    select seq from outbox_message where ${open} and ${free} order by seq limit (select n from ready)
  ), leased as (
    insert into outbox_lease (id, first, seqs, until)
    select $1, min(seq), array_agg(seq order by seq), now() + ${LEASE} from chosen having count(*) > 0
    on conflict (first) do nothing returning seqs
  )
  select (select n from waiting) as waiting, coalesce((select seqs from leased), '{}') as seqs, ${laterOnDisk} as later`,
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
    const id = newId();
    const [{ waiting, seqs }]: [{ waiting: number; seqs: number[] }] = await this.database.query(lease, [id]);
    if (waiting === 0) return (this.idle = Math.min(this.idle * 2, IDLE_MS.most));
    if (seqs.length === 0) return IDLE_MS.least;
    try {
      const added = this.queue.add('batch', { seqs, lease: id }, { ...jobRules, jobId: id });
      await withDeadline(added, ENQUEUE_DEADLINE_MS, 'Enqueueing');
    } catch (error) {
      await this.database.query('delete from outbox_lease where id = $1', [id]);
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
