/** The platform's own tables (动态工作平台): projections, rebuilt at any time from the announcements. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1763900000007 implements MigrationInterface {
  name = 'Platform1763900000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema platform;

      create table platform.union_card (
        district_id uuid not null,
        union_id uuid not null,
        seq bigint not null,
        parent_id uuid,
        tier text not null,
        code text not null,
        name text not null,
        path ltree not null,
        opened_on date not null,
        closed_on date,
        primary key (district_id, union_id)
      );
      create index union_card_class on platform.union_card (district_id, parent_id, tier);

      create table platform.task_board (
        district_id uuid not null,
        task_id uuid not null,
        parent_id uuid,
        root_id uuid,
        union_id uuid,
        assigner_id uuid,
        path ltree,
        tier text,
        year smallint,
        code text,
        title text,
        programme text,
        measure jsonb,
        target numeric(19, 4),
        weight numeric(9, 4),
        kept_target numeric(19, 4),
        shortfall_reason text,
        start_on date,
        due_on date,
        status text,
        signed_at timestamptz,
        task_seq bigint,
        own_done numeric(19, 4),
        own_pending numeric(19, 4),
        own_as_of date,
        accepted_report_id uuid,
        open_report_id uuid,
        open_status text,
        timeliness text,
        report_seq bigint,
        done numeric(19, 4) not null default 0,
        pending numeric(19, 4) not null default 0,
        allocated numeric(19, 4) not null default 0,
        children integer not null default 0,
        to_review integer not null default 0,
        primary key (district_id, task_id)
      );
      create index task_board_union on platform.task_board (district_id, union_id, year, due_on, task_id);
      create index task_board_children on platform.task_board (district_id, parent_id);
      create index task_board_unreported on platform.task_board (district_id, year, due_on)
        where timeliness is null and status <> 'withdrawn' and (children = 0 or kept_target is not null);

      create table platform.standing (
        district_id uuid not null,
        year smallint not null,
        union_id uuid not null,
        tasks integer not null default 0,
        completion numeric(7, 2),
        on_time integer not null default 0,
        late integer not null default 0,
        score numeric(9, 2),
        assessment_id uuid,
        score_seq bigint,
        primary key (district_id, year, union_id)
      );

      create table platform.feed_entry (
        district_id uuid not null,
        seq bigint not null,
        name text not null,
        union_id uuid not null,
        occurred_at timestamptz not null,
        subject jsonb not null,
        primary key (district_id, seq)
      );

      create table platform.feed_reader (
        district_id uuid not null,
        union_id uuid not null,
        occurred_at timestamptz not null,
        seq bigint not null,
        primary key (district_id, union_id, occurred_at, seq)
      );

      create schema live;

      create table live.change (
        xid xid8 not null default pg_current_xact_id(),
        seq bigint not null,
        district_id uuid not null,
        path ltree not null,
        name text not null,
        subject jsonb not null,
        changed_at timestamptz not null default now(),
        primary key (xid, seq)
      );
      create index live_change_age on live.change (changed_at);

      create table live.canary (
        id smallint primary key default 1 check (id = 1),
        sent_at timestamptz,
        seen_at timestamptz
      );
      insert into live.canary (id) values (1);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
