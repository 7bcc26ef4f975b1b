/** Statements that write and read returns (报表读写), beside their entity. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { periodBefore, periodNamed } from '../../kernel/period';
import { MOST_PERIODS } from '../check/outlier';
import type { CellValues } from '../check/cell-values';
import type { Earlier } from '../check/findings';
import type { PeriodInHand } from '../period/period-in-hand';
import type { ReturnChanges, ReturnStepKind } from './form-return-step.entity';
import type { FormReturn } from './form-return.entity';
import { asHandedIn, type KeptReturn } from './submissions';

export interface NewReturnStep {
  readonly returnId: string;
  readonly kind: ReturnStepKind;
  readonly words?: string | null;
  readonly changes?: ReturnChanges | null;
}

export async function addStep(
  tx: EntityManager,
  { districtId, officerId }: Actor,
  { returnId, kind, words = null, changes = null }: NewReturnStep,
): Promise<void> {
  await tx.query(
    `insert into form_return_step (district_id, return_id, no, kind, officer_id, at, words, changes)
     select $1, $2, count(*) + 1, $3, $4, app_now(), $5, $6 from form_return_step where district_id = $1 and return_id = $2`,
    [districtId, returnId, kind, officerId, words, changes],
  );
}

/** What it said when it was handed in last, whatever its union has changed since it was returned. */
export async function saidBeforeReturn(tx: EntityManager, entry: FormReturn): Promise<CellValues> {
  const steps: KeptReturn['steps'] = await tx.query(
    'select kind, changes from form_return_step where district_id = $1 and return_id = $2 order by no desc',
    [entry.districtId, entry.id],
  );
  return asHandedIn({ ...entry, steps }).values;
}

/** What the union gave for its last periods: the accepted return of each, else the one that waits. */
export async function earlierOf(
  tx: EntityManager,
  districtId: string,
  { form, period }: Pick<PeriodInHand, 'form' | 'period'>,
  unionId: string,
): Promise<Earlier> {
  const rows: { period: string; values: CellValues }[] = await tx.query(
    `select distinct on (period) period, given as values from form_return
     where union_id = $3 and form_id = $2 and district_id = $1 and period < $4 and status in ('accepted', 'submitted')
     order by period desc, status = 'accepted' desc limit ${MOST_PERIODS}`,
    [districtId, form.id, unionId, period],
  );
  const last = periodBefore(periodNamed(period)).name;
  return {
    before: rows.find((row) => row.period === last)?.values ?? null,
    past: rows.map(({ values }) => values),
  };
}

/** A change with its version, in the database and in hand. */
export async function changeReturn(tx: EntityManager, entry: FormReturn, change: Partial<FormReturn>): Promise<void> {
  const { districtId, id } = entry;
  const told = { ...change, version: entry.version + 1 };
  Object.assign(entry, told);
  const { values, missing, words, findings, status, timeliness, submittedBy, submittedAt, version } = entry;
  await tx.query(
    `update form_return set given = $3, missing = $4, words = $5, findings = $6, status = $7, timeliness = $8,
       submitted_by = $9, submitted_at = $10, version = $11 where district_id = $1 and id = $2`,
    [
      ...[districtId, id, values, missing, words, JSON.stringify(findings), status, timeliness],
      ...[submittedBy, submittedAt, version],
    ],
  );
}
