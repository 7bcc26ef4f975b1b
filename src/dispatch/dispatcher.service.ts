/**
 * Sends what waits to go out (外发). The row is the truth: it is leased, tried, and marked at once when the other side has
 * answered. A process that dies between the two leaves a row that is sent again: at least once, as far as anybody can;
 * mail keeps its Message-ID, by which mail systems know it again.
 */
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { pause } from '../kernel/deadline';
import { wellSaid } from '../kernel/well-said';
import type { Channel } from './channel';
import { type Leased, leaseDue, putBack, settleTry, withdraw } from './dispatch-lease';
import { MailSender } from './mail-sender';
import { takeTurn } from './pace';
import { isOwnPlace } from './robot-address';
import { callRobot } from './robot.http';
import { type RobotAccess, callOf, verdictOf } from './robot-protocols';
import { type Sealings, sealingsOf } from './sealing';
import type { Verdict } from './verdict';

/** Messages that are under way at once. */
const UNDER_WAY = 6;
const IDLE_MS = 500;
const BUSY_MS = 20;
const FAILED_MS = 2_000;

export class Dispatcher {
  private readonly log = new Logger('Dispatcher');
  private readonly stopping = new AbortController();
  private readonly mail: MailSender | null;
  private readonly channels: readonly Channel[];
  private readonly underWay = new Set<Promise<void>>();
  private running: Promise<void> = Promise.resolve();
  private sealing: Sealings | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {
    this.mail = config.mail === undefined ? null : new MailSender(config.mail);
    this.channels = this.mail === null ? ['robot'] : ['email', 'robot'];
  }

  start(): void {
    this.running = this.run();
  }

  /** What is under way is finished and marked; nothing new is begun. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await Promise.all(this.underWay);
    this.mail?.close();
  }

  /** One turn; returns how many milliseconds to sleep. */
  async turn(): Promise<number> {
    const most = UNDER_WAY - this.underWay.size;
    const rows = most === 0 ? [] : await leaseDue(this.database, most, this.channels);
    for (const row of rows) {
      const work: Promise<void> = this.deliver(row).finally(() => this.underWay.delete(work));
      this.underWay.add(work);
    }
    return rows.length > 0 ? BUSY_MS : IDLE_MS;
  }

  /** Messages older than the audit trail must be are forgotten, some at a time. */
  async sweep(): Promise<void> {
    await this.database.query(
      `delete from dispatch where (district_id, id) in (
         select district_id, id from dispatch where created_at < now() - interval '400 days' order by created_at limit 5000)`,
    );
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    let said = false;
    while (!signal.aborted) {
      let sleep: number;
      try {
        if (!said) await this.sayWhatIsSetUp();
        said = true;
        sleep = await this.turn();
      } catch (error) {
        this.log.warn(`Messages wait: ${wellSaid(error)}`);
        sleep = FAILED_MS;
      }
      await pause(sleep, signal);
    }
  }

  /** Others hand mail over only where somebody sends it. */
  private async sayWhatIsSetUp(): Promise<void> {
    await this.database.query(
      `insert into outward_channel (channel, set_up) values ('email', $1)
       on conflict (channel) do update set set_up = excluded.set_up, said_at = now()`,
      [this.mail !== null],
    );
  }

  private async deliver(row: Leased): Promise<void> {
    try {
      if (!row.wanted) return await withdraw(this.database, row);
      if (!(await takeTurn(this.database, row, this.config.mail?.perMinute ?? 0)))
        return await putBack(this.database, row, 1);
      const verdict = await this.send(row);
      if (await settleTry(this.database, row, verdict))
        this.log.warn(`Message ${row.id} is given up after ${row.attempts} tries: ${wellSaid(verdict.answer)}`);
    } catch (error) {
      // its lease runs out, and it is tried again
      this.log.warn(`Message ${row.id} waits: ${wellSaid(error)}`);
    }
  }

  private async send(row: Leased): Promise<Verdict> {
    try {
      if (row.channel === 'email')
        return (await this.mail?.send(row)) ?? { kind: 'failed', answer: 'mail is not set up' };
      return await this.tell(row);
    } catch (error) {
      return { kind: 'failed', answer: wellSaid(error) };
    }
  }

  private async tell(row: Leased): Promise<Verdict> {
    if (row.kind === null || row.sealed === null) return { kind: 'failed', answer: 'the robot is gone' };
    this.sealing ??= sealingsOf(this.config);
    const access = JSON.parse(this.sealing.open(row.sealed, row.robotId ?? '')) as RobotAccess;
    const call = callOf(row.kind, access, row, new Date());
    const answer = await callRobot(call, isOwnPlace(access.address, this.config.robotOrigins));
    return verdictOf(row.kind, answer.status, answer.body);
  }
}
