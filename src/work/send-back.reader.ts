/** What was sent back (回退) and how it was answered. */
import type { EntityManager } from 'typeorm';
import { NotFound } from '../kernel/errors';
import type { SendBackView } from './send-back.view';

const sql = `
  select s.id, s.task_id as "taskId", u.name as "unionName", s.reason, s.status, o.name as "sentByName", s.sent_at as "sentAt",
    d.name as "decidedByName", s.decided_at as "decidedAt", s.decision_reason as "decisionReason"
  from send_back s join trade_union u on u.district_id = $1 and u.id = s.union_id
  join officer o on o.district_id = $1 and o.id = s.sent_by
  left join officer d on d.district_id = $1 and d.id = s.decided_by
  where s.district_id = $1 and ($2::uuid is null or s.id = $2) and ($3::uuid is null or s.task_id = $3)
  order by s.id desc limit 20`;

type Row = Omit<SendBackView, 'sentAt' | 'decidedAt'> & { sentAt: Date; decidedAt: Date | null };

/** Errors: notFound. */
export async function readSendBack(tx: EntityManager, districtId: string, id: string): Promise<SendBackView> {
  const [row]: Row[] = await tx.query(sql, [districtId, id, null]);
  if (row === undefined) throw new NotFound();
  return viewOf(row);
}

/** The last twenty of a task, the latest first. */
export async function sendBacksOf(tx: EntityManager, districtId: string, taskId: string): Promise<SendBackView[]> {
  const rows: Row[] = await tx.query(sql, [districtId, null, taskId]);
  return rows.map(viewOf);
}

const viewOf = (row: Row): SendBackView => ({
  ...row,
  sentAt: row.sentAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});
