/** Which periods are closed (锁定周期). */
import type { EntityManager } from 'typeorm';
import { type Period, type PeriodKind, periodOn } from '../../kernel/period';

export interface Closed {
  readonly id: string;
  readonly kind: PeriodKind;
  readonly fromDay: string;
  readonly toDay: string;
  readonly name: string;
}

/** Defining and closing wait for each other: no definition slips into a period that is being closed. */
export const lockPeriods = (tx: EntityManager, districtId: string): Promise<unknown> =>
  tx.query('select 1 from trade_union where district_id = $1 and id = $1 for no key update', [districtId]);

/** Values are given at the same time, but not while somebody defines or closes. Answers today. */
export async function holdPeriods(tx: EntityManager, districtId: string): Promise<string> {
  const [{ today }]: [{ today: string }] = await tx.query(
    'select app_today()::text as today from trade_union where district_id = $1 and id = $1 for share',
    [districtId],
  );
  return today;
}

export type ClosedRow = Omit<Closed, 'name'>;

export const closuresSql = `
  select id, kind, from_day::text as "fromDay", to_day::text as "toDay" from indicator_closure
  where district_id = $1 and reopened_at is null order by to_day desc`;

/** Those that are closed now. */
export async function closuresIn(tx: EntityManager, districtId: string): Promise<Closed[]> {
  return closedOf(await tx.query(closuresSql, [districtId]));
}

export const closedOf = (rows: readonly ClosedRow[]): Closed[] =>
  rows.map((row) => ({ ...row, name: periodOn(row.kind, row.fromDay).name }));

/** A period is closed when it lies in one that is. */
export const isClosed = (closed: readonly Closed[], { from, to }: Period): boolean =>
  closed.some(({ fromDay, toDay }) => fromDay <= from && toDay >= to);
