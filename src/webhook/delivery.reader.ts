/** The log of an endpoint (推送记录): what was delivered and what waits, with every try. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { cursorOf, readCursor } from '../http/moment-cursor';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { readEndpoint } from './endpoint.reader';
import type { WebhookDeliveryQuery } from './webhook.dto';
import type {
  WebhookAttemptView,
  WebhookDeliveryPage,
  WebhookDeliveryTextView,
  WebhookDeliveryView,
} from './webhook.view';

type Moments = 'nextAt' | 'deliveredAt' | 'occurredAt';
type Row = Omit<WebhookDeliveryView, Moments | 'number'> & {
  number: string | null;
  at: string;
  seq: string;
  body: string | null;
  nextAt: Date | null;
  deliveredAt: Date | null;
  occurredAt: Date;
};
type AttemptRow = Omit<WebhookAttemptView, 'startedAt' | 'headers'> & {
  startedAt: Date;
  headers: Record<string, string>;
};

const MOST_ATTEMPTS = 100;
const SEQ = /^\d{1,19}$/;

const select = `
  select d.id, d.endpoint_id as "endpointId", d.event_id as "eventId", d.name as type, d.number, d.state, d.tries,
    case when d.state = 'waiting' and d.attempts > 0 then d.next_at end as "nextAt", d.last_status as "lastStatus",
    d.last_error as "lastError", d.delivered_at as "deliveredAt", d.occurred_at as "occurredAt", d.body,
    to_char(d.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, coalesce(d.seq, 0)::text as seq
  from webhook_delivery d
  join webhook_endpoint e on e.district_id = d.district_id and e.id = d.endpoint_id and e.removed_at is null
  where d.district_id = $1 and e.union_id = $2`;

const filters = {
  state: 'd.state = $',
  type: 'd.name = $',
  fromNumber: 'd.number >= $::bigint',
  toNumber: 'd.number <= $::bigint',
} as const satisfies Partial<Record<keyof WebhookDeliveryQuery, string>>;

@Injectable()
export class WebhookDeliveryReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async list(actor: Actor, endpointId: string, asked: WebhookDeliveryQuery): Promise<WebhookDeliveryPage> {
    await readEndpoint(this.database.manager, actor, endpointId);
    const given: unknown[] = [actor.districtId, actor.unionId, endpointId];
    const conditions = Object.entries(filters).flatMap(([name, condition]) => {
      const value = asked[name as keyof typeof filters];
      return value === undefined ? [] : [condition.replace('$', `$${given.push(value)}`)];
    });
    const cursor = asked.after === undefined ? null : readCursor(asked.after, SEQ);
    if (cursor !== null)
      conditions.push(
        `(d.occurred_at, coalesce(d.seq, 0)) < ($${given.push(cursor.at)}::timestamptz, $${given.push(cursor.key)}::bigint)`,
      );
    const where = [select, 'd.endpoint_id = $3', ...conditions].join(' and ');
    const rows: Row[] = await this.database.query(
      `${where} order by d.occurred_at desc, coalesce(d.seq, 0) desc limit $${given.push(asked.limit + 1)}`,
      given,
    );
    const shown = rows.slice(0, asked.limit);
    const last = rows.length > asked.limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(viewOf),
      nextCursor: last === undefined ? null : cursorOf({ at: last.at, key: last.seq }),
    };
  }

  get(actor: Actor, id: string): Promise<WebhookDeliveryTextView> {
    return readDelivery(this.database.manager, actor, id);
  }
}

export async function readDelivery(
  tx: Pick<EntityManager, 'query'>,
  { districtId, unionId }: Actor,
  id: string,
): Promise<WebhookDeliveryTextView> {
  const [row]: Row[] = await tx.query(`${select} and d.id = $3`, [districtId, unionId, id]);
  if (row === undefined) throw new NotFound();
  const attempts: AttemptRow[] = await tx.query(
    `select no, started_at as "startedAt", headers, status, answer, error, milliseconds from webhook_attempt
     where district_id = $1 and delivery_id = $2 order by no desc limit ${MOST_ATTEMPTS}`,
    [districtId, id],
  );
  return { ...viewOf(row), body: row.body, attempts: attempts.map(attemptOf) };
}

function viewOf({
  body: _body,
  at: _at,
  seq: _seq,
  number,
  nextAt,
  deliveredAt,
  occurredAt,
  ...row
}: Row): WebhookDeliveryView {
  return {
    ...row,
    number: number === null ? null : Number(number),
    nextAt: nextAt?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    occurredAt: occurredAt.toISOString(),
  };
}

function attemptOf({ startedAt, headers, ...row }: AttemptRow): WebhookAttemptView {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return { ...row, startedAt: startedAt.toISOString(), headers: lines.join('\n') };
}
