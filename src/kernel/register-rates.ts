/** Rates over the register (组建率、入会率): Σ numerator / Σ denominator, gross and verified; nothing below gives no value. Pure. Source: product rule "Verified denominators". */
import { percent, type Quantity } from './decimal';

/** Counts over enterprises; `verified`: of those that no verification has ruled out. */
export interface RegisterCounts {
  readonly preset: number;
  readonly excluded: number;
  readonly unionized: number;
  readonly unionizedVerified: number;
  readonly workers: number;
  readonly workersVerified: number;
  readonly members: number;
  readonly membersVerified: number;
  /** Not ruled out, and workers or members not known. */
  readonly uncounted: number;
}

export interface RateOf {
  readonly numerator: number;
  readonly denominator: number;
  /** Percent with one decimal; null where the denominator is zero. */
  readonly percent: Quantity | null;
}

export interface BothRates {
  /** Over all that are preset. */
  readonly gross: RateOf;
  /** Over what a verification has not ruled out. */
  readonly verified: RateOf;
}

export interface Rates {
  readonly establishment: BothRates;
  readonly membership: BothRates;
}

export function ratesOf(counts: RegisterCounts): Rates {
  return {
    establishment: {
      gross: rate(counts.unionized, counts.preset),
      verified: rate(counts.unionizedVerified, counts.preset - counts.excluded),
    },
    membership: {
      gross: rate(counts.members, counts.workers),
      verified: rate(counts.membersVerified, counts.workersVerified),
    },
  };
}

const rate = (numerator: number, denominator: number): RateOf => ({
  numerator,
  denominator,
  percent: percent(numerator, denominator),
});
