/** How lights are read: the statements, their rows, and what is missing to the plan. Pure. */
import { Decimal } from 'decimal.js';
import { plain } from '../kernel/decimal';
import type { Light, LightGiven, LightReason } from '../kernel/light';
import { plannedOf } from '../kernel/light-plan';
import type { LightRule } from '../kernel/light-rule';
import type { LightCulprit } from './light.view';

const ruleSql = `
  left join lateral (
    select r.no, jsonb_build_object('yellow', r.yellow, 'red', r.red, 'period', r.period, 'notStartedYellow', r.not_started_yellow,
      'notStartedRed', r.not_started_red, 'repaired', r.repaired) as rule
    from light_rule r where r.district_id = $1 order by r.no desc limit 1) r on true`;

const given = `t.union_id as "unionId", t.start_on as "startOn", t.due_on as "dueOn", t.target, t.status, t.milestones,
  t.parked_until as "parkedUntil", t.measure_unit as unit, coalesce(l.done, 0) as done, coalesce(l.pending, 0) as pending,
  l.light, l.reason, l.behind, l.since, l.red_on as "redOn", r.rule`;

interface Given extends LightGiven {
  readonly unionId: string;
  readonly unit: string;
  readonly done: string;
  readonly pending: string;
  readonly redOn: string | null;
  readonly rule: LightRule | null;
}

export interface TaskRow extends Given {
  readonly path: string;
  readonly decimals: number;
  readonly ruleNo: number;
  readonly light: Light | null;
  readonly since: Date | null;
}

export const taskSql = `
  select ${given}, t.path::text as path, t.measure_decimals as decimals, coalesce(r.no, 0) as "ruleNo"
  from task t left join task_light l on l.district_id = $1 and l.task_id = t.id ${ruleSql}
  where t.district_id = $1 and t.id = $2`;

export interface ChildRow extends Omit<LightCulprit, 'short'> {
  readonly taskId: string;
  readonly light: Light | null;
  readonly behind: string | null;
  readonly short: string;
}

/** `$3` is today, which may be handed in. */
export const childrenSql = `
  select * from (
    select c.id as "taskId", c.union_id as "unionId", u.name as "unionName", l.light, l.behind,
      round(planned_share(c.start_on, c.due_on, c.milestones, $3::date) * c.target, c.measure_decimals) - coalesce(l.done, 0) as short
    from task c join trade_union u on u.district_id = $1 and u.id = c.union_id
    left join task_light l on l.district_id = $1 and l.task_id = c.id
    where c.district_id = $1 and c.parent_id = $2 and c.status <> 'withdrawn'
      and (c.parked_until is null or c.parked_until <= $3::date)) c
  where c.short > 0 order by c.short desc, c."taskId" limit 20`;

export interface HistoryRow {
  readonly on: string;
  readonly at: Date;
  readonly before: Light | null;
  readonly light: Light | null;
  readonly reason: LightReason;
  readonly behind: string;
  readonly done: string;
  readonly target: string;
  readonly dueOn: string;
  readonly ruleVersion: number;
  readonly culprits: LightCulprit[] | null;
}

export const historySql = `
  select h.on_day as "on", h.at, h.before, h.light, h.reason, h.behind, h.done, h.target, h.due_on as "dueOn",
    h.rule_no as "ruleVersion", who.culprits
  from light_change h left join lateral (
    select jsonb_agg(jsonb_build_object('unionId', u.id, 'unionName', u.name, 'short', w.c->>'short') order by w.no) as culprits
    from jsonb_array_elements(h.culprits) with ordinality as w(c, no)
    join trade_union u on u.district_id = $1 and u.id = (w.c->>'unionId')::uuid) who on true
  where h.district_id = $1 and h.task_id = $2 order by h.at desc, h.id desc limit 100`;

export interface ListRow extends Given {
  readonly taskId: string;
  readonly title: string;
  readonly unionName: string;
  readonly light: Light;
  readonly reason: LightReason;
  readonly behind: string;
  readonly since: Date;
  readonly total: number;
}

export const listSql = `
  select ${given}, t.id as "taskId", t.title, u.name as "unionName", count(*) over ()::int as total
  from trade_union u
  join task_light l on l.union_id = u.id and l.district_id = $1 and l.light in ('yellow', 'red')
  join task t on t.district_id = $1 and t.id = l.task_id ${ruleSql}
  where u.district_id = $1 and u.path <@ $2::ltree and l.light = any($3) and ($4::int is null or t.year = $4)
  order by l.light, l.since, t.id limit $5 offset $6`;

/** How much is missing to the plan, rounded to what the measure counts in; never below 0. */
export function shortOf(task: TaskRow, today: string): string {
  const { above, below } = plannedOf(task, today);
  const due = new Decimal(above.toString()).div(below.toString()).times(task.target).div(100);
  return plain(Decimal.max(0, due.toDecimalPlaces(task.decimals, Decimal.ROUND_HALF_UP).minus(task.done)));
}
