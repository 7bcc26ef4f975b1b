/** How an indicator went (指标趋势): period by period, with the line of the year before. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { type Period, type PeriodKind, periodBefore, periodOn, readPeriod, yearBefore } from '../../kernel/period';
import { boardOf } from '../board-of';
import { targetLines } from '../target-line/target-lines';
import type { IndicatorSeries } from './indicator-board.view';
import { cardOf, said, shown, type ValueRow } from './indicator-rows';

const sql = `
  select from_day::text as "from", numerator, denominator, value from platform.indicator_value
  where district_id = $1 and indicator_id = $2 and union_id = $3 and kind = $4 and from_day = any($5::date[])`;

@Injectable()
export class IndicatorSeriesQuery {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Errors: notFound. */
  async show(
    actor: Actor,
    id: string,
    { kind, until, count, unionId: asked }: { kind: PeriodKind; until?: string; count: number; unionId?: string },
  ): Promise<IndicatorSeries> {
    const { asOf, unionId, unionName } = await boardOf(this.database, actor, asked);
    const card = await cardOf(this.database, actor.districtId, id);
    const last = until === undefined ? null : readPeriod(until);
    const periods = upTo(periodOn(kind, last?.to ?? this.clock.today()), count);
    const days = periods.flatMap((period) => [period.from, yearBefore(period).from]);
    const rows: (ValueRow & { from: string })[] = await this.database.query(sql, [
      ...[actor.districtId, id, unionId, kind, days],
    ]);
    const byDay = new Map(rows.map((row) => [row.from, row]));
    const { decimals } = card;
    const { districtId } = actor;
    const lines = await targetLines(this.database, { districtId, indicatorIds: [id], unionId, kind, days });
    const points = periods.map((period) => {
      const row = byDay.get(period.from) ?? { numerator: null, denominator: null, value: null };
      const lastYear = shown(byDay.get(yearBefore(period).from)?.value ?? null, decimals);
      return { period: period.name, ...said({ ...row, decimals }), lastYear, targets: lines(id, period.from) };
    });
    return { ...card, asOf, unionId, unionName, points };
  }
}

function upTo(last: Period, count: number): Period[] {
  const periods = [last];
  for (let each = last; periods.length < count; periods.unshift(each)) each = periodBefore(each);
  return periods;
}
