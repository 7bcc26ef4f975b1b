/** What was reported: each task's own figures, and by what they differ from before, upward through the tasks above and in the standings. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../../events/envelope';
import { prepared } from '../../kernel/prepared';
import { rowsOf } from '../projection';
import { type Key, lockUp } from './lock-up';

/** Reports may be told before their task. */
const unknown = prepared(
  'board.unknown',
  `
  insert into task_board (district_id, task_id)
  select * from unnest($1::uuid[], $2::uuid[]) as k(district_id, task_id) order by 1, 2 on conflict do nothing`,
);

/**
 * A sum moves by the difference: nothing but the tasks on the way up is read. What is counted of those directly below
 * (to review, on time, late) moves one step; a withdrawn task counts for nothing above it. Standings move by what the
 * tasks of their union count more than before (the formulas of scoreboard/recount.ts). `limit 1` tells the planner that
 * every task is found: it would join each with each; and so it would where what moved is not joined with its own figures before the update.
 */
const move = prepared(
  'board.reporting',
  `
  with recursive own as materialized (
    select b.district_id, b.task_id, b.parent_id, b.status, r.seq, r."acceptedDone", r.pending, r."acceptedAsOf", r."acceptedReportId",
      r."openReportId", r."openStatus", r.timeliness,
      coalesce(r."acceptedDone", 0) - coalesce(b.own_done, 0) as more_done,
      coalesce(r.pending, 0) - coalesce(b.own_pending, 0) as more_pending,
      coalesce((r."openStatus" = 'submitted')::int, 0) - coalesce((b.open_status = 'submitted')::int, 0) as more_review,
      coalesce((r.timeliness = 'on_time')::int, 0) - coalesce((b.timeliness = 'on_time')::int, 0) as more_on_time,
      coalesce((r.timeliness = 'late')::int, 0) - coalesce((b.timeliness = 'late')::int, 0) as more_late
    from jsonb_to_recordset($1::jsonb) as r(
      seq bigint, "districtId" uuid, "taskId" uuid, "acceptedDone" numeric, pending numeric, "acceptedAsOf" date,
      "acceptedReportId" uuid, "openReportId" uuid, "openStatus" text, timeliness text)
    cross join lateral (
      select * from task_board t where t.district_id = r."districtId" and t.task_id = r."taskId" limit 1) b
    where b.report_seq is null or b.report_seq < r.seq
  ), up as (
    select district_id, task_id, parent_id, status, 0 as step, more_done, more_pending, more_review, more_on_time, more_late from own
    union all
    select b.district_id, b.task_id, b.parent_id, b.status, up.step + 1, more_done, more_pending, more_review, more_on_time, more_late
    from up join task_board b on b.district_id = up.district_id and b.task_id = up.parent_id
    where up.status <> 'withdrawn' and (up.step = 0 or up.more_done <> 0 or up.more_pending <> 0)
  ), moved as materialized (
    select m.*, o.seq, o."acceptedDone", o.pending as own_pending, o."acceptedAsOf", o."acceptedReportId", o."openReportId", o."openStatus",
      o.timeliness, o.more_on_time, o.more_late
    from (
      select district_id, task_id, sum(more_done) as done, sum(more_pending) as pending,
        coalesce(sum(more_review) filter (where step = 1), 0) as to_review,
        coalesce(sum(more_on_time) filter (where step = 1), 0) as on_time, coalesce(sum(more_late) filter (where step = 1), 0) as late
      from up group by district_id, task_id) m
    left join own o using (district_id, task_id)
  ), counted as (
    update task_board b set
      own_done = case when m.seq is null then b.own_done else m."acceptedDone" end,
      own_pending = case when m.seq is null then b.own_pending else m.own_pending end,
      own_as_of = case when m.seq is null then b.own_as_of else m."acceptedAsOf" end,
      accepted_report_id = case when m.seq is null then b.accepted_report_id else m."acceptedReportId" end,
      open_report_id = case when m.seq is null then b.open_report_id else m."openReportId" end,
      open_status = case when m.seq is null then b.open_status else m."openStatus" end,
      timeliness = case when m.seq is null then b.timeliness else m.timeliness end,
      report_seq = coalesce(m.seq, b.report_seq),
      done = b.done + m.done, pending = b.pending + m.pending, to_review = b.to_review + m.to_review,
      below_on_time = b.below_on_time + m.on_time, below_late = b.below_late + m.late
    from moved m
    where b.district_id = m.district_id and b.task_id = m.task_id
    returning b.district_id, b.year, b.union_id,
      case when b.target > 0 then b.weight * (least(greatest(b.done, 0) / nullif(b.target, 0), 1)
        - least(greatest(b.done - m.done, 0) / nullif(b.target, 0), 1)) else 0 end as done,
      case when b.target > 0 then b.weight * (least(greatest(b.done + b.pending, 0) / nullif(b.target, 0), 1)
        - least(greatest(b.done - m.done + b.pending - m.pending, 0) / nullif(b.target, 0), 1)) else 0 end as handed_in,
      coalesce(m.more_on_time, 0) + case when b.tier <> 'district' then m.on_time else 0 end as on_time,
      coalesce(m.more_late, 0) + case when b.tier <> 'district' then m.late else 0 end as late,
      b.status
  ), ranked as (
    select district_id, year, union_id, sum(done) as done, sum(handed_in) as handed_in, sum(on_time) as on_time, sum(late) as late
    from counted where status <> 'withdrawn' and union_id is not null and year is not null group by district_id, year, union_id
  )
  insert into standing as s (district_id, year, union_id, done, handed_in, on_time, late)
  select * from ranked where (done, handed_in, on_time, late) <> (0, 0, 0, 0) order by district_id, year, union_id
  on conflict (district_id, year, union_id) do update set
    done = s.done + excluded.done, handed_in = s.handed_in + excluded.handed_in,
    completion = round(100 * (s.done + excluded.done) / s.weight, 2),
    provisional = round(100 * (s.handed_in + excluded.handed_in) / s.weight, 2),
    on_time = s.on_time + excluded.on_time, late = s.late + excluded.late`,
);

type Reporting = Envelope<'progress.submitted'>;
export const reportingOf = (event: Envelope): Reporting['body']['reporting'] => (event as Reporting).body.reporting;

/** Takes in the last event of each task; the sums of tasks and the standings move with it. */
export async function reported(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  if (events.length === 0) return;
  const keys = events.map((event): Key => [event.districtId, reportingOf(event).taskId]);
  const known = await lockUp(tx, keys);
  const missing = keys.filter(([, task]) => !known.has(task));
  if (missing.length > 0) {
    await tx.query(unknown, [missing.map((key) => key[0]), missing.map((key) => key[1])]);
    await lockUp(tx, missing);
  }
  await tx.query(move, [rowsOf(events, reportingOf)]);
}
