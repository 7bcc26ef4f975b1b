/** What is done to a return (报表填报) whoever asks for it, by hand or by a spreadsheet; whoever calls holds the turn. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { announce, audit } from '../../outbox/announce';
import { owedPlace } from '../owing/owing';
import { leaveOf, requireLeave } from '../period/leave';
import type { PeriodInHand } from '../period/period-in-hand';
import type { FormReturn } from './form-return.entity';
import { type ReturnInHand, reviewerOf, toldOf } from './return-in-hand';
import { notOwed } from './return-refusals';
import { addStep, changeReturn } from './return-sql';
import { changesOf, nothing, type Saying } from './said-changes';
import { submitReturn } from './submission';

/** Where the union stood when it owed it. Errors: formPeriod.notOpen, formPeriod.locked, return.exempted, return.notOwed (409). */
export async function placeToReport(
  tx: EntityManager,
  { districtId, unionId }: Actor,
  inHand: PeriodInHand,
): Promise<string> {
  requireLeave(inHand, await leaveOf(tx, districtId, inHand, unionId));
  const path = await owedPlace(tx, districtId, inHand, unionId);
  if (path === null) throw notOwed();
  return path;
}

/** A draft; answers its id. */
export async function beginReturn(
  tx: EntityManager,
  actor: Actor,
  { form: { id: formId }, version: formVersion, period, days: { endsOn } }: PeriodInHand,
  path: string,
  read: Saying,
): Promise<string> {
  const id = newId();
  await insertReturn(tx, actor, { id, formId, formVersion, period, endsOn, path, ...read });
  await addStep(tx, actor, { returnId: id, kind: 'begun', changes: changesOf(nothing, read) });
  await audit(tx, actor, 'return.begun', id, { after: { formId, period } });
  return id;
}

/** Of a draft, or one that came back. */
export async function rewriteReturn(tx: EntityManager, actor: Actor, entry: FormReturn, read: Saying): Promise<void> {
  const changes = changesOf(entry, read);
  await changeReturn(tx, entry, read);
  await addStep(tx, actor, { returnId: entry.id, kind: 'changed', changes });
  await audit(tx, actor, 'return.changed', entry.id, { after: { changes } });
}

/** To the tier above; what the district itself reports counts at once. Errors: return.values (422). */
export async function handInReturn(tx: EntityManager, actor: Actor, taken: ReturnInHand): Promise<void> {
  const accepted = await submitReturn(tx, actor, taken);
  await addStep(tx, actor, { returnId: taken.entry.id, kind: 'submitted' });
  await announce(tx, actor, toldOf(taken, accepted ? 'accepted' : 'submitted', null));
}

type New = Pick<
  FormReturn,
  'id' | 'formId' | 'formVersion' | 'period' | 'endsOn' | 'path' | 'values' | 'missing' | 'words'
>;

export async function insertReturn(
  tx: EntityManager,
  { districtId, unionId, officerId }: Actor,
  { values, missing, words, correctsId = null, ...given }: New & { correctsId?: string | null },
): Promise<void> {
  const { id, formId, formVersion, period, endsOn, path } = given;
  await tx.query(
    `insert into form_return (district_id, id, form_id, form_version, period, ends_on, union_id, path, reviewer_id, given, missing,
       words, status, corrects_id, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', $13, $14, app_now())`,
    [
      ...[districtId, id, formId, formVersion, period, endsOn, unionId, path, reviewerOf(path)],
      ...[values, missing, words, correctsId, officerId],
    ],
  );
}
