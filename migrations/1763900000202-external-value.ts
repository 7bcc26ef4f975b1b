/** Values that other systems give for indicators (外部数据), every one that was ever said; what depends on them is noted. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const note = 'insert into indicator_stale (district_id, source, key, path, since, until)';

/** Whoever has values: what stands goes with the union. */
const noteUnion = (union: string, path: string, since: string): string => `
  if exists (select from external_value v where v.union_id = ${union} and v.district_id = new.district_id) then
    ${note} values (new.district_id, 'external', null, ${path}, ${since}, null);
  end if;`;

export class ExternalValue1763900000202 implements MigrationInterface {
  name = 'ExternalValue1763900000202';

  async up(runner: QueryRunner): Promise<void> {
    // no index but the primary keys begins with the district: it would compete with them in foreign-key checks
    await runner.query(`
      create table external_value (
        district_id uuid not null,
        id uuid not null,
        indicator_id uuid not null,
        union_id uuid not null,
        period text not null,
        starts_on date not null,
        ends_on date not null,
        version integer not null check (version > 0),
        value numeric,
        unit text not null check (unit <> ''),
        source text not null check (source <> ''),
        as_of date,
        given_by uuid not null,
        key_prefix text,
        network text not null,
        given_at timestamptz not null default app_now(),
        replaced_at timestamptz,
        primary key (district_id, id),
        foreign key (district_id, indicator_id) references indicator (district_id, id),
        foreign key (district_id, union_id) references trade_union (district_id, id),
        foreign key (district_id, given_by) references officer (district_id, id),
        check (starts_on < ends_on)
      );
      create unique index external_value_version on external_value (indicator_id, union_id, period, version, district_id);
      create unique index external_value_stands on external_value (indicator_id, period, union_id, district_id)
        where replaced_at is null;
      create index external_value_union on external_value (union_id);

      alter table indicator_stale drop constraint indicator_stale_source_check;
      alter table indicator_stale add constraint indicator_stale_source_check
        check (source in ('ledger', 'register', 'tasks', 'form', 'external', 'indicator'));

      -- wherever the union has stood since then: what stands is carried on
      create function external_value_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${note}
        select n.district_id, 'external', n.indicator_id, p.path, min(n.starts_on), max(n.ends_on) from newly n
        join union_placement p on p.district_id = n.district_id and p.union_id = n.union_id
          and (p.until is null or p.until >= n.starts_on)
        group by n.district_id, n.indicator_id, p.path order by 1, 3, 4;
        return null;
      end $$;
      create trigger external_value_to_indicators after insert on external_value referencing new table as newly
        for each statement execute function external_value_to_indicators();

      create function placement_to_external_values() returns trigger language plpgsql as
      $$ begin
        ${noteUnion('new.union_id', 'new.path', 'coalesce(new.until, new.since)')}
        return null;
      end $$;
      create trigger union_placement_to_external_values after insert or update on union_placement
        for each row execute function placement_to_external_values();
      create function union_days_to_external_values() returns trigger language plpgsql as
      $$ begin
        ${noteUnion('new.id', 'new.path', 'least(new.opened_on, new.closed_on, old.opened_on, old.closed_on)')}
        return null;
      end $$;
      create trigger union_days_to_external_values after update on trade_union for each row
        when ((new.opened_on, new.closed_on) is distinct from (old.opened_on, old.closed_on))
        execute function union_days_to_external_values();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
