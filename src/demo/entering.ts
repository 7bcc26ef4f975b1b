/** Entries of ledgers as the demo makes them (台账填报): begun, submitted and accepted by their unions, many at once. */
import type { EntityManager } from 'typeorm';
import { toldOf } from '../ledger/entry/entry-in-hand';
import { addSteps, insertEntries } from '../ledger/entry/entry-sql';
import { LedgerEntry } from '../ledger/entry/ledger-entry.entity';
import { readValues, type Values } from '../ledger/entry/values';
import { tellBatch } from '../ledger/intake/taken-telling';
import type { TypeInHand } from '../ledger/type/ledger-type.reader';
import type { Actor } from '../kernel/actor';
import { newId } from '../kernel/id';
import { announce } from '../outbox/announce';
import type { Lane } from './lane';

/** Who keeps the ledger, and who accepts; nobody above the district does. */
export interface Keeper {
  readonly actor: Actor;
  readonly above: Actor | null;
}

/** In one stroke for each side, and each entry with its own steps, announcement and line in the audit trail. */
export async function enter(
  lane: Lane,
  { actor, above }: Keeper,
  type: TypeInHand,
  all: readonly Values[],
  [keptOn, acceptedOn]: readonly [string, string],
  told: Told = oneByOne,
): Promise<void> {
  if (all.length === 0) return;
  lane.begin();
  lane.moveTo(keptOn);
  const entries = all.map((given) => ({ id: newId(), ...entryOf(type, given) }));
  const ids = entries.map(({ id }) => id);
  const accepted = above === null;
  await lane.deeds.transaction(async (tx) => {
    await insertEntries(tx, actor, type, entries);
    await tx.query(
      `update ledger_entry set status = $3, reviewer_id = $4, submitted_by = $5, submitted_at = app_now(), version = version + 1
       where district_id = $1 and id = any($2::uuid[])`,
      [actor.districtId, ids, accepted ? 'accepted' : 'submitted', above?.unionId ?? null, actor.officerId],
    );
    await addSteps(
      tx,
      actor,
      ids.flatMap((entryId) => [
        { entryId, kind: 'begun' as const },
        { entryId, kind: 'submitted' as const },
      ]),
    );
    await told(tx, actor, type, { entries, of: actor, deed: accepted ? 'accepted' : 'submitted' });
  });
  if (above === null) return;
  lane.moveTo(acceptedOn);
  await lane.deeds.transaction(async (tx) => {
    await tx.query(
      `update ledger_entry set status = 'accepted', version = version + 1
       where district_id = $1 and id = any($2::uuid[])`,
      [actor.districtId, ids],
    );
    await addSteps(
      tx,
      above,
      ids.map((entryId) => ({ entryId, kind: 'accepted' as const })),
    );
    await told(tx, above, type, { entries, of: actor, deed: 'accepted' });
  });
}

/** As a form would take it. */
function entryOf({ code, definition }: TypeInHand, given: Values): { values: Values; day: string } {
  const { values, errors } = readValues(definition, given, { draft: false });
  const [error] = errors;
  if (error !== undefined) throw new Error(`The demo's entry of ${code}: ${error.field} ${error.words.en}`);
  const day = definition.whenField === null ? undefined : values[definition.whenField];
  if (typeof day !== 'string') throw new Error(`The demo's entry of ${code} has no day`);
  return { values, day };
}

interface Deed {
  readonly entries: readonly { readonly id: string; readonly day: string }[];
  /** Whose entries they are. */
  readonly of: Actor;
  readonly deed: 'submitted' | 'accepted';
}
type Told = (tx: EntityManager, actor: Actor, type: TypeInHand, deed: Deed) => Promise<void>;

/** As entries of a spreadsheet are told. */
export const inOneGo: Told = (tx, actor, type, { entries, of, deed }) =>
  tellBatch(
    tx,
    actor,
    type,
    newId(),
    entries.map(({ day }) => ({ unionId: of.unionId, day, status: deed })),
  );

const oneByOne: Told = async (tx, actor, type, { entries, deed }) => {
  const ids = entries.map(({ id }) => id);
  const rows = await tx
    .createQueryBuilder(LedgerEntry, 'e')
    .where('e.districtId = :districtId and e.id = any(:ids)', { districtId: actor.districtId, ids })
    .orderBy('e.id')
    .getMany();
  await announce(tx, actor, ...rows.map((entry) => toldOf({ entry, type }, deed, null)));
};
