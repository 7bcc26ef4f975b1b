/** What is forgotten of webhooks (保留 30 天): deliveries with their tries, and removed endpoints with nothing left. Pure. */
import type { DataSource } from 'typeorm';

/** Days that deliveries are kept, delivered or not. */
export const KEPT_DAYS = 30;

const SOME = 5_000;

export async function forget(database: Pick<DataSource, 'query'>): Promise<void> {
  await database.query(
    `delete from webhook_delivery where (district_id, id) in (
       select district_id, id from webhook_delivery where created_at < now() - interval '${KEPT_DAYS} days'
       order by created_at limit ${SOME})`,
  );
  await database.query(
    `delete from webhook_endpoint e where e.removed_at < now() - interval '1 day'
       and not exists (select 1 from webhook_delivery d where d.endpoint_id = e.id and d.district_id = e.district_id)`,
  );
}
