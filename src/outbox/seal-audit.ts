/** Seals what was written into the audit trail: beside the deeds and not in them, so that no deed waits for another. */
import type { DataSource } from 'typeorm';

const BATCH = 500;

const seal = `
  with recursive chosen as materialized (
    select district_id, entry_id from audit_unsealed order by entry_id limit ${BATCH}
  ), taken as (
    delete from audit_unsealed u using chosen c where u.district_id = c.district_id and u.entry_id = c.entry_id
    returning u.district_id, u.entry_id
  ), given as materialized (
    select t.district_id, t.entry_id, row_number() over (partition by t.district_id order by t.entry_id) as n,
      coalesce(audit_content(e), '') as content
    from taken t left join audit_entry e on e.district_id = t.district_id and e.id = t.entry_id
  ), heads as materialized (
    select d.district_id, coalesce(s.no, 0) as no, coalesce(s.hash, '') as hash
    from (select distinct district_id from given) d
    left join lateral (
      select no, hash from audit_seal where district_id = d.district_id order by no desc limit 1) s on true
  ), chained as (
    select district_id, 0::bigint as n, null::uuid as entry_id, hash from heads
    union all
    select g.district_id, g.n, g.entry_id, sha256(c.hash || g.content)
    from chained c join given g on g.district_id = c.district_id and g.n = c.n + 1
  )
  insert into audit_seal (district_id, no, entry_id, hash)
  select c.district_id, h.no + c.n, c.entry_id, c.hash from chained c join heads h using (district_id) where c.n > 0
  returning no`;

/** Until nothing waits, a batch a transaction. Whoever finds the turn taken leaves it to the other worker. */
export async function sealAudit(database: DataSource): Promise<void> {
  let sealed = BATCH;
  while (sealed === BATCH) {
    sealed = await database.transaction(async (tx) => {
      // before the statement that reads the last seal, which is to see what the other worker has written
      const [{ mine }]: [{ mine: boolean }] = await tx.query(
        `select pg_try_advisory_xact_lock(hashtext('sanji audit seal')) as mine`,
      );
      return mine ? (await tx.query<unknown[]>(seal)).length : 0;
    });
  }
}
