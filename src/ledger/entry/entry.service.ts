/** Keeping a ledger (台账填报): begin an entry, change it, submit it, take it back, give it up, correct what was accepted. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config';
import type { Actor } from '../../kernel/actor';
import { expectVersion } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { announce, audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { carrySecrets, storeSecrets } from '../personal/personal.writer';
import { type KeyRing, ringOf } from '../../dispatch/key-ring';
import { typeInHand } from '../type/ledger-type.reader';
import { changesOf, requireStatus, takeEntry, toldOf } from './entry-in-hand';
import { correctedAlready, retired, wrongState } from './entry-refusals';
import { addSteps, insertEntries, updateEntry } from './entry-sql';
import { type EntryGiven, readEntry } from './entry-values';
import { readLedgerEntry } from './entry.reader';
import type { LedgerEntryDetail } from './entry.view';
import { LedgerEntry } from './ledger-entry.entity';
import { settleAccepted, submitEntry } from './submission';

@Injectable()
export class EntryService {
  private kept: KeyRing | undefined;

  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A draft, which only the own union sees. Errors: ledger.retired (409), ledgerEntry.values (422), notFound. */
  begin(actor: Actor, typeId: string, given: EntryGiven): Promise<LedgerEntryDetail> {
    return this.deeds.run(actor, async (tx) => {
      const type = await typeInHand(tx, actor.districtId, typeId, { lock: 'for share of t' });
      if (type.retired) throw retired();
      const { secrets, ...read } = await readEntry(tx, actor, type.definition, given);
      const id = newId();
      await insertEntries(tx, actor, type, [{ id, ...read }]);
      await storeSecrets(tx, this.ring, actor.districtId, [{ entryId: id, secrets }], { fresh: true });
      await addSteps(tx, actor, [{ entryId: id, kind: 'begun' }]);
      await audit(tx, actor, 'ledgerEntry.begun', id, { after: { typeId } });
      return readLedgerEntry(tx, actor, id);
    });
  }

  /** While it is a draft or returned. Errors: changedMeanwhile (412), ledgerEntry.state (409), ledgerEntry.values (422), notFound. */
  change(actor: Actor, id: string, seen: number, given: EntryGiven): Promise<LedgerEntryDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { entry, type } = await takeEntry(tx, actor, id);
      requireStatus(entry, 'draft', 'returned');
      expectVersion(entry.version, seen);
      const { secrets, ...read } = await readEntry(tx, actor, type.definition, given, entry.values);
      await updateEntry(tx, entry, type, read);
      await storeSecrets(tx, this.ring, actor.districtId, [{ entryId: id, secrets }]);
      const changes = changesOf(entry.values, read.values);
      await addSteps(tx, actor, [{ entryId: id, kind: 'changed', changes }]);
      await audit(tx, actor, 'ledgerEntry.changed', id, { after: { fields: Object.keys(changes) } });
      return readLedgerEntry(tx, actor, id);
    });
  }

  /**
   * To the tier above; where nobody has to accept it, it counts at once. Errors: ledgerEntry.state (409),
   * ledgerEntry.values, ledgerEntry.future (422), notFound.
   */
  submit(actor: Actor, id: string): Promise<LedgerEntryDetail> {
    return this.deeds.run(actor, async (tx) => {
      const inHand = await takeEntry(tx, actor, id);
      requireStatus(inHand.entry, 'draft', 'returned');
      const accepted = await submitEntry(tx, actor, inHand);
      await addSteps(tx, actor, [{ entryId: id, kind: 'submitted' }]);
      await announce(tx, actor, toldOf(inHand, accepted ? 'accepted' : 'submitted', null));
      if (accepted) await settleAccepted(tx, actor, [inHand]);
      return readLedgerEntry(tx, actor, id);
    });
  }

  /** Back to a draft, while nobody has decided. Errors: ledgerEntry.state (409), notFound. */
  takeBack(actor: Actor, id: string): Promise<void> {
    return this.retreat(actor, id, 'takenBack');
  }

  /** Given up; it stays in the own union's list. Errors: ledgerEntry.state (409), notFound. */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.retreat(actor, id, 'withdrawn');
  }

  /**
   * A correction of an accepted entry: a draft with its values and files that takes its place once it is accepted, so that the
   * figures stand until then. Errors: ledgerEntry.state, ledgerEntry.correcting (409), notFound.
   */
  correct(actor: Actor, id: string, reason: string): Promise<LedgerEntryDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { entry, type } = await takeEntry(tx, actor, id);
      if (entry.status !== 'accepted') throw wrongState();
      await requireNoCorrection(tx, entry);
      const { districtId, values, day } = entry;
      const correction = newId();
      const stays = { ...type, version: entry.typeVersion };
      await insertEntries(tx, actor, stays, [{ id: correction, values, day, correctsId: id }]);
      await carrySecrets(tx, this.ring, districtId, [id, correction]);
      await tx.query(copyFilesSql, [districtId, id, correction]);
      await addSteps(tx, actor, [{ entryId: correction, kind: 'begun', words: reason }]);
      await audit(tx, actor, 'ledgerEntry.correcting', id, { after: { correction, reason } });
      return readLedgerEntry(tx, actor, correction);
    });
  }

  private async retreat(actor: Actor, id: string, kind: 'takenBack' | 'withdrawn'): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const inHand = await takeEntry(tx, actor, id);
      const { entry } = inHand;
      const { status, districtId, version } = entry;
      if (kind === 'takenBack') requireStatus(entry, 'submitted');
      else requireStatus(entry, 'draft', 'submitted', 'returned');
      const change = { status: kind === 'takenBack' ? 'draft' : 'withdrawn', version: version + 1 } as const;
      Object.assign(entry, change);
      await tx.update(LedgerEntry, { districtId, id }, change);
      await addSteps(tx, actor, [{ entryId: id, kind }]);
      // what nobody else has seen is not told
      if (status === 'draft') await audit(tx, actor, 'ledgerEntry.withdrawn', id, { before: { status } });
      else await announce(tx, actor, toldOf(inHand, 'withdrawn', null));
      return {};
    });
  }

  private get ring(): KeyRing {
    return (this.kept ??= ringOf(this.config));
  }
}

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
