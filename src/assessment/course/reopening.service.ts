/** Reopening an earlier step, or the appeal window (重新开启): only with a reason, and only by two officers of the union that scores. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../../calendar/calendar.service';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import type { Assessment } from '../assessment.entity';
import { bump, lockOwn, momentOf } from '../assessment.reader';
import { appealDays } from '../publication/appeal-window';
import { AssessmentReopening } from './assessment-reopening.entity';
import { backFrom } from './course';
import { readReopenings } from './course.reader';
import type { ReopeningView } from './course.view';
import { alreadyAsked, decidedAlready, notBack, samePerson, stepGone, windowWithoutDays } from './reopening-refusals';
import { enterStep, lastDay } from './step.writer';

interface Asked {
  readonly to: 'self_score' | 'review' | 'published';
  readonly reason: string;
  readonly days?: number;
}

@Injectable()
export class ReopeningService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  /** Asks for it. Errors: reopening.notBack, reopening.windowWithoutDays (422), reopening.alreadyAsked, assessment.published (409), notFound. */
  propose(actor: Actor, id: string, { to, reason, days }: Asked): Promise<ReopeningView> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'write');
      if (to !== 'published') assessment.requireOpen();
      const { course } = assessment.definition;
      const back = backFrom(course, assessment.step);
      if (!back.includes(to)) throw notBack(back);
      if (to === 'published' && appealDays(course) === 0 && days === undefined) throw windowWithoutDays();
      const { districtId, officerId: proposedBy } = actor;
      if (await tx.existsBy(AssessmentReopening, { districtId, assessmentId: id, status: 'proposed' }))
        throw alreadyAsked();
      const proposedAt = await momentOf(tx);
      const reopening = {
        districtId,
        id: newId(),
        assessmentId: id,
        fromStep: assessment.step,
        toStep: to,
        reason,
        days: days ?? null,
        status: 'proposed' as const,
        proposedBy,
        proposedAt,
      };
      await tx.insert(AssessmentReopening, reopening);
      await audit(tx, actor, 'reopening.proposed', id, { after: { to, reason, days: days ?? null } });
      return this.view(tx, reopening);
    });
  }

  /**
   * Goes back, by another officer than the one who asked: finished reviews of the sheets are open again, or results
   * may be appealed once more (再次申诉), with everything that was published standing as it is.
   * Errors: reopening.samePerson (422), reopening.decided, reopening.stepGone (409), notFound.
   */
  confirm(actor: Actor, id: string, reopeningId: string): Promise<ReopeningView> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'write');
      const reopening = await takeInHand(tx, actor, id, reopeningId);
      if (reopening.proposedBy === actor.officerId) throw samePerson();
      const { toStep: step, reason, days } = reopening;
      const { course } = assessment.definition;
      if (!backFrom(course, assessment.step).includes(step)) throw stepGone();
      await decide(tx, actor, reopening, 'confirmed', null);
      const entering = { step, reason, days: step === 'published' ? (days ?? appealDays(course)) : days };
      if (step === 'published')
        await bump(tx, assessment, { appealUntil: await lastDay(tx, this.calendar, assessment, entering) });
      else await openReviews(tx, assessment);
      await enterStep(tx, this.calendar, actor, assessment, entering);
      return this.view(tx, reopening);
    });
  }

  /** Leaves it as it is, by another officer. Errors: reopening.samePerson (422), reopening.decided (409). */
  refuse(actor: Actor, id: string, reopeningId: string, reason: string): Promise<ReopeningView> {
    return this.deeds.run(actor, async (tx) => {
      await lockOwn(tx, actor, id, 'write');
      const reopening = await takeInHand(tx, actor, id, reopeningId);
      if (reopening.proposedBy === actor.officerId) throw samePerson();
      await decide(tx, actor, reopening, 'refused', reason);
      await audit(tx, actor, 'reopening.refused', id, { after: { to: reopening.toStep, reason } });
      return this.view(tx, reopening);
    });
  }

  private async view(
    tx: EntityManager,
    { districtId, assessmentId, id }: Pick<AssessmentReopening, 'districtId' | 'assessmentId' | 'id'>,
  ): Promise<ReopeningView> {
    const [view] = await readReopenings(tx, districtId, assessmentId, id);
    if (view === undefined) throw new NotFound();
    return view;
  }
}

async function takeInHand(
  tx: EntityManager,
  { districtId }: Actor,
  assessmentId: string,
  id: string,
): Promise<AssessmentReopening> {
  const reopening = await tx.findOneBy(AssessmentReopening, { districtId, assessmentId, id });
  if (reopening === null) throw new NotFound();
  if (reopening.status !== 'proposed') throw decidedAlready();
  return reopening;
}

async function decide(
  tx: EntityManager,
  { officerId: decidedBy }: Actor,
  { districtId, id }: AssessmentReopening,
  status: 'confirmed' | 'refused',
  decisionReason: string | null,
): Promise<void> {
  const decidedAt = await momentOf(tx);
  await tx.update(AssessmentReopening, { districtId, id }, { status, decidedBy, decidedAt, decisionReason });
}

async function openReviews(tx: EntityManager, { districtId, id }: Assessment): Promise<void> {
  await tx.query(
    `delete from sheet_stage g using score_sheet s
     where g.district_id = $1 and g.stage = 'review' and s.district_id = $1 and s.id = g.sheet_id and s.assessment_id = $2`,
    [districtId, id],
  );
}
