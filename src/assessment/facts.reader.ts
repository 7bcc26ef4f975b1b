/** The facts of the scored unions (考核事实), from the writers' own tables: one statement for all of them. */
import type { EntityManager } from 'typeorm';
import type { TaskFact } from './facts';

/**
 * Every task of each union in the year, with what lies below it in the task tree. Done is Σ of the latest accepted
 * reports, pending what acceptance of the submitted ones would add. A task reports where it is a leaf or keeps a part;
 * it is on time when all that report below it were, late when all reported but some late, missing when it is past its
 * due day and one of them has handed in nothing.
 */
const sql = `
  with recursive own as (
    select id, union_id, code, title, programme, measure_unit, target, weight, due_on, kept_target from task
    where district_id = $1 and union_id = any($2::uuid[]) and year = $3 and status <> 'withdrawn'
  ), tree as (
    select id as own_id, id, null::uuid as above, kept_target from own
    union all
    select above.own_id, t.id, above.id, t.kept_target from tree above
    join task t on t.district_id = $1 and t.parent_id = above.id and t.status <> 'withdrawn'
  ), sent as (
    select r.task_id, r.id, r.no, r.done, r.as_of, r.status, r.timeliness
    from progress_report r where r.district_id = $1 and r.task_id = any(array(select id from tree)) and r.status <> 'draft'
  ), told_back as (
    select r.task_id, count(*) as returned from sent r
    where exists (select 1 from report_step s where s.district_id = $1 and s.report_id = r.id and s.kind = 'returned')
    group by r.task_id
  ), reported as (
    select task_id, count(*) as received,
      max(timeliness) filter (where status in ('submitted', 'accepted')) as best,
      (array_agg(id order by as_of desc, no desc) filter (where status = 'accepted'))[1] as report_id,
      (array_agg(done order by as_of desc, no desc) filter (where status = 'accepted'))[1] as done,
      max(as_of) filter (where status = 'accepted') as accepted_as_of,
      max(done) filter (where status = 'submitted') as submitted,
      max(as_of) filter (where status = 'submitted') as submitted_as_of
    from sent group by task_id
  ), told as (
    select t.own_id, r.received, b.returned, r.report_id, coalesce(r.done, 0) as done, r.best,
      case when r.submitted is null or r.accepted_as_of > r.submitted_as_of then 0
        else r.submitted - coalesce(r.done, 0) end as pending,
      t.kept_target is not null or c.above is null as reports
    from tree t
    left join (select distinct above from tree) c on c.above = t.id
    left join reported r on r.task_id = t.id
    left join told_back b on b.task_id = t.id
  ), summed as (
    select own_id, sum(done) as done, sum(pending) as pending,
      coalesce(sum(received), 0)::int as received, coalesce(sum(returned), 0)::int as returned,
      coalesce(json_agg(report_id order by report_id) filter (where report_id is not null), '[]') as report_ids,
      bool_and(coalesce(best, '') = 'on_time') filter (where reports) as all_on_time,
      bool_and(best is not null) filter (where reports) as all_received
    from told group by own_id
  )
  select o.union_id as "unionId", o.id as "taskId", o.code, o.title, o.programme, o.measure_unit as unit,
    trim_scale(o.target)::text as target, trim_scale(s.done)::text as done, trim_scale(s.pending)::text as pending,
    trim_scale(o.weight)::text as weight, s.received, s.returned, s.report_ids as "reportIds",
    case when s.all_on_time then 'on_time' when s.all_received then 'late'
      when o.due_on < app_today() then 'missing' end as timeliness
  from own o join summed s on s.own_id = o.id
  order by o.union_id, o.id`;

type Row = Omit<TaskFact, 'code'> & { unionId: string; code: string | null };

/** The tasks of each union; a union without any is not in the map. */
export async function readFacts(
  tx: EntityManager,
  of: { districtId: string; year: number; unionIds: readonly string[] },
): Promise<Map<string, TaskFact[]>> {
  const rows: Row[] = await tx.query(sql, [of.districtId, of.unionIds, of.year]);
  const facts = new Map<string, TaskFact[]>();
  for (const { unionId, code, ...task } of rows) {
    const known = facts.get(unionId) ?? [];
    known.push(code === null ? task : { ...task, code });
    facts.set(unionId, known);
  }
  return facts;
}
