/** Stores the personal data of entries (个人信息保管) under seal, beside the entries. */
import type { EntityManager } from 'typeorm';
import type { Secret } from './concealed';
import type { KeyRing } from '../../dispatch/key-ring';

export interface EntrySecrets {
  readonly entryId: string;
  readonly secrets: readonly Secret[];
}

/** What a piece is bound to: it opens nowhere else. */
export const ownerOf = (entryId: string, field: string, what: string): string => `${entryId}/${field}/${what}`;

const removeSql = `
  delete from ledger_personal p using jsonb_to_recordset($2::jsonb) as k("entryId" uuid, kept jsonb)
  where p.district_id = $1 and p.entry_id = k."entryId" and p.reworked = $3 and not k.kept ? (p.field || '/' || p.what)`;
const putSql = `
  insert into ledger_personal (district_id, entry_id, field, what, reworked, key_id, sealed, digest)
  select $1, "entryId", field, what, $3, "keyId", decode(sealed, 'hex'), decode(digest, 'hex')
  from jsonb_to_recordset($2::jsonb) as r("entryId" uuid, field text, what text, "keyId" text, sealed text, digest text)`;
const anewSql = `
  on conflict (district_id, entry_id, field, what, reworked)
  do update set key_id = excluded.key_id, sealed = excluded.sealed, digest = excluded.digest`;

/** `reworked`: those of working copies. What is no longer given is removed; what stands masked stays; the rest is sealed anew. */
export async function storeSecrets(
  tx: EntityManager,
  ring: KeyRing,
  districtId: string,
  given: readonly EntrySecrets[],
  { fresh = false, reworked = false } = {},
): Promise<void> {
  const kept = given.map(({ entryId, secrets }) => ({
    entryId,
    kept: secrets.map(({ field, what }) => `${field}/${what}`),
  }));
  if (!fresh) await tx.query(removeSql, [districtId, JSON.stringify(kept), reworked]);
  const rows = given.flatMap(({ entryId, secrets }) =>
    secrets.flatMap(({ field, what, clear }) => {
      if (clear === null) return [];
      const { keyId, sealed, digest } = ring.seal(clear, ownerOf(entryId, field, what));
      return [{ entryId, field, what, keyId, sealed: sealed.toString('hex'), digest: digest.toString('hex') }];
    }),
  );
  if (rows.length === 0) return;
  await tx.query(fresh ? putSql : `${putSql}${anewSql}`, [districtId, JSON.stringify(rows), reworked]);
}

/** A correction begins with what the corrected entry holds: opened and sealed for its new place. */
export async function carrySecrets(
  tx: EntityManager,
  ring: KeyRing,
  districtId: string,
  [from, to]: readonly [string, string],
): Promise<void> {
  const rows: { field: string; what: Secret['what']; keyId: string; sealed: Buffer }[] = await tx.query(
    `select field, what, key_id as "keyId", sealed from ledger_personal where district_id = $1 and entry_id = $2
       and not reworked`,
    [districtId, from],
  );
  const secrets = rows.map(({ field, what, ...row }) => ({
    field,
    what,
    clear: ring.open(row, ownerOf(from, field, what)),
  }));
  await storeSecrets(tx, ring, districtId, [{ entryId: to, secrets }], { fresh: true });
}
