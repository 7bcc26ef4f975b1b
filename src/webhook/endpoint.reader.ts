/** The endpoints of a union (推送地址) with where they stand. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import type { WebhookEndpointList, WebhookEndpointView } from './webhook.view';

/** How many endpoints a union may have. */
export const MOST_ENDPOINTS = 10;
const MOST_COUNTED = 10_000;

type Moments = 'pausedAt' | 'waitingSince' | 'deliveredAt' | 'oldSecretUntil' | 'createdAt';
type Row = Omit<WebhookEndpointView, Moments | 'lastNumber'> &
  Record<Exclude<Moments, 'createdAt'>, Date | null> & { createdAt: Date; lastNumber: string };

const waiting = `
  select d.occurred_at, d.last_error, d.number from webhook_delivery d
  where d.endpoint_id = e.id and d.district_id = e.district_id and d.state = 'waiting' and d.number is not null
  order by d.number`;

const select = `
  select e.id, e.union_id as "unionId", e.url, e.description, e.events, e.pause, e.paused_at as "pausedAt",
    e.last_number as "lastNumber", e.version, e.created_at as "createdAt", last.delivered_at as "deliveredAt",
    case when e.old_until > now() then e.old_until end as "oldSecretUntil",
    head.occurred_at as "waitingSince", head.last_error as "lastError", c.waiting
  from webhook_endpoint e
  left join lateral (
    select max(d.delivered_at) as delivered_at from webhook_delivery d
    where d.endpoint_id = e.id and d.district_id = e.district_id) last on true
  left join lateral (${waiting} limit 1) head on true
  cross join lateral (select count(*)::int as waiting from (${waiting} limit ${MOST_COUNTED}) w) c
  where e.district_id = $1 and e.union_id = $2 and e.removed_at is null`;

export async function readEndpoint(
  tx: Pick<EntityManager, 'query'>,
  { districtId, unionId }: Actor,
  id: string,
): Promise<WebhookEndpointView> {
  const [row]: Row[] = await tx.query(`${select} and e.id = $3`, [districtId, unionId, id]);
  if (row === undefined) throw new NotFound();
  return viewOf(row);
}

@Injectable()
export class WebhookEndpointReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async list({ districtId, unionId }: Actor): Promise<WebhookEndpointList> {
    const rows: Row[] = await this.database.query(`${select} order by e.id limit ${MOST_ENDPOINTS}`, [
      districtId,
      unionId,
    ]);
    return { items: rows.map(viewOf), most: MOST_ENDPOINTS };
  }

  get(actor: Actor, id: string): Promise<WebhookEndpointView> {
    return readEndpoint(this.database.manager, actor, id);
  }
}

function viewOf(row: Row): WebhookEndpointView {
  const { pausedAt, waitingSince, deliveredAt, oldSecretUntil, createdAt, lastNumber, ...rest } = row;
  return {
    ...rest,
    lastNumber: Number(lastNumber),
    pausedAt: pausedAt?.toISOString() ?? null,
    waitingSince: waitingSince?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    oldSecretUntil: oldSecretUntil?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
