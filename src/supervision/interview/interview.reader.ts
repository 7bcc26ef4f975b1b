/** Interviews (约谈) within reach: held by the own union, with it, or with one below it. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { numberOf } from '../order/order-rules';
import type { InterviewList, InterviewView } from './interview.view';

export interface InterviewFilter {
  readonly id?: string;
  readonly unionId?: string;
  readonly orderId?: string;
  readonly page: number;
  readonly pageSize: number;
}

const sql = `
  select i.id, i.order_id as "orderId", s.year, s.no, h.name as "holderName", i.union_id as "unionId", u.name as "unionName",
    i.held_on::text as "heldOn", i.interviewed, i.held_by as "heldBy", i.about, i.agreed, r.name as "recordedByName",
    i.recorded_at as "recordedAt", (count(*) over ())::int as total
  from interview i
  join trade_union h on h.district_id = $1 and h.id = i.holder_id
  join trade_union u on u.district_id = $1 and u.id = i.union_id
  join officer r on r.district_id = $1 and r.id = i.recorded_by
  left join supervision_order s on s.district_id = $1 and s.id = i.order_id
  where i.district_id = $1 and (i.union_id = $2 or i.path <@ $3::ltree) and ($4::uuid is null or i.id = $4)
    and ($5::uuid is null or i.union_id = $5) and ($6::uuid is null or i.order_id = $6)
  order by i.held_on desc, i.id desc limit $7 offset $8`;

type Row = Omit<InterviewView, 'recordedAt' | 'orderNumber'> & {
  recordedAt: Date;
  year: number | null;
  no: number | null;
  total: number;
};

@Injectable()
export class InterviewReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  list(actor: Actor, filter: InterviewFilter): Promise<InterviewList> {
    return readInterviews(this.database.manager, actor, filter);
  }

  get(actor: Actor, id: string): Promise<InterviewView> {
    return readInterview(this.database.manager, actor, id);
  }
}

/** Errors: notFound. */
export async function readInterview(tx: EntityManager, actor: Actor, id: string): Promise<InterviewView> {
  const { items } = await readInterviews(tx, actor, { id, page: 1, pageSize: 1 });
  const [interview] = items;
  if (interview === undefined) throw new NotFound();
  return interview;
}

export async function readInterviews(
  tx: EntityManager,
  { districtId, unionId, path }: Actor,
  { id, unionId: of, orderId, page, pageSize }: InterviewFilter,
): Promise<InterviewList> {
  const values = [districtId, unionId, path, id ?? null, of ?? null, orderId ?? null, pageSize, (page - 1) * pageSize];
  const rows: Row[] = await tx.query(sql, values);
  const items = rows.map(({ year, no, total: _, recordedAt, ...row }) => ({
    ...row,
    orderNumber: year === null || no === null ? null : numberOf({ year, no }),
    recordedAt: recordedAt.toISOString(),
  }));
  return { items, page, pageSize, total: rows[0]?.total ?? 0 };
}
