/** What one step of a run needs (考核计算任务): the next sheets, and in whose name it works. */
import type { EntityManager } from 'typeorm';
import type { Actor, Role, Tier } from '../kernel/actor';
import type { Assessment } from './assessment.entity';
import type { SheetOf } from './gathering';
import type { ClaimedRun } from './run-lease';

const sheetsSql = `
  select id, union_id as "unionId", class_code as "classCode" from score_sheet
  where district_id = $1 and assessment_id = $2 and ($3::uuid is null or id > $3) order by id limit $4`;

/** The next sheets of an assessment in the order of their ids. */
export async function sheetsAfter(
  tx: EntityManager,
  { districtId, id }: Assessment,
  cursor: string | null,
  limit: number,
): Promise<SheetOf[]> {
  return tx.query(sheetsSql, [districtId, id, cursor, limit]);
}

/** The officer who asked for the run: what it announces is announced in that name. */
export async function readActor(
  tx: EntityManager,
  { districtId, startedBy, id }: ClaimedRun,
  { ownerId, path }: Assessment,
): Promise<Actor> {
  const [{ account, role, tier }]: [{ account: string; role: Role; tier: Tier }] = await tx.query(
    `select o.account, o.role, u.tier from officer o join trade_union u on u.district_id = o.district_id and u.id = $3
     where o.district_id = $1 and o.id = $2`,
    [districtId, startedBy, ownerId],
  );
  return {
    districtId,
    officerId: startedBy,
    unionId: ownerId,
    path,
    tier,
    role,
    account,
    network: 'queue',
    requestId: id,
  };
}
