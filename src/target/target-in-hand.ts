/** One target with its newest version (目标), to be decided on. */
import type { EntityManager } from 'typeorm';
import type { TargetBody } from '../events/target-body';
import { NotFound } from '../kernel/errors';
import { type Period, type PeriodKind, periodOn, readPeriod } from '../kernel/period';
import type { Strength, TargetDefinition, Way } from './target-definition';
import { isEasier } from './target-rules';

export interface TargetInHand {
  readonly id: string;
  readonly indicatorId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly unionId: string;
  readonly path: string;
  readonly kind: PeriodKind;
  readonly fromDay: string;
  readonly strength: Strength;
  readonly direction: Way;
  readonly version: number;
  readonly withdrawn: boolean;
  readonly definition: TargetDefinition;
}

/** Of `target t`; the indicator by its newest version. */
export const targetFrom = `
  from target t join target_version v on v.district_id = t.district_id and v.target_id = t.id and v.version = t.version
  join indicator i on i.district_id = t.district_id and i.id = t.indicator_id
  join indicator_version iv on iv.district_id = i.district_id and iv.indicator_id = i.id and iv.version = i.version
  join trade_union u on u.district_id = t.district_id and u.id = t.union_id`;

export const targetColumns = `
  t.id, t.indicator_id as "indicatorId", i.code, i.name, iv.definition->'measure'->>'unit' as unit,
  t.union_id as "unionId", u.path::text as path, t.kind, t.from_day::text as "fromDay", t.strength, t.direction, t.version,
  t.withdrawn, v.definition`;

/** A target of a union at or below a path. Errors: notFound. */
export async function targetInHand(
  tx: EntityManager,
  { districtId, path }: { districtId: string; path: string },
  id: string,
  lock: '' | 'for update of t' = '',
): Promise<TargetInHand> {
  const [found]: TargetInHand[] = await tx.query(
    `select ${targetColumns} ${targetFrom} where t.district_id = $1 and t.id = $2 and u.path <@ $3::ltree ${lock}`,
    [districtId, id, path],
  );
  if (found === undefined) throw new NotFound();
  return found;
}

export const periodOf = ({ kind, fromDay }: Pick<TargetInHand, 'kind' | 'fromDay'>): Period => periodOn(kind, fromDay);

/** As it is told. */
export function bodyOf(target: TargetInHand): TargetBody {
  const { id, indicatorId, code, name, unit, unionId, strength, direction, definition, kind, fromDay } = target;
  const { name: period, from, to } = periodOf(target);
  const { value, baseline, unions, periods } = definition;
  const parts = [
    ...unions.map((part) => ({ unionId: part.unionId, kind, from: fromDay, value: part.value })),
    ...periods.flatMap((part) => {
      const found = readPeriod(part.period);
      return found === null ? [] : [{ unionId, kind: found.kind, from: found.from, value: part.value }];
    }),
  ];
  return {
    ...{ targetId: id, indicatorId, code, name, unit, unionId, period: { kind, name: period, from, to } },
    ...{ strength, direction, value, easier: isEasier(direction, value, baseline?.value ?? null), parts },
  };
}
