/** Entries that are known by the codes of programs (外部编码): where each stands now, after whatever corrections. */
import type { EntityManager } from 'typeorm';
import type { KeyRing } from '../../dispatch/key-ring';
import type { EntryStatus } from '../entry/ledger-entry.entity';
import type { Values } from '../entry/values';
import type { EntrySecrets } from '../personal/personal.writer';

interface Coded {
  readonly unionId: string;
  readonly code: string;
}

export interface CodedEntry extends Coded {
  readonly id: string;
  readonly status: EntryStatus;
  /** Returned, and changed since. */
  readonly reworked: boolean;
  readonly correctsId: string | null;
  readonly day: string;
  readonly values: Values;
}

/**
 * The newest of each line of corrections that was not given up, as its union has it in hand; locked, so that nobody decides
 * on it meanwhile. Each is looked up by itself, also in a ledger that just begins to grow: without statistics a join would
 * read all of it.
 */
const standingSql = `
  with recursive given as (select * from jsonb_to_recordset($3::jsonb) as g("unionId" uuid, code text)),
  line as (
    select g."unionId" as union_id, g.code, c.entry_id as id, 1 as no from given g cross join lateral (
      select entry_id from ledger_code c
      where c.district_id = $1 and c.type_id = $2 and c.union_id = g."unionId" and c.code = g.code limit 1) c
    union all
    select l.union_id, l.code, e.id, l.no + 1 from line l
    join ledger_entry e on e.corrects_id = l.id and e.district_id = $1 and e.status <> 'withdrawn'
  ), newest as (select distinct on (union_id, code) union_id, code, id from line order by union_id, code, no desc)
  select n.union_id as "unionId", n.code, e.id, e.status, w.id is not null as reworked, e.corrects_id as "correctsId", coalesce(w.day, e.day)::text as day,
    coalesce(w.given, e.given) as values
  from newest n join ledger_entry e on e.district_id = $1 and e.id = n.id and e.id = any(array(select id from newest))
  left join ledger_rework w on w.district_id = $1 and w.id = n.id`;

export async function codedEntries(
  tx: EntityManager,
  districtId: string,
  typeId: string,
  asked: readonly Coded[],
  { lock = false } = {},
): Promise<CodedEntry[]> {
  const locking = lock ? ' order by e.id for update of e' : '';
  return tx.query(`${standingSql}${locking}`, [districtId, typeId, JSON.stringify(asked)]);
}

/** From now on the code names this entry. */
export async function keepCodes(
  tx: EntityManager,
  districtId: string,
  typeId: string,
  coded: readonly (Coded & { readonly entryId: string })[],
): Promise<void> {
  if (coded.length === 0) return;
  await tx.query(
    `insert into ledger_code (district_id, type_id, union_id, code, entry_id)
     select $1, $2, "unionId", code, "entryId" from jsonb_to_recordset($3::jsonb) as g("unionId" uuid, code text, "entryId" uuid)
     on conflict (district_id, type_id, union_id, code) do update set entry_id = excluded.entry_id`,
    [districtId, typeId, JSON.stringify(coded)],
  );
}

/** Of entries whose masks are the same: those whose numbers behind them are not. */
export async function otherNumbers(
  tx: EntityManager,
  ring: KeyRing,
  districtId: string,
  given: readonly EntrySecrets[],
): Promise<ReadonlySet<string>> {
  const told = given.flatMap(({ entryId, secrets }) =>
    secrets.flatMap(({ field, what, clear }) => (clear === null ? [] : [{ entryId, field, what, clear }])),
  );
  if (told.length === 0) return new Set();
  const rows: { place: string; digest: string }[] = await tx.query(
    `select entry_id || '/' || field || '/' || what as place, encode(digest, 'hex') as digest from ledger_personal p
     where district_id = $1 and entry_id = any($2::uuid[]) and reworked = exists (
       select from ledger_rework w where w.district_id = p.district_id and w.id = p.entry_id)`,
    [districtId, [...new Set(told.map(({ entryId }) => entryId))]],
  );
  const stored = new Map(rows.map(({ place, digest }) => [place, digest]));
  const other = told.filter(({ entryId, field, what, clear }) => {
    const digest = stored.get(`${entryId}/${field}/${what}`);
    return !ring.digests(clear).some((each) => each.toString('hex') === digest);
  });
  return new Set(other.map(({ entryId }) => entryId));
}

/** Nobody gives another entry the same code meanwhile; an intake of the ledger has all its codes for itself. */
export async function holdCode(tx: EntityManager, typeId: string, { unionId, code }: Coded): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock_shared(hashtextextended($1, 118)), pg_advisory_xact_lock(hashtextextended($2, 185))`,
    [typeId, `${typeId}/${unionId}/${code}`],
  );
}
