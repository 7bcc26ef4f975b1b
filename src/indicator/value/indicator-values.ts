/** Values of indicators (指标值) for one union and one period: as they are now, or as they were when the period was closed. */
import type { EntityManager } from 'typeorm';
import { labelOf } from '../../kernel/id';
import { plain } from '../../kernel/decimal';
import { type Period, periodBefore } from '../../kernel/period';
import { closuresIn, isClosed } from '../closure/closures';
import type { IndicatorDefinition } from '../definition/definition';
import { type InForce, inForce, type Known, knownIn, versionFor } from '../definition/known';
import { exact } from '../expression/formula';
import type { UnionAsked } from '../sources/source';
import { type Mark, marksOf } from './marks';
import { hasPeriod, type Job, type Worked, workOut } from './valuing';

export interface IndicatorValueNow extends Worked {
  readonly id: string;
  readonly code: string;
  /** By which it was worked out. */
  readonly version: number;
  readonly definition: IndicatorDefinition;
  /** As it was when the period was closed. */
  readonly frozen: boolean;
  readonly marks: readonly Mark[];
}

const unionSql = `
  select u.id, u.tier = 'community' and not exists (
      select from trade_union c where c.district_id = u.district_id and c.parent_id = u.id) as leaf, app_today()::text as today
  from trade_union u where u.district_id = $1 and u.id = $2`;

const frozenSql = `
  select indicator_id as id, version, numerator, denominator, value from indicator_value
  where district_id = $1 and union_id = $2 and kind = $3 and from_day = $4`;

/**
 * Of all indicators that have values for such a period, or of those whose codes are given, by programme and code. A
 * bounded number of statements for any number of them: definitions, ledgers, closures and the union, and one for each
 * source. Nobody's reach is asked: the caller knows who may see the union. An unknown union has no values.
 */
export async function indicatorValues(
  tx: EntityManager,
  districtId: string,
  unionId: string,
  period: Period,
  codes?: readonly string[],
): Promise<IndicatorValueNow[]> {
  const known = await knownIn(tx, districtId);
  const [union]: { id: string; leaf: boolean; today: string }[] = await tx.query(unionSql, [districtId, unionId]);
  if (union === undefined) return [];
  const closed = await closuresIn(tx, districtId);
  const wanted = (code: string): boolean => codes?.includes(code) !== false;
  if (isClosed(closed, period))
    return (await frozen(tx, districtId, known, union.id, period)).filter(({ code }) => wanted(code));
  const force = inForce(known, period).filter(({ compiled }) => hasPeriod(compiled.definition, period));
  const { today, id, leaf } = union;
  const asked = force.filter(({ compiled }) => wanted(compiled.code));
  const found = await worked(
    tx,
    { districtId, known, union: { id, leaf, label: labelOf(id) }, today },
    asked,
    force,
    period,
  );
  return asked.map((each) => nowOf(each, found));
}

interface Found {
  readonly of: (inForce: InForce) => Worked;
  readonly before: (inForce: InForce) => Worked | null;
  readonly byCode: (code: string) => Worked | null;
}

/** With the wholes of which they are parts, and the period before where a change is marked. */
async function worked(
  tx: EntityManager,
  { districtId, known, union, today }: { districtId: string; known: Known; union: UnionAsked; today: string },
  asked: readonly InForce[],
  force: readonly InForce[],
  period: Period,
): Promise<Found> {
  const wholes = new Set(asked.flatMap(({ compiled }) => compiled.definition.limits.notAbove ?? []));
  const all = force.filter((each) => asked.includes(each) || wholes.has(each.compiled.code));
  const earlier = periodBefore(period);
  const changing = inForce(known, earlier).filter(({ compiled }) =>
    asked.some((each) => each.compiled.code === compiled.code && each.compiled.definition.limits.change !== null),
  );
  const jobs: Job[] = [
    ...all.map(({ compiled }) => ({ compiled, period })),
    ...changing.map(({ compiled }) => ({ compiled, period: earlier })),
  ];
  const results = await workOut(tx, { districtId, unions: [union], ledgers: known.ledgers }, jobs, today);
  const at = (no: number): Worked | null => (no < 0 ? null : (results[no]?.get(union.label) ?? null));
  const codeOf = (code: string) => (each: InForce) => each.compiled.code === code;
  return {
    of: (each) => at(all.indexOf(each)) ?? { numerator: null, denominator: null, value: null },
    before: ({ compiled }) => {
      const no = changing.findIndex(codeOf(compiled.code));
      return no < 0 ? null : at(all.length + no);
    },
    byCode: (code) => at(all.findIndex(codeOf(code))),
  };
}

function nowOf(each: InForce, found: Found): IndicatorValueNow {
  const { id, version, compiled } = each;
  const { code, definition } = compiled;
  const now = found.of(each);
  const { notAbove } = definition.limits;
  const whole = notAbove === null ? null : (found.byCode(notAbove)?.value ?? null);
  const marks = marksOf(definition.limits, { value: now.value, whole, before: found.before(each)?.value ?? null });
  return { id, code, version, definition, ...now, frozen: false, marks };
}

/** As they stood when the period was closed; those that had no value then have none. */
async function frozen(
  tx: EntityManager,
  districtId: string,
  known: Known,
  unionId: string,
  period: Period,
): Promise<IndicatorValueNow[]> {
  const rows: (Worked & { id: string; version: number })[] = await tx.query(frozenSql, [
    districtId,
    unionId,
    period.kind,
    period.from,
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return known.indicators.flatMap((indicator): IndicatorValueNow[] => {
    const row = byId.get(indicator.id);
    const found =
      row === undefined
        ? versionFor(indicator, period)
        : indicator.versions.find(({ version }) => version === row.version);
    if (found === undefined || (row === undefined && indicator.retired) || !hasPeriod(found.definition, period))
      return [];
    const { id, code } = indicator;
    const said = (value: string | null | undefined): string | null => (value == null ? null : plain(value));
    const value = row?.value == null ? null : exact(row.value).toFixed(found.definition.decimals);
    const { version, definition } = found;
    const parts = { numerator: said(row?.numerator), denominator: said(row?.denominator), value };
    return [{ id, code, version, definition, ...parts, frozen: true, marks: [] }];
  });
}
