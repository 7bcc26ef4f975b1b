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
    select id as own_id, id, kept_target from own
    union all
    select above.own_id, t.id, t.kept_target from tree above
    join task t on t.district_id = $1 and t.parent_id = above.id and t.status <> 'withdrawn'
  ), told as (
    select t.own_id, reviewed.received, reviewed.returned, accepted.id as report_id, coalesce(accepted.done, 0) as done, received.best,
      case when submitted.id is null or accepted.as_of > submitted.as_of then 0
        else submitted.done - coalesce(accepted.done, 0) end as pending,
      t.kept_target is not null or not exists (select 1 from task c
        where c.district_id = $1 and c.parent_id = t.id and c.status <> 'withdrawn') as reports
    from tree t
    left join lateral (select r.id, r.done, r.as_of from progress_report r
      where r.district_id = $1 and r.task_id = t.id and r.status = 'accepted'
      order by r.as_of desc, r.no desc limit 1) accepted on true
    left join lateral (select r.id, r.done, r.as_of from progress_report r
      where r.district_id = $1 and r.task_id = t.id and r.status = 'submitted' limit 1) submitted on true
    left join lateral (select max(r.timeliness) as best from progress_report r
      where r.district_id = $1 and r.task_id = t.id and r.status in ('submitted', 'accepted')) received on true
    left join lateral (
      select count(*) as received, count(*) filter (where exists (select 1 from report_step s
        where s.district_id = $1 and s.report_id = r.id and s.kind = 'returned')) as returned
      from progress_report r where r.district_id = $1 and r.task_id = t.id and r.status <> 'draft') reviewed on true
  ), summed as (
    select own_id, sum(done) as done, sum(pending) as pending,
      sum(received)::int as received, sum(returned)::int as returned,
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
