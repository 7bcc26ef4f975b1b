/** An entry in hand (台账记录): locked for a deed of one side, with the form it was made by. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import type { AnyAnnouncement } from '../../outbox/announce';
import { decimalsOf } from '../type/definition';
import { LedgerRework } from '../rework/ledger-rework.entity';
import { type TypeInHand, typeInHand } from '../type/ledger-type.reader';
import { wrongState } from './entry-refusals';
import { type EntryStatus, LedgerEntry } from './ledger-entry.entity';
import type { Changes } from './entry-step.entity';
import type { Values } from './values';

export interface EntryInHand {
  readonly entry: LedgerEntry;
  readonly type: TypeInHand;
}

/** As its union has it in hand: of a returned one that it is changing, the working copy. */
export interface OwnEntry extends EntryInHand {
  readonly handedIn: LedgerEntry;
}

/** The own union's entry; out of reach reads like missing. Errors: notFound. */
export async function takeEntry(tx: EntityManager, { districtId, unionId }: Actor, id: string): Promise<OwnEntry> {
  const lock = { mode: 'pessimistic_write' } as const;
  const handedIn = await tx.findOne(LedgerEntry, { where: { districtId, id, unionId }, lock });
  if (handedIn === null) throw new NotFound();
  const rework = handedIn.status === 'returned' ? await tx.findOneBy(LedgerRework, { districtId, id }) : null;
  const entry = rework ?? handedIn;
  return { handedIn, entry, type: await typeInHand(tx, districtId, entry.typeId, { version: entry.typeVersion }) };
}

/** Nobody but their own union sees these. */
export const hiddenFromAbove: ReadonlySet<EntryStatus> = new Set(['draft', 'withdrawn']);

/** Errors: ledgerEntry.state (409). */
export function requireStatus({ status }: LedgerEntry, ...allowed: readonly EntryStatus[]): void {
  if (!allowed.includes(status)) throw wrongState();
}

export function changesOf(before: Values, after: Values): Changes {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const same = (key: string): boolean => JSON.stringify(before[key]) === JSON.stringify(after[key]);
  return Object.fromEntries(
    keys.filter((key) => !same(key)).map((key) => [key, [before[key] ?? null, after[key] ?? null]]),
  );
}

type Deed = 'submitted' | 'returned' | 'accepted' | 'corrected' | 'withdrawn';

/** The entry as it stands after the deed: numbers, choices, days and unions, and no word that somebody typed. */
export function toldOf({ entry, type }: EntryInHand, deed: Deed, reason: string | null): AnyAnnouncement {
  const { id: entryId, unionId, path, day, status, correctsId, values } = entry;
  const { id: ledgerId, code, programme, version, definition } = type;
  const told = definition.fields.filter(
    (field) => decimalsOf(field) !== null || ['choice', 'day', 'union'].includes(field.kind),
  );
  const figures = Object.fromEntries(
    told.flatMap(({ key }) => (typeof values[key] === 'string' ? [[key, values[key]]] : [])),
  );
  return {
    name: `ledgerEntry.${deed}`,
    unionId,
    path,
    subjectId: entryId,
    body: {
      ledger: { ledgerId, code, name: definition.name, programme, version },
      ledgerEntry: { entryId, unionId, day, status, correctsId, figures },
      reason,
    },
  };
}
