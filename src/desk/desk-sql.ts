/** What lies on a desk, from every room's own tables (工作台查询): one statement. */
import { prepared } from '../kernel/prepared';
import { formSources } from './form-sources';
import { ledgerSources } from './ledger-sources';
import { matterSources } from './matter-sources';
import { MOST } from './most';
import { registerSources } from './register-sources';
import { supervisionSources } from './supervision-sources';

/** $1 district, $2 union, $3 the oldest due day, $4 kinds, $5 officer, $6 the day from which the calendar is read, $7 the day up to which parked tasks are shown, $8 today. */
export const deskSql = prepared(
  'desk',
  `
  with own as materialized (
    select t.*, o.id as report_id, o.status as report_status, o.done as report_done, o.submitted_at, o.created_at as drafted_at,
      exists (select 1 from task c where c.district_id = $1 and c.parent_id = t.id and c.status <> 'withdrawn') as divided
    from task t left join progress_report o on o.district_id = $1 and o.task_id = t.id and o.status <> 'accepted'
    where t.district_id = $1 and t.union_id = $2 and t.status <> 'withdrawn' and t.due_on >= $3 and t.parked_until is null
    order by t.due_on, t.id limit 1000
  ), turn as (
    select *, case
      when status = 'assigned' then 'sign'
      when report_status = 'returned' then 'resubmit'
      when report_status = 'draft' then 'handIn'
      when report_status = 'submitted' then 'reviewPending'
      when tier <> 'community' and not divided and kept_target is null then 'cascade'
      when not divided or kept_target is not null then 'report'
    end as kind from own
  ), todo as (
    select kind, id as "taskId", report_id as "reportId", null::uuid as "assessmentId", null::uuid as "orderId", title, union_id, start_on as "startOn",
      due_on as "dueOn", coalesce(report_done, a.done, 0) as done, coalesce(kept_target, target) as target,
      measure_unit as unit, back.reason, coalesce(back.at, case kind when 'handIn' then drafted_at when 'reviewPending' then submitted_at end) as since
    from turn left join lateral (
      select done from progress_report where district_id = $1 and task_id = turn.id and status = 'accepted' order by no desc limit 1
    ) a on true left join lateral (
      select reason, at from report_step where district_id = $1 and report_id = turn.report_id and kind = 'returned'
        and turn.report_status = 'returned' order by no desc limit 1
    ) back on true
    where kind is not null and (kind <> 'report' or coalesce(a.done, 0) < coalesce(kept_target, target)) and kind = any($4)
  ), review as (
    select 'review', t.id, r.id, null::uuid, null::uuid, t.title, t.union_id, t.start_on, t.due_on, r.done, t.target, t.measure_unit,
      null::text, r.submitted_at
    from progress_report r join task t on t.district_id = $1 and t.id = r.task_id
    where 'review' = any($4) and r.district_id = $1 and r.status = 'submitted' and t.assigner_id = $2 and t.union_id <> $2
      and t.status <> 'withdrawn'
    order by r.submitted_at, r.id limit ${MOST + 1}
  ), unsigned as (
    select 'signaturePending', t.id, null::uuid, null::uuid, null::uuid, t.title, t.union_id, t.start_on, t.due_on, null::numeric,
      t.target, t.measure_unit, null::text, t.created_at
    from task t
    where 'signaturePending' = any($4) and t.district_id = $1 and t.assigner_id = $2 and t.union_id <> $2
      and t.status = 'assigned' and t.due_on >= $3
    order by t.created_at, t.id limit ${MOST + 1}
  ), assessing as (
    select case when sum(s.open_criteria) > 0 then 'score' when a.step = 'final' then 'publish' end as kind, null::uuid, null::uuid, a.id, null::uuid, a.title,
      $2::uuid as union_id, null::date, a.step_due, count(*) filter (where s.open_criteria = 0)::numeric, count(*)::numeric,
      null::text, null::text, a.opened_at
    from assessment a join score_sheet s on s.district_id = $1 and s.assessment_id = a.id
    where a.district_id = $1 and a.owner_id = $2 and a.status = 'open' and a.step in ('review', 'final')
    group by a.id, a.title, a.opened_at, a.step, a.step_due
    order by a.opened_at, a.id limit ${MOST + 1}
  ), appealed as (
    select 'appeal', null::uuid, null::uuid, a.id, null::uuid, a.title, $2::uuid, null::date,
      case a.step when 'appeals' then a.step_due end, null::numeric, count(*)::numeric, null::text, null::text, min(p.filed_at)
    from assessment a join appeal p on p.district_id = $1 and p.assessment_id = a.id and p.status = 'filed'
    where 'appeal' = any($4) and a.district_id = $1 and a.owner_id = $2 and not exists (
      select 1 from stage_score g where g.district_id = $1 and g.sheet_id = p.sheet_id and p.criteria ? g.criterion
        and g.scored_by = $5)
    group by a.id, a.title, a.step, a.step_due order by min(p.filed_at), a.id limit ${MOST + 1}
  ), approving as (
    select 'approve', null::uuid, null::uuid, a.id, null::uuid, a.title, $2::uuid, null::date, null::date, null::numeric, count(*)::numeric,
      null::text, null::text, min(e.recorded_at)
    from assessment a join assessment_entry e on e.district_id = $1 and e.assessment_id = a.id and e.status = 'proposed'
    where 'approve' = any($4) and a.district_id = $1 and a.owner_id = $2 and a.status = 'open'
      and (e.kind = 'occurrence' or e.recorded_by <> $5)
    group by a.id, a.title order by min(e.recorded_at), a.id limit ${MOST + 1}
  ), scoring_itself as (
    select 'selfScore', null::uuid, null::uuid, a.id, null::uuid, a.title, $2::uuid, null::date, a.step_due, (
        select count(*) from stage_score g where g.district_id = $1 and g.sheet_id = s.id and g.stage = 'self')::numeric,
      null::numeric, null::text, null::text, a.opened_at
    from score_sheet s join assessment a on a.district_id = $1 and a.id = s.assessment_id
    where 'selfScore' = any($4) and s.district_id = $1 and s.union_id = $2 and a.status = 'open' and a.self_scored
      and a.definition->'course' ? 'selfScore' and a.step in ('self_score', 'review')
      and not exists (select 1 from sheet_stage h where h.district_id = $1 and h.sheet_id = s.id)
    order by a.step_due, a.id limit ${MOST + 1}
  ), ${supervisionSources}, ${registerSources}, ${ledgerSources}, ${formSources}, ${matterSources}, everything as (
    select * from todo union all select * from review union all select * from unsigned
    union all select * from assessing where kind = any($4)
    union all select * from approving union all select * from scoring_itself union all select * from appealed
    union all select * from supervised union all select * from verifying
    union all select * from ledgers_to_review union all select * from ledgers_returned
    union all select * from forms
    union all select * from cases_to_handle union all select * from cases_to_review
  )
  select e.*, e.union_id as "unionId", u.name as "unionName", k.milestones, k.parked_until as "parkedUntil",
    l.red_on as "redOn", l.light as "toldLight", (l.since at time zone 'Asia/Shanghai')::date as "lightOn", (
      select jsonb_build_object('yellow', r.yellow, 'red', r.red, 'period', r.period, 'notStartedYellow', r.not_started_yellow,
        'notStartedRed', r.not_started_red, 'repaired', r.repaired)
      from light_rule r where r.district_id = $1 order by r.no desc limit 1) as rule, (
    select coalesce(json_object_agg(w.day, w.working), '{}') from working_day w where w.district_id = $1 and w.day > $6::date
  ) as calendar
  from everything e join trade_union u on u.district_id = $1 and u.id = e.union_id
  left join task k on k.district_id = $1 and k.id = e."taskId"
  left join task_light l on l.district_id = $1 and l.task_id = e."taskId"`,
);
