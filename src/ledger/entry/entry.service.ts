/** Keeping a ledger (台账填报): begin an entry, change it, submit it, take it back, give it up, correct what was accepted. */
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config';
import { type KeyRing, ringOf } from '../../dispatch/key-ring';
import type { Actor } from '../../kernel/actor';
import { expectVersion } from '../../kernel/errors';
import { Deeds } from '../../outbox/deeds';
import { typeInHand } from '../type/ledger-type.reader';
import { requireStatus, takeEntry } from './entry-in-hand';
import { retired } from './entry-refusals';
import { type EntryGiven, readEntry } from './entry-values';
import { beginCorrection, beginEntry, changeEntry, handInEntry, retreatEntry } from './entry-work';
import { readLedgerEntry } from './entry.reader';
import type { LedgerEntryDetail } from './entry.view';

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
      const id = await beginEntry(tx, actor, this.ring, type, await readEntry(tx, actor, type.definition, given));
      return readLedgerEntry(tx, actor, id);
    });
  }

  /** While it is a draft or returned. Errors: changedMeanwhile (412), ledgerEntry.state (409), ledgerEntry.values (422), notFound. */
  change(actor: Actor, id: string, seen: number, given: EntryGiven): Promise<LedgerEntryDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { entry, type } = await takeEntry(tx, actor, id);
      requireStatus(entry, 'draft', 'returned');
      expectVersion(entry.version, seen);
      const read = await readEntry(tx, actor, type.definition, given, entry.values);
      await changeEntry(tx, actor, this.ring, { entry, type }, read);
      return readLedgerEntry(tx, actor, id);
    });
  }

  /**
   * To the tier above; where nobody has to accept it, it counts at once. Errors: ledgerEntry.state (409),
   * ledgerEntry.values, ledgerEntry.future (422), notFound.
   */
  submit(actor: Actor, id: string): Promise<LedgerEntryDetail> {
    return this.deeds.run(actor, async (tx) => {
      await handInEntry(tx, actor, await takeEntry(tx, actor, id));
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
      const correction = await beginCorrection(tx, actor, this.ring, await takeEntry(tx, actor, id), reason);
      return readLedgerEntry(tx, actor, correction);
    });
  }

  private async retreat(actor: Actor, id: string, kind: 'takenBack' | 'withdrawn'): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      await retreatEntry(tx, actor, await takeEntry(tx, actor, id), kind);
      return {};
    });
  }

  private get ring(): KeyRing {
    return (this.kept ??= ringOf(this.config));
  }
}
