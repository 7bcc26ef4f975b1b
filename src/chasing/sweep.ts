/** What is older than 400 days is swept (保存期限), so much a day that nobody waits for it. Pure. */
import type { EntityManager } from 'typeorm';

const BATCH = 5_000;

const old = (moment: string): string => `${moment} < app_now() - interval '400 days'`;

export async function sweep(tx: EntityManager, districtId: string): Promise<void> {
  await tx.query(
    `delete from reminder_turn where ctid = any(array(
       select ctid from reminder_turn where district_id = $1 and ${old('told_at')} limit ${BATCH}))`,
    [districtId],
  );
  await tx.query(
    `delete from message where ctid = any(array(
       select ctid from message where district_id = $1 and ${old('created_at')} limit ${BATCH}))`,
    [districtId],
  );
}
