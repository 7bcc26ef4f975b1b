/** A stage of a sheet that is done or taken back (自评提交、初评完成), and whether it is. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import type { ScoreSheet } from '../score-sheet.entity';
import { SheetStage } from './sheet-stage.entity';

type Stage = SheetStage['stage'];
type Sheet = Pick<ScoreSheet, 'districtId' | 'id'>;

export function stageDone(tx: EntityManager, { districtId, id: sheetId }: Sheet, stage: Stage): Promise<boolean> {
  return tx.existsBy(SheetStage, { districtId, sheetId, stage });
}

export async function finishStage(
  tx: EntityManager,
  { officerId }: Actor,
  { districtId, id }: Sheet,
  stage: Stage,
  late: boolean,
): Promise<void> {
  await tx.query(
    `insert into sheet_stage (district_id, sheet_id, stage, done_by, done_at, late) values ($1, $2, $3, $4, app_now(), $5)`,
    [districtId, id, stage, officerId, late],
  );
}

export async function takeStageBack(
  tx: EntityManager,
  { districtId, id: sheetId }: Sheet,
  stage: Stage,
): Promise<void> {
  await tx.delete(SheetStage, { districtId, sheetId, stage });
}

/** A sheet changed without its points: whoever read it before must read again. */
export async function touchSheet(tx: EntityManager, { districtId, id }: Sheet): Promise<void> {
  await tx.query('update score_sheet set version = version + 1 where district_id = $1 and id = $2', [districtId, id]);
}
