/** Targets (目标) with their versions and proposed changes, and the platform's lines of them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Target1763900000120 implements MigrationInterface {
  name = 'Target1763900000120';

  async up(runner: QueryRunner): Promise<void> {
    // no index but the primary keys begins with the district: it would compete with them in foreign-key checks
    await runner.query(`
      create table target (
        district_id uuid not null,
        id uuid not null,
        indicator_id uuid not null,
        union_id uuid not null,
        kind text not null check (kind in ('month', 'quarter', 'half', 'year')),
        from_day date not null,
        to_day date not null check (to_day > from_day),
        strength text not null check (strength in ('floor', 'aim')),
        direction text not null check (direction in ('higher', 'lower')),
        version integer not null check (version > 0),
        withdrawn boolean not null default false,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        foreign key (district_id, indicator_id) references indicator (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id)
      );
      create unique index target_one on target (indicator_id, union_id, from_day, to_day, strength, district_id)
        where not withdrawn;
      create index target_union on target (union_id, from_day, district_id);

      create table target_version (
        district_id uuid not null,
        target_id uuid not null,
        version integer not null check (version > 0),
        definition jsonb not null,
        reason text not null,
        set_by uuid not null,
        approved_by uuid,
        set_at timestamptz not null default app_now(),
        primary key (district_id, target_id, version),
        foreign key (district_id, target_id) references target (district_id, id),
        foreign key (district_id, set_by) references officer (district_id, id),
        foreign key (district_id, approved_by) references officer (district_id, id),
        check (version = 1 or approved_by is not null),
        check (approved_by <> set_by)
      );
      create trigger target_version_append_only before update or delete on target_version
        for each row execute function refuse_change();

      create table target_change (
        district_id uuid not null,
        id uuid not null,
        target_id uuid not null,
        version integer not null,
        definition jsonb,
        reason text not null,
        status text not null default 'proposed' check (status in ('proposed', 'approved', 'refused', 'withdrawn')),
        proposed_by uuid not null,
        proposed_at timestamptz not null default app_now(),
        decided_by uuid,
        decided_at timestamptz,
        decision_reason text,
        primary key (district_id, id),
        foreign key (district_id, target_id, version) references target_version (district_id, target_id, version),
        foreign key (district_id, proposed_by) references officer (district_id, id),
        foreign key (district_id, decided_by) references officer (district_id, id),
        check ((status in ('approved', 'refused')) = (decided_by is not null)),
        check ((decided_by is null) = (decided_at is null)),
        check (decided_by <> proposed_by)
      );
      create unique index target_change_open on target_change (target_id, district_id) where status = 'proposed';
      create index target_change_of on target_change (target_id, id);

      -- The lines of a target: the whole, each union's part, each shorter period's part.
      create table platform.target_card (
        district_id uuid not null,
        target_id uuid not null,
        indicator_id uuid not null,
        strength text not null,
        direction text not null,
        lines jsonb not null,
        withdrawn boolean not null,
        seq bigint not null,
        primary key (district_id, target_id)
      );
      create index target_card_indicator on platform.target_card (indicator_id, district_id) where not withdrawn;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
