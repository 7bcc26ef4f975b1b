/** Which union a case goes to, and until when (来件落点). */
import type { EntityManager } from 'typeorm';
import { addWorkingDays, type Overrides } from '../calendar/working-days';
import { dayOf } from '../kernel/clock';
import type { CaseRead } from './case-reading';

export interface CasePlace {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** Their area's union; the district where it is not known or has been closed since. */
export async function placeOf(tx: EntityManager, districtId: string, unionCode: string | null): Promise<CasePlace> {
  const [found]: [CasePlace] = await tx.query(
    `select id, name, path::text as path from trade_union
     where district_id = $1 and (id = $1 or (code = $2 and (closed_on is null or closed_on > app_today())))
     order by (id = $1) limit 1`,
    [districtId, unionCode],
  );
  return found;
}

export const dueDayOf = (read: CaseRead, receivedAt: string, workingDays: number, overrides: Overrides): string =>
  read.dueOn ?? addWorkingDays(dayOf(new Date(receivedAt)), workingDays, overrides);

export const nowIn = async (tx: EntityManager): Promise<string> => {
  const [{ now }]: [{ now: Date }] = await tx.query('select app_now() as now');
  return now.toISOString();
};
