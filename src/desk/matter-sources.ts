/** What cases lay on a desk (诉求件待办): those the union handles, and answers from directly below that wait for their review. */
import { MOST } from './most';

/** Sources of the desk's statement, with its parameters and columns; the case stands where an order would. */
export const matterSources = `
  cases_to_handle as (
    select 'case', null::uuid, null::uuid, null::uuid, c.id, c.title, c.union_id, null::date, c.due_on, null::numeric,
      null::numeric, null::text, s.words, c.arrived_at
    from inbound_case c left join lateral (
      select case when kind in ('returned', 'handedBack') then words end as words
      from case_step where district_id = $1 and case_id = c.id and kind <> 'changed' order by no desc limit 1
    ) s on true
    where 'case' = any($4) and c.union_id = $2 and c.district_id = $1 and c.status in ('received', 'assigned', 'returned')
    order by c.due_on, c.id limit ${MOST + 1}
  ), cases_to_review as (
    select 'caseReview', null::uuid, null::uuid, null::uuid, c.id, c.title, c.union_id, null::date, c.due_on, null::numeric,
      null::numeric, null::text, null::text, s.at
    from trade_union b join inbound_case c on c.union_id = b.id and c.district_id = $1 and c.status = 'answered'
    join lateral (
      select at from case_step where district_id = $1 and case_id = c.id and kind = 'answered' order by no desc limit 1
    ) s on true
    where 'caseReview' = any($4) and b.district_id = $1 and (b.parent_id = $2 or (b.id = $1 and $2 = $1))
    order by c.due_on, c.id limit ${MOST + 1}
  )`;
