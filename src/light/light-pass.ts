/** One pass of the lights: takes what may have changed, sums, judges and writes it, in a handful of statements. */
import type { EntityManager } from 'typeorm';
import { plain } from '../kernel/decimal';
import { laterOnDisk } from '../kernel/later-on-disk';
import { type Culprit, type Judged, type LightFacts, judged } from './light-facts';
import { type TaskKey, columnsOf, moveUp, sumUp } from './light-sums';
import { prepared } from '../kernel/prepared';

/** Only one process judges at a time: a pass is short, and so nobody has to wait for anybody in the right order. */
const LIGHT_LOCK = 733_002;

/** The notes come back with what was made of them. */
const lockSql = `select pg_try_advisory_xact_lock($1) as free, ${laterOnDisk}`;

/**
 * What happened lately is taken away, oldest first. `limit 1` keeps the planner from reading all lights there are
 * for a few notes, the array from comparing each note with each.
 */
const staleSql = prepared(
  'clock.light.stale',
  `
  with taken as (
    delete from light_stale where id = any(array(select id from light_stale order by id limit $1)) returning district_id, task_id, reported
  )
  select t.district_id as "districtId", t.task_id as "taskId", count(*)::int as notes,
    bool_and(t.reported) and bool_and(coalesce(l.known, false)) as reported
  from taken t left join lateral (
    select l.reason is not null as known from task_light l where l.district_id = t.district_id and l.task_id = t.task_id limit 1) l on true
  group by t.district_id, t.task_id`,
);

const turnedSql = prepared(
  'clock.light.turned',
  `
  select district_id as "districtId", task_id as "taskId" from task_light where turn_on <= app_today() order by turn_on limit $1`,
);

const factsSql = prepared(
  'light.facts',
  `
  with rules as (
    select distinct on (r.district_id) r.district_id, r.no, jsonb_build_object('yellow', r.yellow, 'red', r.red, 'period', r.period,
      'notStartedYellow', r.not_started_yellow, 'notStartedRed', r.not_started_red, 'repaired', r.repaired) as rule
    from light_rule r where r.district_id = any($1::uuid[]) order by r.district_id, r.no desc
  )
  select t.district_id as "districtId", t.id as "taskId", t.union_id as "unionId", t.path::text as path, t.title, t.tier,
    t.start_on as "startOn", t.due_on as "dueOn", t.target, t.status, t.parked_until as "parkedUntil", t.milestones,
    l.done, l.pending, l.light, l.reason, l.red_on as "redOn", r.rule,
    (l.since at time zone 'Asia/Shanghai')::date as since, coalesce(r.no, 0) as "ruleNo", app_today() as today
  from unnest($1::uuid[], $2::uuid[]) as k(district_id, id) join task t using (district_id, id)
  join task_light l on l.district_id = t.district_id and l.task_id = t.id
  left join rules r on r.district_id = t.district_id`,
);

/** The three directly below a task that lie furthest behind their plan, in the measure's unit. */
const culpritsSql = prepared(
  'light.culprits',
  `
  select k.task_id as "taskId", worst.culprits
  from unnest($1::uuid[], $2::uuid[]) as k(district_id, task_id), lateral (
    select jsonb_agg(jsonb_build_object('unionId', w.union_id, 'short', trim_scale(w.short)::text) order by w.short desc) as culprits
    from (
      select c.union_id, round(planned_share(c.start_on, c.due_on, c.milestones, app_today()) * c.target, c.measure_decimals) - l.done as short
      from task c join task_light l on l.district_id = c.district_id and l.task_id = c.id
      where c.district_id = k.district_id and c.parent_id = k.task_id and c.status <> 'withdrawn'
        and (c.parked_until is null or c.parked_until <= app_today())
      order by short desc limit 3) w
    where w.short > 0) worst
  where worst.culprits is not null`,
);

const writeSql = prepared(
  'light.write',
  `
  with judged as (
    select * from jsonb_to_recordset($1::jsonb) as j(
      "districtId" uuid, "taskId" uuid, "unionId" uuid, path ltree, light text, before text, reason text, behind numeric,
      done numeric, pending numeric, target numeric, "dueOn" date, "redOn" date, "turnOn" date, "ruleNo" int, "changeId" uuid,
      "toldId" uuid, culprits jsonb, body jsonb)
  ), lit as (
    update task_light l set light = j.light, reason = j.reason, behind = j.behind, red_on = j."redOn", turn_on = j."turnOn",
      rule_no = j."ruleNo", since = case when j."changeId" is null then l.since else app_now() end
    from judged j where l.district_id = j."districtId" and l.task_id = j."taskId"
  ), told as (
    insert into outbox_message (district_id, id, name, union_id, path, body, occurred_at)
    select "districtId", "toldId", 'light.changed', "unionId", path, jsonb_build_object('light', body), app_now()
    from judged where "toldId" is not null order by "districtId", "taskId"
  )
  insert into light_change (district_id, id, task_id, union_id, before, light, reason, behind, done, pending, target, due_on,
    rule_no, culprits, on_day, at)
  select "districtId", "changeId", "taskId", "unionId", before, light, reason, behind, done, pending, target, "dueOn", "ruleNo",
    culprits, app_today(), app_now()
  from judged where "changeId" is not null order by "districtId", "taskId"`,
);

/** Answers how many notes and turned lights were dealt with; 0 when nothing is to be done, or another process is at it. */
export async function lightPass(tx: EntityManager, most: number): Promise<number> {
  const [{ free }]: [{ free: boolean }] = await tx.query(lockSql, [LIGHT_LOCK]);
  if (!free) return 0;
  const stale: (TaskKey & { notes: number; reported: boolean })[] = await tx.query(staleSql, [most]);
  const notes = stale.reduce((sum, each) => sum + each.notes, 0);
  const turned: TaskKey[] = notes < most ? await tx.query(turnedSql, [most - notes]) : [];
  const moved = await moveUp(
    tx,
    stale.filter(({ reported }) => reported),
  );
  const summed = await sumUp(
    tx,
    stale.filter(({ reported }) => !reported),
  );
  const keys = new Map([...moved, ...summed, ...turned].map((key) => [key.taskId, key]));
  if (keys.size === 0) return notes;
  const facts: LightFacts[] = await tx.query(factsSql, columnsOf([...keys.values()]));
  const lights = facts.map((each) => judged(plainly(each)));
  const culprits = await culpritsOf(tx, lights);
  await tx.query(writeSql, [JSON.stringify(lights.map((light) => rowOf(light, culprits.get(light.taskId) ?? [])))]);
  return notes + turned.length;
}

const plainly = (facts: LightFacts): LightFacts => ({
  ...facts,
  done: plain(facts.done),
  pending: plain(facts.pending),
  target: plain(facts.target),
});

/** Who makes a light yellow or red above the communities, where it has just become so. */
async function culpritsOf(tx: EntityManager, lights: readonly Judged[]): Promise<ReadonlyMap<string, Culprit[]>> {
  const asked = lights.filter(
    ({ changeId, light, facts }) =>
      changeId !== null && facts.tier !== 'community' && (light === 'yellow' || light === 'red'),
  );
  if (asked.length === 0) return new Map();
  const rows: { taskId: string; culprits: Culprit[] }[] = await tx.query(culpritsSql, columnsOf(asked));
  return new Map(rows.map(({ taskId, culprits }) => [taskId, culprits]));
}

function rowOf({ facts, body, ...judgement }: Judged, culprits: readonly Culprit[]): object {
  const { unionId, path, light: before, done, pending, target, dueOn } = facts;
  return { ...judgement, unionId, path, before, done, pending, target, dueOn, culprits, body };
}
