/** The parts of a target (目标分解) beside what the indicator says of each: one statement for all of them. */
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { type Period, periodNamed } from '../kernel/period';
import type { Way } from './target-definition';
import { periodOf, type TargetInHand } from './target-in-hand';
import { judge } from './target-rules';
import type { TargetOutcomeView, TargetPeriodPartView, TargetUnionPartView } from './target.view';

const sql = `
  select p.no, u.name as "unionName", x.value as now, p."to" < app_today() as over
  from jsonb_to_recordset($3::jsonb) as p(no int, "unionId" uuid, kind text, "from" date, "to" date)
  join trade_union u on u.district_id = $1 and u.id = p."unionId"
  left join indicator_value x on x.district_id = $1 and x.indicator_id = $2 and x.kind = p.kind and x.from_day = p."from"
    and x.union_id = p."unionId"
  order by p.no`;

interface Row {
  readonly no: number;
  readonly unionName: string;
  readonly now: string | null;
  readonly over: boolean;
}

/** With as many decimals as the indicator has. */
export const shown = (value: string | null, decimals: number): string | null =>
  value === null ? null : new Decimal(value).toFixed(decimals);

export const outcomeOf = (way: Way, target: string, now: string | null, over: boolean): TargetOutcomeView => ({
  now,
  ...judge(way, target, now, over),
});

export async function partsOf(
  tx: EntityManager,
  districtId: string,
  target: TargetInHand,
  decimals: number,
): Promise<{ unions: TargetUnionPartView[]; periods: TargetPeriodPartView[] }> {
  const { unions, periods } = target.definition;
  if (unions.length + periods.length === 0) return { unions: [], periods: [] };
  const whole = spanOf(periodOf(target));
  const asked = [
    ...unions.map(({ unionId }) => ({ unionId, ...whole })),
    ...periods.map(({ period }) => ({ unionId: target.unionId, ...spanOf(periodNamed(period)) })),
  ].map((part, no) => ({ no, ...part }));
  const rows: Row[] = await tx.query(sql, [districtId, target.indicatorId, JSON.stringify(asked)]);
  const byNo = new Map(rows.map((row) => [row.no, row]));
  const outcome = (no: number, value: string): TargetOutcomeView => {
    const row = byNo.get(no);
    return outcomeOf(target.direction, value, shown(row?.now ?? null, decimals), row?.over ?? false);
  };
  return {
    unions: unions.map((part, no) => ({
      ...part,
      unionName: byNo.get(no)?.unionName ?? '',
      ...outcome(no, part.value),
    })),
    periods: periods.map((part, no) => ({
      ...part,
      period: periodNamed(part.period).name,
      ...outcome(unions.length + no, part.value),
    })),
  };
}

type Span = Pick<Period, 'kind' | 'from' | 'to'>;
const spanOf = ({ kind, from, to }: Period): Span => ({ kind, from, to });
