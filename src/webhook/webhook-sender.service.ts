/**
 * Delivers what waits (推送). The row is the truth: endpoints are leased one delivery at a time, so that a receiver hears in
 * order and one that hangs holds up nobody else. A process that dies between the answer and the mark sends once more, with
 * the same webhook-id, by which a receiver knows it again.
 */
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { type KeyRing, ringOf } from '../dispatch/key-ring';
import { pause } from '../kernel/deadline';
import { wellSaid } from '../kernel/well-said';
import { type Claimed, claimDue } from './claim';
import { type World, deliver } from './deliver';
import { forget } from './forgetting';
import { numberFresh } from './numbering';
import { dnsNames, post } from './post.http';
import { settle } from './settle';

export const SECRETS = 'webhook secrets';

/** Deliveries that are under way at once, each to another endpoint. */
const UNDER_WAY = 24;
const IDLE_MS = 500;
const BUSY_MS = 15;
const FAILED_MS = 2_000;

export const world: World = { names: dnsNames, post };

export class WebhookSender {
  private readonly log = new Logger('WebhookSender');
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<void>>();
  private running: Promise<void> = Promise.resolve();
  private nap = new AbortController();
  private ring: KeyRing | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly outside: World = world,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** What is under way is finished and marked; nothing new is begun. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    await Promise.all(this.underWay);
  }

  /** Something may wait: looks at once instead of when it would have looked. */
  wake(): void {
    this.nap.abort();
  }

  /** One turn; returns how many milliseconds to sleep. */
  async turn(): Promise<number> {
    const numbered = await numberFresh(this.database, this.config.publicUrl);
    const most = UNDER_WAY - this.underWay.size;
    const claimed = most === 0 ? [] : await claimDue(this.database, most);
    for (const each of claimed) {
      const work: Promise<void> = this.send(each).finally(() => {
        this.underWay.delete(work);
        this.wake();
      });
      this.underWay.add(work);
    }
    return numbered > 0 || claimed.length > 0 ? BUSY_MS : IDLE_MS;
  }

  /** What is thirty days old is forgotten, some at a time. */
  async sweep(): Promise<void> {
    await forget(this.database);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      let sleep: number;
      this.nap = new AbortController();
      try {
        sleep = await this.turn();
      } catch (error) {
        this.log.warn(`Webhooks wait: ${wellSaid(error)}`);
        sleep = FAILED_MS;
      }
      if (!this.stopping.signal.aborted) await pause(sleep, this.nap.signal);
    }
  }

  private async send(claimed: Claimed): Promise<void> {
    try {
      this.ring ??= ringOf(this.config, SECRETS);
      const tried = await deliver(claimed, this.ring, this.outside);
      const { database, config } = this;
      const paused = await settle({ database, publicUrl: config.publicUrl, chance: Math.random() }, claimed, tried);
      this.log.log({ ...idsOf(claimed), status: tried.status, msg: 'webhook tried' });
      if (paused !== null)
        this.log.warn({
          ...idsOf(claimed),
          msg: `Webhook endpoint ${claimed.endpointId} is paused (${paused}): ${tried.error}`,
        });
    } catch (error) {
      // its lease runs out, and it is tried again
      this.log.warn({ ...idsOf(claimed), msg: `Delivery ${claimed.id} waits: ${wellSaid(error)}` });
    }
  }
}

/** By which a line in the log is found again. */
function idsOf({ id, eventId, endpointId, requestId, tries }: Claimed): object {
  return { requestId, deliveryId: id, eventId, endpointId, tries };
}
