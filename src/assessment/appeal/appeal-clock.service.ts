/** The clock of the appeals (申诉期时钟): ends every appeal window whose last day has passed; safe with any number of workers. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../../calendar/calendar.service';
import { addWorkingDays } from '../../calendar/working-days';
import { wellSaid } from '../../kernel/well-said';
import type { Teller } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { Assessment } from '../assessment.entity';
import { enterStep, undecided } from '../publication/steps-after';

/** Assessments moved in one go; what is left over is due a minute later still. */
const MOST = 500;

/** The window has passed, or there was none; or the last answer was given. */
const isDue = `status = 'published' and (
  (step = 'published' and (appeal_until is null or appeal_until < app_today()))
  or (step = 'appeals' and not exists (select 1 from appeal p
    where p.district_id = a.district_id and p.assessment_id = a.id and p.status = 'filed')))`;

const dueSql = `
  select district_id as "districtId", id from assessment a
  where step in ('published', 'appeals') and ${isDue} order by appeal_until nulls first, district_id, id limit ${MOST}`;

/** Who gets it first moves it; the others find it locked, or no longer due. */
const takeSql = `select id from assessment a where district_id = $1 and id = $2 and ${isDue} for update skip locked`;

interface Due {
  readonly districtId: string;
  readonly id: string;
}

@Injectable()
export class AppealClock {
  private readonly log = new Logger('Appeals');

  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  /** Moves on to the answers where appeals wait, else to the close; answers how many were moved. */
  async tick(): Promise<number> {
    const due: Due[] = await this.deeds.transaction((tx) => tx.query(dueSql));
    let moved = 0;
    for (const each of due) {
      try {
        if (await this.deeds.transaction((tx) => this.move(tx, each))) moved += 1;
      } catch (error) {
        this.log.error(`Assessment ${each.id} could not move on: ${wellSaid(error)}`);
      }
    }
    return moved;
  }

  private async move(tx: EntityManager, { districtId, id }: Due): Promise<boolean> {
    const taken: unknown[] = await tx.query(takeSql, [districtId, id]);
    if (taken.length === 0) return false;
    const assessment = await tx.findOneByOrFail(Assessment, { districtId, id });
    const waiting = (await undecided(tx, assessment)) > 0;
    const step = waiting ? 'appeals' : 'closed';
    await enterStep(tx, clockOf(districtId), assessment, step, waiting ? await this.lastDay(tx, assessment) : null);
    return true;
  }

  /** The day by which the answers are to be given; null where the scheme sets none. */
  private async lastDay(
    tx: EntityManager,
    { districtId, definition, appealUntil }: Assessment,
  ): Promise<string | null> {
    const days = definition.course?.decide;
    if (days === undefined || appealUntil === null) return null;
    return addWorkingDays(appealUntil, days, await this.calendar.overrides(tx, districtId, appealUntil));
  }
}

const clockOf = (districtId: string): Teller => ({
  districtId,
  officerId: null,
  account: 'clock',
  network: 'local',
  requestId: 'clock',
});
