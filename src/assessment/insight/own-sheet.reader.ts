/** Finding the sheet that is asked about (评分表), from the side that scores and from the side that is scored. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { isWithin } from '../../kernel/id';
import { Assessment } from '../assessment.entity';
import { sheetOf } from '../assessment.reader';
import { ScoreSheet } from '../score-sheet.entity';
import type { ScoreSheetView } from '../score-sheet.view';

export interface FoundSheet {
  readonly assessment: Assessment;
  readonly sheet: ScoreSheet;
  readonly view: ScoreSheetView;
}

/** An assessment of the own union or of one below it. Errors: notFound. */
export async function assessmentInReach(tx: EntityManager, actor: Actor, id: string): Promise<Assessment> {
  const assessment = await tx.findOneBy(Assessment, { districtId: actor.districtId, id });
  if (assessment === null || !(assessment.ownerId === actor.unionId || isWithin(assessment.path, actor.path)))
    throw new NotFound();
  return assessment;
}

/** A sheet of an assessment of the own union or of one below it. Errors: notFound. */
export async function sheetInReach(tx: EntityManager, actor: Actor, id: string, unionId: string): Promise<FoundSheet> {
  return found(tx, await assessmentInReach(tx, actor, id), unionId);
}

/** The own union's sheet in an assessment of the tier above. Errors: notFound. */
export async function ownSheet(tx: EntityManager, actor: Actor, id: string): Promise<FoundSheet> {
  const assessment = await tx.findOneBy(Assessment, { districtId: actor.districtId, id });
  if (assessment === null) throw new NotFound();
  return found(tx, assessment, actor.unionId);
}

async function found(tx: EntityManager, assessment: Assessment, unionId: string): Promise<FoundSheet> {
  const of = { districtId: assessment.districtId, assessmentId: assessment.id, unionId };
  const sheet = await tx.findOneBy(ScoreSheet, of);
  if (sheet === null) throw new NotFound();
  return { assessment, sheet, view: await sheetOf(tx, of) };
}
