/** Reviewing entries (台账审核): the tier above accepts, or returns with a reason. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { requireStatus, takeEntry, toldOf } from './entry-in-hand';
import { ownEntry } from './entry-refusals';
import { addSteps } from './entry-sql';
import { readLedgerEntry } from './entry.reader';
import type { LedgerEntryDetail } from './entry.view';
import { LedgerEntry } from './ledger-entry.entity';
import { settleAccepted } from './submission';

@Injectable()
export class EntryReviewService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** It counts from now on. Errors: ledgerEntry.state, ledgerEntry.own (409), notFound. */
  accept(actor: Actor, id: string): Promise<LedgerEntryDetail> {
    return this.deeds.run(actor, async (tx) => {
      await decide(tx, actor, id, 'accepted', null);
      return readLedgerEntry(tx, actor, id);
    });
  }

  /** To be changed and submitted again. Errors: ledgerEntry.state (409), notFound. */
  return(actor: Actor, id: string, reason: string): Promise<LedgerEntryDetail> {
    return this.deeds.run(actor, async (tx) => {
      await decide(tx, actor, id, 'returned', reason);
      return readLedgerEntry(tx, actor, id);
    });
  }
}

async function decide(
  tx: EntityManager,
  actor: Actor,
  id: string,
  status: 'accepted' | 'returned',
  reason: string | null,
): Promise<void> {
  const inHand = await takeEntry(tx, actor, id, 'reviewerId');
  const { entry } = inHand;
  requireStatus(entry, 'submitted');
  if (entry.submittedBy === actor.officerId || entry.createdBy === actor.officerId) throw ownEntry();
  const change = { status, version: entry.version + 1 };
  Object.assign(entry, change);
  await tx.update(LedgerEntry, { districtId: entry.districtId, id }, change);
  await addSteps(tx, actor, [{ entryId: id, kind: status, words: reason }]);
  await announce(tx, actor, toldOf(inHand, status, reason));
  if (status === 'accepted') await settleAccepted(tx, actor, inHand);
}
