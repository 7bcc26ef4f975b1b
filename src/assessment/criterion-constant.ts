/** What a criterion says to every union alike (考核内容的固定部分): worked out once, however many are scored. */
import { Decimal } from 'decimal.js';
import type { Words } from '../kernel/errors';
import type { Rule } from './rules/rule';
import type { RuleParams } from './rules/rules';
import type { CriterionDefinition } from './scheme-types';
import { settled, weighted } from './settle';

interface Constant {
  readonly marks: Decimal;
  /** Marks × weight, as `12.50`. */
  readonly whole: string;
  /** The rule in words. */
  readonly said: Words;
}

const constants = new WeakMap<CriterionDefinition, Constant & { readonly weight: string }>();

/** Of a criterion of a checked scheme, which nothing changes any more. */
export function constantOf(criterion: CriterionDefinition, weight: string, rule: Rule<RuleParams>): Constant {
  const before = constants.get(criterion);
  if (before?.weight === weight) return before;
  const marks = new Decimal(criterion.marks);
  const whole = settled(weighted({ is: 'number', text: criterion.marks }, weight));
  const constant = { marks, whole, said: rule.describe(criterion.rule, marks), weight };
  constants.set(criterion, constant);
  return constant;
}
