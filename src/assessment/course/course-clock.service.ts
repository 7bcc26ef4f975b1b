/** The clock of the course (考核流程时钟): moves every assessment on whose day has come; safe with any number of workers. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../../calendar/calendar.service';
import type { Step } from '../../events/events';
import { wellSaid } from '../../kernel/well-said';
import type { Teller } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { Assessment } from '../assessment.entity';
import { nextStep } from './course';
import { enterStep } from './step.writer';

/** Assessments moved in one go; what is left over is due a minute later still. */
const MOST = 500;

/** Whose first day has come, or whose last day has passed: in these steps the clock alone moves on. */
const isDue = `(step = 'opened' and begin_on <= app_today()) or (step in ('self_score', 'review') and step_due < app_today())`;

const dueSql = `
  select district_id as "districtId", id from assessment
  where status = 'open' and (${isDue}) order by step_due nulls first, district_id, id limit ${MOST}`;

/** Who gets it first moves it; the others find it locked, or no longer due. */
const takeSql = `
  select id from assessment where district_id = $1 and id = $2 and status = 'open' and (${isDue}) for update skip locked`;

interface Due {
  readonly districtId: string;
  readonly id: string;
}

@Injectable()
export class CourseClock {
  private readonly log = new Logger('Course');

  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  /** Answers how many were moved. One that fails leaves the others alone. */
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
    const step: Step | null = nextStep(assessment.definition.course, assessment.step);
    if (step === null) return false;
    await enterStep(tx, this.calendar, clockOf(districtId), assessment, { step, reason: null });
    return true;
  }
}

const clockOf = (districtId: string): Teller => ({
  districtId,
  officerId: null,
  account: 'clock',
  network: 'local',
  requestId: 'clock',
});
