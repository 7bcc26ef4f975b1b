/** Whether a scheme tells unions apart, and on what (考核公平性): criteria, and the share that rests on judgement. */
import { Decimal } from 'decimal.js';
import { deviationOf, meanOf, two } from './distribution';

/** A criterion with the points it gave. Marks and points are decimal texts; null: not scored. */
export interface GivenPoints {
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  /** A person gives the points or what they follow from. */
  readonly judged: boolean;
  readonly points: readonly (string | null)[];
}

/** same: nobody is told apart; failed: all below 60 % of the marks; full: all have the full marks. */
export type CriterionFlag = 'same' | 'failed' | 'full';

export interface CriterionFairness {
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly judged: boolean;
  readonly scored: number;
  /** null while nothing is scored. */
  readonly lowest: string | null;
  readonly highest: string | null;
  readonly mean: string | null;
  readonly deviation: string | null;
  readonly flags: readonly CriterionFlag[];
}

/** Below this share of the marks a criterion is failed. */
const PASSED = '0.6';

/** Flags want at least two unions: one alone says nothing about a criterion. */
export function criterionFairness({ points, ...criterion }: GivenPoints): CriterionFairness {
  const known = points.filter((each) => each !== null).map((each) => new Decimal(each));
  const { code, name, marks, judged } = criterion;
  const about = { code, name, marks, judged, scored: known.length };
  if (known.length === 0) return { ...about, lowest: null, highest: null, mean: null, deviation: null, flags: [] };
  const [lowest, highest] = [Decimal.min(...known), Decimal.max(...known)];
  const flags: CriterionFlag[] = [];
  if (known.length > 1) {
    if (lowest.eq(highest)) flags.push('same');
    if (highest.lt(new Decimal(marks).times(PASSED))) flags.push('failed');
    if (lowest.gte(marks)) flags.push('full');
  }
  return {
    ...about,
    lowest: two(lowest),
    highest: two(highest),
    mean: two(meanOf(known)),
    deviation: two(deviationOf(known)),
    flags,
  };
}

/** Percent with two places. */
export interface JudgedShare {
  /** Of the marks of all criteria. */
  readonly ofMarks: string | null;
  /** Of the points given. */
  readonly ofPoints: string | null;
  /** Of the differences: Σ |points − mean of the criterion|. null where nobody differs. */
  readonly ofDifferences: string | null;
}

export function judgedShare(criteria: readonly GivenPoints[]): JudgedShare {
  const judged = criteria.filter((each) => each.judged);
  const share = (of: (criterion: GivenPoints) => Decimal): string | null => {
    const [part, whole] = [judged, criteria].map((some) =>
      some.reduce((total, one) => total.plus(of(one)), new Decimal(0)),
    );
    return part === undefined || whole === undefined || whole.isZero() ? null : two(part.times(100).div(whole));
  };
  return {
    ofMarks: share(({ marks }) => new Decimal(marks)),
    ofPoints: share(({ points }) => known(points).reduce((total, one) => total.plus(one), new Decimal(0))),
    ofDifferences: share(({ points }) => differences(known(points))),
  };
}

const known = (points: readonly (string | null)[]): Decimal[] =>
  points.filter((each) => each !== null).map((each) => new Decimal(each));

function differences(points: readonly Decimal[]): Decimal {
  if (points.length === 0) return new Decimal(0);
  const mean = meanOf(points);
  const all = points.reduce((total, one) => total.plus(one.minus(mean).abs()), new Decimal(0));
  // A third leaves a crumb that is no difference.
  return all.lt('1e-9') ? new Decimal(0) : all;
}
