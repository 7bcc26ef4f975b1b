/** Live changes in one API process: one reader behind a hint and a poll, any number of listeners. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Subject, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { endedTokens } from '../../access/ended-tokens';
import { CONFIG, type Config } from '../../config';
import { pause } from '../../kernel/deadline';
import { HintListener } from '../../kernel/hint-listener';
import { prepared } from '../../kernel/prepared';
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
/** What is told and cannot be read yet waits for older transactions: looked for again so soon, then less often. */
const HELD_MS = { least: 2, most: 128 };
const PAGE = 500;

const columns = `xid::text as xid, seq, district_id as "districtId", path::text as path, name, subject, changed_at as "changedAt"`;
const fence = 'pg_snapshot_xmin(pg_current_snapshot())';

/** A row is read only once nothing older can still commit: a sequence alone would skip late commits. */
const readOn = `
  select ${columns} from live.change
  where (xid, seq) > ($1::xid8, $2::bigint) and xid < ${fence} and ($3::uuid is null or district_id = $3)
  order by live.change.xid, seq limit $4`;

/** The same for everybody, and whether there is more behind the fence. */
const readAll = prepared(
  'clock.live',
  `select h.held, c.* from (select exists (select from live.change where xid >= ${fence}) as held) h
   left join (select ${columns} from live.change where (xid, seq) > ($1::xid8, $2::bigint) and xid < ${fence}
     order by live.change.xid, seq limit $3) c on true`,
);

/** One row at least, empty where nothing can be read. */
type Read = Omit<LiveChange, 'xid'> & { xid: string | null; held: boolean };

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
    for (let turn = 0; !this.stopping.signal.aborted;) {
      let wait = POLL_MS;
      try {
        await this.hints.listen();
        turn = (await this.readOut()) ? turn + 1 : 0;
        if (turn > 0) wait = Math.min(HELD_MS.least * 2 ** turn, HELD_MS.most);
        await pause(this.pace(), this.stopping.signal);
      } catch (error) {
        this.log.warn(`Live changes wait: ${wellSaid(error)}`);
      }
      await pause(wait, this.hint.signal);
      if (!this.stopping.signal.aborted) this.hint = new AbortController();
    }
  }

  /** Everything that may be read; answers whether more is there that may not yet. */
  private async readOut(): Promise<boolean> {
    for (;;) {
      const rows: Read[] = await this.database.query(readAll, [this.place.xid, this.place.seq, PAGE]);
      const changes = rows.filter((row): row is LiveChange & { held: boolean } => row.xid !== null);
      for (const { held: _, ...change } of changes) {
        this.place = { xid: change.xid, seq: change.seq };
        this.changes.next(change);
      }
      if (changes.length < PAGE) return rows[0]?.held === true;
    }
  }
}
