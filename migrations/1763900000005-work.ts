/** Tasks (工作任务), signatures, changes, progress reports (进度填报) and evidence (佐证材料). */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Work1763900000005 implements MigrationInterface {
  name = 'Work1763900000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table task (
        district_id uuid not null,
        id uuid not null,
        root_id uuid not null,
        parent_id uuid,
        union_id uuid not null,
        assigner_id uuid not null,
        path ltree not null,
        tier text not null check (tier in ('district', 'subdistrict', 'community')),
        year smallint not null check (year between 1949 and 2200),
        code text,
        title text not null,
        programme text not null,
        description text not null default '',
        measure_name text not null,
        measure_unit text not null,
        measure_kind text not null check (measure_kind in ('flow', 'stock')),
        measure_decimals smallint not null check (measure_decimals between 0 and 4),
        target numeric(19, 4) not null check (target >= 0),
        baseline numeric(19, 4),
        strength text not null check (strength in ('floor', 'aim')),
        weight numeric(9, 4) not null check (weight > 0),
        start_on date not null,
        due_on date not null,
        evidence_rule text not null check (evidence_rule in ('none', 'optional', 'required')),
        kept_target numeric(19, 4) check (kept_target > 0),
        shortfall_reason text,
        status text not null check (status in ('assigned', 'signed', 'withdrawn')),
        version integer not null default 1,
        created_by uuid not null,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        foreign key (district_id, parent_id) references task (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, assigner_id) references trade_union (district_id, id),
        check ((parent_id is null) = (id = root_id)),
        check (due_on >= start_on)
      );
      create unique index task_once_per_union on task (district_id, parent_id, union_id) where status <> 'withdrawn';
      create unique index task_code_per_year on task (district_id, year, code) where parent_id is null and code is not null and status <> 'withdrawn';
      create index task_of_union on task (district_id, union_id, year, due_on, id);
      create index task_children on task (district_id, parent_id);
      create index task_root on task (district_id, root_id);

      create table signature (
        district_id uuid not null,
        task_id uuid not null,
        officer_id uuid not null,
        signed_at timestamptz not null,
        primary key (district_id, task_id),
        foreign key (district_id, task_id) references task (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id)
      );

      create table task_change (
        district_id uuid not null,
        id uuid not null,
        task_id uuid not null,
        field text not null check (field in ('target', 'dueOn', 'weight', 'status')),
        before text not null,
        after text not null,
        reason text not null,
        officer_id uuid not null,
        changed_at timestamptz not null,
        primary key (district_id, id),
        foreign key (district_id, task_id) references task (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id)
      );
      create index task_change_task on task_change (district_id, task_id, changed_at);

      create table progress_report (
        district_id uuid not null,
        id uuid not null,
        task_id uuid not null,
        union_id uuid not null,
        path ltree not null,
        no integer not null,
        as_of date not null,
        done numeric(19, 4) not null check (done >= 0),
        note text not null default '',
        status text not null check (status in ('draft', 'submitted', 'returned', 'accepted')),
        resubmitted boolean not null default false,
        timeliness text check (timeliness in ('on_time', 'late')),
        judged_due_on date,
        submitted_at timestamptz,
        version integer not null default 1,
        created_by uuid not null,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        unique (district_id, task_id, no),
        foreign key (district_id, task_id) references task (district_id, id),
        check ((submitted_at is null) = (timeliness is null)),
        check (status = 'draft' or submitted_at is not null)
      );
      create unique index progress_report_one_open on progress_report (district_id, task_id) where status <> 'accepted';
      create index progress_report_review on progress_report (district_id, submitted_at, id) where status = 'submitted';

      create table report_step (
        district_id uuid not null,
        report_id uuid not null,
        no integer not null,
        kind text not null check (kind in ('submitted', 'resubmitted', 'returned', 'accepted')),
        officer_id uuid not null,
        at timestamptz not null,
        done numeric(19, 4) not null,
        reason text,
        timeliness text,
        primary key (district_id, report_id, no),
        foreign key (district_id, report_id) references progress_report (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id),
        check (kind <> 'returned' or reason is not null)
      );

      create table evidence_file (
        sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint not null,
        media_type text not null,
        stored_at timestamptz not null default now()
      );

      create table evidence (
        district_id uuid not null,
        id uuid not null,
        report_id uuid not null,
        sha256 text not null references evidence_file (sha256),
        name text not null,
        created_by uuid not null,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        unique (district_id, report_id, sha256, name),
        foreign key (district_id, report_id) references progress_report (district_id, id)
      );
      create index evidence_report on evidence (district_id, report_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
