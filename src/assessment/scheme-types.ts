/** What a scheme says (考核方案), as data: parts, criteria to any depth, bonuses, vetoes, classes, grades and its course. */
import type { TaskSelection } from './facts';
import type { SelfCounting } from './countable';
import type { RuleParams } from './rules/rules';

/**
 * Who gives the points or the figures (评分主体): computed from the facts; self: the scored union itself; office: any
 * scoring officer of the tier above; a named office (负责考核部门) by its code.
 */
export type Scorer = 'computed' | 'self' | 'office' | { readonly office: string };

/** One scored item (考核内容). Marks are decimal texts with at most two places. */
export interface CriterionDefinition {
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly rule: RuleParams;
  /** Only a criterion that is not fed from tasks may leave it out. */
  readonly tasks?: TaskSelection;
  readonly scorer: Scorer;
  /** What a criterion without any fact gives: left open (the default), no points, or the full marks. */
  readonly withoutFacts?: 'open' | 'zero' | 'full';
  /** How it is meant (考核说明). */
  readonly note?: string;
}

/** A criterion that is made of others; they add up to its marks. */
export interface CriterionGroup {
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly note?: string;
  readonly criteria: readonly CriterionNode[];
}

export type CriterionNode = CriterionDefinition | CriterionGroup;

/** A part (考核部分); its criteria add up to its marks; marks × weight is what it brings to the whole. */
export interface PartDefinition {
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  /** A decimal text above 0 up to 1; 1 when left out. */
  readonly weight?: string;
  readonly criteria: readonly CriterionNode[];
}

/** A kind of bonus or penalty (加分项、减分项): fixed points for each, or points given with each entry. */
export interface EntryKind extends SelfCounting {
  readonly code: string;
  readonly name: string;
  /** Points of one; left out: each entry says how many. */
  readonly each?: string;
  /** The most this kind can bring in all. */
  readonly cap: string;
}

/** The caps hold per kind (`cap` of the kind) and for all together (`cap` here). */
export interface EntryKinds {
  readonly kinds: readonly EntryKind[];
  readonly cap: string;
}

/** A veto (一票否决) and what it does: everything to zero, no grade better than the named one, or no award. */
export interface VetoDefinition {
  readonly code: string;
  readonly name: string;
  readonly effect: 'zero' | 'gradeCapped' | 'awardLost';
  /** The best grade that is left, by its code: only with gradeCapped. */
  readonly grade?: string;
}

/**
 * A class of comparable unions (考核分组). Kinds and sizes (workers, from `sizeFrom` up to below `sizeBelow`) place a
 * union when the assessment opens, the first class that fits; a class without either is filled by hand.
 */
export interface ClassDefinition {
  readonly code: string;
  readonly name: string;
  readonly kinds?: readonly UnionKind[];
  readonly sizeFrom?: number;
  readonly sizeBelow?: number;
}

export type UnionKind = 'area' | 'industry' | 'enterprise';

/** A grade (等次), the best first. The last one has neither cut-off nor quota and takes who is left. */
export interface GradeDefinition {
  readonly code: string;
  readonly name: string;
  /** Cut-off: at least these points. */
  readonly atLeast?: string;
  /** At most this percentage of a class, cut down to whole unions. */
  readonly quota?: string;
}

export interface Grading {
  readonly grades: readonly GradeDefinition[];
  /**
   * Whether equal points who do not all fit into a quota all stay out (out), or all come in beyond it (in).
   * Must be said where there is a quota.
   */
  readonly quotaTies?: 'in' | 'out';
}

/** Equal points share a rank, or the named criteria decide in order (and share it when these are equal too). */
export interface TieRule {
  readonly by: 'shared' | 'criteria';
  readonly criteria?: readonly string[];
}

/**
 * The course of an assessment (考核流程): working days of each step; a step that is left out is skipped. `appeal` is
 * the window in which results may be appealed, `decide` the days for the answers.
 */
export interface Course {
  readonly selfScore?: number;
  readonly review?: number;
  readonly final?: number;
  readonly appeal?: number;
  readonly decide?: number;
}

/** A whole scheme; its parts, by weight, add up to the full marks. */
export interface SchemeDefinition {
  readonly fullMarks: string;
  readonly parts: readonly PartDefinition[];
  readonly offices?: readonly { readonly code: string; readonly name: string }[];
  readonly bonuses?: EntryKinds;
  readonly penalties?: EntryKinds;
  readonly vetoes?: readonly VetoDefinition[];
  readonly classes?: readonly ClassDefinition[];
  readonly grading?: Grading;
  readonly ties?: TieRule;
  readonly course?: Course;
}

/** A scored item in its place: the codes of its part and of the criteria above it, and what its part counts for. */
export interface PlacedCriterion {
  readonly part: PartDefinition;
  /** The criteria it belongs to, the outermost first; empty directly below the part. */
  readonly groups: readonly CriterionGroup[];
  readonly criterion: CriterionDefinition;
  readonly weight: string;
}

export const isGroup = (node: CriterionNode): node is CriterionGroup => 'criteria' in node;

/** Every scored item of a scheme, in the order of the document. */
export function criteriaOf(definition: Pick<SchemeDefinition, 'parts'>): PlacedCriterion[] {
  const within = (
    part: PartDefinition,
    groups: readonly CriterionGroup[],
    nodes: readonly CriterionNode[],
  ): PlacedCriterion[] =>
    nodes.flatMap((node) =>
      isGroup(node)
        ? within(part, [...groups, node], node.criteria)
        : [{ part, groups, criterion: node, weight: part.weight ?? '1' }],
    );
  return definition.parts.flatMap((part) => within(part, [], part.criteria));
}
