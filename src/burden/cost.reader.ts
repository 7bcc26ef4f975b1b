/** What a new task would cost those below (下达前测算), and who is asked for the same figure already. Reads, never writes. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { plain } from '../kernel/decimal';
import { NotFound, Refused } from '../kernel/errors';
import { askedSql, FEWEST, reportsItself } from './asked';
import { type Found, costOf } from './cost';
import type { CostDuplicate, CostView } from './cost.view';
import { dayAfter, firstDayOf, monthOf, monthsLater } from './month';

export interface CostGiven {
  unionIds?: string[];
  taskId?: string;
  measure: { name: string; unit: string };
  code?: string;
  startOn: string;
  dueOn: string;
}

const MOST = 50;
/** Reports whose minutes are looked at, the latest. */
const SAMPLE = 2000;

/** $4 and $5: path and union of who asks; $6 the chosen unions or null; $7 today. */
const scope = `
  chosen as materialized (
    select u.id, u.path from trade_union u
    where u.district_id = $1 and u.parent_id = $5::uuid and (u.closed_on is null or u.closed_on >= $7::date)
      and ($6::uuid[] is null or u.id = any($6))
  ), scope as materialized (
    select u.id as union_id, u.name, u.parent_id from chosen c join trade_union u on u.district_id = $1 and u.path <@ c.path
    where u.closed_on is null or u.closed_on >= $7::date
  ), reporter as materialized (
    select union_id from scope s where not exists (select 1 from scope b where b.parent_id = s.union_id)
  )`;

/** $8, $9: name and unit of the measure. */
const cost = `
  with ${scope}, ${askedSql}, alike as (
    select t.id from reporter p join task t on t.union_id = p.union_id and t.district_id = $1
    where t.due_on > $7::date - 366 and t.due_on <= $7::date and t.status <> 'withdrawn' and t.assigner_id <> t.union_id
      and t.measure_name = $8 and t.measure_unit = $9 and ${reportsItself('t')}
  ), told as (
    select m.minutes, t.measure_name = $8 and t.measure_unit = $9 as alike
    from (select * from report_minutes where district_id = $1 and path <@ $4::ltree and told_on > $7::date - 366
      order by told_on desc limit ${SAMPLE}) m
      join progress_report r on r.district_id = $1 and r.id = m.report_id join task t on t.district_id = $1 and t.id = r.task_id
  )
  select (select count(*) from chosen)::int as chosen, (select count(*) from scope)::int as tasks,
    (select count(*) from reporter)::int as reporters, (select count(*) from alike)::int as "likeTasks",
    (select count(*) from alike l join progress_report r on r.district_id = $1 and r.task_id = l.id and r.submitted_at is not null)::int
      as "likeReports",
    (select case when count(*) >= ${FEWEST} then round(percentile_cont(0.5) within group (order by minutes))::int end from told where alike)
      as "measureMinutes",
    (select case when count(*) >= ${FEWEST} then round(percentile_cont(0.5) within group (order by minutes))::int end from told)
      as "allMinutes",
    (select count(*) from asked)::int as "askedLastMonth"`;

/** $2, $3: the period; $8, $9 the measure; $10 code, $11 the root of the task that is divided. */
const duplicates = `
  with ${scope}
  select s.union_id as "unionId", s.name as "unionName", t.id as "taskId", t.title, g.name as "askerName", t.start_on as "startOn",
    t.due_on as "dueOn", a.done, t.measure_unit as unit, a.as_of as "asOf", count(*) over ()::int as total
  from scope s join task t on t.union_id = s.union_id and t.district_id = $1
    join trade_union g on g.district_id = $1 and g.id = t.assigner_id
    left join lateral (
      select done, as_of from progress_report r where r.district_id = $1 and r.task_id = t.id and r.status = 'accepted'
      order by r.as_of desc, r.no desc limit 1
    ) a on true
  where t.due_on >= $2::date and t.start_on <= $3::date and t.status <> 'withdrawn' and t.path <@ $4::ltree
    and (t.code = $10 or (t.measure_name = $8 and t.measure_unit = $9)) and t.root_id is distinct from $11::uuid
    and ${reportsItself('t')}
  order by a.as_of desc nulls last, s.name, t.id limit ${MOST}`;

@Injectable()
export class CostReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Errors: task.days, share.union (422), notFound for a task that is not one's own. */
  async estimate(actor: Actor, given: CostGiven): Promise<CostView> {
    const { unionIds, measure, startOn, dueOn, code } = given;
    if (dueOn < startOn) throw wrongDays();
    const today = this.clock.today();
    const root = given.taskId === undefined ? null : await this.rootOf(actor, given.taskId);
    const lastMonth = monthsLater(monthOf(today), -1);
    const reader = [actor.path, actor.unionId, unionIds ?? null, today, measure.name, measure.unit];
    const [found]: (Found & { chosen: number; tasks: number; askedLastMonth: number })[] = await this.database.query(
      cost,
      [actor.districtId, firstDayOf(lastMonth), dayAfter(lastMonth), ...reader],
    );
    if (found === undefined || (unionIds !== undefined && found.chosen < unionIds.length)) throw notBelow();
    const rows: (CostDuplicate & { total: number })[] = await this.database.query(duplicates, [
      actor.districtId,
      startOn,
      dueOn,
      ...reader,
      code ?? null,
      root,
    ]);
    return {
      tasks: found.tasks,
      ...costOf(found, startOn, dueOn),
      lastMonth,
      askedLastMonth: found.askedLastMonth,
      duplicates: rows.map(({ total: _, ...row }) => ({ ...row, done: row.done === null ? null : plain(row.done) })),
      duplicatesTotal: rows[0]?.total ?? 0,
    };
  }

  private async rootOf({ districtId, unionId }: Actor, taskId: string): Promise<string> {
    const [task]: { root: string }[] = await this.database.query(
      'select root_id as root from task where district_id = $1 and id = $2 and union_id = $3',
      [districtId, taskId, unionId],
    );
    if (task === undefined) throw new NotFound();
    return task.root;
  }
}

const notBelow = (): Refused =>
  new Refused(
    'share.union',
    {
      zh: '其中有工会不是本级的直接下级，或已撤销。',
      en: 'One of these unions does not stand directly below yours, or it is closed.',
    },
    'unionIds',
  );

const wrongDays = (): Refused =>
  new Refused(
    'task.days',
    { zh: '截止日期不能早于开始日期。', en: 'The due day cannot come before the start.' },
    'dueOn',
  );
