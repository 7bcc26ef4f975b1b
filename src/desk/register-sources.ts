/** What the enterprise register lays on a desk (核查待审): proposals with their evidence, by the union that proposed them. */
import { MOST } from './most';

export const registerSources = `
  verifying as (
    select 'verification', null::uuid, null::uuid, null::uuid, null::uuid, min(e.name), v.union_id, null::date, null::date,
      null::numeric, count(*)::numeric, '家', null::text, min(v.proposed_at)
    from enterprise_verification v join enterprise e on e.district_id = $1 and e.id = v.enterprise_id
    where 'verification' = any($4) and v.decider_id = $2 and v.district_id = $1 and v.status = 'proposed'
      and v.proposed_by <> $5 and (v.finding = 'normal' or exists (
        select 1 from verification_file f where f.proposal_id = v.proposal_id and f.district_id = $1))
    group by v.union_id order by min(v.proposed_at), v.union_id limit ${MOST + 1}
  )`;
