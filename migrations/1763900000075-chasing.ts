/**
 * Chasing (催办): ladders by district, turns told once, messages with their read state, hours of officers, urges.
 * An officer and a leader know since when they act, so that a newcomer is not given the past.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Chasing1763900000075 implements MigrationInterface {
  name = 'Chasing1763900000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table officer add column acts_since timestamptz not null default app_now();
      update officer set acts_since = created_at;
      create function officer_acts_since() returns trigger language plpgsql as
      $$ begin new.acts_since := app_now(); return new; end $$;
      create trigger officer_acts_since before update on officer for each row
        when ((old.role, old.union_id, old.active) is distinct from (new.role, new.union_id, new.active))
        execute function officer_acts_since();

      alter table union_leader add column since timestamptz not null default app_now();
      create index trade_union_districts on trade_union (id) where tier = 'district';
      create index task_due on task (due_on, district_id) where status <> 'withdrawn';

      create table ladder (
        district_id uuid not null,
        kind text not null check (kind in ('task', 'review')),
        version integer not null check (version > 0),
        steps jsonb not null check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) between 1 and 12),
        reason text not null check (reason <> ''),
        written_by uuid not null,
        written_at timestamptz not null,
        primary key (district_id, kind, version),
        foreign key (district_id, written_by) references officer (district_id, id)
      );
      create trigger ladder_append_only before update or delete on ladder
        for each row execute function refuse_change();

      create table chasing_round (
        district_id uuid primary key,
        day date not null,
        hour smallint not null
      );

      create table reminder_turn (
        district_id uuid not null,
        task_id uuid not null,
        kind text not null check (kind in ('task', 'review')),
        anchor_on date not null,
        step text not null,
        officer_id uuid not null,
        report_id uuid,
        whom text not null,
        position integer not null,
        urgent boolean not null,
        message_id uuid not null,
        told_at timestamptz not null,
        primary key (district_id, task_id, kind, anchor_on, step, officer_id),
        foreign key (district_id, task_id) references task (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id)
      );
      create index reminder_turn_told on reminder_turn using brin (told_at);

      create table message (
        district_id uuid not null,
        id uuid not null,
        officer_id uuid not null,
        kind text not null check (kind in ('digest', 'urgent', 'urge')),
        items jsonb not null check (jsonb_typeof(items) = 'array' and jsonb_array_length(items) > 0),
        more integer not null check (more >= 0),
        told_on date not null,
        created_at timestamptz not null,
        read_at timestamptz,
        primary key (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id)
      );
      create index message_of_officer on message (officer_id, created_at desc, id desc);
      create index message_unread on message (officer_id, created_at desc, id desc) where read_at is null;
      create index message_created on message using brin (created_at);

      create table reminder_setting (
        district_id uuid not null,
        officer_id uuid not null,
        hour smallint not null check (hour between 8 and 19),
        changed_at timestamptz not null,
        primary key (district_id, officer_id),
        foreign key (district_id, officer_id) references officer (district_id, id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
