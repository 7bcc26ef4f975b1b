/** The annual report (年度报告): the district's words in versions, and reports that were submitted and approved. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnnualReport1763900000123 implements MigrationInterface {
  name = 'AnnualReport1763900000123';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table annual_report_template (
        district_id uuid not null,
        version integer not null check (version > 0),
        title text not null,
        sections jsonb not null,
        reason text not null,
        published_by uuid not null,
        published_at timestamptz not null default app_now(),
        primary key (district_id, version),
        foreign key (district_id, published_by) references officer (district_id, id)
      );
      create trigger annual_report_template_append_only before update or delete on annual_report_template
        for each row execute function refuse_change();

      create table annual_report (
        district_id uuid not null,
        id uuid not null,
        year integer not null check (year between 1949 and 2200),
        status text not null default 'submitted' check (status in ('submitted', 'approved', 'returned', 'reopened')),
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        content jsonb,
        submitted_by uuid not null,
        submitted_at timestamptz not null default app_now(),
        decided_by uuid,
        decided_at timestamptz,
        reason text,
        reopened_by uuid,
        reopened_at timestamptz,
        primary key (district_id, id),
        foreign key (district_id, submitted_by) references officer (district_id, id),
        foreign key (district_id, decided_by) references officer (district_id, id),
        foreign key (district_id, reopened_by) references officer (district_id, id),
        check ((status = 'submitted') = (decided_by is null)),
        check ((decided_by is null) = (decided_at is null)),
        check ((status in ('approved', 'reopened')) = (content is not null)),
        check ((status = 'reopened') = (reopened_by is not null)),
        check ((reopened_by is null) = (reopened_at is null)),
        check (decided_by <> submitted_by)
      );
      create unique index annual_report_standing on annual_report (year, district_id)
        where status in ('submitted', 'approved');

      -- What was approved stands: its figures and their digest are never written again.
      create function annual_report_stands() returns trigger language plpgsql as
      $$ begin
        if old.content is not null and (new.content, new.digest) is distinct from (old.content, old.digest) then
          raise exception 'An approved annual report stands as it is' using errcode = '23514';
        end if;
        return new;
      end $$;
      create trigger annual_report_stands before update on annual_report
        for each row execute function annual_report_stands();
      create trigger annual_report_no_delete before delete on annual_report
        for each row execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
