/**
 * The lights of the tasks that the unions below report on themselves (红黄绿灯), as one part of a statement: the colour is
 * the one the room of lights has judged by the district's own rule, the points are those of today. Pure text.
 *
 * Takes $1 the district, $4 today, and before it `scope (id, …)`. Not lit: what is complete, parked, not begun, was due
 * more than `PAST_DAYS` ago, or lies with whoever reviews it.
 */
const PAST_DAYS = 90;

export const litSql = `
  lit as materialized (
    select t.id as task_id, t.union_id, t.title, t.status, t.due_on, t.created_at, g.heard_at, w.overdue,
      case when w.overdue > 0 then 'red' else coalesce(l.light, 'green') end as light,
      greatest(0, 100 * planned_share(t.start_on, t.due_on, t.milestones, $4::date)
        - 100.0 * coalesce(a.done, 0) / coalesce(t.kept_target, t.target)) as behind
    from scope s join task t on t.union_id = s.id and t.district_id = $1
      left join task_light l on l.district_id = $1 and l.task_id = t.id
      left join lateral (
        select (array_agg(r.done order by r.as_of desc, r.no desc) filter (where r.status = 'accepted'))[1] as done,
          max(r.submitted_at) as at, bool_or(r.status = 'submitted') as reviewing
        from progress_report r where r.district_id = $1 and r.task_id = t.id
      ) a on true
      left join lateral (
        select greatest(a.at, (select n.signed_at from signature n where n.district_id = $1 and n.task_id = t.id)) as heard_at
      ) g on true
      cross join lateral (select greatest(0, $4::date - t.due_on) as overdue) w
    where t.status <> 'withdrawn' and t.assigner_id <> t.union_id and t.due_on >= $4::date - ${PAST_DAYS} and t.start_on <= $4::date
      and (t.parked_until is null or t.parked_until <= $4::date) and coalesce(t.kept_target, t.target) > 0
      and coalesce(a.done, 0) < coalesce(t.kept_target, t.target) and a.reviewing is not true
      and (t.kept_target is not null or not exists (
        select 1 from task c where c.district_id = $1 and c.parent_id = t.id and c.status <> 'withdrawn'))
  )`;
