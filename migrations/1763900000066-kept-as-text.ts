/**
 * Inputs, explanations and published sheets are kept as the text they were written as: nothing asks into them, and a
 * text is written in half the time. The sheets of a publication are written part by part, before it. A sheet remembers
 * what its computed criteria were scored from. No other index of sheets begins like their primary key: in a fresh
 * database every score was checked against its sheet by the wrong one.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeptAsText1763900000066 implements MigrationInterface {
  name = 'KeptAsText1763900000066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table score alter column inputs type json using inputs::json,
        alter column explanation type json using explanation::json;
      alter table published_sheet alter column body type text using body::text;
      alter table published_sheet drop constraint published_sheet_district_id_assessment_id_no_fkey,
        add foreign key (district_id, assessment_id, no) references publication (district_id, assessment_id, no)
          deferrable initially deferred;
      alter table score_sheet add column facts_digest text, add column scores_digest text;
      drop index score_sheet_union;
      create index score_sheet_union on score_sheet (union_id, district_id);
      alter table score_sheet drop constraint score_sheet_district_id_assessment_id_union_id_key,
        add unique (assessment_id, union_id, district_id);
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
