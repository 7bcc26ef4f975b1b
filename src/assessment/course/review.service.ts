/** The first review of a sheet is finished (初评完成): from then on its union cannot score itself any more. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Conflict, Refused } from '../../kernel/errors';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import type { Assessment } from '../assessment.entity';
import { lockOwn, sheetOf } from '../assessment.reader';
import { criteriaOf } from '../scheme-types';
import { Score } from '../score.entity';
import type { ScoreSheet } from '../score-sheet.entity';
import type { ScoreSheetView } from '../score-sheet.view';
import { lockSheet } from '../scoring.service';
import { firstScoring } from './course';
import { finishStage, stageDone, touchSheet } from './sheet-stage.writer';

@Injectable()
export class ReviewOfSheetService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * Errors: assessment.published, review.notNow, review.finished (409), review.openCriteria (422) while something
   * is left to judge, notFound.
   */
  finish(actor: Actor, id: string, unionId: string): Promise<ScoreSheetView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const assessment = await lockOwn(tx, actor, id, 'read');
      assessment.requireOpen();
      const sheet = await lockSheet(tx, assessment, unionId);
      if (assessment.step !== firstScoring(assessment.definition.course)) throw notNow();
      if (await stageDone(tx, sheet, 'review')) throw finished();
      await requireJudged(tx, assessment, sheet);
      await finishStage(tx, actor, sheet, 'review', false);
      await touchSheet(tx, sheet);
      await audit(tx, actor, 'review.finished', sheet.id);
      return sheetOf(tx, { districtId, assessmentId: id, unionId });
    });
  }
}

async function requireJudged(tx: EntityManager, { definition }: Assessment, sheet: ScoreSheet): Promise<void> {
  const scores = await tx.findBy(Score, { districtId: sheet.districtId, sheetId: sheet.id });
  const open = new Set(scores.filter(({ points }) => points === null).map(({ criterion }) => criterion));
  const left = criteriaOf(definition)
    .map(({ criterion }) => criterion)
    .filter(({ code, scorer }) => scorer !== 'computed' && open.has(code));
  if (left.length === 0) return;
  const codes = left.map(({ code }) => code);
  throw new Refused('review.openCriteria', {
    zh: `还有未评的项目：${codes.join('、')}。`,
    en: `Not scored yet: ${codes.join(', ')}.`,
  });
}

const notNow = (): Conflict =>
  new Conflict('review.notNow', {
    zh: '当前阶段不是初评。',
    en: 'The assessment does not stand in its first review.',
  });

const finished = (): Conflict =>
  new Conflict('review.finished', {
    zh: '该单位的初评已完成。',
    en: 'The review of this sheet is finished already.',
  });
