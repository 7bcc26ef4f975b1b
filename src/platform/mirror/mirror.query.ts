/** The mirror (镜子) of a union and year: outcomes, months, and the same tasks in an earlier year. */
import { Inject, Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { percent, plain } from '../../kernel/decimal';
import { boardOf } from '../board-of';
import { type Added, begunMonths, completionAt, monthEnds } from './month-ends';
import type { MirrorBefore, MirrorTask, MirrorView } from './mirror.view';

const yearsSql = `
  select distinct year from platform.task_board
  where district_id = $1 and union_id = $2 and status <> 'withdrawn' and year is not null order by year desc limit 50`;

/**
 * What each month's acceptances added to each of the union's tasks, from everything below. A value accepted after the
 * year's end belongs to December, one before it to January.
 */
const sql = `
  with recursive own as (
    select * from platform.task_board
    where district_id = $1 and union_id = $2 and year = any($3) and status <> 'withdrawn' order by due_on, task_id limit 1000
  ), below as (
    select task_id as top, task_id from own
    union all
    select below.top, c.task_id from below
    join platform.task_board c on c.district_id = $1 and c.parent_id = below.task_id and c.status <> 'withdrawn'
  ), steps as (
    select below.top, d.day, d.own_done - lag(d.own_done, 1, 0) over (partition by d.task_id order by d.day) as added
    from below join platform.progress_day d on d.district_id = $1 and d.task_id = below.task_id
  ), months as (
    select s.top, extract(month from least(greatest(s.day, make_date(o.year, 1, 1)), make_date(o.year, 12, 31)))::int as month,
      sum(s.added)::text as added
    from steps s join own o on o.task_id = s.top group by 1, 2
  )
  select o.task_id as "taskId", o.year, o.code, o.title, o.programme, o.measure, o.target, o.done, o.weight,
    o.due_on as "dueOn", coalesce((select json_agg(json_build_object('month', m.month, 'added', m.added)) from months m
      where m.top = o.task_id), '[]') as added
  from own o order by o.programme, o.due_on, o.task_id`;

type Row = Omit<MirrorTask, 'rate' | 'outcome' | 'months' | 'before'> & {
  year: number;
  weight: string;
  added: Added[];
};

@Injectable()
export class MirrorQuery {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async show(actor: Actor, asked: { unionId?: string; year?: number; against?: number }): Promise<MirrorView> {
    const today = this.clock.today();
    const year = asked.year ?? Number(today.slice(0, 4));
    const { asOf, unionId, unionName } = await boardOf(this.database, actor, asked.unionId);
    const known: { year: number }[] = await this.database.query(yearsSql, [actor.districtId, unionId]);
    const years = known.map((row) => row.year);
    const against = asked.against ?? years.find((one) => one < year) ?? null;
    const rows: Row[] = await this.database.query(sql, [actor.districtId, unionId, [year, against ?? year]]);
    const begun = begunMonths(year, today);
    const [now, then] = [rows.filter((row) => row.year === year), rows.filter((row) => row.year === against)];
    const weighed = (some: Row[], months: number) =>
      some.map(({ target, weight, added }) => ({ target, weight, months: monthEnds(added, months) }));
    const [present, past] = [weighed(now, begun), weighed(then, 12)];
    return {
      asOf,
      year,
      against,
      years,
      unionId,
      unionName,
      months: Array.from({ length: 12 }, (_, index) => ({
        month: index + 1,
        completion: completionAt(present, index + 1),
        before: against === year ? null : completionAt(past, index + 1),
      })),
      tasks: now.map((row) => taskOf(row, today, begun, against === year ? undefined : then)),
    };
  }
}

function taskOf(row: Row, today: string, begun: number, then: readonly Row[] | undefined): MirrorTask {
  const { taskId, code, title, programme, measure, dueOn, added } = row;
  const [target, done] = [plain(row.target), plain(row.done)];
  const before = code === null ? undefined : then?.find((earlier) => earlier.code === code);
  return {
    taskId,
    code,
    title,
    programme,
    measure,
    target,
    done,
    rate: percent(done, target),
    dueOn,
    outcome: outcomeOf(target, done, dueOn, today),
    months: monthEnds(added, begun),
    before: before === undefined ? null : beforeOf(before),
  };
}

function outcomeOf(target: string, done: string, dueOn: string, today: string): MirrorTask['outcome'] {
  if (new Decimal(target).isZero()) return 'none';
  if (new Decimal(done).gte(target)) return 'reached';
  return dueOn < today ? 'missed' : 'under_way';
}

function beforeOf({ taskId, target, done, added }: Row): MirrorBefore {
  const rate = percent(done, target);
  return { taskId, target: plain(target), done: plain(done), rate, months: monthEnds(added, 12) };
}
