/** Notes what indicators (指标) are to be valued anew, in whichever way their sources change; and the platform's tables of values. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const note = 'insert into indicator_stale (district_id, source, key, path, since, until)';

/** The paths under which an enterprise ever lay: its unions, wherever they stood. */
const noteEnterprises = (changed: string): string => `
  with changed as (${changed}), lain as (
    select c.district_id, c.union_id, min(c.since) as since from changed c where c.since is not null group by 1, 2
    union
    select c.district_id, p.union_id, min(c.since) from changed c
    join enterprise_placement p on p.district_id = c.district_id and p.enterprise_id = c.id
    where c.since is not null group by 1, 2
  ), stood as (
    select l.district_id, l.since, u.path from lain l join trade_union u on u.district_id = l.district_id and u.id = l.union_id
    union
    select l.district_id, l.since, p.path from lain l
    join union_placement p on p.district_id = l.district_id and p.union_id = l.union_id
  )
  ${note} select district_id, 'register', null, path, min(since), null from stood group by district_id, path order by 1, 4`;

export class IndicatorStale1763900000111 implements MigrationInterface {
  name = 'IndicatorStale1763900000111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function entries_new_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${note} select district_id, 'ledger', type_id, path, min(day), max(day) from newly where status = 'accepted'
        group by district_id, type_id, path order by 1, 3, 4;
        return null;
      end $$;
      create function entries_changed_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${note} select n.district_id, 'ledger', n.type_id, n.path, min(n.day), max(n.day)
        from newly n join formerly f on f.district_id = n.district_id and f.id = n.id
        where n.status <> f.status and 'accepted' in (n.status, f.status)
        group by n.district_id, n.type_id, n.path order by 1, 3, 4;
        return null;
      end $$;
      create trigger ledger_entry_new_to_indicators after insert on ledger_entry referencing new table as newly
        for each statement execute function entries_new_to_indicators();
      create trigger ledger_entry_changed_to_indicators after update on ledger_entry
        referencing old table as formerly new table as newly
        for each statement execute function entries_changed_to_indicators();

      create function enterprises_new_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${noteEnterprises('select district_id, id, union_id, opened_on as since from newly')};
        return null;
      end $$;
      create function enterprises_changed_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${noteEnterprises(`
          select n.district_id, n.id, x.union_id, least(
            case when n.kind <> f.kind then least(n.opened_on, f.opened_on) end,
            case when n.opened_on <> f.opened_on then least(n.opened_on, f.opened_on) end,
            case when n.closed_on is distinct from f.closed_on then least(n.closed_on, f.closed_on) end,
            case when n.standing <> f.standing then least(n.standing_since, f.standing_since) end,
            case when n.union_id <> f.union_id then n.placed_since end,
            case when (n.workers, n.members, n.counted_on) is distinct from (f.workers, f.members, f.counted_on)
              then least(n.counted_on, f.counted_on) end,
            case when n.union_established_on is distinct from f.union_established_on
              then least(n.union_established_on, f.union_established_on) end) as since
          from newly n join formerly f on f.district_id = n.district_id and f.id = n.id
          cross join lateral (values (n.union_id), (f.union_id)) as x(union_id)`)};
        return null;
      end $$;
      create function headcounts_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${noteEnterprises(`
          select n.district_id, e.id, e.union_id, n.counted_on as since
          from newly n join enterprise e on e.district_id = n.district_id and e.id = n.enterprise_id`)};
        return null;
      end $$;
      create trigger enterprise_new_to_indicators after insert on enterprise referencing new table as newly
        for each statement execute function enterprises_new_to_indicators();
      create trigger enterprise_changed_to_indicators after update on enterprise
        referencing old table as formerly new table as newly
        for each statement execute function enterprises_changed_to_indicators();
      create trigger headcount_new_to_indicators after insert on enterprise_headcount referencing new table as newly
        for each statement execute function headcounts_to_indicators();
      create trigger headcount_changed_to_indicators after update on enterprise_headcount referencing new table as newly
        for each statement execute function headcounts_to_indicators();

      create function placement_to_indicators() returns trigger language plpgsql as
      $$ begin
        if exists (select from enterprise e join trade_union u on u.district_id = e.district_id and u.id = e.union_id
            where e.union_id = new.union_id and e.district_id = new.district_id) then
          ${note} values (new.district_id, 'register', null, new.path, coalesce(new.until, new.since), null);
        end if;
        return null;
      end $$;
      create trigger union_placement_to_indicators after insert or update on union_placement
        for each row execute function placement_to_indicators();

      create function task_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${note} values (new.district_id, 'tasks', null, new.path, make_date(new.year, 1, 1), make_date(new.year, 12, 31));
        return null;
      end $$;
      create function report_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${note} select new.district_id, 'tasks', null, new.path, make_date(t.year, 1, 1), make_date(t.year, 12, 31)
        from task t where t.district_id = new.district_id and t.id = new.task_id;
        return null;
      end $$;
      create trigger task_new_to_indicators after insert on task for each row execute function task_to_indicators();
      create trigger task_changed_to_indicators after update on task for each row
        when ((old.target, old.status, old.programme) is distinct from (new.target, new.status, new.programme))
        execute function task_to_indicators();
      create trigger report_new_to_indicators after insert on progress_report for each row
        when (new.status = 'accepted') execute function report_to_indicators();
      create trigger report_changed_to_indicators after update on progress_report for each row
        when (old.status <> new.status and 'accepted' in (old.status, new.status)) execute function report_to_indicators();

      create table platform.indicator_card (
        district_id uuid not null,
        indicator_id uuid not null,
        code text not null,
        name text not null,
        programme text not null,
        unit text not null,
        decimals smallint not null,
        direction text not null,
        qualifier text not null,
        period_kind text not null,
        retired boolean not null,
        seq bigint not null,
        primary key (district_id, indicator_id)
      );

      create table platform.indicator_value (
        district_id uuid not null,
        indicator_id uuid not null,
        union_id uuid not null,
        kind text not null,
        from_day date not null,
        numerator numeric,
        denominator numeric,
        value numeric,
        seq bigint not null,
        primary key (district_id, indicator_id, union_id, kind, from_day)
      );
      create index indicator_value_of_union on platform.indicator_value (union_id, kind, from_day, district_id);

      create table platform.indicator_closure (
        district_id uuid not null,
        from_day date not null,
        to_day date not null,
        closed boolean not null,
        seq bigint not null,
        primary key (district_id, from_day, to_day)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
