/** What ledgers lay on a desk (台账待办): entries to accept, and own ones that were returned; one line a ledger. */
import { MOST } from './most';

/** Sources of the desk's statement, with its parameters and columns; the ledger stands where an order would. */
export const ledgerSources = `
  ledgers_to_review as (
    select 'ledgerReview', null::uuid, null::uuid, null::uuid, t.id, t.name, $2::uuid, null::date, null::date, null::numeric,
      count(*)::numeric, null::text, null::text, min(e.submitted_at)
    from ledger_entry e join ledger_type t on t.district_id = $1 and t.id = e.type_id
    where 'ledgerReview' = any($4) and e.reviewer_id = $2 and e.district_id = $1 and e.status = 'submitted'
    group by t.id, t.name order by min(e.submitted_at), t.id limit ${MOST + 1}
  ), ledgers_returned as (
    select 'ledgerReturned', null::uuid, null::uuid, null::uuid, t.id, t.name, $2::uuid, null::date, null::date,
      null::numeric, count(*)::numeric, null::text, null::text, min(e.submitted_at)
    from ledger_entry e join ledger_type t on t.district_id = $1 and t.id = e.type_id
    where 'ledgerReturned' = any($4) and e.union_id = $2 and e.district_id = $1 and e.status = 'returned'
    group by t.id, t.name order by min(e.submitted_at), t.id limit ${MOST + 1}
  )`;
