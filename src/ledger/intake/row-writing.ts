/** Rows become entries (台账导入写入): what is new, what a program's code says anew; a fixed number of statements for a batch. */
import type { EntityManager } from 'typeorm';
import type { KeyRing } from '../../dispatch/key-ring';
import type { Numbered, Written } from '../../intake/taker';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { audit } from '../../outbox/announce';
import { keepCodes } from '../coded/coded-entries';
import { changesOf } from '../entry/entry-in-hand';
import { addSteps, insertEntries, type NewStep, updateEntries } from '../entry/entry-sql';
import { concealed } from '../personal/concealed';
import { storeSecrets } from '../personal/personal.writer';
import { beginRework, settleRework } from '../rework/rework-sql';
import type { TypeInHand } from '../type/ledger-type.reader';
import { type ChangedRow, readCoded, repeated } from './coded-rows';
import type { EntryRow } from './entry-cells';
import { digestsOf, keepTaken, takenRows } from './taken-rows';
import { tellBatch } from './taken-telling';

interface Work {
  readonly type: TypeInHand;
  readonly submit: boolean;
  readonly ring: KeyRing;
  readonly intakeId: string;
}

interface Fresh extends Numbered<EntryRow> {
  /** null: known again by its code. */
  readonly digest: string | null;
}

/** What rows come to: each is new, changed, said already, or faulty. */
interface ReadRows {
  readonly today: string;
  readonly fresh: readonly Fresh[];
  readonly changed: readonly ChangedRow[];
  readonly written: Written;
}

/** Two intakes of one ledger write one after another. */
async function readRows(
  tx: EntityManager,
  actor: Actor,
  work: Work,
  rows: readonly Numbered<EntryRow>[],
  { lock }: { lock: boolean },
): Promise<ReadRows> {
  const [{ today }]: [{ today: string }] = await tx.query(
    'select app_today()::text as today from pg_advisory_xact_lock(hashtextextended($1, 118))',
    [work.type.id],
  );
  const plain = await readPlain(
    tx,
    actor,
    work,
    rows.filter(({ value }) => value.code === null),
  );
  const coded = await readCoded(
    tx,
    actor.districtId,
    work,
    rows.filter(({ value }) => value.code !== null),
    { lock },
  );
  const fresh = [...plain.fresh, ...coded.fresh.map((each): Fresh => ({ ...each, digest: null }))];
  const { changed } = coded;
  const made = new Map<number, 'created' | 'changed'>([
    ...fresh.map(({ row }) => [row, 'created'] as const),
    ...changed.map(({ row }) => [row, 'changed'] as const),
  ]);
  const faults = [...plain.faults, ...coded.faults];
  const unchanged = rows.length - made.size - faults.length;
  return {
    today,
    fresh,
    changed,
    written: { created: fresh.length, changed: changed.length, unchanged, made, faults },
  };
}

/** What writing them would come to: all that can be wrong with a row is found before anything is written. */
export async function examineRows(
  tx: EntityManager,
  actor: Actor,
  work: Work,
  rows: readonly Numbered<EntryRow>[],
): Promise<Written> {
  return (await readRows(tx, actor, work, rows, { lock: false })).written;
}

export async function writeRows(
  tx: EntityManager,
  actor: Actor,
  work: Work,
  rows: readonly Numbered<EntryRow>[],
): Promise<Written> {
  const { type, submit, intakeId } = work;
  const { today, fresh, changed, written } = await readRows(tx, actor, work, rows, { lock: true });
  if (fresh.length > 0) await writeFresh(tx, actor, work, fresh);
  if (changed.length > 0) await writeChanged(tx, actor, work, changed);
  if (fresh.length + changed.length > 0) {
    const after = { ledgerId: type.id, entries: fresh.length, changed: changed.length, submit };
    await audit(tx, actor, 'ledgerEntry.takenIn', intakeId, { after });
  }
  const handedIn = [
    ...fresh.map(({ value: { of, day } }) => ({ of, day: day ?? today })),
    ...changed.map(({ of, day, before }) => ({ of, day: day ?? before.day })),
  ].map(({ of, day }) => {
    const status = aboveOf(type, of) === null ? ('accepted' as const) : ('submitted' as const);
    return { unionId: of.id, day, status };
  });
  await tellBatch(tx, actor, type, intakeId, submit ? handedIn : []);
  return written;
}

