/** Live changes in one API process: one reader behind a hint and a poll, any number of listeners. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Subject, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { endedTokens } from '../../access/ended-tokens';
import { CONFIG, type Config } from '../../config';
import { pause } from '../../kernel/deadline';
import { HintListener } from '../../kernel/hint-listener';
import { wellSaid } from '../../kernel/well-said';
import type { Subject as About } from '../activity-feed/subject';
import { LIVE_CHANNEL } from './live.projection';

export interface LiveChange {
  xid: string;
  seq: number;
  districtId: string;
  path: string;
  name: string;
  subject: About;
  changedAt: string;
}

export interface Place {
  xid: string;
  seq: number;
}

const POLL_MS = 1_000;
const PAGE = 500;

/** A row is read only once nothing older can still commit: a sequence alone would skip late commits. */
const readOn = `
  select xid::text as xid, seq, district_id as "districtId", path::text as path, name, subject, changed_at as "changedAt"
  from live.change
  where (xid, seq) > ($1::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot()) and ($3::uuid is null or district_id = $3)
  order by live.change.xid, seq limit $4`;

@Injectable()
export class LiveHub implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('LiveHub');
  private readonly changes = new Subject<LiveChange>();
  private readonly stopping = new AbortController();
  private hint = new AbortController();
  private readonly hints: HintListener;
  private running: Promise<void> = Promise.resolve();
  private place: Place = { xid: '0', seq: 0 };
  /** Milliseconds between two readings, by how many hear them. */
  pace: () => number = () => 0;

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    this.hints = new HintListener(config.databaseUrl ?? '', LIVE_CHANNEL, () => this.hint.abort());
  }

  async onApplicationBootstrap(): Promise<void> {
    const [now]: [{ xid: string }] = await this.database.query(
      `select pg_snapshot_xmin(pg_current_snapshot())::text as xid`,
    );
    this.place = { xid: now.xid, seq: -1 };
    this.running = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.hint.abort();
    this.changes.complete();
    await this.running;
    await this.hints.end();
  }

  get stream(): Observable<LiveChange> {
    return this.changes;
  }

  get current(): Place {
    return this.place;
  }

  /** Changes after a place, for a listener that comes back; at most `limit`. */
  after(place: Place, districtId: string, limit: number): Promise<LiveChange[]> {
    return this.database.query(readOn, [place.xid, place.seq, districtId, limit]);
  }

  /** True when nothing after that place has been cleared away yet. */
  async stillThere(place: Place): Promise<boolean> {
    const [row]: [{ there: boolean }] = await this.database.query(
      `select coalesce((select min(xid) from live.change) <= $1::xid8, $1::xid8 >= $2::xid8) as there`,
      [place.xid, this.place.xid],
    );
    return row.there;
  }

  /** Which of these session tokens and keys have ended. */
  ended(tokens: readonly string[]): Promise<Set<string>> {
    return endedTokens(this.database, tokens);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.hints.listen();
        while ((await this.read()) === PAGE);
        await pause(this.pace(), this.stopping.signal);
      } catch (error) {
        this.log.warn(`Live changes wait: ${wellSaid(error)}`);
      }
      await pause(POLL_MS, this.hint.signal);
      if (!this.stopping.signal.aborted) this.hint = new AbortController();
    }
  }

  private async read(): Promise<number> {
    const rows: LiveChange[] = await this.database.query(readOn, [this.place.xid, this.place.seq, null, PAGE]);
    for (const change of rows) {
      this.place = { xid: change.xid, seq: change.seq };
      this.changes.next(change);
    }
    return rows.length;
  }
}
