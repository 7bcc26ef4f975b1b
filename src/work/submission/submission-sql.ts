/** What many submissions (提交) need to know at once, and how they are written: two statements for any number. */
import { prepared } from '../../kernel/prepared';

/** Locks the tasks in one order; those that somebody else holds are left out where nobody is to wait for them. */
const lock = (waiting: 'skip locked' | ''): string => `
  select t.id from task t
  where (t.district_id, t.id) in (select d, i from unnest($1::uuid[], $2::uuid[]) as k(d, i))
  order by t.district_id, t.id for no key update ${waiting}`;

export const lockFree = prepared('work.submission.lockFree', lock('skip locked'));
export const lockAny = prepared('work.submission.lockAny', lock(''));

/** What is known of each: asked after the locks are held. `limit 1`: else the answers of a day would be read for a few calls. */
export const found = prepared(
  'work.submission.found',
  `with given as (
    select * from jsonb_to_recordset($1::jsonb) as g(no int, "districtId" uuid, "unionId" uuid, "officerId" uuid, "taskId" uuid,
      evidence uuid[], key text, route text, fingerprint text)
  )
  select app_today() as today, a.key is not null as remembered,
    a.route = g.route and a.fingerprint = decode(g.fingerprint, 'hex') as same, a.answer,
    case when t.union_id = g."unionId" then json_build_object(
      'path', t.path::text, 'tier', t.tier, 'title', t.title, 'status', t.status, 'startOn', t.start_on, 'dueOn', t.due_on,
      'evidenceRule', t.evidence_rule, 'measureUnit', t.measure_unit, 'measureDecimals', t.measure_decimals,
      'divided', t.kept_target is null and exists (
        select 1 from task c where c.district_id = t.district_id and c.parent_id = t.id and c.status <> 'withdrawn')) end as task,
    r.no as "lastNo", r.open, r.timeliness as "otherTimeliness", (
      select json_build_object('reportId', p.id, 'done', trim_scale(p.done)::text, 'asOf', p.as_of) from progress_report p
      where p.district_id = t.district_id and p.task_id = t.id and p.status = 'accepted' order by p.as_of desc, p.no desc limit 1) as accepted,
    case when g.evidence is not null then (
      select coalesce(json_agg(json_build_object('sha256', e.sha256, 'name', e.name)), '[]') from evidence e
        join progress_report p on p.district_id = e.district_id and p.id = e.report_id
      where e.district_id = g."districtId" and e.id = any(g.evidence) and p.union_id = g."unionId") end as proofs
  from given g
  left join task t on t.district_id = g."districtId" and t.id = g."taskId"
  left join lateral (
    select a.key, a.route, a.fingerprint, a.answer from remembered_answer a
    where a.district_id = g."districtId" and a.officer_id = g."officerId" and a.key = g.key limit 1) a on true
  left join lateral (
    select coalesce(max(p.no), 0) as no, count(*) filter (where p.status <> 'accepted') as open,
      max(p.timeliness) filter (where p.status in ('submitted', 'accepted')) as timeliness
    from progress_report p where p.district_id = t.district_id and p.task_id = t.id) r on true
  order by g.no`,
);

/** Reports with their first step, their evidence and, where the call is to be remembered, its answer. */
export const written = prepared(
  'work.submission.written',
  `with given as (
    select * from jsonb_to_recordset($1::jsonb) as g("districtId" uuid, id uuid, "taskId" uuid, "unionId" uuid, path ltree, no int,
      "asOf" date, done numeric, note text, timeliness text, "dueOn" date, "officerId" uuid, proofs jsonb, key text, route text,
      fingerprint text)
  ), report as (
    insert into progress_report (district_id, id, task_id, union_id, path, no, as_of, done, note, status, timeliness, judged_due_on,
      submitted_at, created_by)
    select "districtId", id, "taskId", "unionId", path, no, "asOf", done, note, 'submitted', timeliness, "dueOn", app_now(), "officerId"
    from given
  ), step as (
    insert into report_step (district_id, report_id, no, kind, officer_id, at, done, timeliness, note)
    select "districtId", id, 1, 'submitted', "officerId", app_now(), done, timeliness, note from given
  ), proof as (
    insert into evidence (district_id, id, report_id, sha256, name, created_by)
    select g."districtId", p.id, g.id, p.sha256, p.name, g."officerId"
    from given g, jsonb_to_recordset(g.proofs) as p(id uuid, sha256 text, name text)
  )
  select app_now() as at`,
);

/** The answers of calls with an Idempotency-Key. */
export const remembered = prepared(
  'work.submission.remembered',
  `insert into remembered_answer (district_id, officer_id, key, route, fingerprint, answer)
   select "districtId", "officerId", key, route, decode(fingerprint, 'hex'), answer
   from jsonb_to_recordset($1::jsonb) as g("districtId" uuid, "officerId" uuid, key text, route text, fingerprint text, answer json)
   order by 1, 2, 3`,
);
