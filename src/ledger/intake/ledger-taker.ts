/** Entries of a ledger out of spreadsheets (台账导入): by the form that stood when it was asked for, sealed as by hand, each row once. */
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../config';
import { type Numbered, type Taker, taker, type TakerSource, type Written } from '../../intake/taker';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { audit } from '../../outbox/announce';
import { retired } from '../entry/entry-refusals';
import { addSteps, insertEntries, type NewStep } from '../entry/entry-sql';
import { concealed } from '../personal/concealed';
import { type KeyRing, ringOf } from '../../dispatch/key-ring';
import { storeSecrets } from '../personal/personal.writer';
import { type TypeInHand, typeInHand } from '../type/ledger-type.reader';
import { type EntryGround, type EntryRow, parseEntry, type UnionPlace } from './entry-cells';
import { intakeColumnsOf } from './intake-columns';
import { tellBatch, tellTaken } from './taken-telling';
import { digestsOf, keepTaken, takenRows } from './taken-rows';

export const LEDGER = 'ledger';

export const ledgerTakers = (config: Config): TakerSource => {
  let ring: KeyRing | undefined;
  return {
    kind: LEDGER,
    passing: true,
    takerFor: async (tx, { districtId, settings: { ledgerId = '', version, submit } }) => {
      const type = await typeInHand(tx, districtId, ledgerId, { version: Number(version) });
      return ledgerTaker({ ...type, version: Number(version) }, submit === 'true', () => (ring ??= ringOf(config)));
    },
  };
};

const unionsSql = `
  select id, name, code, path::text as path, parent_id as "parentId", app_today()::text as today from trade_union
  where district_id = $1 and path <@ $2::ltree and (closed_on is null or id = $3)`;

function ledgerTaker(type: TypeInHand, submit: boolean, ring: () => KeyRing): Taker {
  const { definition } = type;
  const columns = intakeColumnsOf(definition, { submit });
  return taker<EntryRow, EntryGround>({
    kind: LEDGER,
    passing: true,
    columns,
    // short, and nobody's data stay in memory: a file may have two hundred thousand rows
    keyOf: (cells) =>
      createHash('sha256')
        .update(JSON.stringify(columns.map(({ key }) => cells[key] ?? null)))
        .digest('base64'),
    prepare: async (tx, { districtId, path, unionId }) => {
      const { retired: closed } = await typeInHand(tx, districtId, type.id, { lock: 'for share of t' });
      if (closed) throw retired();
      const rows: (UnionPlace & { name: string; code: string; today: string })[] = await tx.query(unionsSql, [
        districtId,
        path,
        unionId,
      ]);
      const unions = new Map(rows.flatMap((union) => [[union.name, union] as const, [union.code, union] as const]));
      const borne = new Set<string>();
      for (const { name } of rows) {
        if (borne.has(name)) unions.delete(name);
        borne.add(name);
      }
      const own = rows.find(({ id }) => id === unionId);
      if (own === undefined) throw new Error('The union that asked is not there.');
      return { definition, columns, unions, own, today: own.today, submit };
    },
    parse: parseEntry,
    write: (tx, actor, rows, { intakeId }) => write(tx, actor, { type, submit, ring: ring(), intakeId }, rows),
    finish: (tx, actor, { intakeId, fileName }, tally) => tellTaken(tx, actor, type, { intakeId, fileName, ...tally }),
  });
}

interface Work {
  readonly type: TypeInHand;
  readonly submit: boolean;
  readonly ring: KeyRing;
  readonly intakeId: string;
}

/** A fixed number of statements, however many rows; two intakes of one ledger write one after another. */
async function write(
  tx: EntityManager,
  actor: Actor,
  { type, submit, ring, intakeId }: Work,
  rows: readonly Numbered<EntryRow>[],
): Promise<Written> {
  const { districtId } = actor;
  const { id: typeId, definition } = type;
  const [{ today }]: [{ today: string }] = await tx.query(
    'select app_today()::text as today from pg_advisory_xact_lock(hashtextextended($1, 118))',
    [typeId],
  );
  const read = rows.map(({ row, value }) => ({ row, value, digests: digestsOf(ring, value) }));
  const taken = await takenRows(
    tx,
    districtId,
    typeId,
    read.flatMap(({ digests }) => digests),
  );
  const fresh = new Map<string, (typeof read)[number] & { entryId: string }>();
  const faults: Written['faults'][number][] = [];
  let unchanged = 0;
  for (const each of read) {
    const [digest = ''] = each.digests;
    const before = each.digests.map((one) => taken.get(one)).find((one) => one?.withdrawn === false);
    const twice = fresh.get(digest)?.row ?? (before?.intakeId === intakeId ? before.row : undefined);
    if (twice !== undefined) faults.push({ row: each.row, value: [repeated(twice)] });
    else if (before !== undefined) unchanged += 1;
    else fresh.set(digest, { ...each, entryId: newId() });
  }
  if (fresh.size === 0) return { created: 0, changed: 0, unchanged, faults };
  const made = [...fresh].map(([digest, { row, value, entryId }]) => {
    const { values, secrets } = concealed(definition, value.values, {});
    const { of, day } = value;
    const to = definition.acceptance ? of.parentId : null;
    return { digest, row, entryId, values, secrets, day, of: { unionId: of.id, path: of.path }, to };
  });
  const entries = made.map(({ entryId: id, values, day, of, to }) => {
    return { id, values, day, of, ...(submit ? { submitted: { to } } : {}) };
  });
  await insertEntries(tx, actor, type, entries);
  await storeSecrets(tx, ring, districtId, made, { fresh: true });
  await keepTaken(tx, { districtId, typeId, intakeId }, made);
  const ids = made.map(({ entryId }) => entryId);
  const steps = ids.flatMap((entryId): NewStep[] => [
    { entryId, kind: 'begun' },
    ...(submit ? [{ entryId, kind: 'submitted' as const }] : []),
  ]);
  await addSteps(tx, actor, steps, { fresh: true });
  await audit(tx, actor, 'ledgerEntry.takenIn', intakeId, { after: { ledgerId: typeId, entries: ids.length, submit } });
  const handedIn = submit ? made : [];
  const told = handedIn.map(({ of: { unionId }, day, to }) => {
    const status = to === null ? ('accepted' as const) : ('submitted' as const);
    return { unionId, day: day ?? today, status };
  });
  await tellBatch(tx, actor, type, intakeId, told);
  return { created: ids.length, changed: 0, unchanged, faults };
}

const repeated = (row: number) => ({
  column: null,
  code: 'intake.twice',
  words: { zh: `与第 ${row} 行重复。`, en: `It repeats row ${row}.` },
});
