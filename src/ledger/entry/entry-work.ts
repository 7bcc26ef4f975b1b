/** The steps of keeping a ledger (台账填报) inside one transaction: each says what happened, and to whom. */
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { KeyRing } from '../../dispatch/key-ring';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { announce, audit } from '../../outbox/announce';
import { beginRework, settleRework } from '../rework/rework-sql';
import { carrySecrets, storeSecrets } from '../personal/personal.writer';
import type { TypeInHand } from '../type/ledger-type.reader';
import { changesOf, type EntryInHand, type OwnEntry, requireStatus, toldOf } from './entry-in-hand';
import { correctedAlready, wrongState } from './entry-refusals';
import { addSteps, insertEntries, updateEntry } from './entry-sql';
import type { EntryRead } from './entry-values';
import { LedgerEntry } from './ledger-entry.entity';
import { settleAccepted, submitEntry } from './submission';

/** Answers its id. */
export async function beginEntry(
  tx: EntityManager,
  actor: Actor,
  ring: KeyRing,
  type: TypeInHand,
  { secrets, ...read }: EntryRead,
): Promise<string> {
  const id = newId();
  await insertEntries(tx, actor, type, [{ id, ...read }]);
  await storeSecrets(tx, ring, actor.districtId, [{ entryId: id, secrets }], { fresh: true });
  await addSteps(tx, actor, [{ entryId: id, kind: 'begun' }]);
  await audit(tx, actor, 'ledgerEntry.begun', id, { after: { typeId: type.id } });
  return id;
}

export async function changeEntry(
  tx: EntityManager,
  actor: Actor,
  ring: KeyRing,
  { entry, type }: EntryInHand,
  { secrets, ...read }: EntryRead,
): Promise<void> {
  const { districtId, id } = entry;
  const reworked = entry.status === 'returned';
  if (reworked) await beginRework(tx, districtId, [id]);
  await updateEntry(tx, entry, type, read, reworked ? 'ledger_rework' : 'ledger_entry');
  await storeSecrets(tx, ring, districtId, [{ entryId: id, secrets }], { reworked });
  const changes = changesOf(entry.values, read.values);
  await addSteps(tx, actor, [{ entryId: id, kind: 'changed', changes }]);
  await audit(tx, actor, 'ledgerEntry.changed', id, { after: { fields: Object.keys(changes) } });
}

export async function handInEntry(tx: EntityManager, actor: Actor, inHand: EntryInHand): Promise<void> {
  const { status, districtId, id } = inHand.entry;
  requireStatus(inHand.entry, 'draft', 'returned');
  if (status === 'returned') await settleRework(tx, districtId, [id]);
  const accepted = await submitEntry(tx, actor, inHand);
  await addSteps(tx, actor, [{ entryId: id, kind: 'submitted' }]);
  await announce(tx, actor, toldOf(inHand, accepted ? 'accepted' : 'submitted', null));
  if (accepted) await settleAccepted(tx, actor, [inHand]);
}

export async function retreatEntry(
  tx: EntityManager,
  actor: Actor,
  { entry, handedIn, type }: OwnEntry,
  kind: 'takenBack' | 'withdrawn',
): Promise<void> {
  const { status, districtId, id, version } = entry;
  if (kind === 'takenBack') requireStatus(entry, 'submitted');
  else requireStatus(entry, 'draft', 'submitted', 'returned');
  const change = { status: kind === 'takenBack' ? 'draft' : 'withdrawn', version: version + 1 } as const;
  Object.assign(handedIn, change);
  if (status === 'returned') await settleRework(tx, districtId, [id]);
  await tx.update(LedgerEntry, { districtId, id }, change);
  await addSteps(tx, actor, [{ entryId: id, kind }]);
  // what nobody else has seen is not told: no draft, and nothing that was changed since it was returned
  if (status === 'draft') await audit(tx, actor, 'ledgerEntry.withdrawn', id, { before: { status } });
  else await announce(tx, actor, toldOf({ entry: handedIn, type }, 'withdrawn', null));
}

/** Answers the id of the correction: a draft with the values and files of what it corrects. */
export async function beginCorrection(
  tx: EntityManager,
  actor: Actor,
  ring: KeyRing,
  { entry, type }: EntryInHand,
  reason: string,
): Promise<string> {
  if (entry.status !== 'accepted') throw wrongState();
  await requireNoCorrection(tx, entry);
  const { districtId, id, values, day } = entry;
  const correction = newId();
  const stays = { ...type, version: entry.typeVersion };
  await insertEntries(tx, actor, stays, [{ id: correction, values, day, correctsId: id }]);
  await carrySecrets(tx, ring, districtId, [id, correction]);
  await tx.query(copyFilesSql, [districtId, id, correction]);
  await addSteps(tx, actor, [{ entryId: correction, kind: 'begun', words: reason }]);
  await audit(tx, actor, 'ledgerEntry.correcting', id, { after: { correction, reason } });
  return correction;
}

/** The same values and day, whatever the order of what a person is said by; masks alone do not tell. */
export const saysTheSame = (entry: Pick<LedgerEntry, 'values' | 'day'>, read: Omit<EntryRead, 'secrets'>): boolean =>
  (read.day === null || read.day === entry.day) && isDeepStrictEqual({ ...entry.values }, { ...read.values });

const copyFilesSql = `
  insert into ledger_file (district_id, id, entry_id, field, sha256, name, created_by)
  select district_id, gen_random_uuid(), $3, field, sha256, name, created_by from ledger_file
  where district_id = $1 and entry_id = $2`;

async function requireNoCorrection(tx: EntityManager, { districtId, id }: LedgerEntry): Promise<void> {
  const [open]: unknown[] = await tx.query(
    `select 1 from ledger_entry where corrects_id = $2 and district_id = $1 and status not in ('withdrawn', 'corrected')`,
    [districtId, id],
  );
  if (open !== undefined) throw correctedAlready();
}
