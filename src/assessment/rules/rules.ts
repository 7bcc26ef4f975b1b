/** Every kind of scoring rule there is (评分规则一览): a further kind is one file and one line here. */
import { bands } from './bands';
import { manual } from './manual';
import { proportional } from './proportional';
import type { Rule } from './rule';

const table = { proportional, bands, manual };

/** The parameters of any known rule, told apart by `kind`. */
export type RuleParams = Parameters<(typeof table)[keyof typeof table]['score']>[0];

export const RULE_KINDS: readonly string[] = Object.keys(table);

/** The rule of this kind; undefined when there is none. */
export function ruleOf(kind: unknown): Rule<RuleParams> | undefined {
  const rules: Readonly<Record<string, Rule<RuleParams>>> = table;
  return typeof kind === 'string' && Object.hasOwn(rules, kind) ? rules[kind] : undefined;
}
