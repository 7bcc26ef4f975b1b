/** Closed periods (锁定周期), and those that were. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { periodOn } from '../../kernel/period';
import type { ClosureList, ClosureView } from './closure.view';

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const sql = `
  select c.id, c.kind, c.from_day::text as "from", c.to_day::text as "to", c.reason, b.name as "closedBy",
    ${iso('c.closed_at')} as "closedAt", r.name as "reopenedBy", ${iso('c.reopened_at')} as "reopenedAt",
    c.reopened_reason as "reopenedReason", count(*) over ()::int as total
  from indicator_closure c join officer b on b.district_id = $1 and b.id = c.closed_by
  left join officer r on r.district_id = $1 and r.id = c.reopened_by
  where c.district_id = $1 and ($2::uuid is null or c.id = $2)
  order by c.from_day desc, c.closed_at desc limit $3 offset $4`;

type Row = Omit<ClosureView, 'period'> & { total: number };

@Injectable()
export class ClosureReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async list({ districtId }: Actor, { page, pageSize }: { page: number; pageSize: number }): Promise<ClosureList> {
    const rows: Row[] = await this.database.query(sql, [districtId, null, pageSize, (page - 1) * pageSize]);
    return { items: rows.map(viewOf), page, pageSize, total: rows[0]?.total ?? 0 };
  }
}

/** Errors: notFound. */
export async function readClosure(tx: EntityManager, districtId: string, id: string): Promise<ClosureView> {
  const [row]: Row[] = await tx.query(sql, [districtId, id, 1, 0]);
  if (row === undefined) throw new NotFound();
  return viewOf(row);
}

const viewOf = ({ total: _, ...row }: Row): ClosureView => ({ ...row, period: periodOn(row.kind, row.from).name });
