/** The task board (任务看板): each task's last known state, and the sums of what lies below it. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../../events/envelope';
import type { EventName } from '../../events/events';
import { lastOf, rowsOf, type Projection } from '../projection';
import { standingsOf } from '../scoreboard/recount';
import { reported, reportingOf } from './reporting';
import { rollUp } from './roll-up';
import { prepared } from '../../kernel/prepared';

const upsertTask = prepared(
  'board.task',
  `
  insert into task_board as b (district_id, task_id, parent_id, root_id, union_id, assigner_id, path, tier, year, code,
    title, programme, measure, target, weight, kept_target, shortfall_reason, start_on, due_on, first_due_on,
    parked_until, status, signed_at, milestones, task_seq)
  select "districtId", "taskId", "parentId", "rootId", "unionId", "assignerId", path, tier, year, code,
    title, programme, measure, target, weight, "keptTarget", "shortfallReason", "startOn", "dueOn", "firstDueOn",
    "parkedUntil", status, "signedAt", milestones, seq
  from jsonb_to_recordset($1::jsonb) as r(
    seq bigint, "districtId" uuid, "taskId" uuid, "parentId" uuid, "rootId" uuid, "unionId" uuid, "assignerId" uuid,
    path ltree, tier text, year smallint, code text, title text, programme text, measure jsonb, target numeric,
    weight numeric, "keptTarget" numeric, "shortfallReason" text, "startOn" date, "dueOn" date,
    "firstDueOn" date, "parkedUntil" date, status text,
    "signedAt" timestamptz, milestones jsonb)
  order by "districtId", "taskId"
  on conflict (district_id, task_id) do update set
    parent_id = excluded.parent_id, root_id = excluded.root_id, union_id = excluded.union_id,
    assigner_id = excluded.assigner_id, path = excluded.path, tier = excluded.tier, year = excluded.year,
    code = excluded.code, title = excluded.title, programme = excluded.programme, measure = excluded.measure,
    target = excluded.target, weight = excluded.weight, kept_target = excluded.kept_target,
    shortfall_reason = excluded.shortfall_reason, start_on = excluded.start_on, due_on = excluded.due_on,
    first_due_on = excluded.first_due_on, parked_until = excluded.parked_until,
    status = excluded.status, signed_at = excluded.signed_at, milestones = excluded.milestones, task_seq = excluded.task_seq
  where b.task_seq is null or b.task_seq < excluded.task_seq`,
);

/** As it was told last, and on which day. */
const upsertLight = prepared(
  'board.light',
  `
  insert into task_board as b (district_id, task_id, told_light, light_on, red_on, light_seq)
  select "districtId", "taskId", light, "on", "redOn", seq
  from jsonb_to_recordset($1::jsonb) as r(seq bigint, "districtId" uuid, "taskId" uuid, light text, "on" date, "redOn" date)
  order by "districtId", "taskId"
  on conflict (district_id, task_id) do update set
    told_light = excluded.told_light, light_on = excluded.light_on, red_on = excluded.red_on, light_seq = excluded.light_seq
  where b.light_seq is null or b.light_seq < excluded.light_seq`,
);

const upsertRule = `
  insert into light_rule as r (district_id, rule, seq)
  select "districtId", rule, seq from jsonb_to_recordset($1::jsonb) as g(seq bigint, "districtId" uuid, rule jsonb)
  on conflict (district_id) do update set rule = excluded.rule, seq = excluded.seq where r.seq < excluded.seq`;

type TaskEvent = Envelope<'task.assigned'>;
// An extension says nothing of reports where none is on time by it.

const taskEvents: readonly EventName[] = [
  'task.created',
  'task.assigned',
  'task.signed',
  'task.cascaded',
  'task.changed',
  'task.withdrawn',
  'task.parked',
  'task.unparked',
];
const reportEvents: readonly EventName[] = [
  'progress.submitted',
  'progress.returned',
  'progress.accepted',
  'extension.approved',
];

const taskOf = (event: Envelope) => (event as TaskEvent).body.task;
const lightOf = (event: Envelope) => (event as Envelope<'light.changed'>).body.light;
const ruleOf = (event: Envelope) => (event as Envelope<'lightRule.set'>).body;

async function settle(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  const tasks = lastOf(
    events.filter((event) => taskEvents.includes(event.name)),
    (event) => taskOf(event).taskId,
  );
  const reports = lastOf(
    events.filter((event) => reportEvents.includes(event.name) && reportingOf(event) !== null),
    (event) => reportingOf(event).taskId,
  );
  if (tasks.length > 0) await tx.query(upsertTask, [rowsOf(tasks, taskOf)]);
  const lights = lastOf(
    events.filter((event) => event.name === 'light.changed'),
    (event) => lightOf(event).taskId,
  );
  const rules = lastOf(
    events.filter((event) => event.name === 'lightRule.set'),
    (event) => event.districtId,
  );
  if (lights.length > 0) await tx.query(upsertLight, [rowsOf(lights, lightOf)]);
  if (rules.length > 0) await tx.query(upsertRule, [rowsOf(rules, ruleOf)]);
  await reported(tx, reports);
  const counted = await rollUp(
    tx,
    tasks.map((event) => [event.districtId, taskOf(event).taskId]),
  );
  await standingsOf(tx, counted);
}

/** All its events are told together in `settle`: one upsert for tasks, one for reports, then the sums. */
const together = async (): Promise<void> => undefined;

export const taskBoard: Projection = {
  name: 'task-board',
  on: Object.fromEntries(
    [...taskEvents, ...reportEvents, 'light.changed', 'lightRule.set'].map((name) => [name, together]),
  ),
  settle,
};
