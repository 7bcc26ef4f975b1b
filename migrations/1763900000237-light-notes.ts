/** What a note for the lights is about: a task itself, or only what was reported for it, so that sums move by the difference. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LightNotes1763900000237 implements MigrationInterface {
  name = 'LightNotes1763900000237';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table light_stale add column reported boolean not null default false;
      create or replace function report_is_stale() returns trigger language plpgsql as
      $$ begin insert into light_stale (district_id, task_id, reported) values (new.district_id, new.task_id, true); return null; end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
