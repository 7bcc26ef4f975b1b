/**
 * Entries that were returned and changed before working copies stood apart (退回后已修改的记录): what their union has made of them
 * becomes the working copy, and what was handed in is put back from their steps.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const slots = [
  ...Array.from({ length: 8 }, (_, i) => ({ slot: `t${i + 1}`, type: 'text' })),
  ...Array.from({ length: 6 }, (_, i) => ({ slot: `n${i + 1}`, type: 'numeric' })),
  ...Array.from({ length: 3 }, (_, i) => ({ slot: `d${i + 1}`, type: 'date' })),
];
const columns = [
  ...['district_id', 'id', 'type_id', 'type_version', 'union_id', 'path', 'reviewer_id', 'day', 'given', 'status'],
  ...['corrects_id', 'version', 'created_by', 'created_at', 'submitted_by', 'submitted_at'],
  ...slots.map(({ slot }) => slot),
].join(', ');

export class LedgerReworkBegun1763900000201 implements MigrationInterface {
  name = 'LedgerReworkBegun1763900000201';

  /**
   * Steps say of each field what stood before its first change. They do not say which files came and went, nor the day of a
   * ledger whose day is no field: these stay as they are. Numbers under seal that were overwritten are gone: their masks come
   * back, and there is nothing to disclose behind them until the entry is handed in again.
   */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create temporary table half_changed as
      select e.district_id, e.id, (
          select jsonb_object_agg(b.key, b.stood) from (
            select distinct on (c.key) c.key, c.value->0 as stood from ledger_step s, jsonb_each(s.changes) c
            where s.district_id = e.district_id and s.entry_id = e.id and s.kind = 'changed' and s.no > (
              select max(l.no) from ledger_step l
              where l.district_id = e.district_id and l.entry_id = e.id and l.kind = 'returned')
            order by c.key, s.no) b) as stood
      from ledger_entry e where e.status = 'returned';
      delete from half_changed where stood is null;

      insert into ledger_rework (${columns}) select ${columns} from ledger_entry e
      where exists (select from half_changed h where h.district_id = e.district_id and h.id = e.id);
      insert into ledger_personal (district_id, entry_id, field, what, reworked, key_id, sealed, digest)
      select p.district_id, p.entry_id, p.field, p.what, true, p.key_id, p.sealed, p.digest
      from half_changed h join ledger_personal p on p.district_id = h.district_id and p.entry_id = h.id;

      update ledger_entry e set given = was.given, day = coalesce((was.given->>was.when_field)::date, e.day),
        ${slots.map(({ slot, type }) => `${slot} = (was.slots->>'${slot}')::${type}`).join(', ')}
      from (
        select g.district_id, g.id, g.given, v.definition->>'whenField' as when_field, (
            select coalesce(jsonb_object_agg(k.value, case jsonb_typeof(g.given->k.key)
              when 'object' then g.given->k.key->>'name' else left(g.given->>k.key, 200) end), '{}')
            from jsonb_each_text(t.slots) k
            where k.key in (select f->>'key' from jsonb_array_elements(v.definition->'fields') f)) as slots
        from (
          select r.district_id, r.id, r.type_id, r.type_version, jsonb_strip_nulls(r.given || h.stood) as given
          from half_changed h join ledger_entry r on r.district_id = h.district_id and r.id = h.id) g
        join ledger_type t on t.district_id = g.district_id and t.id = g.type_id
        join ledger_version v on v.district_id = g.district_id and v.type_id = g.type_id and v.version = g.type_version
      ) was where was.district_id = e.district_id and was.id = e.id;

      delete from ledger_personal p
      using half_changed h, ledger_entry e, ledger_rework w
      where p.district_id = h.district_id and p.entry_id = h.id and not p.reworked
        and e.district_id = h.district_id and e.id = h.id and w.district_id = h.district_id and w.id = h.id
        and e.given->p.field->>p.what is distinct from w.given->p.field->>p.what;
      drop table half_changed;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
