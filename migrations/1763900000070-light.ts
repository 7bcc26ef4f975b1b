/** Lights (红黄绿灯): the district's rule and its versions, each task's light, every change of colour, and what is to be judged anew. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Light1763900000070 implements MigrationInterface {
  name = 'Light1763900000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table task add column milestones jsonb;
      alter table task_change drop constraint task_change_field_check;
      alter table task_change add constraint task_change_field_check
        check (field in ('target', 'dueOn', 'weight', 'status', 'milestones'));

      create table light_rule (
        district_id uuid not null,
        no integer not null,
        yellow numeric(4, 1) not null check (yellow > 0),
        red numeric(4, 1) not null check (red > yellow and red <= 100),
        period text not null check (period in ('month', 'quarter')),
        not_started_yellow smallint check (not_started_yellow between 1 and 24),
        not_started_red smallint check (not_started_red between 1 and 24),
        repaired boolean not null,
        reason text not null,
        set_by uuid not null,
        set_at timestamptz not null,
        primary key (district_id, no),
        foreign key (district_id, set_by) references officer (district_id, id)
      );

      create table task_light (
        district_id uuid not null,
        task_id uuid not null,
        parent_id uuid,
        union_id uuid not null,
        own_done numeric(19, 4),
        own_pending numeric(19, 4),
        done numeric(19, 4) not null default 0,
        pending numeric(19, 4) not null default 0,
        light text check (light in ('green', 'yellow', 'red')),
        reason text,
        behind numeric(5, 1),
        since timestamptz,
        red_on date,
        turn_on date,
        rule_no integer,
        primary key (district_id, task_id),
        foreign key (district_id, task_id) references task (district_id, id)
      ) with (fillfactor = 80);
      create index task_light_turn on task_light (turn_on) where turn_on is not null;
      create index task_light_union on task_light (union_id, district_id) where light in ('yellow', 'red');

      create table light_change (
        district_id uuid not null,
        id uuid not null,
        task_id uuid not null,
        union_id uuid not null,
        before text check (before in ('green', 'yellow', 'red')),
        light text check (light in ('green', 'yellow', 'red')),
        reason text not null,
        behind numeric(5, 1) not null,
        done numeric(19, 4) not null,
        pending numeric(19, 4) not null,
        target numeric(19, 4) not null,
        due_on date not null,
        rule_no integer not null,
        culprits jsonb not null default '[]',
        on_day date not null,
        at timestamptz not null,
        primary key (district_id, id),
        foreign key (district_id, task_id) references task (district_id, id)
      );
      create index light_change_task on light_change (task_id, district_id, at);
      create index light_change_union on light_change (union_id, district_id, on_day) where light in ('yellow', 'red');
      create trigger light_change_kept before update or delete on light_change for each row execute function refuse_change();

      -- What happened to a task or its reports: its light is judged anew, and those above it. Rows are only ever added by
      -- those who write, so that nobody waits for anybody; whoever judges takes them away.
      create table light_stale (
        id bigint generated always as identity primary key,
        district_id uuid not null,
        task_id uuid not null
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

      -- The share of its target (0 to 1) that a task should have done by the end of a day: straight from milestone to milestone.
      create function planned_share(starts date, due date, milestones jsonb, today date) returns numeric
        language sql immutable parallel safe as
      $$
        with points as (
          select 0 as passed, 0::numeric as percent
          union all
          select (m->>'on')::date - starts + 1, (m->>'percent')::numeric from jsonb_array_elements(milestones) m
          where (m->>'on')::date >= starts and (m->>'on')::date < due
          union all
          select due - starts + 1, 100
        ), spans as (
          select passed, percent, lead(passed) over w as next_passed, lead(percent) over w as next_percent
          from points window w as (order by passed)
        )
        select case when today < starts then 0 when today >= due then 1 else (
          select (percent + (next_percent - percent) * (today - starts + 1 - passed) / (next_passed - passed)) / 100
          from spans where today - starts + 1 > passed and today - starts + 1 <= next_passed) end
      $$;

      create function task_is_stale() returns trigger language plpgsql as
      $$ begin insert into light_stale (district_id, task_id) values (new.district_id, new.id); return null; end $$;
      create function report_is_stale() returns trigger language plpgsql as
      $$ begin insert into light_stale (district_id, task_id) values (new.district_id, new.task_id); return null; end $$;

      create trigger task_lit after insert on task for each row execute function task_is_stale();
      create trigger task_relit after update on task for each row when (
        (old.target, old.start_on, old.due_on, old.status, old.parked_until, old.milestones, old.kept_target)
        is distinct from (new.target, new.start_on, new.due_on, new.status, new.parked_until, new.milestones, new.kept_target))
        execute function task_is_stale();
      create trigger report_lit after insert on progress_report for each row when (new.status <> 'draft')
        execute function report_is_stale();
      create trigger report_relit after update on progress_report for each row when (old.status is distinct from new.status)
        execute function report_is_stale();

      insert into light_stale (district_id, task_id) select district_id, id from task order by district_id, id;

      alter table platform.task_board add column milestones jsonb, add column told_light text, add column light_on date, add column red_on date, add column light_seq bigint;
      create table platform.light_rule (
        district_id uuid primary key,
        rule jsonb not null,
        seq bigint not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
