/** How much unions were asked for (减负): counted from the writers' own tables, whenever it is asked. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { NotFound } from '../kernel/errors';
import { askedSql, countsSql, medianSql } from './asked';
import type {
  BurdenAsker,
  BurdenList,
  BurdenMonth,
  BurdenRequest,
  BurdenRequestList,
  BurdenUnit,
  UnionBurden,
} from './burden.view';
import { dayAfter, firstDayOf, monthOf, monthsUpTo } from './month';

/** Months of a trend. */
const TREND = 12;

interface Paging {
  month?: string;
  page: number;
  pageSize: number;
}

/** Unions of a tier below the reader that were open in the span. */
const unitsBelow = `scope as materialized (
  select u.id as union_id, u.name, u.code from trade_union u
  where u.district_id = $1 and u.path <@ $4::ltree and u.id <> $5::uuid and u.tier = $6
    and u.opened_on < $3::date and (u.closed_on is null or u.closed_on >= $2::date))`;
const oneUnion = 'scope as materialized (select $6::uuid as union_id)';

const minutesOf = `from report_minutes m join scope s on s.union_id = m.union_id
  where m.district_id = $1 and m.told_on >= $2::date and m.told_on < $3::date and (m.path <@ $4::ltree or m.union_id = $5::uuid)`;

const list = `
  with ${unitsBelow}, ${askedSql}, counted as (
    select s.union_id, s.name, s.code, ${countsSql} from scope s left join asked a on a.union_id = s.union_id group by 1, 2, 3
  ), timed as (select m.union_id, ${medianSql('m.minutes')} ${minutesOf} group by m.union_id)
  select c.union_id as "unionId", c.name as "unionName", c.asked, c.tasks, c.reports, c.returned, c.urges, c.orders, c."selfScores", c.twice,
    t.minutes, coalesce(t.timed, 0) as timed, count(*) over ()::int as total
  from counted c left join timed t on t.union_id = c.union_id
  order by c.asked desc, c.twice desc, c.code, c.union_id limit $7 offset $8`;

/** The months in which something was asked or told, of a scope. */
const trend = (scope: string): string => `
  with ${scope}, ${askedSql}, counted as (
    select to_char(a.day, 'YYYY-MM') as month, ${countsSql} from asked a group by 1
  ), timed as (select to_char(m.told_on, 'YYYY-MM') as month, ${medianSql('m.minutes')} ${minutesOf} group by 1)
  select month, coalesce(c.asked, 0) as asked, coalesce(c.tasks, 0) as tasks, coalesce(c.reports, 0) as reports,
    coalesce(c.returned, 0) as returned, coalesce(c.urges, 0) as urges, coalesce(c.orders, 0) as orders, coalesce(c."selfScores", 0) as "selfScores", coalesce(c.twice, 0) as twice,
    t.minutes, coalesce(t.timed, 0) as timed
  from counted c full join timed t using (month)`;

const askers = `
  with ${oneUnion}, ${askedSql}
  select a.asker_id as "unionId", u.name as "unionName", count(*)::int as asked
  from asked a join trade_union u on u.district_id = $1 and u.id = a.asker_id
  group by 1, 2 order by 3 desc, 2, 1 limit 50`;

const requests = `
  with ${oneUnion}, ${askedSql}
  select a.kind, a.task_id as "taskId", a.assessment_id as "assessmentId", a.title, u.name as "askerName", a.day,
    case when e.id is not null then json_build_object('taskId', e.id, 'title', e.title, 'askerName', g.name,
      'day', (e.created_at at time zone 'Asia/Shanghai')::date) end as "twiceOf", count(*) over ()::int as total
  from asked a join trade_union u on u.district_id = $1 and u.id = a.asker_id
    left join task e on e.district_id = $1 and e.id = a.twice_of
    left join trade_union g on g.district_id = $1 and g.id = e.assigner_id
  where ($7::text is null or a.kind = $7) and (not $8::boolean or a.twice_of is not null)
  order by a.day desc, a.kind, a.title, coalesce(a.task_id, a.assessment_id) limit $9 offset $10`;

const none: Omit<BurdenMonth, 'month'> = {
  asked: 0,
  tasks: 0,
  reports: 0,
  returned: 0,
  urges: 0,
  orders: 0,
  selfScores: 0,
  twice: 0,
  minutes: null,
  timed: 0,
};

@Injectable()
export class BurdenReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The units of a tier below the actor's union in a month, who was asked for most first, and twelve months of all. */
  async below(
    actor: Actor,
    tier: BurdenList['tier'],
    { month = this.thisMonth(), page, pageSize }: Paging,
  ): Promise<BurdenList> {
    const rows: (BurdenUnit & { total: number })[] = await this.database.query(list, [
      ...span(actor, month),
      tier,
      pageSize,
      (page - 1) * pageSize,
    ]);
    const months = await this.trend(actor, unitsBelow, tier, month);
    const items = rows.map(({ total: _, ...unit }) => unit);
    return { month, tier, items, months, page, pageSize, total: rows[0]?.total ?? 0 };
  }

  /** One union within reach in a month: how much, by whom, and twelve months. Errors: notFound. */
  async ofUnion(actor: Actor, unionId: string, month = this.thisMonth()): Promise<UnionBurden> {
    const unionName = await this.nameOf(actor, unionId);
    const months = await this.trend(actor, oneUnion, unionId, month);
    const asking: BurdenAsker[] = await this.database.query(askers, [...span(actor, month), unionId]);
    const { month: _, ...counts } = months.at(-1) ?? { month, ...none };
    return { unionId, unionName, month, ...counts, askers: asking, months };
  }

  /** The single things one union was asked for in a month, the latest first. Errors: notFound. */
  async requests(
    actor: Actor,
    unionId: string,
    { month = this.thisMonth(), kind, twice = false, page, pageSize }: Paging & { kind?: string; twice?: boolean },
  ): Promise<BurdenRequestList> {
    await this.nameOf(actor, unionId);
    const rows: (BurdenRequest & { total: number })[] = await this.database.query(requests, [
      ...span(actor, month),
      unionId,
      kind ?? null,
      twice,
      pageSize,
      (page - 1) * pageSize,
    ]);
    return { items: rows.map(({ total: _, ...one }) => one), page, pageSize, total: rows[0]?.total ?? 0 };
  }

  private async trend(actor: Actor, scope: string, what: string, month: string): Promise<BurdenMonth[]> {
    const months = monthsUpTo(month, TREND);
    const [districtId, , after, ...reader] = span(actor, month);
    const rows: BurdenMonth[] = await this.database.query(trend(scope), [
      districtId,
      firstDayOf(months[0] ?? month),
      after,
      ...reader,
      what,
    ]);
    return months.map((each) => rows.find((row) => row.month === each) ?? { month: each, ...none });
  }

  private async nameOf({ districtId, path, unionId: own }: Actor, unionId: string): Promise<string> {
    const [union]: { name: string }[] = await this.database.query(
      'select name from trade_union where district_id = $1 and id = $2 and (path <@ $3::ltree or id = $4)',
      [districtId, unionId, path, own],
    );
    if (union === undefined) throw new NotFound();
    return union.name;
  }

  private thisMonth(): string {
    return monthOf(this.clock.today());
  }
}

/** What every statement about a month begins with. */
const span = ({ districtId, path, unionId }: Actor, month: string): string[] => [
  districtId,
  firstDayOf(month),
  dayAfter(month),
  path,
  unionId,
];
