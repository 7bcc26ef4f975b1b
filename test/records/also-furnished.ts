/** What a furnished district has of one union only, for every union; and what only the clock would make. */
import type { DataSource } from 'typeorm';

/** Each task changed, urged, sent back once and red once; each assessment run and asked to be reopened; each union with a case and a target of its own, proposed to be changed. */
export async function alsoFurnished(database: DataSource): Promise<void> {
  await database.query(`
    with urged as (
      insert into urge (district_id, id, task_id, words, urgent, urged_by, urged_at)
      select t.district_id, gen_random_uuid(), t.id, '请尽快', false, t.created_by, now() from task t returning *)
    insert into urge_officer (district_id, task_id, urged_on, officer_id, urge_id)
    select district_id, task_id, '2026-06-01', urged_by, id from urged`);
  await database.query(`
    insert into send_back (district_id, id, task_id, union_id, assigner_id, reason, status, sent_by, sent_at, decided_at)
    select district_id, gen_random_uuid(), id, union_id, assigner_id, '不属本社区', 'ended', created_by, now(), now() from task
    where assigner_id is not null`);
  await database.query(`
    insert into light_change (district_id, id, task_id, union_id, before, light, reason, behind, done, pending, target, due_on, rule_no, on_day, at)
    select district_id, gen_random_uuid(), id, union_id, 'green', 'red', 'behind', 40, 0, 0, target, due_on, 0, '2026-06-01', now() from task`);
  await database.query(`
    with made as (
      insert into target (district_id, id, indicator_id, union_id, kind, from_day, to_day, strength, direction, version)
      select t.district_id, gen_random_uuid(), t.indicator_id, u.id, t.kind, t.from_day, t.to_day, 'aim', t.direction, 1
      from target t join trade_union u on u.district_id = t.district_id returning *
    ), said as (
      insert into target_version (district_id, target_id, version, definition, reason, set_by)
      select m.district_id, m.id, 1, v.definition, v.reason, v.set_by
      from made m join target t on t.district_id = m.district_id join target_version v on v.target_id = t.id
      returning *
    )
    insert into target_change (district_id, id, target_id, version, definition, reason, status, proposed_by, proposed_at)
    select district_id, gen_random_uuid(), target_id, 1, definition, '调整', 'proposed', set_by, now() from said`);
  await database.query(`
    insert into inbound_case (district_id, id, source_id, number, title, content, kind, received_at, due_on, union_id)
    select c.district_id, gen_random_uuid(), c.source_id, u.code, c.title, c.content, c.kind, c.received_at, c.due_on, u.id
    from inbound_case c join trade_union u on u.district_id = c.district_id`);
  await database.query(`
    insert into audit_entry (district_id, id, account, deed, subject_id, before, after)
    select district_id, gen_random_uuid(), 'system', 'officer.changed', id, '{"active": true}', '{"active": false}' from officer`);
  await database.query(`
    insert into task_change (district_id, id, task_id, field, before, after, reason, officer_id, changed_at)
    select district_id, gen_random_uuid(), id, 'weight', '5', '6', '统一调整', created_by, '2026-06-01T02:00:00Z' from task`);
  await database.query(`
    insert into assessment_run (district_id, id, assessment_id, kind, status, total, done, started_by, asked_at, ended_at)
    select a.district_id, gen_random_uuid(), a.id, 'computation', 'done', 2, 2, o.id, now(), now()
    from assessment a cross join lateral (select id from officer where district_id = a.district_id limit 1) o`);
  await database.query(`
    insert into assessment_reopening (district_id, id, assessment_id, from_step, to_step, reason, status, proposed_by, proposed_at)
    select a.district_id, gen_random_uuid(), a.id, 'final', 'review', '漏评', 'proposed', o.id, now()
    from assessment a cross join lateral (select id from officer where district_id = a.district_id limit 1) o
    where not exists (select from assessment_reopening r where r.assessment_id = a.id and r.status = 'proposed')`);
}
