/** Writes values (指标值写入): only those that have changed, and tells them, at most two hundred in one announcement. */
import type { EntityManager } from 'typeorm';
import type { IndicatorValueBody } from '../../events/indicator-body';
import { labelOf, newId } from '../../kernel/id';
import type { Period } from '../../kernel/period';
import type { InForce } from '../definition/known';
import type { Around } from '../sources/source';
import { workOut } from './valuing';

/** Values are worked out by one process at a time, and never while a period is being closed. */
export const INDICATOR_LOCK = 733_003;

export interface Due {
  readonly inForce: InForce;
  readonly period: Period;
}

/** Values that are worked out in one go, and indicators in periods: what changed for a few unions is one pass over all of them. */
const VALUES_AT_ONCE = 100_000;
const DUE_AT_ONCE = 1_000;
const TOLD_AT_ONCE = 200;

const writeSql = `
  with worked as (
    select * from jsonb_to_recordset($2::jsonb) as w("indicatorId" uuid, version int, kind text, "from" date, "unionId" uuid,
      numerator numeric, denominator numeric, value numeric)
  )
  insert into indicator_value as v (district_id, indicator_id, kind, from_day, union_id, version, numerator, denominator, value)
  select $1, w."indicatorId", w.kind, w."from", w."unionId", w.version, w.numerator, w.denominator, w.value from worked w
  where num_nonnulls(w.numerator, w.denominator, w.value) > 0 or exists (
    select from indicator_value x where x.district_id = $1 and x.indicator_id = w."indicatorId" and x.kind = w.kind
      and x.from_day = w."from" and x.union_id = w."unionId")
  on conflict (district_id, indicator_id, kind, from_day, union_id) do update
    set (version, numerator, denominator, value, valued_at) =
      (excluded.version, excluded.numerator, excluded.denominator, excluded.value, app_now())
    where (v.version, v.numerator, v.denominator, v.value) is distinct from
      (excluded.version, excluded.numerator, excluded.denominator, excluded.value)
  returning indicator_id as "indicatorId", union_id as "unionId", kind, from_day::text as "from"`;

const tellSql = `
  insert into outbox_message (district_id, id, name, union_id, path, body, occurred_at)
  select $1, t.id, 'indicator.valued', $1, $2::ltree, jsonb_build_object('indicatorValues', t.values), app_now()
  from jsonb_to_recordset($3::jsonb) as t(no int, id uuid, values jsonb) order by t.no`;

/** Answers how many values have changed. */
export async function writeValues(
  tx: EntityManager,
  around: Around,
  due: readonly Due[],
  today: string,
): Promise<number> {
  const most = Math.max(1, Math.min(DUE_AT_ONCE, Math.floor(VALUES_AT_ONCE / Math.max(1, around.unions.length))));
  const inOrder = due.toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
  let changed = 0;
  for (let from = 0; from < inOrder.length; from += most)
    changed += await writeSome(tx, around, inOrder.slice(from, from + most), today);
  return changed;
}

async function writeSome(tx: EntityManager, around: Around, due: readonly Due[], today: string): Promise<number> {
  const { districtId, unions } = around;
  const jobs = due.map(({ inForce: { compiled }, period }) => ({ compiled, period }));
  const results = await workOut(tx, around, jobs, today);
  const rows = due.flatMap(({ inForce: { id, version }, period: { kind, from } }, no) =>
    unions.flatMap((union) => {
      const worked = results[no]?.get(union.label);
      return worked === undefined ? [] : [{ indicatorId: id, version, kind, from, unionId: union.id, ...worked }];
    }),
  );
  if (rows.length === 0) return 0;
  const keyOf = (row: { indicatorId: string; unionId: string; kind: string; from: string }): string =>
    `${row.indicatorId} ${row.unionId} ${row.kind} ${row.from}`;
  const written: Pick<IndicatorValueBody, 'indicatorId' | 'unionId' | 'kind' | 'from'>[] = await tx.query(writeSql, [
    districtId,
    JSON.stringify(rows),
  ]);
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const values = written.flatMap((key): IndicatorValueBody[] => {
    const row = byKey.get(keyOf(key));
    if (row === undefined) return [];
    const { version: _, ...body } = row;
    return [body];
  });
  await tell(tx, districtId, values);
  return values.length;
}

/** It is nobody's deed, so it leaves no audit entry: the deeds behind it did. */
async function tell(tx: EntityManager, districtId: string, values: readonly IndicatorValueBody[]): Promise<void> {
  if (values.length === 0) return;
  const parts = Array.from({ length: Math.ceil(values.length / TOLD_AT_ONCE) }, (_, no) => ({
    no,
    id: newId(),
    values: values.slice(no * TOLD_AT_ONCE, (no + 1) * TOLD_AT_ONCE),
  }));
  await tx.query(tellSql, [districtId, labelOf(districtId), JSON.stringify(parts)]);
}
