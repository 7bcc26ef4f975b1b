/** The log of what went out (外发记录), for the administrator of a union: his own and all below. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import type { DispatchQuery } from './dispatch.dto';
import type { Dispatch } from './dispatch.entity';
import type { DispatchPage, DispatchTextView, DispatchView } from './dispatch.view';
import { maskedAddress } from './mail-address';

type Row = Dispatch & { unionName: string; officerName: string | null };

const select = `
  select d.id, d.union_id as "unionId", u.name as "unionName", d.channel, d.target, d.officer_id as "officerId",
    o.name as "officerName", d.robot_id as "robotId", d.subject, d.text, d.reason, d.status, d.attempts,
    d.next_at as "nextAt", d.last_answer as "lastAnswer", d.sent_at as "sentAt", d.created_at as "createdAt"
  from dispatch d
  join trade_union u on u.district_id = d.district_id and u.id = d.union_id
  left join officer o on o.district_id = d.district_id and o.id = d.officer_id
  where d.district_id = $1 and d.path <@ $2::ltree`;

const filters = {
  after: 'd.id < $::uuid',
  status: 'd.status = $',
  channel: 'd.channel = $',
  officerId: 'd.officer_id = $::uuid',
  robotId: 'd.robot_id = $::uuid',
  taskId: `d.reason -> 'taskIds' @> jsonb_build_array($::text)`,
} as const satisfies Partial<Record<keyof DispatchQuery, string>>;

@Injectable()
export class DispatchReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async list({ districtId, path }: Actor, asked: DispatchQuery): Promise<DispatchPage> {
    const given: unknown[] = [districtId, path];
    const conditions = Object.entries(filters).flatMap(([name, condition]) => {
      const value = asked[name as keyof typeof filters];
      return value === undefined ? [] : [condition.replace('$', `$${given.push(value)}`)];
    });
    const where = [select, ...conditions].join(' and ');
    const rows: Row[] = await this.database.query(
      `${where} order by d.id desc limit $${given.push(asked.limit + 1)}`,
      given,
    );
    const shown = rows.slice(0, asked.limit);
    const nextCursor = rows.length > asked.limit ? (shown.at(-1)?.id ?? null) : null;
    return { items: shown.map(viewOf), nextCursor };
  }

  async get({ districtId, path }: Actor, id: string): Promise<DispatchTextView> {
    const [row]: Row[] = await this.database.query(`${select} and d.id = $3`, [districtId, path, id]);
    if (row === undefined) throw new NotFound();
    return { ...viewOf(row), text: row.text };
  }
}

function viewOf(row: Row): DispatchView {
  const { text: _, target, reason, nextAt, sentAt, createdAt, status, ...rest } = row;
  const { words = null, step = null, taskIds = [] } = reason;
  return {
    ...rest,
    status,
    target: row.channel === 'email' ? maskedAddress(target) : target,
    reason: { words, step, taskIds: [...taskIds] },
    nextAt: status === 'waiting' || status === 'failed' ? nextAt.toISOString() : null,
    sentAt: sentAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
