/** Whose move it is on a task, and from which day its ladder counts: SQL shared by the clock and those who explain it. Pure. */

/** What is due longer ago is a matter of the boards and no longer of reminders. */
export const PAST_DAYS = 200;

/** The Shanghai day of a moment. */
export const dayOfSql = (moment: string): string => `(${moment} at time zone 'Asia/Shanghai')::date`;

/**
 * The tasks of district $1 as of the day $2. `anchor`: the due day, or a later day on which the move came back to the
 * union by real activity: a signature, an answer to a report that brought progress, the end of a parking. `hold`: why
 * nobody is chased; null where the union owns the next move.
 */
export const chasedSql = (where: string): string => `
  select t.id, t.union_id, t.assigner_id, t.title, t.start_on, t.due_on, t.measure_unit as unit,
    ${dayOfSql('t.created_at')} as given_on, coalesce(p.done, 0) as done, coalesce(t.kept_target, t.target) as target,
    greatest(t.due_on, t.parked_until, ${dayOfSql('p.back_at')}, ${dayOfSql('g.signed_at')}) as anchor,
    case when t.status = 'assigned' then 'sign' when p.returned then 'resubmit' else 'report' end as turn,
    t.parked_until,
    case
      when t.status = 'withdrawn' then 'withdrawn'
      when t.tier = 'district' then 'ownTask'
      when t.parked_until > $2 then 'parked'
      when t.tier <> 'community' and t.kept_target is null and exists (
        select 1 from task c where c.district_id = $1 and c.parent_id = t.id and c.status <> 'withdrawn') then 'divided'
      when coalesce(p.done, 0) >= coalesce(t.kept_target, t.target) then 'complete'
      when p.with_reviewer then 'withReviewer'
    end as hold
  from task t
  left join signature g on g.district_id = $1 and g.task_id = t.id
  left join lateral (
    select (array_agg(r.done order by r.no desc) filter (where r.status = 'accepted'))[1] as done,
      bool_or(r.status = 'submitted' and r.done > r.before) as with_reviewer,
      bool_or(r.status = 'returned') as returned,
      max((select max(s.at) from report_step s where s.district_id = $1 and s.report_id = r.id
        and s.kind in ('returned', 'accepted'))) filter (where r.status <> 'submitted' and r.done > r.before) as back_at
    from (
      select o.id, o.no, o.done, o.status, coalesce(max(o.done) filter (where o.status = 'accepted')
        over (order by o.no rows between unbounded preceding and 1 preceding), 0) as before
      from progress_report o where o.district_id = $1 and o.task_id = t.id and o.status <> 'draft'
    ) r
  ) p on true
  where t.district_id = $1 and ${where}`;
