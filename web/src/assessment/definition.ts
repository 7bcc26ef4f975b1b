/** What a scheme says (考核方案): the engine's own types, for the API's document calls it no more than an object. */
import type {
  CriterionDefinition,
  CriterionGroup,
  CriterionNode,
  PartDefinition,
  SchemeDefinition,
} from '../../../src/assessment/scheme-types';
import type { TaskSelection } from '../../../src/assessment/facts';
import type { RateSource } from '../../../src/assessment/measure';
import type { RuleParams } from '../../../src/assessment/rules/rules';

export type Over = RateSource;
export type Rule = RuleParams;
export type Selection = TaskSelection;
export type Criterion = CriterionDefinition;
export type Group = CriterionGroup;
export type Node = CriterionNode;
export type Part = PartDefinition;
export type Definition = SchemeDefinition;

/** The API checked it before it stored it. */
export const definitionIn = (from: { definition: unknown }): Definition => from.definition as Definition;

export const isGroup = (node: Node): node is Group => 'criteria' in node;
