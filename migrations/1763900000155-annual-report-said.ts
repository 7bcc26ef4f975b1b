/** What a report said when it was submitted (提交时内容), so that the next one can be held against it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnnualReportSaid1763900000155 implements MigrationInterface {
  name = 'AnnualReportSaid1763900000155';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table annual_report add column said jsonb;

      create or replace function annual_report_stands() returns trigger language plpgsql as
      $$ begin
        if old.content is not null and (new.content, new.digest) is distinct from (old.content, old.digest) then
          raise exception 'An approved annual report stands as it is' using errcode = '23514';
        end if;
        if new.said is distinct from old.said then
          raise exception 'What an annual report said when it was submitted stands as it is' using errcode = '23514';
        end if;
        return new;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
