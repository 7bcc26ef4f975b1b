/** The queue half of a process: relay, consumer, canary, clocks; stopped in the reverse order. */
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CourseClock } from './assessment/course/course-clock.service';
import { AppealClock } from './assessment/appeal/appeal-clock.service';
import { tellEndingKeys } from './chasing/ending-keys';
import { ChasingClock } from './chasing/chasing-clock.service';
import { SupervisionClock } from './supervision/supervision-clock.service';
import { CONFIG, type Config } from './config';
import type { Batch } from './events/envelope';
import { Dispatcher } from './dispatch/dispatcher.service';
import { resealSecrets } from './dispatch/secret-reseal';
import { forgetNews, tellNews } from './dispatch/robot-news';
import { Deeds } from './outbox/deeds';
import { pause, withDeadline } from './kernel/deadline';
import { FormClock } from './form/form-clock.service';
import { newId } from './kernel/id';
import { wellSaid } from './kernel/well-said';
import { IndicatorClock } from './indicator/value/indicator-clock.service';
import { ResealClock } from './ledger/personal/reseal-clock.service';
import { LightClock } from './light/light-clock.service';
import { sealAudit } from './outbox/seal-audit';
import type { QueueCounts } from './observability/metrics.service';
import { OutboxRelay } from './outbox/outbox-relay';
import { PlatformProcessor } from './platform/platform.processor';
import { checkHandlers } from './platform/projections';
import { Consumer } from './queue/consumer';
import { JOB_STATES, type JobQueue } from './queue/healing-queue';
import { queueBackend } from './queue/queue-backend';
import { CANARY_MS, MISSED_MS } from './queue/queues';
import { sealedTables } from './sealed-tables';
import { Soon } from './soon';
import { RunWorker } from './run-worker';
import { takersOf } from './takers';
import { EvidenceStore } from './work/evidence-store.service';
import { tellOthers } from './group-news';
import { WebhookSender } from './webhook/webhook-sender.service';

