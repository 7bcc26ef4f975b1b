/** What the reports of tasks say now, judged anew where an extension made a late one timely (按延期后日期重新认定). */
import type { EntityManager } from 'typeorm';
import type { ReportingBody } from '../events/events';
import { type Accepted, reportingAfter, type Timeliness } from './progress';

/** A report handed in by the new day is on time: both days stay on the way of the report. */
const judgeSql = `
  with judged as (
    update progress_report r set timeliness = 'on_time', judged_due_on = t.due_on
    from task t where r.district_id = $1 and r.task_id = any($2::uuid[]) and r.timeliness = 'late'
      and t.district_id = $1 and t.id = r.task_id and (r.submitted_at at time zone 'Asia/Shanghai')::date <= t.due_on
    returning r.task_id)
  select distinct task_id as id from judged`;

const stateSql = `
  select t.id as "taskId", t.union_id as "unionId",
    (select json_build_object('reportId', a.id, 'done', trim_scale(a.done)::text, 'asOf', a.as_of) from progress_report a
      where a.district_id = $1 and a.task_id = t.id and a.status = 'accepted' order by a.as_of desc, a.no desc limit 1) as accepted,
    (select json_build_object('reportId', o.id, 'status', o.status, 'done', trim_scale(o.done)::text, 'asOf', o.as_of)
      from progress_report o where o.district_id = $1 and o.task_id = t.id and o.status in ('submitted', 'returned')) as open,
    (select max(r.timeliness) from progress_report r
      where r.district_id = $1 and r.task_id = t.id and r.status in ('submitted', 'accepted')) as timeliness
  from task t where t.district_id = $1 and t.id = any($2::uuid[])`;

interface State {
  taskId: string;
  unionId: string;
  accepted: Accepted | null;
  open: { reportId: string; status: 'submitted' | 'returned'; done: string; asOf: string } | null;
  timeliness: Timeliness | null;
}

/** By task, of those where something was judged anew; call after the due days have moved. */
export async function judgeAnew(
  tx: EntityManager,
  districtId: string,
  taskIds: readonly string[],
): Promise<Map<string, ReportingBody>> {
  const judged: { id: string }[] = await tx.query(judgeSql, [districtId, taskIds]);
  if (judged.length === 0) return new Map();
  const states: State[] = await tx.query(stateSql, [districtId, judged.map(({ id }) => id)]);
  return new Map(
    states.map(({ accepted, open, timeliness, ...task }) => [
      task.taskId,
      reportingAfter(task, accepted, open, timeliness),
    ]),
  );
}
