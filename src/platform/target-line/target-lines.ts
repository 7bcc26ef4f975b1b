/** Targets (目标线) of a union beside its values: one statement for any number of indicators and periods. */
import type { DataSource } from 'typeorm';
import { plain } from '../../kernel/decimal';
import type { PeriodKind } from '../../kernel/period';
import type { TargetLineView } from './target-line.view';

const sql = `
  select c.indicator_id as "indicatorId", l."from", c.target_id as "targetId", l.value, c.strength, c.direction
  from platform.target_card c
  cross join lateral jsonb_to_recordset(c.lines) as l("unionId" uuid, kind text, "from" text, value text)
  where c.district_id = $1 and not c.withdrawn and c.indicator_id = any($2::uuid[]) and l."unionId" = $3 and l.kind = $4
    and l."from" = any($5::text[])
  order by c.strength desc, c.target_id`;

type Row = TargetLineView & { readonly indicatorId: string; readonly from: string };

/** By indicator and first day of the period. */
export async function targetLines(
  database: DataSource,
  asked: {
    districtId: string;
    indicatorIds: readonly string[];
    unionId: string;
    kind: PeriodKind;
    days: readonly string[];
  },
): Promise<(indicatorId: string, from: string) => TargetLineView[]> {
  const { districtId, indicatorIds, unionId, kind, days } = asked;
  const rows: Row[] = await database.query(sql, [districtId, indicatorIds, unionId, kind, days]);
  return (indicatorId, day) =>
    rows
      .filter((row) => row.indicatorId === indicatorId && row.from === day)
      .map(({ indicatorId: _, from: __, value, ...row }) => ({ ...row, value: plain(value) }));
}
