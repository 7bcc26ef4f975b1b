/** The statements of an urge (催办): when it is, and the messages that tell it at once. Pure. */
import type { EntityManager } from 'typeorm';
import { newId } from '../kernel/id';
import type { UrgeItem } from './item';
import type { Written } from './outward';

export interface Moment {
  readonly today: string;
  readonly hour: number;
}

export async function urgeNow(tx: EntityManager): Promise<Moment> {
  const [moment]: [Moment] = await tx.query(
    `select app_today() as today, extract(hour from app_now() at time zone 'Asia/Shanghai')::int as hour`,
  );
  return moment;
}

/** One message to each, in one statement. */
export async function told(
  tx: EntityManager,
  districtId: string,
  officers: readonly string[],
  urgeId: string,
  today: string,
  items: readonly UrgeItem[],
): Promise<Written[]> {
  return tx.query(
    `with written as (
       insert into message (district_id, id, officer_id, kind, items, more, told_on, created_at)
       select $1, id, officer_id, 'urge', $4, 0, $5, app_now() from unnest($2::uuid[], $3::uuid[]) as each (id, officer_id)
       returning id, officer_id, kind, items, more
     ), taken as (
       update urge_officer w set message_id = m.id from written m
       where w.district_id = $1 and w.urge_id = $6 and w.officer_id = m.officer_id
     )
     select w.id, w.officer_id as "officerId", o.name as "officerName", o.union_id as "unionId", w.kind, w.items, w.more,
       '["email"]'::jsonb as channels
     from written w join officer o on o.district_id = $1 and o.id = w.officer_id`,
    [districtId, officers.map(() => newId()), officers, JSON.stringify(items), today, urgeId],
  );
}
