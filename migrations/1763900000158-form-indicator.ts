/** Statistical forms (统计报表) as a source of indicators: notes what is to be valued anew when returns, forms or the tree change. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const note = 'insert into indicator_stale (district_id, source, key, path, since, until)';

/** The paths of a return: where the union stood when it owed it, and where it stands now. */
const noteReturns = (changed: string): string => `
  ${note}
  select c.district_id, 'form', c.form_id, x.path, min((c.ends_on + 1 - make_interval(months =>
      case f.period_kind when 'month' then 1 when 'quarter' then 3 when 'half' then 6 else 12 end))::date), max(c.ends_on)
  from (${changed}) c join form f on f.district_id = c.district_id and f.id = c.form_id
  join trade_union u on u.district_id = c.district_id and u.id = c.union_id
  cross join lateral (select c.path union select u.path) as x(path)
  group by c.district_id, c.form_id, x.path order by 1, 3, 4`;

/** Whoever has accepted returns: what stands goes with the union. */
const noteUnion = (union: string, path: string, since: string): string => `
  if exists (select from form_return r where r.union_id = ${union} and r.district_id = new.district_id and r.status = 'accepted') then
    ${note} values (new.district_id, 'form', null, ${path}, ${since}, null);
  end if;`;

export class FormIndicator1763900000158 implements MigrationInterface {
  name = 'FormIndicator1763900000158';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table indicator_stale drop constraint indicator_stale_source_check;
      alter table indicator_stale add constraint indicator_stale_source_check
        check (source in ('ledger', 'register', 'tasks', 'form', 'indicator'));

      create function returns_new_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${noteReturns(`select * from newly where status = 'accepted'`)};
        return null;
      end $$;
      create function returns_changed_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${noteReturns(`
          select n.* from newly n join formerly f on f.district_id = n.district_id and f.id = n.id
          where n.status <> f.status and 'accepted' in (n.status, f.status)`)};
        return null;
      end $$;
      create trigger form_return_new_to_indicators after insert on form_return referencing new table as newly
        for each statement execute function returns_new_to_indicators();
      create trigger form_return_changed_to_indicators after update on form_return
        referencing old table as formerly new table as newly
        for each statement execute function returns_changed_to_indicators();

      -- the first day of a period by its name: 2014, 2014H2, 2014Q3, 2014-06
      create function form_period_start(name text) returns date language sql immutable as
      $$ select make_date(left(name, 4)::int, case substr(name, 5, 1)
          when '-' then right(name, 2)::int when 'Q' then right(name, 1)::int * 3 - 2
          when 'H' then right(name, 1)::int * 6 - 5 else 1 end, 1) $$;
      create function form_version_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${note} values (new.district_id, 'form', new.form_id, null, form_period_start(new.from_period), null);
        return null;
      end $$;
      create function form_ended_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${note} values (new.district_id, 'form', new.id, null, form_period_start(coalesce(new.last_period, old.last_period)), null);
        return null;
      end $$;
      create trigger form_version_to_indicators after insert on form_version for each row when (new.version > 1)
        execute function form_version_to_indicators();
      create trigger form_ended_to_indicators after update on form for each row
        when (new.last_period is distinct from old.last_period) execute function form_ended_to_indicators();

      create function placement_to_form_indicators() returns trigger language plpgsql as
      $$ begin
        ${noteUnion('new.union_id', 'new.path', 'coalesce(new.until, new.since)')}
        return null;
      end $$;
      create trigger union_placement_to_form_indicators after insert or update on union_placement
        for each row execute function placement_to_form_indicators();
      create function union_days_to_indicators() returns trigger language plpgsql as
      $$ begin
        ${noteUnion('new.id', 'new.path', 'least(new.opened_on, new.closed_on, old.opened_on, old.closed_on)')}
        return null;
      end $$;
      create trigger union_days_to_indicators after update on trade_union for each row
        when ((new.opened_on, new.closed_on) is distinct from (old.opened_on, old.closed_on))
        execute function union_days_to_indicators();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
