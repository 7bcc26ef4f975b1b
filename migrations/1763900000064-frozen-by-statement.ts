/** A published score is frozen (公示后冻结): asked once a statement, not once a row, for whole assessments are written at once. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FrozenByStatement1763900000064 implements MigrationInterface {
  name = 'FrozenByStatement1763900000064';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function keep_published_scores() returns trigger language plpgsql as
      $$
      begin
        if exists (
          select 1 from (select distinct district_id, sheet_id from touched) t
          join score_sheet s on s.district_id = t.district_id and s.id = t.sheet_id
          join assessment a on a.district_id = s.district_id and a.id = s.assessment_id
          where a.status = 'published'
        ) then
          raise exception 'a published score is frozen' using errcode = '23514';
        end if;
        return null;
      end
      $$;
      drop trigger score_frozen on score;
      create trigger score_frozen_update after update on score referencing old table as touched
        for each statement execute function keep_published_scores();
      create trigger score_frozen_delete after delete on score referencing old table as touched
        for each statement execute function keep_published_scores();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
