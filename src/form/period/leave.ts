/** Whether a union may work on a period (能否填报): open, or locked and reopened for this union alone. */
import type { EntityManager } from 'typeorm';
import { exempted, lockedSince, notOpen } from '../return/return-refusals';
import type { PeriodInHand } from './period-in-hand';

/** What was approved for one union and one period. */
export interface Leave {
  readonly exempt: boolean;
  /** The last day of what was reopened. */
  readonly reopenedUntil: string | null;
}

export async function leaveOf(
  tx: EntityManager,
  districtId: string,
  { form, period }: PeriodInHand,
  unionId: string,
): Promise<Leave> {
  const [leave]: [Leave] = await tx.query(
    `select coalesce(bool_or(kind = 'exempt'), false) as exempt, max(until)::text as "reopenedUntil" from form_exception
     where union_id = $4 and form_id = $2 and period = $3 and district_id = $1 and status = 'approved'`,
    [districtId, form.id, period, unionId],
  );
  return leave;
}

export const mayWork = ({ stage, today }: PeriodInHand, { exempt, reopenedUntil }: Leave): boolean =>
  !exempt &&
  (stage === 'open' || stage === 'overdue' || (stage === 'locked' && reopenedUntil !== null && today <= reopenedUntil));

/** Errors: formPeriod.notOpen, formPeriod.locked, return.exempted (409), each saying why. */
export function requireLeave(inHand: PeriodInHand, leave: Leave): void {
  if (mayWork(inHand, leave)) return;
  if (inHand.stage === 'notOpen') throw notOpen(inHand.days);
  throw leave.exempt ? exempted() : lockedSince(inHand.days);
}

/** Deeds on one union's period, and on exceptions for it, come one after another. */
export async function holdTurn(tx: EntityManager, formId: string, period: string, unionId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 115))', [`${formId} ${period} ${unionId}`]);
}
