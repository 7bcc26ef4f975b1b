/** Entries by the code of the program that gave them (外部编码): one of a ledger and union, whatever corrections followed. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LedgerCode1763900000185 implements MigrationInterface {
  name = 'LedgerCode1763900000185';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_code (
        district_id uuid not null,
        type_id uuid not null,
        union_id uuid not null,
        code text not null check (length(code) between 1 and 64),
        entry_id uuid not null,
        primary key (district_id, type_id, union_id, code),
        foreign key (district_id, type_id) references ledger_type (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, entry_id) references ledger_entry (district_id, id)
      );
      create index ledger_entry_corrects on ledger_entry (corrects_id) where corrects_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