/** Known again by all that they say. */
async function readPlain(
  tx: EntityManager,
  { districtId }: Actor,
  { type, ring, intakeId }: Work,
  rows: readonly Numbered<EntryRow>[],
): Promise<{ fresh: readonly Fresh[]; faults: Written['faults'] }> {
  const read = rows.map(({ row, value }) => ({ row, value, digests: digestsOf(ring, value) }));
  const digests = read.flatMap((each) => each.digests);
  const taken = digests.length === 0 ? new Map<string, never>() : await takenRows(tx, districtId, type.id, digests);
  const fresh = new Map<string, Fresh>();
  const faults: Written['faults'][number][] = [];
  for (const { row, value, digests: own } of read) {
    const [digest = ''] = own;
    const before = own.map((one) => taken.get(one)).find((one) => one?.withdrawn === false);
    const twice = fresh.get(digest)?.row ?? (before?.intakeId === intakeId ? before.row : undefined);
    if (twice !== undefined) faults.push({ row, value: [repeated(twice)] });
    else if (before === undefined) fresh.set(digest, { row, value, digest });
  }
  return { fresh: [...fresh.values()], faults };
}

async function writeFresh(tx: EntityManager, actor: Actor, work: Work, fresh: readonly Fresh[]): Promise<void> {
  const { type, submit, ring, intakeId } = work;
  const [districtId, typeId] = [actor.districtId, type.id];
  const made = fresh.map(({ row, digest, value: { of, code, day, values: given } }) => {
    const { values, secrets } = concealed(type.definition, given, {});
    return { entryId: newId(), row, digest, code, values, secrets, day, of };
  });
  const entries = made.map(({ entryId: id, values, day, of }) => {
    const submitted = submit ? { submitted: { to: aboveOf(type, of) } } : {};
    return { id, values, day, of: { unionId: of.id, path: of.path }, ...submitted };
  });
  await insertEntries(tx, actor, type, entries);
  await storeSecrets(tx, ring, districtId, made, { fresh: true });
  const known = made.flatMap(({ entryId, row, digest }) => (digest === null ? [] : [{ entryId, row, digest }]));
  if (known.length > 0) await keepTaken(tx, { districtId, typeId, intakeId }, known);
  const coded = made.flatMap(({ entryId, of, code }) => (code === null ? [] : [{ entryId, unionId: of.id, code }]));
  await keepCodes(tx, districtId, typeId, coded);
  const steps = made.flatMap(({ entryId }): NewStep[] => [
    { entryId, kind: 'begun' },
    ...(submit ? [{ entryId, kind: 'submitted' as const }] : []),
  ]);
  await addSteps(tx, actor, steps, { fresh: true });
}

async function writeChanged(
  tx: EntityManager,
  actor: Actor,
  { type, submit, ring }: Work,
  changed: readonly ChangedRow[],
): Promise<void> {
  const { districtId } = actor;
  const returned = changed.filter(({ before }) => before.status === 'returned');
  const ids = returned.map(({ entryId }) => entryId);
  // handed in again they stand for all to see; until then beside what was handed in
  if (submit) await settleRework(tx, districtId, ids);
  else await beginRework(tx, districtId, ids);
  const beside = new Set(submit ? [] : returned);
  for (const reworked of [false, true]) {
    const these = changed.filter((each) => beside.has(each) === reworked);
    const entries = these.map(({ entryId: id, values, day, of }) => {
      return { id, values, day, ...(submit ? { submitted: { to: aboveOf(type, of) } } : {}) };
    });
    await updateEntries(tx, actor, type, entries, reworked ? 'ledger_rework' : 'ledger_entry');
    await storeSecrets(tx, ring, districtId, these, { reworked });
  }
  const steps = changed.flatMap(({ entryId, before, values }): NewStep[] => [
    { entryId, kind: 'changed', changes: changesOf(before.values, values) },
    ...(submit ? [{ entryId, kind: 'submitted' as const }] : []),
  ]);
  await addSteps(tx, actor, steps);
}

/** The union that accepts it; null where it counts at once. */
const aboveOf = ({ definition }: TypeInHand, of: EntryRow['of']): string | null =>
  definition.acceptance ? of.parentId : null;
