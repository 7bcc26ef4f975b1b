/** Indicators (指标看板): what is defined, the last known value per union and period, and closed periods. */
import type { EntityManager } from 'typeorm';
import type { IndicatorValueBody } from '../../events/indicator-body';
import type { Envelope } from '../../events/envelope';
import { type Projection, lastOf, rowsOf } from '../projection';

const cardSql = `
  insert into indicator_card as c (district_id, indicator_id, code, name, programme, unit, decimals, direction, qualifier,
    period_kind, retired, seq)
  select "districtId", "indicatorId", code, name, programme, unit, decimals, direction, qualifier, "periodKind", retired, seq
  from jsonb_to_recordset($1::jsonb) as r("districtId" uuid, "indicatorId" uuid, code text, name text, programme text,
    unit text, decimals smallint, direction text, qualifier text, "periodKind" text, retired boolean, seq bigint)
  order by "districtId", "indicatorId"
  on conflict (district_id, indicator_id) do update set (code, name, programme, unit, decimals, direction, qualifier,
    period_kind, retired, seq) = (excluded.code, excluded.name, excluded.programme, excluded.unit, excluded.decimals,
    excluded.direction, excluded.qualifier, excluded.period_kind, excluded.retired, excluded.seq)
  where c.seq < excluded.seq`;

const valueSql = `
  insert into indicator_value as v (district_id, indicator_id, union_id, kind, from_day, numerator, denominator, value, seq)
  select "districtId", "indicatorId", "unionId", kind, "from", numerator, denominator, value, seq
  from jsonb_to_recordset($1::jsonb) as r("districtId" uuid, "indicatorId" uuid, "unionId" uuid, kind text, "from" date,
    numerator numeric, denominator numeric, value numeric, seq bigint)
  order by "districtId", "indicatorId", "unionId", kind, "from"
  on conflict (district_id, indicator_id, union_id, kind, from_day) do update set (numerator, denominator, value, seq) =
    (excluded.numerator, excluded.denominator, excluded.value, excluded.seq)
  where v.seq < excluded.seq`;

const closureSql = `
  insert into indicator_closure as c (district_id, from_day, to_day, closed, seq)
  select "districtId", "from", "to", closed, seq
  from jsonb_to_recordset($1::jsonb) as r("districtId" uuid, "from" date, "to" date, closed boolean, seq bigint)
  order by "districtId", "from", "to"
  on conflict (district_id, from_day, to_day) do update set (closed, seq) = (excluded.closed, excluded.seq)
  where c.seq < excluded.seq`;

const indicatorOf = (event: Envelope) => (event as Envelope<'indicator.published'>).body.indicator;
const periodOf = (event: Envelope) => (event as Envelope<'indicatorPeriod.closed'>).body.period;

const cards =
  (retired: boolean) =>
  async (tx: EntityManager, events: readonly Envelope[]): Promise<void> => {
    const last = lastOf(events, (event) => indicatorOf(event).indicatorId);
    await tx.query(cardSql, [rowsOf(last, (event) => ({ ...indicatorOf(event), retired }))]);
  };

const closures =
  (closed: boolean) =>
  async (tx: EntityManager, events: readonly Envelope[]): Promise<void> => {
    const last = lastOf(events, (event) => `${event.districtId} ${periodOf(event).name}`);
    await tx.query(closureSql, [rowsOf(last, (event) => ({ ...periodOf(event), closed }))]);
  };

async function values(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  const last = new Map<string, IndicatorValueBody & { seq: number; districtId: string }>();
  for (const { seq, districtId, body } of events as readonly Envelope<'indicator.valued'>[])
    for (const each of body.indicatorValues) {
      const key = `${each.indicatorId} ${each.unionId} ${each.kind} ${each.from}`;
      if ((last.get(key)?.seq ?? -1) < seq) last.set(key, { ...each, seq, districtId });
    }
  if (last.size > 0) await tx.query(valueSql, [JSON.stringify([...last.values()])]);
}

export const indicatorBoard: Projection = {
  name: 'indicator-board',
  on: {
    'indicator.published': cards(false),
    'indicator.retired': cards(true),
    'indicator.valued': values,
    'indicatorPeriod.closed': closures(true),
    'indicatorPeriod.reopened': closures(false),
  },
};
