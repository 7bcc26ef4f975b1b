/** The enterprise register (企业库): enterprises with what is dated about them, every change, and counts kept by the database. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const sums = `
  sum(n) as preset, sum(n * (standing <> 'normal')::int) as excluded,
  sum(n * (union_established_on is not null)::int) as unionized,
  sum(n * (union_established_on is not null and standing = 'normal')::int) as unionized_verified,
  coalesce(sum(n * workers), 0) as workers, coalesce(sum(n * workers * (standing = 'normal')::int), 0) as workers_verified,
  coalesce(sum(n * members), 0) as members, coalesce(sum(n * members * (standing = 'normal')::int), 0) as members_verified,
  sum(n * (standing = 'normal' and (workers is null or members is null))::int) as uncounted`;

const names = [
  'preset',
  'excluded',
  'unionized',
  'unionized_verified',
  'workers',
  'workers_verified',
  'members',
  'members_verified',
  'uncounted',
];

/** What a statement changed, by union and kind, added in one order so that statements wait for each other. */
const added = (touched: string) => `
  insert into enterprise_count as c (district_id, union_id, kind, ${names.join(', ')})
  select district_id, union_id, kind, ${sums} from (${touched}) t where closed_on is null
  group by district_id, union_id, kind order by district_id, union_id, kind
  on conflict (district_id, union_id, kind) do update set
    ${names.map((name) => `${name} = c.${name} + excluded.${name}`).join(', ')};`;

export class Enterprise1763900000091 implements MigrationInterface {
  name = 'Enterprise1763900000091';

  async up(runner: QueryRunner): Promise<void> {
    // no second index may begin with the district: it would compete with the primary key in foreign-key checks
    await runner.query(`
      create table enterprise (
        district_id uuid not null,
        id uuid not null,
        credit_code text not null check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        name text not null,
        kind text not null check (kind in ('non_public', 'public')),
        industry text,
        union_id uuid not null,
        placed_since date not null,
        workers integer check (workers >= 0),
        members integer check (members >= 0),
        counted_on date,
        union_established_on date,
        term_ends_on date,
        mediation boolean,
        legal_supervision boolean,
        opened_on date not null,
        closed_on date,
        closed_reason text,
        standing text not null default 'normal' check (standing in ('normal', 'abnormal', 'nonexistent')),
        standing_since date,
        version integer not null default 1,
        updated_at timestamptz not null default app_now(),
        primary key (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        check (members <= workers),
        check (closed_on >= opened_on),
        check ((closed_on is null) = (closed_reason is null)),
        check (counted_on is not null or (workers is null and members is null)),
        check (union_established_on is not null or term_ends_on is null),
        check (standing = 'normal' or standing_since is not null)
      );
      create unique index enterprise_code on enterprise (credit_code, district_id);
      create index enterprise_name on enterprise (name, district_id, id);
      create index enterprise_union on enterprise (union_id, district_id, name);
      create index enterprise_workers on enterprise (workers, district_id, id);
      create index enterprise_term on enterprise (term_ends_on, district_id, id) where closed_on is null;
      create index enterprise_without_union on enterprise (name, district_id)
        where union_established_on is null and closed_on is null and standing = 'normal';

      create table enterprise_placement (
        district_id uuid not null,
        enterprise_id uuid not null,
        since date not null,
        until date check (until >= since),
        union_id uuid not null,
        reason text,
        primary key (district_id, enterprise_id, since),
        foreign key (district_id, enterprise_id) references enterprise (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id)
      );

      create table enterprise_headcount (
        district_id uuid not null,
        enterprise_id uuid not null,
        counted_on date not null,
        workers integer check (workers >= 0),
        members integer check (members >= 0),
        primary key (district_id, enterprise_id, counted_on),
        foreign key (district_id, enterprise_id) references enterprise (district_id, id),
        check (members <= workers)
      );

      create table enterprise_change (
        district_id uuid not null,
        enterprise_id uuid not null,
        no integer not null,
        kind text not null,
        before jsonb,
        after jsonb,
        reason text,
        intake_id uuid,
        officer_id uuid,
        at timestamptz not null default app_now(),
        primary key (district_id, enterprise_id, no),
        foreign key (district_id, enterprise_id) references enterprise (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id)
      );

      create table enterprise_count (
        district_id uuid not null,
        union_id uuid not null,
        kind text not null,
        ${names.map((name) => `${name} bigint not null,`).join('\n        ')}
        primary key (district_id, union_id, kind),
        foreign key (district_id, union_id) references trade_union (district_id, id)
      );

      create table platform.enterprise_count (
        district_id uuid not null,
        union_id uuid not null,
        kind text not null,
        ${names.map((name) => `${name} bigint not null,`).join('\n        ')}
        seq bigint not null,
        primary key (district_id, union_id, kind)
      );

      create function count_new_enterprises() returns trigger language plpgsql as
      $$ begin ${added('select 1 as n, * from newly')} return null; end $$;
      create function count_changed_enterprises() returns trigger language plpgsql as
      $$ begin ${added('select 1 as n, * from newly union all select -1, * from formerly')} return null; end $$;
      create trigger enterprise_counted_new after insert on enterprise referencing new table as newly
        for each statement execute function count_new_enterprises();
      create trigger enterprise_counted_changed after update on enterprise
        referencing old table as formerly new table as newly
        for each statement execute function count_changed_enterprises();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
