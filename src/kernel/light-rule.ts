/** The district's rule for its lights (亮灯规则): thresholds, what has not begun, what caught up. Pure. */

/** The stretch of time in which "not started" and "caught up" are counted. */
export const lightPeriods = ['month', 'quarter'] as const;
export type LightPeriod = (typeof lightPeriods)[number];

export interface LightRule {
  /** Points behind the plan from which a light is yellow. */
  readonly yellow: number;
  /** Points behind the plan beyond which it is red. */
  readonly red: number;
  readonly period: LightPeriod;
  /** Whole periods since the start without anything done after which it is yellow; null: never for that alone. */
  readonly notStartedYellow: number | null;
  /** The same, for red. */
  readonly notStartedRed: number | null;
  /** Whether a red light that caught up stays yellow until its period ends. */
  readonly repaired: boolean;
}

/** What holds where a district has set nothing (product rule "Lights"). */
export const standardRule: LightRule = {
  yellow: 10,
  red: 30,
  period: 'month',
  notStartedYellow: null,
  notStartedRed: 3,
  repaired: true,
};

/** Months in a period. */
export const monthsIn = (period: LightPeriod): number => (period === 'month' ? 1 : 3);
