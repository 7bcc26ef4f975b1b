/** The product's work in its best form: one statement a write, JSON made by the database. */
import { deskSql } from '../../dist/src/desk/desk-sql.js';

/** Written by the floor as by the product: the same tables with the same rows and indexes, without triggers and foreign keys. */
export const written = ['task', 'progress_report', 'report_step', 'evidence', 'outbox_message', 'session'];

const announced = (name, from) => `
  insert into floor.outbox_message (district_id, id, name, union_id, path, body, occurred_at)
  select district_id, $ID, '${name}', union_id, path, jsonb_build_object('taskId', task_id, 'reportId', id, 'done', done), now() from ${from}`;

const row = `json_build_object('id', b.task_id, 'unionId', b.union_id, 'unionName', u.name, 'tier', b.tier, 'code', b.code,
  'title', b.title, 'programme', b.programme, 'measure', b.measure, 'target', b.target, 'done', b.done, 'pending', b.pending,
  'allocated', b.allocated, 'weight', b.weight, 'startOn', b.start_on, 'dueOn', b.due_on, 'status', b.status,
  'signedAt', b.signed_at, 'timeliness', b.timeliness, 'toReview', b.to_review, 'light', b.told_light)`;

export const statements = {
  submit: `
    with given as (
      select district_id, id as task_id, union_id, path, due_on from public.task where district_id = $1 and id = $2 and union_id = $3
    ), report as (
      insert into floor.progress_report (district_id, id, task_id, union_id, path, no, as_of, done, note, status, timeliness,
        judged_due_on, submitted_at, created_by)
      select district_id, $9, task_id, union_id, path,
        (select coalesce(max(p.no), 0) + 1 from floor.progress_report p where p.district_id = $1 and p.task_id = $2),
        $7::date, $5::numeric, $6, 'submitted', case when current_date <= due_on then 'on_time' else 'late' end, due_on, now(), $4
      from given returning *
    ), step as (
      insert into floor.report_step (district_id, report_id, no, kind, officer_id, at, done, timeliness)
      select district_id, id, 1, 'submitted', $4, submitted_at, done, timeliness from report
    ), proof as (
      insert into floor.evidence (district_id, id, report_id, sha256, name, created_by)
      select district_id, $10, id, $8, '签到表.pdf', $4 from report
    ), told as (${announced('progress.submitted', 'report').replace('$ID', '$11')})
    select row_to_json(report)::text as answer from report`,
  accept: `
    with report as (
      update floor.progress_report set status = 'accepted', version = version + 1
      where district_id = $1 and id = $2 and status = 'submitted' returning *
    ), step as (
      insert into floor.report_step (district_id, report_id, no, kind, officer_id, at, done, timeliness)
      select district_id, id, 2, 'accepted', $3, now(), done, timeliness from report
    ), told as (${announced('progress.accepted', 'report').replace('$ID', '$4')})
    select row_to_json(report)::text as answer from report`,
  assign: `
    with parent as (
      select * from public.task where district_id = $1 and id = $2
    ), share as (
      insert into floor.task (district_id, id, root_id, parent_id, union_id, assigner_id, path, tier, year, title, programme, description,
        measure_name, measure_unit, measure_kind, measure_decimals, target, strength, weight, start_on, due_on, evidence_rule, status, created_by)
      select p.district_id, g.id, p.root_id, p.id, u.id, p.union_id, u.path, u.tier, p.year, p.title, p.programme, p.description,
        p.measure_name, p.measure_unit, p.measure_kind, p.measure_decimals, g.target, p.strength, p.weight, p.start_on, p.due_on,
        p.evidence_rule, 'assigned', $3
      from parent p, jsonb_to_recordset($4::jsonb) as g(id uuid, "unionId" uuid, target numeric)
      join public.trade_union u on u.district_id = $1 and u.id = g."unionId" returning *
    ), told as (
      insert into floor.outbox_message (district_id, id, name, union_id, path, body, occurred_at)
      select district_id, id, 'task.assigned', union_id, path, jsonb_build_object('taskId', id, 'target', target), now() from share
      union all
      select district_id, $5, 'task.cascaded', union_id, path, jsonb_build_object('taskId', id), now() from parent
    )
    select json_agg(row_to_json(share))::text as answer from share`,
  desk: `select coalesce(json_agg(row_to_json(x)), '[]')::text as answer from (${deskSql}) x`,
  account: `
    select json_agg(json_build_object('id', id, 'district_id', district_id, 'hash', password_hash))::text as answer
    from public.officer where account = lower($1)`,
  session: `
    insert into floor.session (token_hash, id, district_id, officer_id, network, expires_at)
    values ($1, $2, $3, $4, '127.0.0.1', now() + interval '12 hours')`,
  tasks: `
    select json_build_object('items', coalesce((select json_agg(row_to_json(t)) from (
      select * from public.task where district_id = $1 and union_id = $2 order by due_on, id limit 50) t), '[]'),
      'total', (select count(*) from public.task where district_id = $1 and union_id = $2))::text as answer`,
  board: `
    with own as (
      select b.* from platform.task_board b
      where b.district_id = $1 and b.union_id = $2 and b.year = $3::smallint and b.status <> 'withdrawn' order by b.due_on, b.task_id limit 1000
    )
    select json_agg(json_build_object('task', ${row}, 'children', (
      select coalesce(json_agg(${row.replaceAll('b.', 'c.').replaceAll('u.', 'v.')} order by v.code), '[]')
      from platform.task_board c left join platform.union_card v on v.district_id = c.district_id and v.union_id = c.union_id
      where c.district_id = $1 and c.parent_id = b.task_id and c.status <> 'withdrawn')))::text as answer
    from own b left join platform.union_card u on u.district_id = b.district_id and u.union_id = b.union_id`,
  standings: `
    with class as (
      select union_id, name, code from platform.union_card
      where district_id = $1 and tier = 'subdistrict' and ($2::uuid is null or parent_id = $2) and closed_on is null
    ), missing as (
      select who.union_id, count(*)::int as n
      from platform.task_board b, lateral (values (b.union_id), (b.assigner_id)) as who(union_id)
      where b.district_id = $1 and b.year = $3::smallint and b.due_on < $4::date and b.timeliness is null and b.status <> 'withdrawn'
        and (b.children = 0 or b.kept_target is not null) and who.union_id in (select union_id from class)
      group by who.union_id
    )
    select json_agg(json_build_object('rank', rank, 'unionId', union_id, 'name', name, 'completion', completion, 'missing', n,
      'onTime', on_time, 'late', late, 'score', score) order by completion desc nulls last, code)::text as answer
    from (
      select c.*, s.completion, s.on_time, s.late, s.score, m.n, rank() over (order by s.completion desc nulls last)
      from class c left join platform.standing s on s.district_id = $1 and s.year = $3::smallint and s.union_id = c.union_id
        left join missing m on m.union_id = c.union_id limit 50) x`,
  feed: `
    select json_agg(row_to_json(x))::text as answer from (
      select r.seq, e.name, e.union_id, u.name as union_name, e.subject, r.occurred_at
      from platform.feed_reader r join platform.feed_entry e on e.district_id = r.district_id and e.seq = r.seq
        left join platform.union_card u on u.district_id = e.district_id and u.union_id = e.union_id
      where r.district_id = $1 and r.union_id = $2 order by r.occurred_at desc, r.seq desc limit 50) x`,
};
