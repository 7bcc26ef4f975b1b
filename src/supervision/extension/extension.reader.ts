/** Extensions (延期) within reach, the latest first: one statement for a page. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import type { ExtensionStatus } from './extension.entity';
import type { ExtensionList, ExtensionView } from './extension.view';

export interface ExtensionFilter {
  readonly status?: ExtensionStatus;
  readonly of: 'toDecide' | 'own' | 'all';
  readonly taskId?: string;
  readonly page: number;
  readonly pageSize: number;
}

const columns = `
  e.id, e.task_id as "taskId", t.title as "taskTitle", e.union_id as "unionId", u.name as "unionName",
  e.decider_id as "deciderId", e.needs, e.reason, coalesce(t.first_due_on, t.due_on)::text as "firstDueOn",
  e.before_on::text as "beforeOn", e.proposed_on::text as "proposedOn", e.due_on::text as "dueOn", e.status,
  r.name as "requestedByName", e.requested_at as "requestedAt", d.name as "decidedByName", e.decided_at as "decidedAt",
  e.decision_reason as "decisionReason"`;
const from = `
  from extension e join task t on t.district_id = $1 and t.id = e.task_id
  join trade_union u on u.district_id = $1 and u.id = e.union_id
  join officer r on r.district_id = $1 and r.id = e.requested_by
  left join officer d on d.district_id = $1 and d.id = e.decided_by`;

const listSql = `
  select ${columns}, (count(*) over ())::int as total ${from}
  where e.district_id = $1 and (e.union_id = $2 or e.path <@ $3::ltree) and ($4::text is null or e.status = $4)
    and ($5::uuid is null or e.task_id = $5)
    and case $6::text when 'toDecide' then e.decider_id = $2 when 'own' then e.union_id = $2 else true end
  order by e.id desc limit $7 offset $8`;

type Row = Omit<ExtensionView, 'requestedAt' | 'decidedAt'> & { requestedAt: Date; decidedAt: Date | null };

@Injectable()
export class ExtensionReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async list(actor: Actor, { status, of, taskId, page, pageSize }: ExtensionFilter): Promise<ExtensionList> {
    const { districtId, unionId, path } = actor;
    const rows: (Row & { total: number })[] = await this.database.query(listSql, [
      districtId,
      unionId,
      path,
      status ?? null,
      taskId ?? null,
      of,
      pageSize,
      (page - 1) * pageSize,
    ]);
    const items = rows.map(({ total: _, ...row }) => viewOf(row));
    return { items, page, pageSize, total: rows[0]?.total ?? 0 };
  }
}

/** These, in the order they are asked for. */
export async function readExtensions(
  tx: EntityManager,
  districtId: string,
  ids: readonly string[],
): Promise<ExtensionView[]> {
  const rows: Row[] = await tx.query(
    `select ${columns} ${from} where e.district_id = $1 and e.id = any($2::uuid[])
     order by array_position($2::uuid[], e.id)`,
    [districtId, ids],
  );
  return rows.map(viewOf);
}

const viewOf = (row: Row): ExtensionView => ({
  ...row,
  requestedAt: row.requestedAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});
