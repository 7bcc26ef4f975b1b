/** A published score sheet moves only by a correction (更正), and only in what follows from one. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CorrectedSheet1763900000052 implements MigrationInterface {
  name = 'CorrectedSheet1763900000052';

  async up(runner: QueryRunner): Promise<void> {
    // A correction of this very transaction is known by its xmin: no setting that a caller could make stands for it.
    await runner.query(`
      create or replace function keep_published() returns trigger language plpgsql as
      $$
      declare
        frozen boolean;
        follows constant text[] := '{rank,class_rank,grade,award_lost,grade_words,version}';
        corrected constant text[] := '{points,base}';
      begin
        if tg_table_name = 'score' then
          select a.status = 'published' into frozen from score_sheet s
            join assessment a on a.district_id = s.district_id and a.id = s.assessment_id
            where s.district_id = old.district_id and s.id = old.sheet_id;
        else
          select a.status = 'published' into frozen from assessment a
            where a.district_id = old.district_id and a.id = old.assessment_id;
        end if;
        if not frozen then
          if tg_op = 'DELETE' then return old; end if;
          return new;
        end if;
        if tg_op = 'UPDATE' and tg_table_name = 'score_sheet' then
          if (to_jsonb(old) - follows) = (to_jsonb(new) - follows) and exists (
            select 1 from correction c where c.district_id = old.district_id and c.assessment_id = old.assessment_id
              and c.xmin = pg_current_xact_id()::xid)
          then return new; end if;
          if (to_jsonb(old) - follows - corrected) = (to_jsonb(new) - follows - corrected) and exists (
            select 1 from correction c where c.district_id = old.district_id and c.sheet_id = old.id
              and c.xmin = pg_current_xact_id()::xid)
          then return new; end if;
        end if;
        raise exception 'a published score is frozen' using errcode = '23514';
      end
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
