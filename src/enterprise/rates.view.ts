/** Rates over the register (组建率、入会率) as they are answered. */
import type { EnterpriseKind } from '../events/enterprise-body';
import { addCounts, type Counts } from './enterprise-counts';
import { ratesOf } from '../kernel/register-rates';

export class RateView {
  /** @example 1537 */
  numerator!: number;
  /** @example 1548 */
  denominator!: number;
  /** Percent; null where there is nothing below the line, which is not 0. @example "99.3" */
  percent!: string | null;
}

export class BothRatesView {
  /** 毛口径: over all that are preset. */
  gross!: RateView;
  /** 核实口径: over what a verification has not ruled out. */
  verified!: RateView;
}

export class EnterpriseCountsView {
  /** 预置企业. @example 2190 */
  preset!: number;
  /** 核查属非正常或事实不存在. @example 642 */
  excluded!: number;
  /** 已建会. @example 1537 */
  unionized!: number;
  /** 已建会, of those not ruled out. @example 1537 */
  unionizedVerified!: number;
  /** 职工. @example 70692 */
  workers!: number;
  /** @example 70692 */
  workersVerified!: number;
  /** 会员. @example 68716 */
  members!: number;
  /** @example 68716 */
  membersVerified!: number;
  /** Enterprises not ruled out whose workers or members are not known. @example 0 */
  uncounted!: number;
}

export class RatesRow {
  /** The union directly below; null: what lies under the asked union itself. */
  unionId!: string | null;
  /** @example "沙头角街道总工会" */
  unionName!: string;
  counts!: EnterpriseCountsView;
  /** 工会组建率. */
  establishment!: BothRatesView;
  /** 职工入会率. */
  membership!: BothRatesView;
}

export class EnterpriseRates {
  /** @example "2014-12-31" */
  on!: string;
  unionId!: string;
  /** @example "示范区总工会" */
  unionName!: string;
  /** null: all kinds. @example "non_public" */
  kind!: EnterpriseKind | null;
  counts!: EnterpriseCountsView;
  /** 工会组建率. */
  establishment!: BothRatesView;
  /** 职工入会率. */
  membership!: BothRatesView;
  /** Σ/Σ of every union directly below, as the tree stood on that day. */
  rows!: RatesRow[];
}

/** A row of a table of rates. */
export function ratesRow(unionId: string | null, unionName: string, counts: Counts): RatesRow {
  return { unionId, unionName, counts, ...ratesOf(counts) };
}

export function ratesView(
  about: Pick<EnterpriseRates, 'on' | 'unionId' | 'unionName' | 'kind'>,
  rows: RatesRow[],
): EnterpriseRates {
  const counts = addCounts(rows.map((row) => row.counts));
  return { ...about, counts, ...ratesOf(counts), rows };
}
