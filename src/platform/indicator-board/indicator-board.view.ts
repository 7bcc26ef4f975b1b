/** Boards of indicators (指标看板) as they are answered. */
import { TargetLineView } from '../target-line/target-line.view';

export class IndicatorCardView {
  indicatorId!: string;
  /** @example "rate.establishment" */
  code!: string;
  /** @example "工会组建率" */
  name!: string;
  /** @example "S05" */
  programme!: string;
  /** @example "%" */
  unit!: string;
  /** @example 1 */
  decimals!: number;
  /** @example "higher" */
  direction!: 'higher' | 'lower' | 'none';
  /** @example "exact" */
  qualifier!: 'exact' | 'about' | 'nearly' | 'over';
}

export class IndicatorBoardItem extends IndicatorCardView {
  /** @example "1537" */
  numerator!: string | null;
  /** null where it is no rate, or missing. @example "1548" */
  denominator!: string | null;
  /** null: missing, which is not zero. @example "99.3" */
  value!: string | null;
  /** The same period of the year before. @example "97.8" */
  lastYear!: string | null;
  /** What it is to reach. */
  targets!: TargetLineView[];
}

export class IndicatorBoard {
  /** As of when it is true. @example "2026-11-23T06:05:00.000Z" */
  asOf!: string;
  unionId!: string;
  /** @example "示范区总工会" */
  unionName!: string;
  /** @example "2026" */
  period!: string;
  /** The period is closed: its values stand. @example false */
  closed!: boolean;
  /** By programme and code. */
  items!: IndicatorBoardItem[];
}

export class IndicatorPoint {
  /** @example "2026-06" */
  period!: string;
  /** @example "1537" */
  numerator!: string | null;
  /** @example "1548" */
  denominator!: string | null;
  /** null: missing, which is not zero. @example "99.3" */
  value!: string | null;
  /** The same period of the year before. @example "97.8" */
  lastYear!: string | null;
  /** What it is to reach in this period. */
  targets!: TargetLineView[];
}

export class IndicatorSeries extends IndicatorCardView {
  /** As of when it is true. @example "2026-11-23T06:05:00.000Z" */
  asOf!: string;
  unionId!: string;
  /** @example "示范区总工会" */
  unionName!: string;
  /** The earliest first. */
  points!: IndicatorPoint[];
}

export class IndicatorRank {
  unionId!: string;
  /** @example "沙头角街道总工会" */
  unionName!: string;
  /** null where it has no value, or neither way is better. @example 1 */
  rank!: number | null;
  /** @example "510" */
  numerator!: string | null;
  /** @example "512" */
  denominator!: string | null;
  /** @example "99.6" */
  value!: string | null;
}

export class IndicatorRanks extends IndicatorCardView {
  /** As of when it is true. @example "2026-11-23T06:05:00.000Z" */
  asOf!: string;
  /** The union above. */
  unionId!: string;
  /** @example "示范区总工会" */
  unionName!: string;
  /** @example "2026" */
  period!: string;
  /** The best first; unions without a value last. */
  items!: IndicatorRank[];
}
