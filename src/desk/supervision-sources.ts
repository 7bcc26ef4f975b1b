/** What the room of supervision lays on a desk (督办待办): extensions, orders, what was sent back, what is parked. */
import { MOST } from './most';

const limit = `limit ${MOST + 1}`;

/** Sources of the desk's statement, with its parameters and columns. */
export const supervisionSources = `
  extending as (
    select 'extension', t.id, null::uuid, null::uuid, null::uuid, t.title, t.union_id, t.start_on, t.due_on, null::numeric,
      t.target, t.measure_unit, e.reason, e.requested_at
    from extension e join task t on t.district_id = $1 and t.id = e.task_id and t.status <> 'withdrawn'
    where 'extension' = any($4) and e.district_id = $1 and e.decider_id = $2 and e.status = 'requested'
    order by e.before_on, e.id ${limit}
  ), answering as (
    select 'order', o.task_id, null::uuid, null::uuid, o.id, o.title, o.union_id, null::date, o.limit_on, null::numeric,
      null::numeric, o.degree, o.requirement, o.issued_at
    from supervision_order o
    where 'order' = any($4) and o.district_id = $1 and o.union_id = $2 and o.status in ('issued', 'signed', 'returned')
    order by o.limit_on, o.id ${limit}
  ), reviewing as (
    select 'orderReview', o.task_id, null::uuid, null::uuid, o.id, o.title, o.union_id, null::date, o.limit_on,
      null::numeric, null::numeric, o.degree, s.words, s.at
    from supervision_order o join lateral (
      select words, at from order_step where district_id = $1 and order_id = o.id and kind = 'answered' order by no desc limit 1
    ) s on true
    where 'orderReview' = any($4) and o.district_id = $1 and o.issuer_id = $2 and o.status = 'answered'
    order by o.limit_on, o.id ${limit}
  ), sent_back as (
    select 'sendBack', t.id, null::uuid, null::uuid, null::uuid, t.title, t.union_id, t.start_on, t.due_on, null::numeric,
      t.target, t.measure_unit, s.reason, s.sent_at
    from send_back s join task t on t.district_id = $1 and t.id = s.task_id and t.status <> 'withdrawn'
    where 'sendBack' = any($4) and s.district_id = $1 and s.assigner_id = $2 and s.status = 'sent'
    order by s.id ${limit}
  ), parked as (
    select 'parked', t.id, null::uuid, null::uuid, null::uuid, t.title, t.union_id, t.start_on, t.parked_until, null::numeric,
      t.target, t.measure_unit, null::text, null::timestamptz
    from task t
    where 'parked' = any($4) and t.district_id = $1 and t.assigner_id = $2 and t.parked_until <= $7 and t.status <> 'withdrawn'
      and (t.union_id <> $2 or t.parent_id is null)
    order by t.parked_until, t.id ${limit}
  ), supervised as (
    select * from extending union all select * from answering union all select * from reviewing
    union all select * from sent_back union all select * from parked
  )`;
