/** Scoring by officers (评分): what a scorer gives for one criterion of one sheet, with a reason. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { lockOwn, momentOf, sheetOf } from './assessment.reader';
import { recount, tellProvisional } from './computation';
import { Score } from './score.entity';
import { ScoreSheet } from './score-sheet.entity';
import type { ScoreSheetView } from './score-sheet.view';
import { scoreCriterion } from './scoring';
import type { Given } from './stage';
import { writeStage } from './stage.writer';

@Injectable()
export class ScoringService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * What the office gives for a criterion, with its reason. Errors: assessment.published (409), notFound,
   * assessment.computedCriterion, pointsOutsideLimits (422).
   */
  score(
    actor: Actor,
    id: string,
    unionId: string,
    code: string,
    { reason, ...given }: Given & { reason: string },
  ): Promise<ScoreSheetView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      const assessment = await lockOwn(tx, actor, id, 'read');
      assessment.requireOpen();
      const placed = assessment.judgedCriterion(code);
      const where = { districtId, assessmentId: id, unionId };
      const sheet = await tx.findOne(ScoreSheet, { where, lock: { mode: 'pessimistic_write' } });
      if (sheet === null) throw new NotFound();
      const earlier = await tx.findOneByOrFail(Score, { districtId, sheetId: sheet.id, criterion: code });
      const at = (await momentOf(tx)).toISOString();
      const judgement = { ...given, reason, by: officerId, at };
      const { points } = scoreCriterion(placed, { tasks: [], weight: placed.weight, judgement });
      const stage = assessment.step === 'review' ? 'review' : 'final';
      await writeStage(tx, { districtId, sheetId: sheet.id, criterion: code, stage, given, points, reason, officerId });
      const settled = await recount(tx, assessment, sheet, [code]);
      await announce(tx, actor, {
        name: 'score.recorded',
        unionId,
        path: assessment.path,
        subjectId: sheet.id,
        before: { criterion: code, points: earlier.points, reason: earlier.reason, scoredBy: earlier.scoredBy },
        body: { assessment: assessment.body(), unionId, criterion: code, points: points ?? '0.00' },
      });
      await tellProvisional(tx, actor, assessment, settled);
      return sheetOf(tx, where);
    });
  }
}
