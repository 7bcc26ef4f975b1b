/** Scores and published sheets are written by the thousand: their long texts are kept in line, or packed the fast way where the server can. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ScoreStorage1763900000065 implements MigrationInterface {
  name = 'ScoreStorage1763900000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table score set (toast_tuple_target = 8160);
      do $$
      begin
        alter table score alter column inputs set compression lz4;
        alter table score alter column explanation set compression lz4;
        alter table published_sheet alter column body set compression lz4;
      exception when feature_not_supported then
        alter table published_sheet alter column body set storage external;
      end
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
