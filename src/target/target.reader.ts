/** Targets (目标) beside what the indicators say: reached or missed, and by how much. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { IndicatorDefinition } from '../indicator/definition/definition';
import { indicatorValues } from '../indicator/value/indicator-values';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { readPeriod } from '../kernel/period';
import { Deeds } from '../outbox/deeds';
import { targetDifferences, unionsIn } from './target-difference';
import { periodOf, targetColumns, targetFrom, type TargetInHand, targetInHand } from './target-in-hand';
import { outcomeOf, partsOf, shown } from './target-parts';
import { checkParts, isEasier, periodRule, unionRule } from './target-rules';
import type { TargetDetail, TargetList, TargetVersionList, TargetVersionView, TargetView } from './target.view';

export const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const withValue = `
  select ${targetColumns}, u.name as "unionName", (iv.definition->>'decimals')::int as decimals, x.value as now,
    t.to_day < app_today() as over, exists (
      select from target_change c where c.target_id = t.id and c.district_id = $1 and c.status = 'proposed') as changing,
    count(*) over ()::int as total
  ${targetFrom} left join indicator_value x on x.district_id = t.district_id and x.indicator_id = t.indicator_id
    and x.kind = t.kind and x.from_day = t.from_day and x.union_id = t.union_id`;

const listSql = `${withValue}
  where t.district_id = $1 and u.path <@ $2::ltree and (not t.withdrawn or $3)
    and ($4::date is null or t.from_day >= $4 and t.to_day <= $5) and ($6::uuid is null or t.union_id = $6)
  order by t.from_day desc, i.programme, i.code, t.strength, u.path limit $7 offset $8`;

const versionSql = `
  select v.version, v.definition, v.reason, s.name as "setBy", a.name as "approvedBy", ${iso('v.set_at')} as "setAt",
    count(*) over ()::int as total
  from target_version v join officer s on s.district_id = $1 and s.id = v.set_by
  left join officer a on a.district_id = $1 and a.id = v.approved_by
  where v.district_id = $1 and v.target_id = $2 order by v.version desc limit $3 offset $4`;

interface Row extends TargetInHand {
  readonly unionName: string;
  readonly decimals: number;
  readonly now: string | null;
  readonly over: boolean;
  readonly changing: boolean;
  readonly total: number;
}

interface VersionRow extends Omit<TargetVersionView, 'value' | 'baseline' | 'unions' | 'periods' | 'shortfallReason'> {
  readonly definition: TargetInHand['definition'];
  readonly total: number;
}

export interface TargetsAsked {
  readonly page: number;
  readonly pageSize: number;
  readonly period?: string;
  readonly unionId?: string | null;
  readonly withdrawn: boolean;
}

@Injectable()
export class TargetReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Deeds) private readonly deeds: Deeds,
  ) {}

  /** Of unions within reach. Their values are those last worked out, a few seconds old at most. */
  list(actor: Actor, asked: TargetsAsked): Promise<TargetList> {
    return listTargets(this.database.manager, actor, asked);
  }

  /** Errors: notFound. */
  one(actor: Actor, id: string): Promise<TargetDetail> {
    return this.deeds.transaction((tx) => targetDetail(tx, actor, id));
  }

  /** Errors: notFound. */
  async versions(
    actor: Actor,
    id: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<TargetVersionList> {
    const { manager } = this.database;
    const { districtId } = actor;
    await targetInHand(manager, actor, id);
    // one more than the page holds, to say what the last of it changed
    const rows: VersionRow[] = await manager.query(versionSql, [districtId, id, pageSize + 1, (page - 1) * pageSize]);
    const names = await unionNames(manager, districtId, unionsIn(rows.map(({ definition }) => definition)));
    const items = rows.slice(0, pageSize).map(({ definition, total: _, ...row }, no) => {
      const { value, baseline, unions, periods, shortfallReason } = definition;
      const before = rows[no + 1]?.definition;
      const differences = before === undefined ? [] : targetDifferences(before, definition, names);
      const parts = { unions: unions.length, periods: periods.length };
      return { ...row, value, baseline, ...parts, shortfallReason, differences };
    });
    return { items, page, pageSize, total: rows[0]?.total ?? 0 };
  }
}

/** By id. */
export async function unionNames(
  tx: EntityManager,
  districtId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await tx.query(
    'select id, name from trade_union where district_id = $1 and id = any($2::uuid[])',
    [districtId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function listTargets(
  tx: EntityManager,
  { districtId, path }: Pick<Actor, 'districtId' | 'path'>,
  { page, pageSize, period: name, unionId = null, withdrawn }: TargetsAsked,
): Promise<TargetList> {
  const period = name === undefined ? null : readPeriod(name);
  const rows: Row[] = await tx.query(listSql, [
    ...[districtId, path, withdrawn, period?.from ?? null, period?.to ?? null, unionId],
    ...[pageSize, (page - 1) * pageSize],
  ]);
  return { items: rows.map((row) => viewOf(row, row.now)), page, pageSize, total: rows[0]?.total ?? 0 };
}

/** With its parts; the value of the whole is worked out as it is now. Errors: notFound. */
export async function targetDetail(tx: EntityManager, actor: Actor, id: string): Promise<TargetDetail> {
  const { districtId, path } = actor;
  const [row]: Row[] = await tx.query(`${withValue} where t.district_id = $1 and t.id = $2 and u.path <@ $3::ltree`, [
    districtId,
    id,
    path,
  ]);
  if (row === undefined) throw new NotFound();
  const [value] = await indicatorValues(tx, districtId, row.unionId, periodOf(row), [row.code]);
  const [version]: VersionRow[] = await tx.query(versionSql, [districtId, id, 1, 0]);
  if (version === undefined) throw new NotFound();
  const { definition, reason, setBy, approvedBy, setAt } = version;
  const indicator: IndicatorDefinition | undefined = value?.definition;
  const parts = await partsOf(tx, districtId, row, row.decimals);
  const check = (rule: typeof unionRule, said: readonly { value: string }[]): TargetDetail['unionCheck'] =>
    indicator === undefined
      ? null
      : checkParts(
          rule(indicator),
          row.direction,
          definition.value,
          said.map((part) => part.value),
        );
  return {
    ...viewOf(row, value?.value ?? null),
    numerator: value?.numerator ?? null,
    denominator: value?.denominator ?? null,
    ...parts,
    unionCheck: check(unionRule, definition.unions),
    periodCheck: check(periodRule, definition.periods),
    shortfallReason: definition.shortfallReason,
    ...{ reason, setBy, approvedBy, setAt },
  };
}

function viewOf(row: Row, now: string | null): TargetView {
  const { id, indicatorId, code, name, unit, unionId, unionName, strength, direction, version, withdrawn } = row;
  const { value, baseline } = row.definition;
  const { name: period, kind, from, to } = periodOf(row);
  return {
    ...{ id, indicatorId, code, name, unit, unionId, unionName, period: { name: period, kind, from, to } },
    ...{ strength, direction, value, baseline, version, withdrawn, changing: row.changing },
    easierThanBaseline: isEasier(direction, value, baseline?.value ?? null),
    ...outcomeOf(direction, value, shown(now, row.decimals), row.over),
  };
}
