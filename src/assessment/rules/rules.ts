/** Every kind of scoring rule there is (评分规则一览): a further kind is one file and one line here. */
import { bands } from './bands';
import { coefficients } from './coefficients';
import { counted } from './counted';
import { deduction } from './deduction';
import { interval } from './interval';
import { manual } from './manual';
import { proportional } from './proportional';
import { rank } from './rank';
import { relative } from './relative';
import type { Rule } from './rule';
import { shortfall } from './shortfall';
import { threshold } from './threshold';

const table = {
  proportional,
  bands,
  threshold,
  interval,
  coefficients,
  shortfall,
  deduction,
  counted,
  rank,
  relative,
  manual,
};

/** The parameters of any known rule, told apart by `kind`. */
export type RuleParams = Parameters<(typeof table)[keyof typeof table]['score']>[0];

export const RULE_KINDS: readonly string[] = Object.keys(table);

/** The rule of this kind; undefined when there is none. */
export function ruleOf(kind: unknown): Rule<RuleParams> | undefined {
  const rules: Readonly<Record<string, Rule<RuleParams>>> = table;
  return typeof kind === 'string' && Object.hasOwn(rules, kind) ? rules[kind] : undefined;
}
