/** Statistical forms (统计报表): forms with their versions, their periods, and who owed which as it stood when a period locked. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Form1763900000115 implements MigrationInterface {
  name = 'Form1763900000115';

  async up(runner: QueryRunner): Promise<void> {
    // no index but the primary keys begins with the district: it would compete with them in foreign-key checks
    await runner.query(`
      create table form (
        district_id uuid not null,
        id uuid not null,
        code text not null,
        name text not null,
        programme text not null,
        period_kind text not null check (period_kind in ('month', 'quarter', 'half', 'year')),
        first_period text not null,
        last_period text,
        version integer not null check (version > 0),
        next_lock text not null,
        turn_on date,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        unique (code, district_id),
        check (last_period is null or last_period >= first_period)
      );
      create index form_turn on form (turn_on, id) where turn_on is not null;

      create table form_version (
        district_id uuid not null,
        form_id uuid not null,
        version integer not null check (version > 0),
        from_period text not null,
        definition jsonb not null,
        reason text not null,
        published_by uuid not null,
        published_at timestamptz not null default app_now(),
        primary key (district_id, form_id, version),
        foreign key (district_id, form_id) references form (district_id, id),
        foreign key (district_id, published_by) references officer (district_id, id)
      );
      create trigger form_version_append_only before update or delete on form_version
        for each row execute function refuse_change();

      create table form_period (
        district_id uuid not null,
        form_id uuid not null,
        period text not null,
        version integer not null,
        label text not null,
        ends_on date not null,
        opens_on date not null,
        due_on date not null,
        locks_on date,
        tiers text[] not null,
        under uuid[] not null,
        unions uuid[] not null,
        locked_at timestamptz,
        primary key (district_id, form_id, period),
        foreign key (district_id, form_id, version) references form_version (district_id, form_id, version)
      );
      create index form_period_open on form_period (due_on, district_id) where locked_at is null;

      create table form_owing (
        district_id uuid not null,
        form_id uuid not null,
        period text not null,
        union_id uuid not null,
        path ltree not null,
        primary key (district_id, form_id, period, union_id),
        foreign key (district_id, form_id, period) references form_period (district_id, form_id, period),
        foreign key (district_id, union_id) references trade_union (district_id, id)
      );
      create trigger form_owing_append_only before update or delete on form_owing
        for each row execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
