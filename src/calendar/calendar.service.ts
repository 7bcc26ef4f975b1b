/** The working calendar of a district (工作日历): which days it sets otherwise, and why. */
import { Inject, Injectable } from '@nestjs/common';
import { Between, DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Clock, addDays } from '../kernel/clock';
import { NotFound, Refused } from '../kernel/errors';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { type CalendarDayView, type CalendarView, daysOf, districtDay } from './calendar.view';
import { isYearKnown, lastKnownYear } from './official-calendar';
import { WorkingDay } from './working-day.entity';
import { type Overrides, isWorkingDay, workingDaysBetween } from './working-days';

const none: Overrides = new Map();

@Injectable()
export class CalendarService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What the district has set otherwise, between two days (both counted) or at all: for the pure `working-days.ts`. */
  async overrides(
    tx: EntityManager,
    districtId: string,
    from = '1949-01-01',
    to = '2200-12-31',
  ): Promise<ReadonlyMap<string, boolean>> {
    const set = await tx.find(WorkingDay, {
      select: { districtId: true, day: true, working: true },
      where: { districtId, day: Between(from, to) },
    });
    return new Map(set.map(({ day, working }) => [day, working]));
  }

  /** Every day of a year that is not as its weekday says. */
  async year(actor: Actor, year = Number(this.clock.today().slice(0, 4))): Promise<CalendarView> {
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    const { districtId } = actor;
    const own = await this.database.manager.findBy(WorkingDay, { districtId, day: Between(first, last) });
    const overrides = new Map(own.map(({ day, working }) => [day, working]));
    return {
      year,
      officialKnown: isYearKnown(year),
      officialUntil: lastKnownYear,
      workingDays: workingDaysBetween(addDays(first, -1), last, overrides),
      items: daysOf(year, own),
    };
  }

  /** Sets a day otherwise than the official calendar does, or anew. Errors: calendar.asOfficial. */
  set(actor: Actor, day: string, given: { working: boolean; reason: string }): Promise<CalendarDayView> {
    return this.deeds.run(actor, async (tx) => {
      if (given.working === isWorkingDay(day, none)) throw asOfficial(given.working);
      const before = await this.find(tx, actor, day);
      const [after]: [WorkingDay] = await tx.query(
        `insert into working_day (district_id, day, working, reason, set_by, set_at) values ($1, $2, $3, $4, $5, app_now())
         on conflict (district_id, day) do update set
           working = excluded.working, reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at
         returning day, working, reason, set_at as "setAt"`,
        [actor.districtId, day, given.working, given.reason, actor.officerId],
      );
      await audit(tx, actor, 'workingDay.set', actor.districtId, { before: spoken(before), after: spoken(after) });
      return districtDay(after);
    });
  }

  /** Gives a day back to the official calendar. */
  async withdraw(actor: Actor, day: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const before = await this.find(tx, actor, day);
      if (before === null) throw new NotFound();
      await tx.delete(WorkingDay, { districtId: actor.districtId, day });
      await audit(tx, actor, 'workingDay.withdrawn', actor.districtId, { before: spoken(before) });
      return {};
    });
  }

  /** The district's calendar is changed by one at a time, so that the trail says truly what was there before. */
  private async find(tx: EntityManager, { districtId }: Actor, day: string): Promise<WorkingDay | null> {
    await tx.query('select 1 from trade_union where district_id = $1 and id = $1 for no key update', [districtId]);
    return tx.findOneBy(WorkingDay, { districtId, day });
  }
}

const spoken = (set: WorkingDay | null): object | undefined =>
  set === null ? undefined : { day: set.day, working: set.working, reason: set.reason };

function asOfficial(working: boolean): Refused {
  return new Refused(
    'calendar.asOfficial',
    working
      ? { zh: '这一天本来就是工作日，无需调整。', en: 'People work on that day already: there is nothing to set.' }
      : { zh: '这一天本来就是休息日，无需调整。', en: 'That day is off already: there is nothing to set.' },
    'working',
  );
}
