/**
 * What a union was asked for (基层负担), source by source, as one `union all`. Pure text.
 *
 * Asked for is: a task given to it (on the day it was given; a withdrawn one had to be read, too), a report of its own that
 * falls due (on the due day; of a divided task only where a part was kept), a report that came back (on the day it was
 * returned), an urge for a task of its own (on the day it was urged),
 * a supervision order (督办单, on the day it was issued), and an assessment that takes a self-score of it (on the day it was opened). An appeal is the union's own will.
 *
 * Asked twice is a task that came after another of another root, both alive and of periods that overlap, with the same
 * code, or with the same measure: the same name and the same unit of counting, letter for letter.
 *
 * Takes $1 the district, $2 the first day, $3 the day after the last, $4 path and $5 union of who reads, and before it a
 * `scope (union_id)`: what was asked before a union came below the reader stays with those who asked it.
 */
export const askKinds = ['task', 'report', 'returned', 'urge', 'order', 'selfScore'] as const;
export type AskKind = (typeof askKinds)[number];

const reach = (row: string): string => `(${row}.path <@ $4::ltree or ${row}.union_id = $5::uuid)`;
const from = `($2::date)::timestamp at time zone 'Asia/Shanghai'`;
const until = `($3::date)::timestamp at time zone 'Asia/Shanghai'`;

/** Whether a task is reported on by the union itself. */
export const reportsItself = (task: string): string =>
  `(${task}.kept_target is not null or not exists (select 1 from task below
     where below.district_id = ${task}.district_id and below.parent_id = ${task}.id and below.status <> 'withdrawn'))`;

/** Tasks of the same union that came before and ask for the same figure, by one of two ways to be the same. */
const before = (same: string): string => `
  select t.id as task_id, e.id, e.created_at from given t join task e on e.union_id = t.union_id and ${same}
  where e.district_id = $1 and e.root_id <> t.root_id and e.assigner_id <> e.union_id
    and e.status <> 'withdrawn' and t.status <> 'withdrawn' and (e.created_at, e.id) < (t.created_at, t.id)
    and e.start_on <= t.due_on and e.due_on >= t.start_on and ${reach('e')}`;

export const askedSql = `
  given as materialized (
    select t.id, t.union_id, t.root_id, t.assigner_id, t.title, t.status, t.code, t.measure_name, t.measure_unit, t.start_on,
      t.due_on, t.created_at
    from scope s join task t on t.union_id = s.union_id and t.district_id = $1
    where t.created_at >= ${from} and t.created_at < ${until} and t.assigner_id <> t.union_id and ${reach('t')}
  ), twice as materialized (
    select distinct on (task_id) task_id, id from (
      ${before('e.measure_name = t.measure_name and e.measure_unit = t.measure_unit')} union all ${before('e.code = t.code')}
    ) earlier order by task_id, created_at, id
  ), asked as (
    select t.union_id, 'task' as kind, t.id as task_id, null::uuid as assessment_id, t.title, t.assigner_id as asker_id,
      (t.created_at at time zone 'Asia/Shanghai')::date as day, w.id as twice_of
    from given t left join twice w on w.task_id = t.id
    union all
    select t.union_id, 'report', t.id, null, t.title, t.assigner_id, t.due_on, null
    from scope s join task t on t.union_id = s.union_id and t.district_id = $1
    where t.due_on >= $2::date and t.due_on < $3::date and t.assigner_id <> t.union_id and t.status <> 'withdrawn'
      and ${reportsItself('t')} and ${reach('t')}
    union all
    select r.union_id, 'returned', t.id, null, t.title, t.assigner_id, (p.at at time zone 'Asia/Shanghai')::date, null
    from report_step p join progress_report r on r.district_id = $1 and r.id = p.report_id
      join task t on t.district_id = $1 and t.id = r.task_id
    where p.district_id = $1 and p.kind = 'returned' and p.at >= ${from} and p.at < ${until}
      and r.union_id in (select union_id from scope) and ${reach('r')}
    union all
    select t.union_id, 'urge', t.id, null, t.title, o.union_id, (e.urged_at at time zone 'Asia/Shanghai')::date, null
    from urge e join task t on t.district_id = $1 and t.id = e.task_id join officer o on o.district_id = $1 and o.id = e.urged_by
    where e.district_id = $1 and e.urged_at >= ${from} and e.urged_at < ${until}
      and t.union_id in (select union_id from scope) and ${reach('t')}
    union all
    select v.union_id, 'order', v.task_id, null, v.title, v.issuer_id, (v.issued_at at time zone 'Asia/Shanghai')::date, null
    from scope s join supervision_order v on v.union_id = s.union_id and v.district_id = $1
    where v.issued_at >= ${from} and v.issued_at < ${until} and ${reach('v')}
    union all
    select c.union_id, 'selfScore', null, a.id, a.title, a.owner_id, (a.opened_at at time zone 'Asia/Shanghai')::date, null
    from assessment a join score_sheet c on c.district_id = $1 and c.assessment_id = a.id
    where a.district_id = $1 and a.self_scored and a.definition->'course' ? 'selfScore'
      and a.opened_at >= ${from} and a.opened_at < ${until}
      and c.union_id in (select union_id from scope) and ${reach('c')}
  )`;

/** The sums of what was asked; `nothing` where a row may be missing. */
export const countsSql = `count(a.kind)::int as asked, count(*) filter (where a.kind = 'task')::int as tasks,
  count(*) filter (where a.kind = 'report')::int as reports, count(*) filter (where a.kind = 'returned')::int as returned,
  count(*) filter (where a.kind = 'urge')::int as urges, count(*) filter (where a.kind = 'order')::int as orders,
  count(*) filter (where a.kind = 'selfScore')::int as "selfScores", count(a.twice_of)::int as twice`;

/** Of fewer reports than this no median is told: it would be somebody's own minutes. */
export const FEWEST = 3;

/** What reports of a scope took in the span: median minutes of at least three, and of how many. */
export const medianSql = (minutes: string): string =>
  `case when count(${minutes}) >= ${FEWEST} then round(percentile_cont(0.5) within group (order by ${minutes}))::int end as minutes,
   count(${minutes})::int as timed`;
