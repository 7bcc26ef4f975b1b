/** Filing an appeal (申诉) against the own published results, and taking it back. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { dayOf } from '../../kernel/clock';
import { NotFound } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { announce, audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { Assessment } from '../assessment.entity';
import { momentOf } from '../assessment.reader';
import { enterStep, undecided } from '../publication/steps-after';
import { windowRuns } from '../publication/appeal-window';
import { criteriaOf } from '../scheme-types';
import { ScoreSheet } from '../score-sheet.entity';
import { Appeal } from './appeal.entity';
import { takeAppeal } from './appeal-in-hand';
import { noWindow, unknownCriterion, waitsAlready, windowOver } from './appeal-refusals';
import { appealOf } from './appeal.reader';
import type { AppealDetail } from './appeal.view';

export interface AppealGiven {
  assessmentId: string;
  criteria: readonly string[];
  reason: string;
}

@Injectable()
export class AppealService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * Files an appeal while its window runs, by the database's clock. Errors: appeal.noWindow, appeal.windowOver,
   * appeal.exists (409), appeal.unknownCriterion (422), notFound.
   */
  file(actor: Actor, { assessmentId, criteria, reason }: AppealGiven): Promise<AppealDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, unionId, officerId } = actor;
      const { assessment, sheet } = await ownResult(tx, actor, assessmentId);
      const filedAt = await momentOf(tx);
      if (assessment.appealUntil === null) throw noWindow();
      if (assessment.step !== 'published' || !windowRuns(assessment.appealUntil, dayOf(filedAt)))
        throw windowOver(assessment.appealUntil);
      const known = new Set(criteriaOf(assessment.definition).map(({ criterion }) => criterion.code));
      const unknown = criteria.find((code) => !known.has(code));
      if (unknown !== undefined) throw unknownCriterion(unknown);
      if (await tx.existsBy(Appeal, { districtId, sheetId: sheet.id, status: 'filed' })) throw waitsAlready();
      const appeal = tx.create(Appeal, {
        districtId,
        id: newId(),
        assessmentId,
        sheetId: sheet.id,
        unionId,
        criteria,
        reason,
        status: 'filed',
        filedBy: officerId,
        filedAt,
        version: 1,
      });
      await tx.insert(Appeal, appeal);
      await announce(tx, actor, {
        name: 'appeal.filed',
        unionId,
        path: sheet.path,
        subjectId: appeal.id,
        body: { assessment: assessment.body(), unionId, appealId: appeal.id, criteria: [...criteria], reason },
      });
      return appealOf(tx, actor, { districtId, id: appeal.id });
    });
  }

  /** Takes an appeal back that is not decided; the last one lets the assessment close. Errors: appeal.decided (409), notFound. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const { districtId, unionId } = actor;
      const { assessment, appeal } = await takeAppeal(tx, { districtId, id, unionId });
      await tx.update(Appeal, { districtId, id }, { status: 'withdrawn', version: appeal.version + 1 });
      await audit(tx, actor, 'appeal.withdrawn', id, { before: { status: appeal.status } });
      if (assessment.step === 'appeals' && (await undecided(tx, assessment)) === 0)
        await enterStep(tx, actor, assessment, 'closed');
      return {};
    });
  }
}

/** The published sheet of the actor's own union: neither the clock nor another appeal passes while it is locked. */
async function ownResult(
  tx: EntityManager,
  { districtId, unionId }: Actor,
  assessmentId: string,
): Promise<{ assessment: Assessment; sheet: ScoreSheet }> {
  const assessment = await tx.findOne(Assessment, {
    where: { districtId, id: assessmentId, status: 'published' },
    lock: { mode: 'pessimistic_read' },
  });
  const sheet = await tx.findOne(ScoreSheet, {
    where: { districtId, assessmentId, unionId },
    lock: { mode: 'pessimistic_write' },
  });
  if (assessment === null || sheet === null) throw new NotFound();
  return { assessment, sheet };
}
