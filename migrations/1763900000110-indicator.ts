/** Indicators (指标): definitions with their versions, closed periods, the values per union and period, and what is to be valued anew. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Indicator1763900000110 implements MigrationInterface {
  name = 'Indicator1763900000110';

  async up(runner: QueryRunner): Promise<void> {
    // no index but the primary keys begins with the district: it would compete with them in foreign-key checks
    await runner.query(`
      create table indicator (
        district_id uuid not null,
        id uuid not null,
        code text not null,
        name text not null,
        programme text not null,
        version integer not null check (version > 0),
        retired boolean not null default false,
        created_at timestamptz not null default app_now(),
        primary key (district_id, id),
        unique (code, district_id)
      );

      create table indicator_version (
        district_id uuid not null,
        indicator_id uuid not null,
        version integer not null check (version > 0),
        definition jsonb not null,
        holds_from date not null,
        reason text not null,
        published_by uuid not null,
        published_at timestamptz not null default app_now(),
        primary key (district_id, indicator_id, version),
        foreign key (district_id, indicator_id) references indicator (district_id, id),
        foreign key (district_id, published_by) references officer (district_id, id)
      );
      create trigger indicator_version_append_only before update or delete on indicator_version
        for each row execute function refuse_change();

      create table indicator_closure (
        district_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('month', 'quarter', 'half', 'year')),
        from_day date not null,
        to_day date not null check (to_day > from_day),
        reason text not null,
        closed_by uuid not null,
        closed_at timestamptz not null default app_now(),
        reopened_by uuid,
        reopened_at timestamptz,
        reopened_reason text,
        primary key (district_id, id),
        foreign key (district_id, closed_by) references officer (district_id, id),
        foreign key (district_id, reopened_by) references officer (district_id, id),
        check ((reopened_by is null) = (reopened_at is null) and (reopened_by is null) = (reopened_reason is null))
      );
      create unique index indicator_closure_open on indicator_closure (from_day, to_day, district_id)
        where reopened_at is null;

      create table indicator_value (
        district_id uuid not null,
        indicator_id uuid not null,
        kind text not null check (kind in ('month', 'quarter', 'half', 'year')),
        from_day date not null,
        union_id uuid not null,
        version integer not null,
        numerator numeric(60, 10),
        denominator numeric(60, 10),
        value numeric(60, 6),
        valued_at timestamptz not null default app_now(),
        primary key (district_id, indicator_id, kind, from_day, union_id),
        foreign key (district_id, indicator_id, version) references indicator_version (district_id, indicator_id, version)
      ) with (fillfactor = 80);
      create index indicator_value_union on indicator_value (union_id, from_day, kind, district_id);

      -- What happened to what indicators are read from: values that may depend on it are worked out anew. Rows are only ever
      -- added by those who write, so that nobody waits for anybody; whoever works them out takes them away.
      create table indicator_stale (
        id bigint generated always as identity primary key,
        district_id uuid not null,
        source text not null check (source in ('ledger', 'register', 'tasks', 'indicator')),
        key uuid,
        path ltree,
        since date not null,
        until date
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

      -- The last day on which the values of a district were carried over into periods that had begun.
      create table indicator_turn (
        district_id uuid not null primary key,
        day date not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
