/** What the boards should say, counted from the writers' tables alone (由业务表重算). Pure. $1: the district. */

/** The rows of the board as the record has them; `busy`: whose announcements are still on their way, by root. */
const expected = `
  busy as materialized (
    select distinct t.root_id from outbox_message m
    join task t on t.district_id = m.district_id
      and t.id in ((m.body #>> '{task,taskId}')::uuid, (m.body #>> '{reporting,taskId}')::uuid)
    where m.district_id = $1 and m.projected_at is null
  ), own as materialized (
    select t.id, t.root_id, t.parent_id, t.union_id, t.tier, t.year, t.title, t.target, t.weight, t.kept_target, t.start_on,
      t.due_on, t.status, a.id as accepted_report_id, a.done as own_done, o.id as open_report_id, o.status as open_status,
      case when o.status = 'submitted' then
        case when a.id is null then o.done when a.as_of > o.as_of then 0 else o.done - a.done end end as own_pending,
      (select max(r.timeliness) from progress_report r
        where r.district_id = $1 and r.task_id = t.id and r.status in ('submitted', 'accepted')) as timeliness
    from task t
    left join lateral (
      select id, done, as_of from progress_report r where r.district_id = $1 and r.task_id = t.id and r.status = 'accepted'
      order by as_of desc, no desc limit 1) a on true
    left join lateral (
      select id, status, done, as_of from progress_report r
      where r.district_id = $1 and r.task_id = t.id and r.status in ('submitted', 'returned')) o on true
    where t.district_id = $1
  ), upward as (
    select id as top, id, coalesce(own_done, 0) as done, coalesce(own_pending, 0) as pending from own
    union all
    select p.id, u.id, u.done, u.pending from upward u join own c on c.id = u.top and c.status <> 'withdrawn'
      join own p on p.id = c.parent_id
  ), sums as materialized (
    select top as id, sum(done) as done, sum(pending) as pending from upward group by top
  ), below as materialized (
    select parent_id as id, count(*)::int as children, sum(target) as target,
      count(*) filter (where open_status = 'submitted')::int as to_review
    from own where parent_id is not null and status <> 'withdrawn' group by parent_id
  ), record as materialized (
    select o.*, s.done, s.pending, coalesce(b.children, 0) as children, coalesce(b.to_review, 0) as to_review,
      coalesce(b.target, 0) + coalesce(o.kept_target, 0) as allocated
    from own o join sums s using (id) left join below b using (id)
  )`;

/** Each field of the board with what the record has for it. */
const compared: Readonly<Record<string, readonly [board: string, record: string]>> = {
  parent: ['b.parent_id', 'r.parent_id'],
  union: ['b.union_id', 'r.union_id'],
  year: ['b.year', 'r.year'],
  title: ['b.title', 'r.title'],
  status: ['b.status', 'r.status'],
  target: ['b.target', 'r.target'],
  weight: ['b.weight', 'r.weight'],
  keptTarget: ['b.kept_target', 'r.kept_target'],
  dueOn: ['b.due_on', 'r.due_on'],
  acceptedReport: ['b.accepted_report_id', 'r.accepted_report_id'],
  openReport: ['b.open_report_id', 'r.open_report_id'],
  openStatus: ['b.open_status', 'r.open_status'],
  timeliness: ['b.timeliness', 'r.timeliness'],
  ownDone: ['b.own_done', 'r.own_done'],
  done: ['b.done', 'r.done'],
  pending: ['b.pending', 'r.pending'],
  allocated: ['b.allocated', 'r.allocated'],
  children: ['b.children', 'r.children'],
  toReview: ['b.to_review', 'r.to_review'],
};

const fields = Object.entries(compared)
  .map(([name, [board, record]]) => `case when ${board} is distinct from ${record} then '${name}' end`)
  .join(', ');

const named = `select id, year, fields, count(*) over ()::int as total from differing where cardinality(fields) > 0 order by id, year limit 20`;

export const differingTasksSql = `
  with recursive ${expected}, differing as (
    select coalesce(r.id, b.task_id) as id, null::int as year, case
      when b.task_id is null then array['missing'] when r.id is null then array['unknown']
      else array_remove(array[${fields}], null) end as fields
    from record r full join (select * from platform.task_board where district_id = $1) b on b.task_id = r.id
    where coalesce(r.root_id, b.root_id) is null or coalesce(r.root_id, b.root_id) not in (select root_id from busy)
  ) ${named}`;

/** The same formulas as the board's, over the record. */
export const differingStandingsSql = `
  with recursive ${expected}, counted as (
    select union_id, year::int as year, count(*)::int as tasks,
      round(100 * sum(weight * least(greatest(done, 0) / nullif(target, 0), 1)) filter (where target > 0)
        / nullif(sum(weight) filter (where target > 0), 0), 2) as completion,
      round(100 * sum(weight * least(greatest(done + pending, 0) / nullif(target, 0), 1)) filter (where target > 0)
        / nullif(sum(weight) filter (where target > 0), 0), 2) as provisional
    from record where status <> 'withdrawn' group by union_id, year
  ), judged as (
    select union_id, year, timeliness from record where status <> 'withdrawn'
    union all
    select o.union_id, o.year, c.timeliness from record o
      join record c on c.parent_id = o.id and c.status <> 'withdrawn' where o.status <> 'withdrawn' and o.tier <> 'district'
  ), timely as (
    select union_id, year::int as year, count(*) filter (where timeliness = 'on_time')::int as on_time,
      count(*) filter (where timeliness = 'late')::int as late
    from judged group by union_id, year
  ), differing as (
    select c.union_id as id, c.year, case when s.union_id is null then array['missing'] else array_remove(array[
      case when s.tasks is distinct from c.tasks then 'tasks' end,
      case when s.completion is distinct from c.completion then 'completion' end,
      case when s.provisional is distinct from c.provisional then 'provisional' end,
      case when s.on_time is distinct from t.on_time then 'onTime' end,
      case when s.late is distinct from t.late then 'late' end], null) end as fields
    from counted c join timely t on t.union_id = c.union_id and t.year = c.year
    left join platform.standing s on s.district_id = $1 and s.union_id = c.union_id and s.year = c.year
    where not exists (
      select 1 from record r join busy using (root_id) left join record p on p.id = r.parent_id
      where r.year = c.year and c.union_id in (r.union_id, p.union_id))
  ) ${named}`;

/** The last publication of the year counts, corrections too. */
export const differingScoresSql = `
  with last as (
    select distinct on (p.union_id, a.year) p.union_id, a.year::int as year, (p.body::json ->> 'points')::numeric as points
    from published_sheet p join publication n using (district_id, assessment_id, no)
    join assessment a on a.district_id = p.district_id and a.id = p.assessment_id
    where p.district_id = $1 order by p.union_id, a.year, n.published_at desc, p.no desc
  ), differing as (
    select l.union_id as id, l.year, case when s.score is distinct from l.points then array['score'] else '{}' end as fields
    from last l left join platform.standing s on s.district_id = $1 and s.union_id = l.union_id and s.year = l.year
    where not exists (select 1 from outbox_message m where m.district_id = $1 and m.projected_at is null
      and m.name in ('assessment.published', 'assessment.corrected'))
  ) ${named}`;
