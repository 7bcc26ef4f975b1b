/** Returns (报表) of unions for a period: their values, and every step with what it changed. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FormReturn1763900000116 implements MigrationInterface {
  name = 'FormReturn1763900000116';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table form_return (
        district_id uuid not null,
        id uuid not null,
        form_id uuid not null,
        form_version integer not null,
        period text not null,
        ends_on date not null,
        union_id uuid not null,
        path ltree not null,
        reviewer_id uuid,
        given jsonb not null,
        missing jsonb not null default '{}',
        words jsonb not null default '{}',
        findings jsonb not null default '[]',
        status text not null
          check (status in ('draft', 'submitted', 'returned', 'accepted', 'corrected', 'withdrawn')),
        timeliness text check (timeliness in ('on_time', 'late')),
        corrects_id uuid,
        version integer not null default 1,
        created_by uuid not null,
        created_at timestamptz not null default app_now(),
        submitted_by uuid,
        submitted_at timestamptz,
        primary key (district_id, id),
        foreign key (district_id, form_id, form_version) references form_version (district_id, form_id, version),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, corrects_id) references form_return (district_id, id),
        foreign key (district_id, created_by) references officer (district_id, id),
        check (status in ('draft', 'withdrawn') or (submitted_at is not null and timeliness is not null)),
        check (status <> 'submitted' or reviewer_id is not null)
      );
      create unique index form_return_one_open on form_return (form_id, period, union_id, district_id)
        where status in ('draft', 'submitted', 'returned');
      create unique index form_return_one_accepted on form_return (form_id, period, union_id, district_id)
        where status = 'accepted';
      create index form_return_own on form_return (union_id, form_id, period, id);
      create index form_return_review on form_return (reviewer_id, district_id, submitted_at, id)
        where status = 'submitted';

      create table form_return_step (
        district_id uuid not null,
        return_id uuid not null,
        no integer not null,
        kind text not null check (kind in
          ('begun', 'changed', 'submitted', 'takenBack', 'returned', 'accepted', 'corrected', 'withdrawn')),
        officer_id uuid not null,
        at timestamptz not null default app_now(),
        words text,
        changes jsonb,
        primary key (district_id, return_id, no),
        foreign key (district_id, return_id) references form_return (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id),
        check (kind <> 'returned' or words is not null)
      );
      create trigger form_return_step_append_only before update or delete on form_return_step
        for each row execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
