/** Reviewing entries (台账审核): the tier above accepts, or returns with a reason, one or many in one deed. */
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { type DomainError, NotFound } from '../../kernel/errors';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { typesInHand } from '../type/ledger-type.reader';
import { type EntryInHand, hiddenFromAbove, toldOf } from './entry-in-hand';
import { noReason, ownEntry, wrongState } from './entry-refusals';
import { addSteps } from './entry-sql';
import { readLedgerEntry } from './entry.reader';
import type { LedgerDecisionList, LedgerDecisionView, LedgerEntryDetail } from './entry.view';
import { LedgerEntry } from './ledger-entry.entity';
import { settleAccepted } from './submission';

type Outcome = 'accepted' | 'returned';

@Injectable()
export class EntryReviewService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** It counts from now on. Errors: ledgerEntry.state, ledgerEntry.own (409), notFound. */
  accept(actor: Actor, id: string): Promise<LedgerEntryDetail> {
    return this.one(actor, id, 'accepted', null);
  }

  /** To be changed and submitted again. Errors: ledgerEntry.state, ledgerEntry.own (409), notFound. */
  return(actor: Actor, id: string, reason: string): Promise<LedgerEntryDetail> {
    return this.one(actor, id, 'returned', reason);
  }

  /** Each is decided, or told why not; in the order in which they were given. Errors: ledgerEntry.reason (422). */
  decide(
    actor: Actor,
    { entryIds, outcome, reason }: { entryIds: readonly string[]; outcome: Outcome; reason?: string },
  ): Promise<LedgerDecisionList> {
    if (outcome === 'returned' && reason === undefined) throw noReason();
    return this.deeds.run(actor, async (tx) => {
      const why = await decideAll(tx, actor, entryIds, outcome, outcome === 'returned' ? (reason ?? null) : null);
      const items = entryIds.map((entryId) => decisionOf(entryId, outcome, why.get(entryId)));
      const decided = items.filter(({ refusal }) => refusal === null).length;
      return { items, decided, refused: items.length - decided };
    });
  }

  private one(actor: Actor, id: string, outcome: Outcome, reason: string | null): Promise<LedgerEntryDetail> {
    return this.deeds.run(actor, async (tx) => {
      const refusal = (await decideAll(tx, actor, [id], outcome, reason)).get(id);
      if (refusal !== undefined) throw refusal;
      return readLedgerEntry(tx, actor, id);
    });
  }
}

function decisionOf(entryId: string, outcome: Outcome, why: DomainError | undefined): LedgerDecisionView {
  return why === undefined
    ? { entryId, outcome, refusal: null }
    : { entryId, outcome: 'refused', refusal: { code: why.code, ...why.words } };
}

/** A fixed number of statements, however many; answers why those are not decided that are not. */
async function decideAll(
  tx: EntityManager,
  actor: Actor,
  ids: readonly string[],
  status: Outcome,
  reason: string | null,
): Promise<ReadonlyMap<string, DomainError>> {
  const { districtId } = actor;
  const found = await waitingFor(tx, actor, ids);
  const why = new Map<string, DomainError>();
  for (const id of ids) {
    const refusal = refusalOf(found.get(id), actor);
    if (refusal !== null) why.set(id, refusal);
  }
  const decided = ids.filter((id) => !why.has(id)).flatMap((id) => found.get(id) ?? []);
  if (decided.length === 0) return why;
  const types = await typesInHand(tx, districtId, decided);
  const inHand: EntryInHand[] = decided.map((entry) => ({ entry, type: types(entry) }));
  await tx.query(
    'update ledger_entry set status = $3, version = version + 1 where district_id = $1 and id = any($2::uuid[])',
    [districtId, decided.map(({ id }) => id), status],
  );
  for (const { entry } of inHand) Object.assign(entry, { status, version: entry.version + 1 });
  await addSteps(
    tx,
    actor,
    decided.map(({ id: entryId }) => ({ entryId, kind: status, words: reason })),
  );
  await announce(tx, actor, ...inHand.map((each) => toldOf(each, status, reason)));
  if (status === 'accepted') await settleAccepted(tx, actor, inHand);
  return why;
}

/** Locked in the order of their ids, so that two who decide on the same ones do not block each other. */
async function waitingFor(
  tx: EntityManager,
  { districtId, unionId: reviewerId }: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LedgerEntry>> {
  const found = await tx.find(LedgerEntry, {
    where: { districtId, reviewerId, id: In([...ids]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return new Map(found.map((entry) => [entry.id, entry]));
}

/** null: it can be decided. */
function refusalOf(entry: LedgerEntry | undefined, { officerId }: Actor): DomainError | null {
  if (entry === undefined || hiddenFromAbove.has(entry.status)) return new NotFound();
  if (entry.status !== 'submitted') return wrongState();
  return entry.submittedBy === officerId || entry.createdBy === officerId ? ownEntry() : null;
}
