/** Rows of spreadsheets that are known again (台账导入去重): by keyed digests over all that a row says. */
import type { EntityManager } from 'typeorm';
import type { KeyRing } from '../../dispatch/key-ring';
import type { EntryRow } from './entry-cells';

export interface TakenRow {
  readonly digest: string;
  readonly entryId: string;
  readonly intakeId: string;
  readonly row: number;
  /** Given up since: the row may be taken in anew. */
  readonly withdrawn: boolean;
}

/** Under every key of the ring, the newest first; personal data are in it, so nobody can try numbers out without a key. */
export function digestsOf(ring: KeyRing, { of, day, values }: Pick<EntryRow, 'of' | 'day' | 'values'>): string[] {
  const said = JSON.stringify([of.id, day, sorted(values)]);
  return ring.digests(said).map((digest) => digest.toString('hex'));
}

/** By digest, also under keys that were replaced. */
export async function takenRows(
  tx: EntityManager,
  districtId: string,
  typeId: string,
  digests: readonly string[],
): Promise<ReadonlyMap<string, TakenRow>> {
  const rows: TakenRow[] = await tx.query(
    `select encode(t.digest, 'hex') as digest, t.entry_id as "entryId", t.intake_id as "intakeId", t.row_no as row,
       e.status = 'withdrawn' as withdrawn
     from unnest($3::text[]) as g(hex), lateral (
       select * from ledger_taken t where t.district_id = $1 and t.type_id = $2 and t.digest = decode(g.hex, 'hex') limit 1) t,
     lateral (select status from ledger_entry e where e.district_id = $1 and e.id = t.entry_id limit 1) e`,
    [districtId, typeId, digests],
  );
  return new Map(rows.map((row) => [row.digest, row]));
}

export async function keepTaken(
  tx: EntityManager,
  { districtId, typeId, intakeId }: { districtId: string; typeId: string; intakeId: string },
  rows: readonly { digest: string; entryId: string; row: number }[],
): Promise<void> {
  await tx.query(
    `insert into ledger_taken (district_id, type_id, digest, entry_id, intake_id, row_no)
     select $1, $2, decode(digest, 'hex'), "entryId", $3, "row"
     from jsonb_to_recordset($4::jsonb) as g(digest text, "entryId" uuid, "row" int)
     on conflict (district_id, type_id, digest)
     do update set entry_id = excluded.entry_id, intake_id = excluded.intake_id, row_no = excluded.row_no`,
    [districtId, typeId, intakeId, JSON.stringify(rows)],
  );
}

/** The same whatever the order of the columns. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => [key, sorted(part)]);
}
