/** The statements of working copies (退回后修改稿): begun at the first change, put in the entry's place when it is handed in again. */
import type { EntityManager } from 'typeorm';
import { slotColumns } from '../entry/slot-columns';

/** Its union may change these; all else of an entry stays what it was. */
const changing = ['type_version', 'day', 'given', 'version', ...slotColumns];
const all = [
  ...['district_id', 'id', 'type_id', 'union_id', 'path', 'status', 'corrects_id', 'created_by', 'created_at'],
  ...['reviewer_id', 'submitted_by', 'submitted_at'],
  ...changing,
];

const beginSql = `
  with begun as (
    insert into ledger_rework (${all.join(', ')}) select ${all.join(', ')} from ledger_entry
    where district_id = $1 and id = any($2::uuid[]) and status = 'returned' on conflict do nothing returning id)
  insert into ledger_personal (district_id, entry_id, field, what, reworked, key_id, sealed, digest)
  select p.district_id, p.entry_id, p.field, p.what, true, p.key_id, p.sealed, p.digest
  from begun join ledger_personal p on p.district_id = $1 and p.entry_id = begun.id and not p.reworked`;

const putSql = `
  with gone as (delete from ledger_rework where district_id = $1 and id = any($2::uuid[]) returning *), put as (
    update ledger_entry e set ${changing.map((column) => `${column} = gone.${column}`).join(', ')}
    from gone where e.district_id = gone.district_id and e.id = gone.id returning e.id)
  select id from put`;

/** From now on its union changes these returned entries beside what was handed in; those begun already go on. */
export async function beginRework(tx: EntityManager, districtId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.query(beginSql, [districtId, ids]);
}

/** What its union has made of them takes the place of what was handed in, with files and personal data. */
export async function settleRework(tx: EntityManager, districtId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const put: { id: string }[] = await tx.query(putSql, [districtId, ids]);
  const changed = [districtId, put.map(({ id }) => id)];
  if (put.length > 0) {
    const these = 'district_id = $1 and entry_id = any($2::uuid[])';
    await tx.query(`delete from ledger_personal where ${these} and not reworked`, changed);
    await tx.query(`update ledger_personal set reworked = false where ${these}`, changed);
  }
  const files = 'entry_id = any($2::uuid[]) and district_id = $1';
  await tx.query(`delete from ledger_file where ${files} and since_return = 'removed'`, [districtId, ids]);
  await tx.query(`update ledger_file set since_return = null where ${files} and since_return is not null`, [
    districtId,
    ids,
  ]);
}
