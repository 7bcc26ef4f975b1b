/** An indicator ready to be valued (指标编译): its expressions as checked formulas. Pure. */
import type { FieldError } from '../../kernel/errors';
import { type Checked, check } from '../expression/check';
import type { Reading } from '../expression/formula';
import { Mistake } from '../expression/mistake';
import type { World } from '../expression/world';
import type { IndicatorDefinition } from './definition';

export interface Compiled {
  readonly code: string;
  readonly definition: IndicatorDefinition;
  readonly numerator: Checked;
  readonly denominator: Checked | null;
}

export interface CompiledOrNot {
  readonly compiled: Compiled | null;
  readonly mistakes: readonly FieldError[];
}

/** Every mistake of both expressions, each with its place. */
export function compile(code: string, definition: IndicatorDefinition, world: World): CompiledOrNot {
  const { overTime, periodKind, measure } = definition;
  const mistakes: FieldError[] = [];
  const part = (field: 'numerator' | 'denominator', source: string): Checked | null => {
    try {
      return check(source, { world, overTime, periodKind, unit: measure.unit, within: [code] });
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      mistakes.push(error.in(field));
      return null;
    }
  };
  const numerator = part('numerator', definition.numerator);
  const denominator = definition.denominator === null ? null : part('denominator', definition.denominator);
  if (numerator === null || mistakes.length > 0) return { compiled: null, mistakes };
  return { compiled: { code, definition, numerator, denominator }, mistakes };
}

export const readingsOf = ({ numerator, denominator }: Compiled): readonly Reading[] => [
  ...numerator.readings,
  ...(denominator?.readings ?? []),
];
