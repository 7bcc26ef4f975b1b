/** The unions as the platform knows them: name, tier and place, last known state. */
import type { Envelope } from '../../events/envelope';
import type { EntityManager } from 'typeorm';
import { lastOf, rowsOf, type Projection } from '../projection';

const upsert = `
  insert into union_card (district_id, union_id, seq, parent_id, tier, code, name, path, opened_on, closed_on)
  select "districtId", "unionId", seq, "parentId", tier, code, name, path, "openedOn", "closedOn"
  from jsonb_to_recordset($1::jsonb) as r(
    seq bigint, "districtId" uuid, "unionId" uuid, "parentId" uuid, tier text, code text, name text,
    path ltree, "openedOn" date, "closedOn" date)
  order by "districtId", "unionId"
  on conflict (district_id, union_id) do update set
    seq = excluded.seq, parent_id = excluded.parent_id, tier = excluded.tier, code = excluded.code,
    name = excluded.name, path = excluded.path, opened_on = excluded.opened_on, closed_on = excluded.closed_on
  where union_card.seq < excluded.seq`;

async function know(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  const unions = lastOf(events, (event) => event.unionId);
  await tx.query(upsert, [rowsOf(unions, (event) => (event as Envelope<'union.opened'>).body.union)]);
}

export const unionCard: Projection = {
  name: 'union-card',
  on: { 'union.opened': know, 'union.changed': know, 'union.moved': know, 'union.closed': know },
};
