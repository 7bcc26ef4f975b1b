/** What a stage gave (评分记录), written in the place of what the same stage gave before. */
import type { EntityManager } from 'typeorm';
import type { Given, Stage } from './stage';

const sql = `
  insert into stage_score as s (district_id, sheet_id, criterion, stage, given, points, reason, scored_by, scored_at, late)
  values ($1, $2, $3, $4, $5, $6, $7, $8, app_now(), $9)
  on conflict (district_id, sheet_id, criterion, stage) do update set given = excluded.given, points = excluded.points,
    reason = excluded.reason, scored_by = excluded.scored_by, scored_at = excluded.scored_at, late = excluded.late`;

export async function writeStage(
  tx: EntityManager,
  row: {
    readonly districtId: string;
    readonly sheetId: string;
    readonly criterion: string;
    readonly stage: Stage;
    readonly given: Given;
    readonly points: string | null;
    readonly reason: string;
    readonly officerId: string;
    readonly late?: boolean;
  },
): Promise<void> {
  const { districtId, sheetId, criterion, stage, given, points, reason, officerId, late = false } = row;
  const values = [districtId, sheetId, criterion, stage, JSON.stringify(given), points, reason, officerId, late];
  await tx.query(sql, values);
}
