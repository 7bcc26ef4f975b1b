/** As of when the platform's tables are true: the oldest announcement still on its way, or now. */
export const asOfSql = `coalesce(
  (select least(now(), min(occurred_at)) from public.outbox_message where projected_at is null and parked_at is null),
  now())`;
