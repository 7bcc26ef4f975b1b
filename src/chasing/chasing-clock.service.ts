/** The clock of the chasing (催办时钟): sends every district's reminders round, once an hour from eight to eight. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service';
import { isWorkingDay } from '../calendar/working-days';
import { CONFIG, type Config } from '../config';
import { addDays } from '../kernel/clock';
import { wellSaid } from '../kernel/well-said';
import { Deeds } from '../outbox/deeds';
import { PAST_DAYS } from './chased';
import type { LadderKind } from './ladder';
import { currentLadders } from './ladder.service';
import { sendOut, type Written } from './outward';
import { roundSettings, roundSql } from './round-sql';
import { reachedOn } from './rungs';
import { sweep } from './sweep';
import { DAY_BEGINS, DAY_ENDS } from '../calendar/telling-hours';

/** Districts that are looked up at a time. */
const MOST = 500;
/** So many districts at the same time. */
const LANES = 2;
/** Days on either side of today within which calendars and ladders are looked at. */
const AROUND = 150;

const hourSql = `extract(hour from app_now() at time zone 'Asia/Shanghai')::int`;

const dueSql = `
  select u.id from trade_union u left join chasing_round r on r.district_id = u.id
  where u.tier = 'district' and ${hourSql} between ${DAY_BEGINS} and ${DAY_ENDS - 1}
    and (r.day is null or (r.day, r.hour) < (app_today(), ${hourSql})) and u.id <> all($1::uuid[])
  order by r.day nulls first, r.hour, u.id limit ${MOST}`;

/** Whoever gets the row first goes round; the others find it locked, or the round done. */
const beginSql = `insert into chasing_round (district_id, day, hour) values ($1, app_today() - 1, 0) on conflict do nothing`;
const takeSql = `
  select app_today() as today, ${hourSql} as hour,
    case when day = app_today() then hour + 1 else ${DAY_BEGINS} end as "from"
  from chasing_round where district_id = $1 and (day, hour) < (app_today(), ${hourSql})
    and ${hourSql} between ${DAY_BEGINS} and ${DAY_ENDS - 1}
  for update skip locked`;

interface Round {
  readonly today: string;
  readonly from: number;
  readonly hour: number;
}

@Injectable()
export class ChasingClock {
  private readonly log = new Logger('Chasing');

  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Goes on until every district has had its round, or `goOn` says to stop. Safe with any number of workers. Answers how many messages
   * were written. A district that fails leaves the others alone and has its turn again at the next tick.
   */
  async tick(goOn: () => boolean = () => true): Promise<number> {
    const failed: string[] = [];
    for (let total = 0; ;) {
      const districts: { id: string }[] = await this.deeds.transaction((tx) => tx.query(dueSql, [failed]));
      const lanes = Array.from({ length: LANES }, (_, lane) => districts.filter((__, no) => no % LANES === lane));
      const written = await Promise.all(lanes.map((lane) => this.lane(lane, failed, goOn)));
      total += written.reduce((sum, each) => sum + each, 0);
      if (districts.length < MOST || !goOn()) return total;
    }
  }

  /** One district after the other; those that could not go round are added to `failed`. */
  private async lane(districts: readonly { id: string }[], failed: string[], goOn: () => boolean): Promise<number> {
    let written = 0;
    for (const { id } of districts) {
      if (!goOn()) break;
      try {
        written += await this.deeds.transaction((tx) => this.round(tx, id));
      } catch (error) {
        failed.push(id);
        this.log.error(`The reminders of district ${id} could not go round: ${wellSaid(error)}`);
      }
    }
    return written;
  }

  private async round(tx: EntityManager, districtId: string): Promise<number> {
    await tx.query(beginSql, [districtId]);
    const [round]: Round[] = await tx.query(takeSql, [districtId]);
    if (round === undefined) return 0;
    const { today, from, hour } = round;
    const overrides = await this.calendar.overrides(tx, districtId, addDays(today, -AROUND), addDays(today, AROUND));
    const ladders = await currentLadders(tx, districtId);
    const reached = (['task', 'review'] as const).flatMap((kind: LadderKind) =>
      reachedOn(ladders[kind].steps, today, overrides).map((step) => ({ kind, ...step })),
    );
    const anchors = reached.map(({ anchor }) => anchor).toSorted();
    const working = isWorkingDay(today, overrides);
    await tx.query(roundSettings);
    const written: Written[] = await tx.query(roundSql, [
      districtId,
      today,
      JSON.stringify(reached),
      from,
      hour,
      working,
      working ? addDays(today, -PAST_DAYS) : today,
      anchors.at(-1) ?? today,
      anchors[0] ?? today,
    ]);
    await sendOut(tx, { districtId, today, address: this.config.publicUrl }, written);
    await tx.query('update chasing_round set day = $2, hour = $3 where district_id = $1', [districtId, today, hour]);
    if (from === DAY_BEGINS) await sweep(tx, districtId);
    return written.length;
  }
}
