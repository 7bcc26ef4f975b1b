/** Orders (督办单) within reach, the latest first; one with its whole course, files and interviews. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Degree, OrderStatus } from '../../events/events';
import type { Actor } from '../../kernel/actor';
import { Clock, daysBetween } from '../../kernel/clock';
import { NotFound } from '../../kernel/errors';
import { readInterviews } from '../interview/interview.reader';
import { numberOf } from './order-rules';
import type { Cause } from './supervision-order.entity';
import type { OrderDetail, OrderFileView, OrderList, OrderStepView, OrderView } from './order.view';

export interface OrderFilter {
  readonly id?: string;
  readonly status?: OrderStatus;
  readonly degree?: Degree;
  readonly open?: boolean;
  readonly unionId?: string;
  readonly taskId?: string;
  readonly page: number;
  readonly pageSize: number;
  /** The civil day it is read on; left out within a deed, which has the database's. */
  readonly today?: string | undefined;
}

const MOST_INTERVIEWS = 50;

const sql = `
  select o.id, o.year, o.no, o.title, o.requirement, o.issuer_id as "issuerId", i.name as "issuerName",
    o.union_id as "unionId", u.name as "unionName", l.name as "leaderName", o.task_id as "taskId", t.title as "taskTitle",
    o.cause, o.degree, o.status, o.limit_on::text as "limitOn", o.issued_at as "issuedAt", o.version,
    coalesce($12::date, app_today())::text as today, (count(*) over ())::int as total
  from supervision_order o
  join trade_union i on i.district_id = $1 and i.id = o.issuer_id
  join trade_union u on u.district_id = $1 and u.id = o.union_id
  left join officer l on l.district_id = $1 and l.id = o.leader_id
  left join task t on t.district_id = $1 and t.id = o.task_id
  where o.district_id = $1 and (o.union_id = $2 or o.path <@ $3::ltree) and ($4::uuid is null or o.id = $4)
    and ($5::text is null or o.status = $5) and ($6::text is null or o.degree = $6)
    and ($7::boolean is null or $7 = (o.status not in ('closed', 'withdrawn')))
    and ($8::uuid is null or o.union_id = $8) and ($9::uuid is null or o.task_id = $9)
  order by o.id desc limit $10 offset $11`;

const courseSql = `
  select (select coalesce(json_agg(json_build_object('no', s.no, 'kind', s.kind, 'officerName', f.name, 'at', s.at,
      'words', s.words, 'degree', s.degree, 'limitOn', s.limit_on) order by s.no), '[]')
    from order_step s left join officer f on f.district_id = $1 and f.id = s.officer_id
    where s.district_id = $1 and s.order_id = $2) as steps,
  (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'mediaType', e.media_type, 'size', e.size,
      'sha256', v.sha256, 'createdAt', v.created_at, 'answerNo', v.answer_no) order by v.created_at, v.id), '[]')
    from order_file v join evidence_file e on e.sha256 = v.sha256
    where v.district_id = $1 and v.order_id = $2 and (v.answer_no is not null or $3)) as evidence`;

type Row = Omit<OrderView, 'number' | 'cause' | 'behind' | 'overdueDays' | 'missedDays' | 'issuedAt'> & {
  year: number;
  no: number;
  cause: Cause;
  issuedAt: Date;
  today: string;
  total: number;
};

@Injectable()
export class OrderReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  list(actor: Actor, filter: OrderFilter): Promise<OrderList> {
    return readOrders(this.database.manager, actor, { ...filter, today: this.clock.today() });
  }

  /** Errors: notFound. */
  get(actor: Actor, id: string): Promise<OrderDetail> {
    return readOrder(this.database.manager, actor, id, this.clock.today());
  }
}

export async function readOrders(tx: EntityManager, actor: Actor, filter: OrderFilter): Promise<OrderList> {
  const { page, pageSize } = filter;
  const rows: Row[] = await tx.query(sql, [
    actor.districtId,
    actor.unionId,
    actor.path,
    filter.id ?? null,
    filter.status ?? null,
    filter.degree ?? null,
    filter.open ?? null,
    filter.unionId ?? null,
    filter.taskId ?? null,
    pageSize,
    (page - 1) * pageSize,
    filter.today ?? null,
  ]);
  return { items: rows.map(viewOf), page, pageSize, total: rows[0]?.total ?? 0 };
}

/** Errors: notFound. What an answer is still being put together from is the answering union's own business. */
export async function readOrder(tx: EntityManager, actor: Actor, id: string, today?: string): Promise<OrderDetail> {
  const { items } = await readOrders(tx, actor, { id, today, page: 1, pageSize: 1 });
  const [order] = items;
  if (order === undefined) throw new NotFound();
  const [course]: [{ steps: OrderStepView[]; evidence: OrderFileView[] }] = await tx.query(courseSql, [
    actor.districtId,
    id,
    order.unionId === actor.unionId,
  ]);
  const interviews = await readInterviews(tx, actor, { orderId: id, page: 1, pageSize: MOST_INTERVIEWS });
  return {
    ...order,
    steps: course.steps.map((step) => ({ ...step, at: new Date(step.at).toISOString() })),
    evidence: course.evidence.map((file) => ({ ...file, createdAt: new Date(file.createdAt).toISOString() })),
    interviews: interviews.items,
  };
}

function viewOf({ year, no, cause, issuedAt, today, total: _, ...row }: Row): OrderView {
  const waits = row.status === 'issued' || row.status === 'signed' || row.status === 'returned';
  return {
    ...row,
    number: numberOf({ year, no }),
    cause: cause.by,
    behind: cause.by === 'light' ? cause.behind : null,
    overdueDays: cause.by === 'light' ? cause.overdueDays : null,
    missedDays: waits ? Math.max(0, daysBetween(row.limitOn, today)) : 0,
    issuedAt: issuedAt.toISOString(),
  };
}
