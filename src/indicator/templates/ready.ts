/** How ready indicators (指标模板) are put down. Pure. */
import { type IndicatorDefinition, plainDefinition } from '../definition/definition';

export interface IndicatorTemplate {
  readonly code: string;
  readonly definition: IndicatorDefinition;
}

type Given = Partial<Omit<IndicatorDefinition, 'name' | 'programme' | 'measure' | 'numerator'>>;

/** `['case.accepted', 'S10', '受理案件', '宗']`: what happens month by month, and adds up. */
export const flow = (
  [code, programme, name, unit]: readonly [string, string, string, string],
  numerator: string,
  given: Given = {},
): IndicatorTemplate => ({
  code,
  definition: {
    ...plainDefinition,
    periodKind: 'month',
    name,
    programme,
    measure: { name, unit },
    numerator,
    ...given,
  },
});

/** What stands at the end of a month. */
export const stock = (
  about: readonly [string, string, string, string],
  numerator: string,
  given: Given = {},
): IndicatorTemplate => flow(about, numerator, { overTime: 'last', ...given });

/** Percent with one decimal: Σ over Σ. */
export const rate = (
  [code, programme, name]: readonly [string, string, string],
  [numerator, denominator]: readonly [string, string],
  given: Given = {},
): IndicatorTemplate =>
  flow([code, programme, name, '%'], numerator, { denominator, factor: '100', decimals: 1, ...given });
