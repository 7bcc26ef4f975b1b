/** Seals personal data anew (重新密封) that an older key of the ring still holds: batch by batch, from where it stood. */
import type { EntityManager } from 'typeorm';
import { audit } from '../../outbox/announce';
import type { PersonalPart } from '../type/definition';
import type { KeyRing } from '../../dispatch/key-ring';
import { ownerOf } from './personal.writer';

/** The place of a piece; batches go on after it. */
interface Place {
  readonly districtId: string;
  readonly entryId: string;
  readonly field: string;
  readonly what: PersonalPart;
  /** Of the working copy of a returned entry. */
  readonly reworked: boolean;
}

interface Piece extends Place {
  readonly sealed: Buffer;
}

export interface Resealed {
  readonly keyId: string;
  readonly sealed: number;
  /** Pieces that the key does not open: damaged, or copied from elsewhere. They stay as they are. */
  readonly unreadable: readonly Place[];
  /** Where the next batch begins; null: nothing is left. */
  readonly last: Place | null;
}

const NOWHERE: Place = {
  districtId: '00000000-0000-0000-0000-000000000000',
  entryId: '00000000-0000-0000-0000-000000000000',
  field: '',
  what: 'idNumber',
  reworked: false,
};

// in the order of the index; pieces in other hands are sealed with the newest key there, or found the next time
const batchSql = `
  select district_id as "districtId", entry_id as "entryId", field, what, reworked, sealed from ledger_personal
  where key_id = $1 and (district_id, entry_id, field, what, reworked) > ($2::uuid, $3::uuid, $4, $5, $6)
  order by district_id, entry_id, field, what, reworked limit $7 for update skip locked`;

const sealSql = `
  update ledger_personal p set key_id = $2, sealed = decode(r.sealed, 'hex'), digest = decode(r.digest, 'hex')
  from jsonb_to_recordset($1::jsonb) as r("districtId" uuid, "entryId" uuid, field text, what text, reworked boolean,
    sealed text, digest text)
  where p.district_id = r."districtId" and p.entry_id = r."entryId" and p.field = r.field and p.what = r.what
    and p.reworked = r.reworked`;

/** All that older keys hold, a transaction a batch; it may be left at any moment and goes on by itself the next time. */
export async function* reseal(
  inTransaction: (work: (tx: EntityManager) => Promise<Resealed>) => Promise<Resealed>,
  ring: KeyRing,
  most: number,
): AsyncGenerator<Resealed> {
  for (const keyId of ring.older) {
    for (let after: Place | null = NOWHERE; after !== null;) {
      const from: Place = after;
      const batch = await inTransaction((tx) => resealBatch(tx, ring, keyId, { after: from, most }));
      yield batch;
      after = batch.last;
    }
  }
}

/** One transaction: sealed, found by the new digest, and in the trail of each district, or nothing of it. */
async function resealBatch(
  tx: EntityManager,
  ring: KeyRing,
  keyId: string,
  { after, most }: { readonly after: Place; readonly most: number },
): Promise<Resealed> {
  const { districtId, entryId, field, what, reworked } = after;
  const from = [districtId, entryId, field, what, reworked];
  const pieces: Piece[] = await tx.query(batchSql, [keyId, ...from, most]);
  const unreadable: Place[] = [];
  const rows = pieces.flatMap(({ sealed, ...place }) => {
    const owner = ownerOf(place.entryId, place.field, place.what);
    const clear = ring.opened({ keyId, sealed }, owner);
    if (clear === null) {
      unreadable.push(place);
      return [];
    }
    const fresh = ring.seal(clear, owner);
    return [{ ...place, sealed: fresh.sealed.toString('hex'), digest: fresh.digest.toString('hex') }];
  });
  if (rows.length > 0) await tx.query(sealSql, [JSON.stringify(rows), ring.newest]);
  for (const [district, records] of countsOf(rows)) {
    const who = { districtId: district, account: 'clock', network: 'local', requestId: 'clock' };
    const after = { fromKey: keyId, toKey: ring.newest, records };
    await audit(tx, who, 'personalData.resealed', null, { after });
  }
  return { keyId, sealed: rows.length, unreadable, last: pieces.length < most ? null : (pieces.at(-1) ?? null) };
}

function countsOf(rows: readonly Place[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { districtId } of rows) counts.set(districtId, (counts.get(districtId) ?? 0) + 1);
  return counts;
}
