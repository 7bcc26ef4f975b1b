/** A return out of a spreadsheet (报表导入): all of it or nothing, of the own union alone; the same file twice changes nothing. */
import type { EntityManager } from 'typeorm';
import { BATCH } from '../../intake/batch';
import {
  type About,
  type Cells,
  type Fault,
  type Numbered,
  takenBack,
  type Taker,
  type Written,
} from '../../intake/taker';
import type { Actor } from '../../kernel/actor';
import { findingsOf, refusalsOf } from '../check/findings';
import type { FormDefinition } from '../definition/definition';
import { holdTurn } from '../period/leave';
import { type PeriodInHand, periodInHand } from '../period/period-in-hand';
import { takeReturn } from '../return/return-in-hand';
import { earlierOf } from '../return/return-sql';
import { beginReturn, handInReturn, placeToReport, rewriteReturn } from '../return/return-work';
import { nothing } from '../return/said-changes';
import { handedInAlready, otherSheet, tooManyLines } from './intake-refusals';
import { ownReturn, sheetNumberOf } from './own-return';
import { readSheet, type SheetRead } from './sheet-cells';
import { SHEET, sheetColumns } from './sheet-rows';

export const FORM = 'form';

export const formTaker: Taker = {
  kind: FORM,
  columns: sheetColumns,
  // a return is read as a whole: a second line of a cell is told there
  keyOf: () => null,
  take,
  attempt: takenBack(take),
};

async function take(
  tx: EntityManager,
  actor: Actor,
  rows: readonly Numbered<Cells>[],
  { settings: { formId = '', period = '', submit } }: About,
): Promise<Written> {
  // a form has two hundred lines at most: so all of them are in hand here, or it is no form
  if (rows.length >= BATCH) throw tooManyLines();
  const { districtId, unionId } = actor;
  const inHand = await periodInHand(tx, districtId, formId, period);
  await holdTurn(tx, formId, period, unionId);
  const path = await placeToReport(tx, actor, inHand);
  requireSheet(rows, await sheetNumberOf(tx, actor, inHand));
  const own = await ownReturn(tx, actor, inHand);
  const { definition } = own ?? inHand;
  const read = readSheet(rows, definition, own?.entry ?? nothing);
  const { after, faults, created, changed, unchanged, made } = read;
  const moved = created + changed > 0;
  const { status } = own?.entry ?? { status: 'draft' };
  if (status !== 'draft' && status !== 'returned') {
    if (moved || faults.length > 0) throw handedInAlready(status === 'accepted');
    return untouched(rows, []);
  }
  const submits = submit === 'true';
  const against = submits && faults.length === 0 ? await refusals(tx, actor, { inHand, definition, read }) : [];
  if (faults.length + against.length > 0) return untouched(rows, [...faults, ...against]);
  if (!moved && (own === null || !submits)) return untouched(rows, []);
  const id = own === null ? await beginReturn(tx, actor, inHand, path, after) : own.entry.id;
  if (own !== null && moved) await rewriteReturn(tx, actor, own.entry, after);
  if (submits) await handInReturn(tx, actor, await takeReturn(tx, actor, id, 'unionId'));
  return { created, changed, unchanged, made, faults: [] };
}

/** Error: formIntake.otherSheet (422): the file says itself that it is another one. */
function requireSheet(rows: readonly Numbered<Cells>[], number: string): void {
  const other = rows.find(({ value }) => value[SHEET] !== undefined && value[SHEET] !== number);
  if (other !== undefined) throw otherSheet(other.value[SHEET] ?? '', number);
}

/** What stands against handing it in, at its lines. */
async function refusals(
  tx: EntityManager,
  { districtId, unionId }: Actor,
  { inHand, definition, read }: { inHand: PeriodInHand; definition: FormDefinition; read: SheetRead },
): Promise<Numbered<readonly Fault[]>[]> {
  const findings = findingsOf(definition, read.after, await earlierOf(tx, districtId, inHand, unionId));
  return read.faultsAt(refusalsOf(definition, findings));
}

/** Nothing of it is taken; several faults of a line stand at it together. */
function untouched(rows: readonly unknown[], found: readonly Numbered<readonly Fault[]>[]): Written {
  const byRow = new Map<number, readonly Fault[]>();
  for (const { row, value } of found) byRow.set(row, [...(byRow.get(row) ?? []), ...value]);
  const faults = [...byRow].map(([row, value]) => ({ row, value }));
  return { created: 0, changed: 0, unchanged: rows.length - faults.length, made: new Map(), faults };
}
