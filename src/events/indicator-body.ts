/** What is told of indicators (指标): definitions, values per union and period, and periods that are closed. */
import type { Quantity } from '../kernel/decimal';
import type { PeriodKind } from '../kernel/period';

export interface IndicatorBody {
  indicatorId: string;
  code: string;
  name: string;
  programme: string;
  unit: string;
  decimals: number;
  direction: 'higher' | 'lower' | 'none';
  qualifier: 'exact' | 'about' | 'nearly' | 'over';
  periodKind: PeriodKind;
  version: number;
}

/** One value as it stands now; null: missing, which is not zero. */
export interface IndicatorValueBody {
  indicatorId: string;
  unionId: string;
  kind: PeriodKind;
  /** The first day of the period. */
  from: string;
  numerator: Quantity | null;
  denominator: Quantity | null;
  value: Quantity | null;
}

/** What another system gave for a union and a period; null: it was taken back. */
export interface ExternalValueBody {
  indicatorId: string;
  code: string;
  name: string;
  unionId: string;
  /** 2026-06. */
  period: string;
  value: Quantity | null;
  unit: string;
  /** Where it comes from, in their words. */
  source: string;
  asOf: string | null;
  version: number;
}

export interface PeriodBody {
  kind: PeriodKind;
  name: string;
  from: string;
  to: string;
}

export interface IndicatorEvents {
  /** `holdsFrom`: the first day from which periods are worked out by it. */
  'indicator.published': { indicator: IndicatorBody; holdsFrom: string; reason: string };
  'indicator.retired': { indicator: IndicatorBody; reason: string };
  /** A value was given from outside. */
  'indicator.received': { externalValue: ExternalValueBody };
  /** Values that have changed: at most two hundred in one announcement. */
  'indicator.valued': { indicatorValues: IndicatorValueBody[] };
  'indicatorPeriod.closed': { period: PeriodBody; reason: string };
  'indicatorPeriod.reopened': { period: PeriodBody; reason: string };
}
