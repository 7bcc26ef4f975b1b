/** The audit trail chained by hashes: each entry is sealed with the seal before it, district by district. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditChain1763900000008 implements MigrationInterface {
  name = 'AuditChain1763900000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_unsealed (
        district_id uuid not null,
        entry_id uuid not null,
        primary key (district_id, entry_id)
      );
      create function remember_unsealed() returns trigger language plpgsql as $$
      begin
        insert into audit_unsealed (district_id, entry_id) select district_id, id from added;
        return null;
      end $$;
      create trigger audit_entry_to_be_sealed after insert on audit_entry referencing new table as added
        for each statement execute function remember_unsealed();
      insert into audit_unsealed (district_id, entry_id) select district_id, id from audit_entry;

      create table audit_seal (
        district_id uuid not null,
        no bigint not null,
        entry_id uuid not null,
        hash bytea not null,
        primary key (district_id, no)
      );
      create unique index audit_seal_entry on audit_seal (district_id, entry_id);
      create trigger audit_seal_append_only before update or delete on audit_seal
        for each row execute function refuse_change();
      create trigger audit_seal_no_truncate before truncate on audit_seal
        for each statement execute function refuse_change();

      -- jsonb writes its keys in one order and its numbers in one form: the same entry is always the same bytes
      create function audit_content(e audit_entry) returns bytea language sql immutable as $$
        select convert_to(jsonb_build_array(e.district_id, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.officer_id,
          e.account, e.network, e.request_id, e.deed, e.subject_id, e.before, e.after)::text, 'UTF8')
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
