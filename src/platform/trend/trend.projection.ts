/** Day by day how far each task's own work was accepted (进展): the last accepted value of each day is kept. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../../events/envelope';
import { dayOf } from '../../kernel/clock';
import { type Projection, lastOf, rowsOf } from '../projection';
import { prepared } from '../../kernel/prepared';

const upsert = prepared(
  'board.trend',
  `
  insert into progress_day as p (district_id, task_id, day, own_done, seq)
  select "districtId", "taskId", day, done, seq
  from jsonb_to_recordset($1::jsonb) as r(seq bigint, "districtId" uuid, "taskId" uuid, day date, done numeric)
  order by "districtId", "taskId", day
  on conflict (district_id, task_id, day) do update set own_done = excluded.own_done, seq = excluded.seq
  where p.seq < excluded.seq`,
);

const acceptedOn = ({ occurredAt }: Envelope): string => dayOf(new Date(occurredAt));
const reportingOf = (event: Envelope) => (event as Envelope<'progress.accepted'>).body.reporting;

async function accepted(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  const known = events.filter((event) => reportingOf(event).acceptedDone !== null);
  const last = lastOf(known, (event) => `${reportingOf(event).taskId} ${acceptedOn(event)}`);
  const row = (event: Envelope) => {
    const { taskId, acceptedDone } = reportingOf(event);
    return { taskId, day: acceptedOn(event), done: acceptedDone };
  };
  if (last.length > 0) await tx.query(upsert, [rowsOf(last, row)]);
}

export const trend: Projection = { name: 'trend', on: { 'progress.accepted': accepted } };
