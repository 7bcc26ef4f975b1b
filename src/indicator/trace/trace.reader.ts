/** What stands behind a value (指标溯源): its parts, and of each part the entries, enterprises or tasks that add up to it. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Conflict, NotFound, Refused } from '../../kernel/errors';
import type { Period } from '../../kernel/period';
import { Deeds } from '../../outbox/deeds';
import { type Compiled, compile } from '../definition/compile';
import { type Known, knownIn, versionFor, worldFor } from '../definition/known';
import type { Around } from '../sources/source';
import { type IndicatorValueNow, indicatorValues } from '../value/indicator-values';
import type { UnionInReach } from '../value/unions';
import { aroundOf, askedFor, itemOf, type ValueAsked } from '../value/value.reader';
import { hasPeriod, workOut } from '../value/valuing';
import type { IndicatorTrace, TraceItems } from '../value/value.view';
import { type PartAsked, partItems, partsOf, partViews } from './parts';

@Injectable()
export class TraceReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: notFound, indicator.broken (409), indicator.noPeriod (422). */
  trace(actor: Actor, id: string, asked: ValueAsked): Promise<IndicatorTrace> {
    return this.deeds.transaction(async (tx) => {
      const { period, union } = await askedFor(tx, actor, asked);
      const found = await compiledIn(tx, actor.districtId, id, period);
      const { compiled, around, today } = await placed(tx, actor, found, union);
      const parts = partsOf(compiled, period, today);
      const [now] = await workOut(tx, around, [{ compiled, period }], today);
      const live = now?.get(union.label) ?? { numerator: null, denominator: null, value: null };
      const [told] = await indicatorValues(tx, actor.districtId, union.id, period, [compiled.code]);
      const { definition, code } = compiled;
      const item: IndicatorValueNow = told ?? {
        id,
        code,
        version: found.version,
        definition,
        ...live,
        frozen: false,
        marks: [],
      };
      return {
        ...itemOf(item),
        ...aroundOf(period, union),
        factor: definition.factor,
        numeratorText: definition.numerator,
        denominatorText: definition.denominator,
        valueNow: live.value,
        parts: await partViews(tx, around, parts, union, found.known.forms),
      };
    });
  }

  /** The list of one part, by cursor. Errors as above, cursor.unknown (422). */
  items(actor: Actor, id: string, { part, after, limit, ...asked }: ValueAsked & PartAsked): Promise<TraceItems> {
    return this.deeds.transaction(async (tx) => {
      const { period, union } = await askedFor(tx, actor, asked);
      const found = await compiledIn(tx, actor.districtId, id, period);
      const { compiled, around, today } = await placed(tx, actor, found, union);
      return partItems(tx, around, partsOf(compiled, period, today), { part, after, limit });
    });
  }
}

interface Found {
  readonly known: Known;
  readonly compiled: Compiled;
  readonly version: number;
}

/** As it holds in a period, also where it is retired by now. Errors: notFound, indicator.broken (409), indicator.noPeriod (422). */
export async function compiledIn(tx: EntityManager, districtId: string, id: string, period: Period): Promise<Found> {
  const known = await knownIn(tx, districtId);
  const indicator = known.indicators.find((each) => each.id === id);
  if (indicator === undefined) throw new NotFound();
  const version = versionFor(indicator, period);
  if (version === undefined || !hasPeriod(version.definition, period)) throw noPeriod();
  const { compiled } = compile(indicator.code, version.definition, worldFor(known, period));
  if (compiled === null) throw broken();
  return { known, compiled, version: version.version };
}

export async function placed(
  tx: EntityManager,
  { districtId }: Actor,
  { known, compiled }: Found,
  union: UnionInReach,
): Promise<{ compiled: Compiled; around: Around; today: string }> {
  const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
  return { compiled, around: { districtId, unions: [union], ledgers: known.ledgers }, today };
}

const broken = (): Conflict =>
  new Conflict('indicator.broken', {
    zh: '指标所引用的台账、报表或指标已变更，无法计算，请修改定义。',
    en: 'What the indicator refers to has changed: it cannot be worked out until its definition is.',
  });
export const noPeriod = (): Refused =>
  new Refused(
    'indicator.noPeriod',
    {
      zh: '指标在该周期没有值：尚未起用，或周期类型不符。',
      en: 'It has no value for the period: not yet defined, or of another kind.',
    },
    'period',
  );
