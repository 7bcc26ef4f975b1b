/** What was accepted by forms over many periods at once (报表取数), and who gave nothing: statements for whoever reckons with it. */
import { owesSql, treeSql } from '../owing/owing';

/** The versions of forms with whom they are owed by and the unit of each cell. $1: the district; `forms`: their ids. */
const rulesSql = (forms: string): string => `form_rules as materialized (
    select v.form_id, v.version, v.from_period,
      array(select jsonb_array_elements_text(v.definition->'owedBy'->'tiers')) as tiers,
      array(select jsonb_array_elements_text(v.definition->'owedBy'->'under')::uuid) as under,
      array(select jsonb_array_elements_text(v.definition->'owedBy'->'unions')::uuid) as unions, (
        select jsonb_object_agg(c->>'key', c->>'unit') from jsonb_array_elements(v.definition->'cells') c) as units
    from form_version v where v.district_id = $1 and v.form_id = any(${forms}::uuid[]))`;

/** Months of a period of a form. */
const monthsSql = `case f.period_kind when 'month' then 1 when 'quarter' then 3 when 'half' then 6 else 12 end`;

/** The version that holds for a period: that of the lock, else the latest from then on. `k`: the period where it is locked. */
const versionSql = (form: string, period: string): string => `
  join lateral (
    select x.* from form_rules x where x.form_id = ${form}
      and (x.version = k.version or (k.version is null and x.from_period <= ${period})) order by x.version desc limit 1) v on true`;

const lockedSql = (form: string, period: string): string => `
  left join form_period k on k.district_id = $1 and k.form_id = ${form} and k.period = ${period} and k.locked_at is not null`;

/**
 * `form_rules` and `form_given(id, form_id, period, starts_on, ends_on, union_id, path, units, given)`: accepted returns of
 * unions that owed the period, each where the union stood on the last day of it.
 */
export const givenSql = (forms: string): string => `${rulesSql(forms)}, form_given as materialized (
    select r.id, r.form_id, r.period, (r.ends_on + 1 - make_interval(months => ${monthsSql}))::date as starts_on, r.ends_on,
      r.union_id, coalesce(w.path, t.path) as path, v.units, r.given
    from form_return r join form f on f.district_id = $1 and f.id = r.form_id
      and (f.last_period is null or r.period <= f.last_period)
    ${lockedSql('r.form_id', 'r.period')} ${versionSql('r.form_id', 'r.period')}
    left join form_owing w on k.version is not null and w.district_id = $1 and w.form_id = r.form_id and w.period = r.period
      and w.union_id = r.union_id
    left join lateral (
      select p.path from ${treeSql('r.ends_on')} where p.district_id = $1 and p.union_id = r.union_id
        and ${owesSql('v.tiers', 'v.under', 'v.unions')}) t on k.version is null
    where r.district_id = $1 and r.form_id = any(${forms}::uuid[]) and r.status = 'accepted'
      and coalesce(w.path, t.path) is not null)`;

/** `union_id, path` of those that owe a form on a day, by the version that holds then. */
export const owingOnSql = (form: string, period: string, day: string): string => `
  select p.union_id, p.path from (
    select x.* from form_rules x where x.form_id = ${form} and x.from_period <= ${period} order by x.version desc limit 1) v,
    ${treeSql(day)} where p.district_id = $1 and ${owesSql('v.tiers', 'v.under', 'v.unions')}`;

/** Of these periods (`no, formId, period, endsOn, cell` as JSON), the unions at or below one that owe a cell and gave none. */
export const lackingSql = (forms: string, asked: string, label: string, most: number): string => `
  with ${rulesSql(forms)}, asked as (
    select * from jsonb_to_recordset(${asked}::jsonb) as a(no int, "formId" uuid, period text, "endsOn" date, cell text)
  ), owed as (
    select a.no, a."formId", a.period, a.cell, w.union_id, w.path from asked a ${lockedSql('a."formId"', 'a.period')}
    join form_owing w on w.district_id = $1 and w.form_id = a."formId" and w.period = a.period where k.version is not null
    union all
    select a.no, a."formId", a.period, a.cell, t.union_id, t.path from asked a ${lockedSql('a."formId"', 'a.period')}
    ${versionSql('a."formId"', 'a.period')}
    join lateral (
      select p.union_id, p.path from ${treeSql('a."endsOn"')} where p.district_id = $1
        and ${owesSql('v.tiers', 'v.under', 'v.unions')}) t on true where k.version is null
  ), lacking as (
    select o.no, o.period, u.code, u.name, row_number() over (partition by o.no order by o.period, u.code) as place,
      count(*) over (partition by o.no)::int as many
    from owed o join trade_union u on u.district_id = $1 and u.id = o.union_id
    where string_to_array(o.path::text, '.') @> array[${label}::text] and not exists (
      select from form_return r where r.form_id = o."formId" and r.period = o.period and r.union_id = o.union_id
        and r.district_id = $1 and r.status = 'accepted' and r.given ? o.cell) and not exists (
      select from form_exception x where x.form_id = o."formId" and x.period = o.period and x.union_id = o.union_id
        and x.district_id = $1 and x.status = 'approved' and x.kind = 'exempt')
  )
  select no, many, json_agg(json_build_object('unionName', name, 'period', period) order by place) as names
  from lacking where place <= ${most} group by no, many`;
