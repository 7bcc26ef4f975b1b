/** Which rows of spreadsheets became which entries (台账导入): by a keyed digest, so that the same row is taken in once. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LedgerTaken1763900000118 implements MigrationInterface {
  name = 'LedgerTaken1763900000118';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_taken (
        district_id uuid not null,
        type_id uuid not null,
        digest bytea not null,
        entry_id uuid not null,
        intake_id uuid not null,
        row_no integer not null,
        primary key (district_id, type_id, digest),
        foreign key (district_id, type_id) references ledger_type (district_id, id),
        foreign key (district_id, entry_id) references ledger_entry (district_id, id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
