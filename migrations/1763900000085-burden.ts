/** The burden meter (减负): what reports took, where a value came from, and the ways to count what a union was asked for. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Burden1763900000085 implements MigrationInterface {
  name = 'Burden1763900000085';

  async up(runner: QueryRunner): Promise<void> {
    // by union first: an index that begins as the primary key does would compete with it in foreign-key checks; the
    // partial one cannot, for no such check asks for its kind
    await runner.query(`
      create table report_minutes (
        district_id uuid not null,
        report_id uuid not null,
        union_id uuid not null,
        path ltree not null,
        minutes smallint not null check (minutes between 1 and 600),
        told_on date not null,
        primary key (district_id, report_id),
        foreign key (district_id, report_id) references progress_report (district_id, id)
      );
      create index report_minutes_union on report_minutes (union_id, district_id, told_on);

      create table report_source (
        district_id uuid not null,
        report_id uuid not null,
        from_report_id uuid not null,
        taken_by uuid not null,
        taken_at timestamptz not null,
        primary key (district_id, report_id),
        foreign key (district_id, report_id) references progress_report (district_id, id) on delete cascade,
        foreign key (district_id, from_report_id) references progress_report (district_id, id),
        foreign key (district_id, taken_by) references officer (district_id, id),
        check (report_id <> from_report_id)
      );
      create index report_source_from on report_source (from_report_id, district_id);

      create index task_asked on task (union_id, district_id, created_at);
      create index task_reported on task (union_id, district_id, due_on);
      create index report_step_returned on report_step (district_id, at) where kind = 'returned';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
