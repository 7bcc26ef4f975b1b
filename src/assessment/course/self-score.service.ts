/** The self-score (自评): a scored union gives its own points and hands them in; late ones are marked, not lost. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { announce, audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { Assessment } from '../assessment.entity';
import { momentOf } from '../assessment.reader';
import { recount } from '../computation';
import { tellProvisional } from '../provisional';
import { checkGiven, pointsGiven } from '../given-check';
import { criteriaOf } from '../scheme-types';
import type { ScoreSheet } from '../score-sheet.entity';
import { lockSheet } from '../scoring.service';
import { StageScore } from '../stage-score.entity';
import type { Given } from '../stage';
import { writeStage } from '../stage.writer';
import { selfScoreDoor } from './course';
import { closedDoor, computedByMachine, emptySelfScore, notHandedIn, reviewBegun } from './self-score-words';
import { readSelfScore } from './self-score.reader';
import type { SelfScoreView } from './self-score.view';
import { finishStage, stageDone, takeStageBack } from './sheet-stage.writer';

@Injectable()
export class SelfScoreService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * What the union gives itself for a criterion; nobody else sees it before it is handed in. Errors: selfScore.notYet,
   * selfScore.over, selfScore.reviewed, selfScore.handedIn, assessment.published (409), assessment.computedCriterion,
   * score.wrongFood, pointsOutsideLimits (422), notFound.
   */
  give(
    actor: Actor,
    id: string,
    code: string,
    { reason, ...given }: Given & { reason: string },
  ): Promise<SelfScoreView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      const { assessment, sheet } = await takeOwn(tx, actor, id);
      const placed = assessment.criterion(code);
      const late = await requireDoor(tx, assessment, sheet);
      if (await stageDone(tx, sheet, 'self')) throw closedDoor('handedIn');
      if (placed.criterion.scorer === 'computed') throw computedByMachine();
      checkGiven(placed, given);
      const at = (await momentOf(tx)).toISOString();
      const points = pointsGiven(placed, { ...given, reason, by: officerId, at });
      const row = { districtId, sheetId: sheet.id, criterion: code, stage: 'self' as const, given, points, reason };
      await writeStage(tx, { ...row, officerId, late });
      await audit(tx, actor, 'selfScore.given', sheet.id, { after: { criterion: code, given, reason } });
      return readSelfScore(tx, actor, id);
    });
  }

  /** Hands it in: what the scheme leaves to the union must be there. Errors: selfScore.incomplete (422), and as `give`. */
  submit(actor: Actor, id: string): Promise<SelfScoreView> {
    return this.deeds.run(actor, async (tx) => {
      const { assessment, sheet } = await takeOwn(tx, actor, id);
      const late = await requireDoor(tx, assessment, sheet);
      if (await stageDone(tx, sheet, 'self')) throw closedDoor('handedIn');
      await requireWhole(tx, assessment, sheet);
      await finishStage(tx, actor, sheet, 'self', late);
      await count(tx, actor, assessment, sheet);
      await announce(tx, actor, {
        name: 'selfScore.submitted',
        unionId: sheet.unionId,
        path: sheet.path,
        subjectId: sheet.id,
        body: { assessment: assessment.body(), unionId: sheet.unionId, late },
      });
      return readSelfScore(tx, actor, id);
    });
  }

  /** Takes it back while nobody has begun to review it. Errors: selfScore.notHandedIn, selfScore.reviewBegun (409), and as `give`. */
  takeBack(actor: Actor, id: string): Promise<SelfScoreView> {
    return this.deeds.run(actor, async (tx) => {
      const { assessment, sheet } = await takeOwn(tx, actor, id);
      await requireDoor(tx, assessment, sheet);
      if (!(await stageDone(tx, sheet, 'self'))) throw notHandedIn();
      if (assessment.step !== 'self_score' && (await isJudged(tx, sheet))) throw reviewBegun();
      await takeStageBack(tx, sheet, 'self');
      await count(tx, actor, assessment, sheet);
      await audit(tx, actor, 'selfScore.takenBack', sheet.id);
      return readSelfScore(tx, actor, id);
    });
  }
}

/** The own sheet of an assessment that takes something from its unions, both locked. Errors: notFound. */
export async function takeOwn(
  tx: EntityManager,
  { districtId, unionId }: Actor,
  id: string,
): Promise<{ assessment: Assessment; sheet: ScoreSheet }> {
  const where = { districtId, id, selfScored: true };
  const assessment = await tx.findOne(Assessment, { where, lock: { mode: 'pessimistic_read' } });
  if (assessment === null) throw new NotFound();
  return { assessment, sheet: await lockSheet(tx, assessment, unionId) };
}

/** Answers whether what is given now is late. Errors: why the door is closed (409). */
async function requireDoor(tx: EntityManager, assessment: Assessment, sheet: ScoreSheet): Promise<boolean> {
  assessment.requireOpen();
  const { definition, step } = assessment;
  const door = selfScoreDoor(definition.course, step, await stageDone(tx, sheet, 'review'));
  if (!door.open) throw closedDoor(door.why);
  return door.late;
}

async function requireWhole(tx: EntityManager, { definition }: Assessment, sheet: ScoreSheet): Promise<void> {
  const where = { districtId: sheet.districtId, sheetId: sheet.id, stage: 'self' as const };
  const given = new Set((await tx.findBy(StageScore, where)).map(({ criterion }) => criterion));
  const left = criteriaOf(definition).filter(
    ({ criterion }) => criterion.scorer === 'self' && !given.has(criterion.code),
  );
  if (left.length > 0) throw emptySelfScore(left.map(({ criterion }) => criterion.code));
}

function isJudged(tx: EntityManager, { districtId, id: sheetId }: ScoreSheet): Promise<boolean> {
  return tx
    .createQueryBuilder(StageScore, 's')
    .where(`s.districtId = :districtId and s.sheetId = :sheetId and s.stage <> 'self'`, { districtId, sheetId })
    .getExists();
}

/** What the union scores itself counts from the moment it is handed in, until a review changes it. */
async function count(tx: EntityManager, actor: Actor, assessment: Assessment, sheet: ScoreSheet): Promise<void> {
  const codes = criteriaOf(assessment.definition)
    .filter(({ criterion }) => criterion.scorer === 'self')
    .map(({ criterion }) => criterion.code);
  await tellProvisional(tx, actor, assessment, await recount(tx, assessment, sheet, codes));
}
