/** As of when the boards of a district ($1) are true: its oldest announcement still on its way, or now. */
export const asOfSql = `coalesce(
  (select least(now(), min(occurred_at)) from public.outbox_message
   where district_id = $1 and projected_at is null and parked_at is null),
  now())`;
