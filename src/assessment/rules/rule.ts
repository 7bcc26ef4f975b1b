/** What every scoring rule is (评分规则): it checks its parameters and turns facts into points it can explain. */
import type { Decimal } from 'decimal.js';
import type { FieldError, Words } from '../../kernel/errors';
import type { Expression } from '../expression';
import type { CriterionFacts } from '../facts';
import type { Fraction } from '../fraction';
import type { NextUnit } from '../next-unit';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The points of one criterion with everything they follow from. */
export interface Scored {
  /** Two places, as `12.50`: the arithmetic worked out, times the weight, rounded half up once; null: not scored yet. */
  readonly points: string | null;
  /** What the points follow from, before weight and rounding; null while there is nothing to score. */
  readonly arithmetic: Expression | null;
  /** Points beyond the full marks (超额加分), counted among the bonuses with their caps; two places. */
  readonly bonus?: { readonly points: string; readonly arithmetic: Expression };
  readonly explanation: Words;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly nextUnit: NextUnit | null;
}

/** Where a rule's facts come from: tasks or stated rates, occurrences on named grounds, or a scorer's points. */
export type Food = 'rate' | 'occurrences' | 'judgement';

/** One kind of rule. `P` is its parameters as they stand in the scheme. */
export interface Rule<P extends { readonly kind: string }> {
  readonly kind: P['kind'];
  /** Whether an officer gives the points themselves. */
  readonly judged: boolean;
  readonly food: Food;
  /** Whether the points hang on how the other unions of the class did: then `value` is asked of all of them first. */
  readonly compares: boolean;
  /** The codes of the grounds it counts, with their names; empty for rules that count nothing. */
  grounds(params: P): readonly { readonly code: string; readonly name: string }[];
  /**
   * The errors of parameters nobody has checked yet, each with its path below `place`. `marks` are the full marks
   * of the criterion, undefined where they cannot be read: then only what does not hang on them is checked.
   */
  validate(params: unknown, marks: Decimal | undefined, place: string): FieldError[];
  /** The rule in words, from its parameters alone. */
  describe(params: P, marks: Decimal): Words;
  /** What unions are compared by; null: no value. Only asked of a rule that compares. */
  value(params: P, facts: CriterionFacts): Fraction | null;
  /** Points between 0 and `marks`, rounded half up once. Throws Refused for a judgement that cannot stand. */
  score(params: P, marks: Decimal, facts: CriterionFacts): Scored;
}

/** Sentences one after the other, in both languages. */
export function sentences(...all: readonly Words[]): Words {
  return { zh: all.map(({ zh }) => zh).join(''), en: all.map(({ en }) => en).join(' ') };
}