const CLOCK_MS = 60_000;
const LIGHTS_MS = 1_000;
const INDICATORS_MS = 1_000;
const SEAL_MS = 1_000;
const RUNS_MS = 1_000;
const SKEW_MS = 2_000;
const NEWS_MS = 2_000;
const SECRETS_AT_ONCE = 200;
const NOBODY = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class WorkerHalf implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Worker');
  private readonly stopping = new AbortController();
  private readonly consumer: Consumer<Batch>;
  private readonly queue: JobQueue<Batch>;
  private readonly relay: OutboxRelay;
  private readonly runs: RunWorker;
  private readonly dispatcher: Dispatcher;
  private readonly webhooks: WebhookSender;
  private readonly lights = new Soon(() => this.lightClock.tick(() => !this.stopping.signal.aborted));
  private readonly indicators = new Soon(() => this.indicatorClock.tick(() => !this.stopping.signal.aborted));
  private loops: Promise<void>[] = [];
  private startedAt = Date.now();

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CourseClock) private readonly courses: CourseClock,
    @Inject(AppealClock) private readonly appeals: AppealClock,
    @Inject(ChasingClock) private readonly chasing: ChasingClock,
    @Inject(SupervisionClock) private readonly supervision: SupervisionClock,
    @Inject(FormClock) private readonly forms: FormClock,
    @Inject(LightClock) private readonly lightClock: LightClock,
    @Inject(IndicatorClock) private readonly indicatorClock: IndicatorClock,
    @Inject(ResealClock) private readonly seals: ResealClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const backend = queueBackend(config.queueUrl, config.databaseUrl ?? '', config.queuePrefix);
    const processor = new PlatformProcessor(database, tellOthers);
    this.consumer = new Consumer(backend, 'platform', async (batch) => {
      await processor.process(batch);
      this.relay.wake();
      this.lights.soon();
      this.indicators.soon();
      this.webhooks.wake();
    });
    this.queue = backend.queue('platform', (error) => this.log.warn(`Queue: ${wellSaid(error)}`));
    this.relay = new OutboxRelay(database, this.queue, config.databaseUrl ?? '');
    this.runs = new RunWorker(database, deeds, backend, new EvidenceStore(config), takersOf(config));
    this.dispatcher = new Dispatcher(database, config);
    this.webhooks = new WebhookSender(database, config);
  }

  async onApplicationBootstrap(): Promise<void> {
    checkHandlers();
    this.startedAt = Date.now();
    const trusted = (await this.skew()) <= SKEW_MS;
    this.consumer.start();
    this.runs.start();
    if (!trusted) await this.hold(true);
    this.relay.start();
    this.dispatcher.start();
    this.webhooks.start();
    this.loops = [
      this.repeat(CANARY_MS, () => this.canary()),
      this.repeat(CLOCK_MS, () => this.minute()),
      this.repeat(CLOCK_MS, () => this.clocks()),
      this.repeat(LIGHTS_MS, () => this.lights.now()),
      this.repeat(INDICATORS_MS, () => this.indicators.now()),
      this.repeat(CLOCK_MS, () => this.sealAnew()),
      this.repeat(SEAL_MS, () => sealAudit(this.database)),
      this.repeat(RUNS_MS, () => this.runs.handOut()),
      this.repeat(NEWS_MS, () => this.deeds.transaction(async (tx) => void (await tellNews(tx)))),
    ];
  }

  /** HTTP is closed by now: relay, consumer, queue; the pool comes after. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all([...this.loops, this.relay.stop(), this.dispatcher.stop(), this.webhooks.stop()]);
    await Promise.all([this.lights.stop(), this.indicators.stop()]);
    await Promise.all([this.consumer.stop(), this.runs.stop()]);
    await withDeadline(this.queue.close(), 5_000, 'Closing the queue').catch((error: unknown) =>
      this.log.warn(wellSaid(error)),
    );
  }

  /** Ready when a canary came through lately: says so as milliseconds of silence, or null while starting. */
  async silence(): Promise<number | null> {
    const [row]: { silence: number | null }[] = await this.database.query(
      `select extract(epoch from now() - seen_at)::float8 * 1000 as silence from live.canary where id = 1`,
    );
    const { silence = null } = row ?? {};
    const starting = Date.now() - this.startedAt < MISSED_MS;
    return silence === null || silence > MISSED_MS ? (starting ? null : (silence ?? Infinity)) : silence;
  }

  async isReady(): Promise<boolean> {
    const silence = await this.silence();
    return silence !== null && silence <= MISSED_MS;
  }

  /** What lies on the queues. Never evidence, the rows are: for the metrics only. */
  async queueCounts(): Promise<QueueCounts> {
    const [platform, assessment] = await Promise.all([this.queue.getJobCounts(...JOB_STATES), this.runs.jobCounts()]);
    return { platform, assessment };
  }

  private async canary(): Promise<void> {
    const silence = await this.silence();
    if (silence !== null && silence > MISSED_MS) {
      this.log.error('Nothing comes through from the outbox to the platform: building the consumer anew.');
      await Promise.all([this.consumer.rebuild(), this.runs.rebuild()]);
    }
    await this.database.query(
      `with swept as (
         delete from outbox_message where name = 'system.canary' and (projected_at is not null or occurred_at < now() - interval '1 hour')),
       sent as (update live.canary set sent_at = now() where id = 1)
       insert into outbox_message (district_id, id, name, union_id, path, body, occurred_at)
       values ($1, $2, 'system.canary', $1, '', '{}', now())`,
      [NOBODY, newId()],
    );
  }

  /** Once a minute: the clock against the database's, and what has outlived its use. */
  private async minute(): Promise<void> {
    const skew = await this.skew();
    if (skew > SKEW_MS)
      this.log.error(
        `This machine's clock is ${Math.round(skew)} ms off the database's: it takes no work until it is set.`,
      );
    await this.hold(skew > SKEW_MS);
    await this.deeds.transaction(async (tx) => {
      await tx.query(`delete from remembered_answer where created_at < now() - interval '7 days'`);
      await tx.query(`delete from session where expires_at < now() or seen_at < now() - interval '30 minutes'`);
      await tx.query(`delete from sign_in_failure where expire < extract(epoch from now()) * 1000`);
      await tx.query(`delete from live.change where changed_at < now() - interval '1 day'`);
      await forgetNews(tx);
    });
    await this.dispatcher.sweep();
    await this.webhooks.sweep();
  }

  /** Once a minute: what moves on because its day has come. */
  private async clocks(): Promise<void> {
    await this.courses.tick();
    await this.appeals.tick();
    await this.chasing.tick(() => !this.stopping.signal.aborted);
    await this.supervision.tick();
    await this.forms.tick();
    await this.deeds.transaction((tx) => tellEndingKeys(tx, this.config.publicUrl));
  }

  /** What older keys still hold: personal data, then the secrets of robots and endpoints. */
  private async sealAnew(): Promise<void> {
    await this.seals.tick(() => !this.stopping.signal.aborted);
    for await (const { what, unreadable } of this.secretsAnew())
      for (const id of unreadable) this.log.error(`The secret of ${what} ${id} opens with no key: it stays.`);
  }

  private secretsAnew(): ReturnType<typeof resealSecrets> {
    return resealSecrets((work) => this.deeds.transaction(work), this.config, sealedTables, SECRETS_AT_ONCE);
  }

  /** Takes no work, or takes it again. */
  private async hold(held: boolean): Promise<void> {
    await Promise.all([this.consumer.hold(held), this.runs.hold(held)]);
  }

  /** Milliseconds between this clock and the database's; locks on the queue use ours. */
  private async skew(): Promise<number> {
    const before = Date.now();
    const [{ now }]: [{ now: Date }] = await this.database.query('select clock_timestamp() as now');
    return Math.abs((before + Date.now()) / 2 - now.getTime());
  }

  private async repeat(milliseconds: number, work: () => Promise<void>): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await work();
      } catch (error) {
        this.log.warn(wellSaid(error));
      }
      await pause(milliseconds, this.stopping.signal);
    }
  }
}
