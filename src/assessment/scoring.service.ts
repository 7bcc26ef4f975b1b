/** Scoring by officers (评分): what a scorer gives for one criterion of one sheet, with a reason. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { expectVersion, NotFound, Refused } from '../kernel/errors';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import type { Assessment } from './assessment.entity';
import { lockOwn, momentOf, sheetOf } from './assessment.reader';
import { recount } from './computation';
import { gather } from './gathering';
import { tellProvisional } from './provisional';
import { requireOffice } from './course/office.service';
import { checkGiven, findsFacts, pointsGiven } from './given-check';
import type { PlacedCriterion } from './scheme-types';
import { Score } from './score.entity';
import { ScoreSheet } from './score-sheet.entity';
import type { ScoreSheetView } from './score-sheet.view';
import { factsFor } from './scoring';
import { officeStage } from './scoring-step';
import type { Given } from './stage';
import { writeStage } from './stage.writer';

@Injectable()
export class ScoringService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * What the office gives for a criterion, with its reason: in the review its first score, after it the final one.
   * Errors: assessment.published, assessment.notScoring (409), assessment.finalScore, assessment.otherOffice (403),
   * changedMeanwhile (412), assessment.computedCriterion, score.wrongFood, pointsOutsideLimits (422), notFound.
   */
  score(
    actor: Actor,
    id: string,
    unionId: string,
    code: string,
    { reason, ...given }: Given & { reason: string },
    version?: number,
  ): Promise<ScoreSheetView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      const assessment = await lockOwn(tx, actor, id, 'read');
      assessment.requireOpen();
      const placed = assessment.criterion(code);
      const sheet = await lockSheet(tx, assessment, unionId);
      if (version !== undefined) expectVersion(sheet.version, version);
      const stage = officeStage(assessment, actor.role);
      await requireOffice(tx, actor, assessment, placed.criterion);
      await requireJudged(tx, assessment, sheet, placed);
      checkGiven(placed, given);
      const earlier = await tx.findOneByOrFail(Score, { districtId, sheetId: sheet.id, criterion: code });
      const at = (await momentOf(tx)).toISOString();
      const points = pointsGiven(placed, { ...given, reason, by: officerId, at });
      await writeStage(tx, { districtId, sheetId: sheet.id, criterion: code, stage, given, points, reason, officerId });
      const settled = await recount(tx, assessment, sheet, [code]);
      const counted = settled.find((each) => each.id === sheet.id)?.criteria[code];
      await announce(tx, actor, {
        name: 'score.recorded',
        unionId,
        path: assessment.path,
        subjectId: sheet.id,
        before: { criterion: code, points: earlier.points, reason: earlier.reason, scoredBy: earlier.scoredBy },
        body: { assessment: assessment.body(), unionId, criterion: code, points: points ?? counted ?? '0.00' },
      });
      await tellProvisional(tx, actor, assessment, settled);
      return sheetOf(tx, { districtId, assessmentId: id, unionId });
    });
  }
}

/** The sheet of a scored union, locked. Errors: notFound. */
export async function lockSheet(
  tx: EntityManager,
  { districtId, id: assessmentId }: Pick<Assessment, 'districtId' | 'id'>,
  unionId: string,
): Promise<ScoreSheet> {
  const where = { districtId, assessmentId, unionId };
  const sheet = await tx.findOne(ScoreSheet, { where, lock: { mode: 'pessimistic_write' } });
  if (sheet === null) throw new NotFound();
  return sheet;
}

/** A computed criterion is judged only while the machine finds nothing. Errors: assessment.computedCriterion (422). */
async function requireJudged(
  tx: EntityManager,
  assessment: Assessment,
  sheet: ScoreSheet,
  placed: PlacedCriterion,
): Promise<void> {
  if (placed.criterion.scorer !== 'computed') return;
  const [union] = await gather(tx, assessment, [sheet]);
  if (union === undefined || !findsFacts(placed, factsFor(placed, union))) return;
  throw new Refused('assessment.computedCriterion', {
    zh: '本项由系统按审核通过的填报计算，不由人评分。',
    en: 'This criterion is computed from accepted reports; nobody judges it.',
  });
}
