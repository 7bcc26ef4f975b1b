/** What statistical forms lay on a desk (报表待办): returns owed, sent back, to be reviewed, and exceptions to decide. */
import { MOST } from './most';

const limit = `limit ${MOST + 1}`;

/** Reopened (补报) for the union of `r` or of the desk, up to today or longer. */
const reopened = (form: string, period: string, union: string): string => `exists (
      select from form_exception x where x.union_id = ${union} and x.form_id = ${form} and x.period = ${period}
        and x.district_id = $1 and x.status = 'approved' and x.kind = 'reopen' and x.until >= $8::date)`;

/** Neither handed in nor exempted. */
const still = `not exists (
      select from form_return g where g.union_id = $2 and g.form_id = p.form_id and g.period = p.period and g.district_id = $1
        and g.status in ('submitted', 'returned', 'accepted'))
      and not exists (
      select from form_exception x where x.union_id = $2 and x.form_id = p.form_id and x.period = p.period
        and x.district_id = $1 and x.status = 'approved' and x.kind = 'exempt')`;

const owed = (due: string): string => `
    select 'formOwed', null::uuid, r.id, null::uuid, f.id, f.name || ' ' || p.label, $2::uuid, p.opens_on, ${due},
      null::numeric, null::numeric, p.period, null::text, null::timestamptz`;
const draft = `
    join form f on f.district_id = $1 and f.id = p.form_id
    left join form_return r on r.union_id = $2 and r.form_id = p.form_id and r.period = p.period and r.district_id = $1
      and r.status = 'draft'`;

/** Sources of the desk's statement, with its parameters and columns; $8 is today. The form stands where an order would, the return where a report would, the period where a unit would. */
export const formSources = `
  forms_owed as (${owed('p.due_on')}
    from form_period p
    join union_placement m on m.district_id = $1 and m.union_id = $2 and m.since <= p.ends_on
      and (m.until is null or m.until >= p.ends_on)
    join trade_union u on u.district_id = $1 and u.id = $2 and u.opened_on <= p.ends_on
      and (u.closed_on is null or u.closed_on >= p.ends_on) ${draft}
    where 'formOwed' = any($4) and p.locked_at is null and p.due_on >= $3::date and p.district_id = $1
      and (p.locks_on is null or p.locks_on >= $8::date) and ((u.tier = any(p.tiers) and (cardinality(p.under) = 0
        or string_to_array(m.path::text, '.')::uuid[] && p.under)) or u.id = any(p.unions))
      and ${still}
    order by p.due_on, f.id, p.period ${limit}
  ), forms_reopened as (${owed('o.until')}
    from form_exception o join form_period p on p.district_id = $1 and p.form_id = o.form_id and p.period = o.period ${draft}
    where 'formOwed' = any($4) and o.union_id = $2 and o.district_id = $1 and o.status = 'approved' and o.kind = 'reopen'
      and o.until >= $8::date and p.locked_at is not null and ${still}
    order by o.until, o.id ${limit}
  ), forms_returned as (
    select 'formReturned', null::uuid, r.id, null::uuid, f.id, f.name || ' ' || p.label, $2::uuid, p.opens_on, p.due_on,
      null::numeric, null::numeric, r.period, s.words, s.at
    from form_return r join form_period p on p.district_id = $1 and p.form_id = r.form_id and p.period = r.period
    join form f on f.district_id = $1 and f.id = r.form_id
    left join lateral (
      select words, at from form_return_step t where t.district_id = $1 and t.return_id = r.id and t.kind = 'returned'
      order by t.no desc limit 1) s on true
    where 'formReturned' = any($4) and r.union_id = $2 and r.district_id = $1 and r.status = 'returned'
      and (p.locked_at is null or ${reopened('r.form_id', 'r.period', '$2')})
    order by p.due_on, r.id ${limit}
  ), forms_to_review as (
    select 'formReview', null::uuid, null::uuid, null::uuid, f.id, f.name || ' ' || p.label, $2::uuid, p.opens_on,
      case when p.locked_at is null then p.locks_on end,
      null::numeric, count(*)::numeric, r.period, null::text, min(r.submitted_at)
    from form_return r join form_period p on p.district_id = $1 and p.form_id = r.form_id and p.period = r.period
    join form f on f.district_id = $1 and f.id = r.form_id
    where 'formReview' = any($4) and r.reviewer_id = $2 and r.district_id = $1 and r.status = 'submitted'
      and (p.locked_at is null or ${reopened('r.form_id', 'r.period', 'r.union_id')})
    group by f.id, f.name, p.label, p.opens_on, p.locks_on, p.locked_at, r.period order by min(r.submitted_at), f.id ${limit}
  ), forms_excepted as (
    select 'formException', null::uuid, null::uuid, null::uuid, f.id, f.name, x.union_id, null::date, x.until, null::numeric,
      null::numeric, x.period, x.reason, x.proposed_at
    from form_exception x join form f on f.district_id = $1 and f.id = x.form_id
    where 'formException' = any($4) and $1 = $2 and x.district_id = $1 and x.status = 'proposed' and x.proposed_by <> $5
    order by x.proposed_at, x.id ${limit}
  ), forms as (
    select * from forms_owed union all select * from forms_reopened union all select * from forms_returned
    union all select * from forms_to_review union all select * from forms_excepted
  )`;
