/** Returned entries (退回的记录) while their union changes them: the working copy stands beside what was handed in. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LedgerRework1763900000200 implements MigrationInterface {
  name = 'LedgerRework1763900000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the very columns of an entry, so that its union lists both as one; a column that one gets the other needs too
      create table ledger_rework (
        like ledger_entry including defaults including constraints,
        primary key (district_id, id),
        foreign key (district_id, id) references ledger_entry (district_id, id),
        foreign key (district_id, type_id, type_version) references ledger_version (district_id, type_id, version),
        check (status = 'returned')
      );
      create index ledger_rework_union on ledger_rework (union_id, type_id, id);
      create index ledger_rework_changed on ledger_rework (changed_xid, id);
      create trigger ledger_rework_marked before update on ledger_rework for each row
        when (old.* is distinct from new.*) execute function mark_change();

      -- true: of the working copy
      alter table ledger_personal add column reworked boolean not null default false;
      alter table ledger_personal drop constraint ledger_personal_pkey;
      alter table ledger_personal add primary key (district_id, entry_id, field, what, reworked);

      -- since it was returned: those above still read what was taken out, and not yet what was added
      alter table ledger_file add column since_return text check (since_return in ('added', 'removed'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
