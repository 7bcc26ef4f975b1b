/** Values of indicators (指标值) for one union: as they are now, or as they were when the period was closed. */
import type { EntityManager } from 'typeorm';
import type { Period } from '../../kernel/period';
import { aroundIn, type Ground, groundOf } from './ground';
import { type IndicatorValueNow, planFor } from './plan';
import { answersFor, MISSING, questionsOf, workedOut } from './valuing';

/**
 * Of all indicators that have values for such a period, or of those whose codes are given, by programme and code. One
 * statement for all that is defined and one for each source, for any number of them. Nobody's reach is asked: the caller
 * knows who may see the union. An unknown union has no values.
 */
export async function indicatorValues(
  tx: EntityManager,
  districtId: string,
  unionId: string,
  period: Period,
  codes?: readonly string[],
): Promise<IndicatorValueNow[]> {
  const ground = await groundOf(tx, { districtId, unionId, reach: null }, [period]);
  if (ground === undefined) return [];
  return (await valuesOn(tx, ground, [period], codes)).flat();
}

/** Of each period, all in as many statements as one. */
export async function valuesOn(
  tx: EntityManager,
  ground: Ground,
  periods: readonly Period[],
  codes?: readonly string[],
): Promise<IndicatorValueNow[][]> {
  const { today, union } = ground;
  const wanted = codes === undefined ? null : new Set(codes);
  const plans = periods.map((period) => planFor(ground, period, (code) => wanted?.has(code) !== false));
  const answers = await answersFor(
    tx,
    aroundIn(ground),
    plans.flatMap(({ jobs }) => questionsOf(jobs, today)),
  );
  return plans.map(({ told }) => told((job) => workedOut(job, [union], today, answers).get(union.label) ?? MISSING));
}
