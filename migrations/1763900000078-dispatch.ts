/** What goes out to the world (外发): addresses of officers, group robots of unions, and one row for every message. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Dispatch1763900000078 implements MigrationInterface {
  name = 'Dispatch1763900000078';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outward_channel (
        channel text primary key check (channel in ('email', 'robot')),
        set_up boolean not null,
        said_at timestamptz not null default now()
      );

      create table mail_address (
        district_id uuid not null,
        officer_id uuid not null,
        address text not null check (address <> ''),
        wanted boolean not null,
        language text not null check (language in ('zh', 'en')),
        set_at timestamptz not null default app_now(),
        primary key (district_id, officer_id),
        foreign key (district_id, officer_id) references officer (district_id, id)
      );

      create table robot (
        district_id uuid not null,
        id uuid not null,
        union_id uuid not null,
        kind text not null check (kind in ('wecom', 'dingtalk', 'feishu')),
        name text not null check (name <> ''),
        hint text not null,
        sealed bytea not null,
        signed boolean not null,
        language text not null check (language in ('zh', 'en')),
        active boolean not null default true,
        version integer not null default 1,
        created_at timestamptz not null default app_now(),
        sends timestamptz[] not null default '{}',
        free_at timestamptz,
        primary key (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id)
      );
      create index robot_union on robot (union_id, district_id);

      create table dispatch (
        district_id uuid not null,
        id uuid not null,
        union_id uuid not null,
        path ltree not null,
        channel text not null check (channel in ('email', 'robot')),
        officer_id uuid,
        robot_id uuid,
        target text not null,
        subject text not null,
        text text not null,
        reason jsonb not null,
        once_key text not null,
        status text not null default 'waiting' check (status in ('waiting', 'failed', 'sent', 'given_up', 'withdrawn')),
        attempts smallint not null default 0,
        next_at timestamptz not null default now(),
        leased_until timestamptz,
        last_answer text,
        sent_at timestamptz,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        check ((channel = 'email') = (officer_id is not null)),
        check ((channel = 'robot') = (robot_id is not null)),
        check ((status = 'sent') = (sent_at is not null))
      );
      create unique index dispatch_once on dispatch (once_key, district_id);
      create index dispatch_due on dispatch (next_at) where status in ('waiting', 'failed');
      create index dispatch_path on dispatch using gist (path);
      create index dispatch_officer on dispatch (officer_id, district_id) where officer_id is not null;
      create index dispatch_robot on dispatch (robot_id, district_id) where robot_id is not null;
      create index dispatch_tasks on dispatch using gin ((reason -> 'taskIds') jsonb_path_ops);
      create index dispatch_created on dispatch (created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
