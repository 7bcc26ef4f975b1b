/** What an indicator is (指标定义): two expressions, how they become one value, and how values go together over time and unions. */
import type { PeriodKind } from '../../kernel/period';

export const directions = ['higher', 'lower', 'none'] as const;
export const timeAxes = ['sum', 'last', 'mean', 'none'] as const;
export const unionAxes = ['sum', 'mean', 'none'] as const;
export const qualifiers = ['exact', 'about', 'nearly', 'over'] as const;

export type Direction = (typeof directions)[number];
export type TimeAxis = (typeof timeAxes)[number];
export type UnionAxis = (typeof unionAxes)[number];
export type Qualifier = (typeof qualifiers)[number];

export interface IndicatorDefinition {
  readonly name: string;
  /** Code of the programme, S05. */
  readonly programme: string;
  readonly about: string;
  readonly measure: { readonly name: string; readonly unit: string };
  readonly numerator: string;
  /** null: no rate, the numerator alone. */
  readonly denominator: string | null;
  /** value = factor × numerator ÷ denominator. */
  readonly factor: string;
  readonly decimals: number;
  readonly direction: Direction;
  /** The shortest period it has a value for. */
  readonly periodKind: PeriodKind;
  /** sum: what happened in the period; last: what stands at its end; mean: of its shorter periods; none: no longer periods. */
  readonly overTime: TimeAxis;
  /** sum: over all below; mean: of the unions that have a value of their own; none: each union its own. */
  readonly overUnions: UnionAxis;
  readonly qualifier: Qualifier;
  /** The field of its ledgers by which it can be told apart (分组). */
  readonly by: string | null;
  readonly limits: {
    /** Code of the whole of which this is a part. */
    readonly notAbove: string | null;
    /** Percent against the period before, beyond which the value is marked. */
    readonly change: string | null;
  };
}

/** What every indicator has that does not say otherwise. */
export const plainDefinition = {
  about: '',
  denominator: null,
  factor: '1',
  decimals: 0,
  direction: 'higher',
  periodKind: 'year',
  overTime: 'sum',
  overUnions: 'sum',
  qualifier: 'exact',
  by: null,
  limits: { notAbove: null, change: null },
} as const satisfies Partial<IndicatorDefinition>;
