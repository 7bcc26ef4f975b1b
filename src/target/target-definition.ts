/** What a target is (目标): the value to reach, what it is measured against, and its parts by union and by period. */
import type { Quantity } from '../kernel/decimal';

/** floor: at least (不低于); aim: strive for (力争). */
export const strengths = ['floor', 'aim'] as const;
/** Which is better. */
export const ways = ['higher', 'lower'] as const;

export type Strength = (typeof strengths)[number];
export type Way = (typeof ways)[number];

/** Where one starts from (基数): the indicator's value of an earlier period, or a stated value with its source. */
export interface Baseline {
  readonly value: Quantity;
  /** The name of the period it was read from; null: stated. */
  readonly period: string | null;
  readonly source: string;
}

export interface UnionPart {
  readonly unionId: string;
  readonly value: Quantity;
}

export interface PeriodPart {
  /** Its name. */
  readonly period: string;
  readonly value: Quantity;
}

/** What a change changes; the indicator, the union, the period, the strength and the direction of a target stay. */
export interface TargetDefinition {
  readonly value: Quantity;
  readonly baseline: Baseline | null;
  /** Of the unions directly below. */
  readonly unions: readonly UnionPart[];
  /** Of shorter periods in it, all of one kind. */
  readonly periods: readonly PeriodPart[];
  /** Why the parts together are easier than the whole. */
  readonly shortfallReason: string | null;
}
