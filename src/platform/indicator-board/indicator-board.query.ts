/** The board of indicators (指标看板) of a union, and how those directly below stand among one another. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { NotFound } from '../../kernel/errors';
import { type Period, periodKinds, periodOn, readPeriod, yearBefore } from '../../kernel/period';
import { boardOf } from '../board-of';
import { targetLines } from '../target-line/target-lines';
import type { IndicatorBoard, IndicatorBoardItem, IndicatorRank, IndicatorRanks } from './indicator-board.view';
import { cardColumns, cardOf, said, shown } from './indicator-rows';

/** More than a district can define. */
const MOST = 500;

const boardSql = `
  select ${cardColumns}, v.numerator, v.denominator, v.value, l.value as "lastYear"
  from platform.indicator_card c
  left join platform.indicator_value v on v.district_id = $1 and v.indicator_id = c.indicator_id and v.union_id = $2
    and v.kind = $3 and v.from_day = $4
  left join platform.indicator_value l on l.district_id = $1 and l.indicator_id = c.indicator_id and l.union_id = $2
    and l.kind = $3 and l.from_day = $5
  where c.district_id = $1 and not c.retired and c.period_kind = any($6) and ($7::text is null or c.programme = $7)
  order by c.programme, c.code limit ${MOST}`;

const closedSql = `
  select exists (select from platform.indicator_closure
    where district_id = $1 and closed and from_day <= $2 and to_day >= $3) as closed`;

const ranksSql = `
  select u.union_id as "unionId", u.name as "unionName", v.numerator, v.denominator, v.value,
    case when v.value is not null and $5 <> 'none' then
      rank() over (order by case when $5 = 'lower' then v.value else -v.value end nulls last)::int end as rank
  from platform.union_card u
  left join platform.indicator_value v on v.district_id = $1 and v.indicator_id = $2 and v.union_id = u.union_id
    and v.kind = $3 and v.from_day = $4
  where u.district_id = $1 and u.parent_id = $6
  order by v.value is null, case when $5 = 'lower' then v.value else -v.value end, u.code limit ${MOST}`;

@Injectable()
export class IndicatorBoardQuery {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Errors: notFound. */
  async show(
    actor: Actor,
    {
      period: name,
      unionId: asked,
      programme = null,
    }: { period?: string; unionId?: string; programme?: string | null },
  ): Promise<IndicatorBoard> {
    const { asOf, unionId, unionName } = await boardOf(this.database, actor, asked);
    const period = this.period(name);
    const kinds = periodKinds.slice(0, periodKinds.indexOf(period.kind) + 1);
    const { districtId } = actor;
    const before = yearBefore(period).from;
    const rows: IndicatorBoardItem[] = await this.database.query(boardSql, [
      ...[districtId, unionId, period.kind, period.from, before, kinds, programme],
    ]);
    const [{ closed }]: [{ closed: boolean }] = await this.database.query(closedSql, [
      districtId,
      period.from,
      period.to,
    ]);
    const { kind, from } = period;
    const indicatorIds = rows.map(({ indicatorId }) => indicatorId);
    const lines = await targetLines(this.database, { districtId, indicatorIds, unionId, kind, days: [from] });
    const items = rows.map((row) => ({
      ...row,
      ...said(row),
      lastYear: shown(row.lastYear, row.decimals),
      targets: lines(row.indicatorId, from),
    }));
    return { asOf, unionId, unionName, period: period.name, closed, items };
  }

  /** Errors: notFound. */
  async ranks(
    actor: Actor,
    id: string,
    { period: name, parentId }: { period?: string; parentId?: string },
  ): Promise<IndicatorRanks> {
    const { asOf, unionId, unionName } = await boardOf(this.database, actor, parentId);
    const period = this.period(name);
    const card = await cardOf(this.database, actor.districtId, id);
    const rows: IndicatorRank[] = await this.database.query(ranksSql, [
      ...[actor.districtId, id, period.kind, period.from, card.direction, unionId],
    ]);
    const items = rows.map((row) => ({ ...row, ...said({ ...row, decimals: card.decimals }) }));
    return { ...card, asOf, unionId, unionName, period: period.name, items };
  }

  private period(name: string | undefined): Period {
    const period = name === undefined ? periodOn('year', this.clock.today()) : readPeriod(name);
    if (period === null) throw new NotFound();
    return period;
  }
}
