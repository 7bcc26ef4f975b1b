/**
 * One round of a district (催办轮次) as one statement: finds the steps due today, writes each turn once, collects all of
 * an officer's turns and the urges that waited for him into one message. Pure.
 */
import { prepared } from '../kernel/prepared';
import { MOST_ITEMS } from './item';
import { chasedSql, dayOfSql } from './chased';

/**
 * Parameters: $1 district, $2 today, $3 the steps reached (jsonb, `Reached[]` with their kind), $4 and $5 the hours this
 * round is for, $6 whether people work today, $7 and $8 the first and the last due day of tasks to look at, $9 the first day of
 * submission of reports to look at. Answers the messages, with the channels by which they also go out.
 */
export const roundSql = prepared(
  'chasing.round',
  `
  with reached as materialized (
    select * from jsonb_to_recordset($3::jsonb) as r(kind text, anchor date, key text, day date, "offset" int, position int,
      whom jsonb, channels jsonb, urgent boolean, template text)
  ), person as materialized (
    select o.id, o.union_id, o.role, ${dayOfSql('o.acts_since')} as since, $6::boolean and (
        coalesce(s.hour, 9) between $4::int and $5::int
        or (s.hour <= $5 and ${dayOfSql('s.changed_at')} = $2 and (
          select 1 from message m where m.district_id = $1 and m.officer_id = o.id and m.kind = 'digest' and m.told_on = $2 limit 1) is null)) as now
    from officer o left join reminder_setting s on s.district_id = $1 and s.officer_id = o.id
    where o.district_id = $1 and o.active and o.kind = 'person'
  ), leader as materialized (
    select p.id, greatest(p.since, ${dayOfSql('l.since')}) as since, p.now
    from union_leader l join person p on p.id = l.officer_id and p.union_id = l.union_id
    where l.district_id = $1 and l.union_id = $1
  ), addressee as materialized (
    select union_id, 'officer' as part, id, since, now from person where role in ('administrator', 'reporter')
    union all select union_id, 'reviewer', id, since, now from person where role in ('administrator', 'reviewer')
    union all select union_id, 'administrator', id, since, now from person where role = 'administrator'
    union all select $1::uuid, 'leader', id, since, now from leader
    union all select union_id, 'leader', id, since, now from person
      where union_id = $1 and role = 'administrator' and not exists (select 1 from leader)
  ), chased as materialized (${chasedSql(`t.status <> 'withdrawn' and t.tier <> 'district' and t.due_on between $7 and $8
      and (exists (select 1 from person where now) or exists (select 1 from reached where urgent))`)}
  ), due as (
    select 'task' as kind, c.id as task_id, null::uuid as report_id, c.anchor, c.title, c.union_id, c.due_on, c.done, c.target,
      c.unit, c.turn, r.key, r.day, r.position, r.whom, r.channels, r.urgent, r.template, c.union_id as mover_id, c.assigner_id as above_id
    from chased c join reached r on r.kind = 'task' and r.anchor = c.anchor
    where c.hold is null and r.day > c.given_on and r.day >= c.start_on and (c.anchor = c.due_on or r."offset" > 0)
    union all
    select 'review', t.id, o.id, r.anchor, t.title, t.union_id, t.due_on, o.done, coalesce(t.kept_target, t.target),
      t.measure_unit, 'review', r.key, r.day, r.position, r.whom, r.channels, r.urgent, r.template, t.assigner_id, a.parent_id
    from progress_report o
    join reached r on r.kind = 'review' and r.anchor = ${dayOfSql('o.submitted_at')}
    join task t on t.district_id = $1 and t.id = o.task_id
    join trade_union a on a.district_id = $1 and a.id = t.assigner_id
    where o.district_id = $1 and o.status = 'submitted' and o.submitted_at >= $9::date - 1
      and t.status <> 'withdrawn' and t.assigner_id <> t.union_id
  ), candidate as materialized (
    select distinct on (d.kind, d.task_id, a.id) d.*, a.id as officer_id, w.whom as told_as, d.urgent and not a.now as alone
    from due d
    cross join lateral jsonb_array_elements_text(d.whom) with ordinality w(whom, no)
    cross join lateral (select case w.whom when 'leader' then $1 when 'above' then coalesce(d.above_id, $1) else d.mover_id end as union_id,
      case when w.whom = 'leader' or (w.whom = 'above' and d.above_id is null) then 'leader'
        when w.whom = 'above' then 'administrator' else w.whom end as part) told
    join addressee a on a.union_id = told.union_id and a.part = told.part
    where a.since <= d.day and (a.now or d.urgent)
      and (select 1 from reminder_turn x where x.district_id = $1 and x.task_id = d.task_id and x.kind = d.kind
        and x.anchor_on = d.anchor and x.step = d.key
        and (x.officer_id = a.id or (d.day < $2 and told.part = 'leader' and x.whom = 'leader')) limit 1) is null
    order by d.kind, d.task_id, a.id, w.no
  ), waiting as materialized (
    select w.task_id, w.urged_on, w.officer_id, w.urge_id, u.words, u.urgent, u.urgent and not p.now as alone, b.name as by,
      bu.name as by_union
    from person p join urge_officer w on w.officer_id = p.id and w.district_id = $1 and w.message_id is null
    join urge u on u.district_id = $1 and u.id = w.urge_id
    join officer b on b.district_id = $1 and b.id = u.urged_by
    join trade_union bu on bu.district_id = $1 and bu.id = b.union_id
    where p.now or u.urgent
  ), post as materialized (
    select officer_id, alone, gen_random_uuid() as id
    from (select officer_id, alone from candidate union select officer_id, alone from waiting) each
  ), turn as (
    insert into reminder_turn (district_id, task_id, kind, anchor_on, step, officer_id, report_id, whom, position, urgent, message_id, told_at)
    select $1, c.task_id, c.kind, c.anchor, c.key, c.officer_id, c.report_id, c.told_as, c.position, c.urgent, p.id, app_now()
    from candidate c join post p on p.officer_id = c.officer_id and p.alone = c.alone
    on conflict do nothing
    returning task_id, kind, officer_id, message_id
  ), taken as (
    update urge_officer w set message_id = p.id
    from waiting g join post p on p.officer_id = g.officer_id and p.alone = g.alone
    where w.district_id = $1 and w.task_id = g.task_id and w.urged_on = g.urged_on and w.officer_id = g.officer_id
      and w.message_id is null
    returning w.task_id, w.officer_id, w.urge_id, w.message_id
  ), item as (
    select t.message_id, t.officer_id, c.alone, c.channels, 1 + (c.told_as in ('above', 'leader'))::int as weight, c.position, c.due_on,
      jsonb_build_object('kind', c.kind, 'step', c.key, 'template', c.template, 'whom', c.told_as, 'position', c.position,
        'day', $2, 'turn', c.turn, 'taskId', c.task_id, 'reportId', c.report_id, 'title', c.title, 'unionId', c.union_id,
        'unionName', u.name, 'dueOn', c.due_on, 'done', c.done::text, 'target', c.target::text, 'unit', c.unit) as item
    from turn t join candidate c on c.kind = t.kind and c.task_id = t.task_id and c.officer_id = t.officer_id
    join trade_union u on u.district_id = $1 and u.id = c.union_id
    union all
    select w.message_id, w.officer_id, g.alone, '["email"]'::jsonb, 9, 0, t.due_on,
      jsonb_build_object('kind', 'urge', 'urgeId', g.urge_id, 'words', g.words, 'by', g.by, 'byUnion', g.by_union,
        'taskId', t.id, 'reportId', null, 'title', t.title, 'unionId', t.union_id, 'unionName', u.name, 'dueOn', t.due_on)
    from taken w join waiting g on g.urge_id = w.urge_id and g.officer_id = w.officer_id
    join task t on t.district_id = $1 and t.id = w.task_id
    join trade_union u on u.district_id = $1 and u.id = t.union_id
  ), ranked as (
    select *, row_number() over (partition by message_id order by weight desc, position desc, due_on, item->>'taskId') as no from item
  ), written as (
    insert into message (district_id, id, officer_id, kind, items, more, told_on, created_at)
    select $1, message_id, officer_id, case when alone then 'urgent' else 'digest' end,
      jsonb_agg(item order by no) filter (where no <= ${MOST_ITEMS}), greatest(0, count(*) - ${MOST_ITEMS}), $2, app_now()
    from ranked group by message_id, officer_id, alone
    returning id, officer_id, kind, items, more
  ), outward as (
    select r.message_id, jsonb_agg(distinct c) as channels
    from ranked r cross join lateral jsonb_array_elements_text(r.channels) c where c <> 'inbox' group by r.message_id
  )
  select w.id, w.officer_id as "officerId", f.name as "officerName", f.union_id as "unionId", w.kind, w.items, w.more,
    coalesce(o.channels, '[]') as channels
  from written w join officer f on f.district_id = $1 and f.id = w.officer_id left join outward o on o.message_id = w.id`,
);

/**
 * Before the round, in its transaction. The planner knows nothing of how many rows come out of each part: a loop over two
 * of them that it takes for short ran for minutes. Whole districts are matched by hash, single rows by their keys. One plan for all districts:
 * made anew for each it would take longer than it runs.
 */
export const roundSettings = `set local enable_nestloop = off; set local jit = off; set local statement_timeout = '60s';
  set local plan_cache_mode = force_generic_plan`;
