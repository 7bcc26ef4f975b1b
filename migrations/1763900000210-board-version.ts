/** The version of a district's boards (看板版本): an answer that was made from them holds until it changes. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BoardVersion1763900000210 implements MigrationInterface {
  name = 'BoardVersion1763900000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table live.board_version (
        district_id uuid primary key,
        changed_by xid8 not null
      ) with (fillfactor = 50);
      insert into live.board_version (district_id, changed_by)
      select distinct district_id, pg_current_xact_id() from platform.union_card
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
