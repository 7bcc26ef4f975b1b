/** Unions (工会) with dates and officers (工会干部). */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organization1763900000002 implements MigrationInterface {
  name = 'Organization1763900000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table trade_union (
        district_id uuid not null,
        id uuid not null,
        parent_id uuid,
        tier text not null check (tier in ('district', 'subdistrict', 'community')),
        code text not null,
        name text not null,
        path ltree not null,
        opened_on date not null,
        closed_on date,
        version integer not null default 1,
        primary key (district_id, id),
        unique (district_id, code),
        foreign key (district_id, parent_id) references trade_union (district_id, id),
        check ((tier = 'district') = (parent_id is null)),
        check ((tier = 'district') = (district_id = id)),
        check (closed_on is null or closed_on >= opened_on)
      );
      create index trade_union_path on trade_union using gist (path);
      create index trade_union_parent on trade_union (district_id, parent_id);

      create table union_placement (
        district_id uuid not null,
        union_id uuid not null,
        since date not null,
        until date,
        parent_id uuid,
        path ltree not null,
        reason text not null,
        primary key (district_id, union_id, since),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        check (until is null or until >= since)
      );
      create index union_placement_path on union_placement using gist (path);

      create table officer (
        district_id uuid not null,
        id uuid not null,
        union_id uuid not null,
        account text not null check (account = lower(account)),
        name text not null,
        role text not null check (role in ('administrator', 'reporter', 'reviewer', 'viewer',
                                           'system_administrator', 'security_administrator', 'audit_administrator')),
        password_hash text not null,
        must_change_password boolean not null default false,
        active boolean not null default true,
        version integer not null default 1,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        unique (account),
        foreign key (district_id, union_id) references trade_union (district_id, id)
      );
      create index officer_union on officer (district_id, union_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
