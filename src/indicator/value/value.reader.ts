/** Values of indicators (指标值) for those who may see the union. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import type { Period } from '../../kernel/period';
import { Deeds } from '../../outbox/deeds';
import { groundAsked, type ValueAsked } from './ground';
import { valuesOn } from './indicator-values';
import type { IndicatorValueNow } from './plan';
import type { UnionInReach } from './unions';
import type { IndicatorPeriodView, IndicatorValueItem, IndicatorValueList } from './value.view';

@Injectable()
export class ValueReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: notFound for a union out of reach. */
  list(actor: Actor, { codes, ...asked }: ValueAsked & { codes?: string }): Promise<IndicatorValueList> {
    return this.deeds.transaction(async (tx) => {
      const { ground, period } = await groundAsked(tx, actor, asked);
      const found = await valuesOn(tx, ground, [period], codes?.split(','));
      return { ...aroundOf(period, ground.union), items: found.flat().map(itemOf) };
    });
  }
}

export const aroundOf = (
  { name, kind, from, to }: Period,
  { id, name: unionName }: UnionInReach,
): { period: IndicatorPeriodView; unionId: string; unionName: string } => ({
  period: { name, kind, from, to },
  unionId: id,
  unionName,
});

export function itemOf(found: IndicatorValueNow): IndicatorValueItem {
  const { id, code, version, definition, numerator, denominator, value, frozen, marks } = found;
  const { name, programme, measure, decimals, qualifier, direction } = definition;
  return {
    ...{ indicatorId: id, code, name, programme, version, unit: measure.unit, decimals, qualifier, direction },
    ...{ numerator, denominator, value, frozen },
    marks: marks.map(({ code: mark, words }) => ({ code: mark, ...words })),
  };
}
