/** Values of indicators (指标值) for those who may see the union. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { type Period, periodOn, readPeriod } from '../../kernel/period';
import { Deeds } from '../../outbox/deeds';
import { type IndicatorValueNow, indicatorValues } from './indicator-values';
import { type UnionInReach, unionInReach } from './unions';
import type { IndicatorPeriodView, IndicatorValueItem, IndicatorValueList } from './value.view';

export interface ValueAsked {
  /** This year when left out. */
  readonly period?: string;
  readonly unionId?: string;
}

@Injectable()
export class ValueReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: notFound for a union out of reach. */
  list(actor: Actor, { codes, ...asked }: ValueAsked & { codes?: string }): Promise<IndicatorValueList> {
    return this.deeds.transaction(async (tx) => {
      const { period, union } = await askedFor(tx, actor, asked);
      const found = await indicatorValues(tx, actor.districtId, union.id, period, codes?.split(','));
      return { ...aroundOf(period, union), items: found.map(itemOf) };
    });
  }
}

/** Errors: notFound. */
export async function askedFor(
  tx: EntityManager,
  actor: Actor,
  { period: name, unionId = actor.unionId }: ValueAsked,
): Promise<{ period: Period; union: UnionInReach }> {
  const period = name === undefined ? await thisYear(tx) : readPeriod(name);
  if (period === null) throw new NotFound();
  return { period, union: await unionInReach(tx, actor.districtId, unionId, actor.path) };
}

async function thisYear(tx: EntityManager): Promise<Period> {
  const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
  return periodOn('year', today);
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
