/** From what is stored to what the scored union may see of its own open sheet (自评表). */
import { Decimal } from 'decimal.js';
import type { Words } from '../../kernel/errors';
import { foodOf } from '../given-check';
import type { Json } from '../rules/rule';
import { ruleOf } from '../rules/rules';
import { criteriaOf, type PlacedCriterion, type SchemeDefinition } from '../scheme-types';
import type { Explanation } from '../score-rows';
import type { StageScoreView } from '../score-sheet.view';
import { settled, weighted } from '../settle';
import { totalOf } from '../totals';
import type { SelfCriterionView, SelfScoreView } from './self-score.view';

/** A stored score; `judged` where an officer gave it. */
export interface Found {
  readonly criterion: string;
  readonly points: string | null;
  readonly judged: boolean;
  readonly explanation: Explanation;
  readonly inputs: Readonly<Record<string, Json>>;
}

export type OwnStage = StageScoreView & { readonly criterion: string };

type Body = Pick<SelfScoreView, 'fullMarks' | 'points' | 'parts' | 'criteria' | 'bonuses'>;

const COMPARED: Words = {
  zh: '本项与同组单位比较，结果以公示为准。',
  en: 'This criterion compares unions: its points stand once the results are published.',
};

/** The sheet without anything the tier above gave. */
export function ownSheet(definition: SchemeDefinition, found: readonly Found[], stages: readonly OwnStage[]): Body {
  const scores = new Map(found.map((each) => [each.criterion, each]));
  const given = new Map(stages.map((each) => [each.criterion, each]));
  const criteria = criteriaOf(definition).map((placed) =>
    criterionOf(placed, scores.get(placed.criterion.code), given.get(placed.criterion.code)),
  );
  return {
    fullMarks: new Decimal(definition.fullMarks).toFixed(2),
    points: totalOf(criteria.map(({ points, self }) => self?.points ?? points)),
    parts: definition.parts.map(({ code, name, marks, weight = '1' }) => {
      return { code, name, marks: new Decimal(marks).times(weight).toFixed(2) };
    }),
    criteria,
    bonuses: (definition.bonuses?.kinds ?? []).map(({ code, name, each, cap }) => {
      return { code, name, each: each ?? null, cap };
    }),
  };
}

function criterionOf(
  placed: PlacedCriterion,
  score: Found | undefined,
  given: OwnStage | undefined,
): SelfCriterionView {
  const { part, groups, criterion, weight } = placed;
  const { code, name, marks, scorer, rule, note } = criterion;
  const known = ruleOf(rule.kind);
  return {
    code,
    name,
    part: part.code,
    groups: groups.map((group) => group.code),
    marks: settled(weighted({ is: 'number', text: marks }, weight)),
    scorer: typeof scorer === 'string' ? scorer : scorer.office,
    selfScored: scorer !== 'computed',
    takes: foodOf(placed),
    grounds: (known?.grounds(rule) ?? []).map((ground) => ({ code: ground.code, name: ground.name })),
    rule: known?.describe(rule, new Decimal(marks)) ?? { zh: '', en: '' },
    note: note ?? null,
    self: given === undefined ? null : stageOf(given),
    ...machineOf(scorer === 'computed', known?.compares ?? false, score),
  };
}

function stageOf({ criterion: _, ...view }: OwnStage): StageScoreView {
  return { ...view, at: new Date(view.at).toISOString() };
}

/** What the machine found: not what an officer gave where there was nothing to find, and not how the others did. */
function machineOf(
  computed: boolean,
  compares: boolean,
  score: Found | undefined,
): Pick<SelfCriterionView, 'points' | 'explanation' | 'arithmetic' | 'inputs' | 'nextUnit'> {
  const nothing = { points: null, arithmetic: null, inputs: {}, nextUnit: null };
  if (compares) return { ...nothing, explanation: COMPARED };
  if (!computed || score === undefined || score.judged) return { ...nothing, explanation: null };
  const { points, inputs, explanation } = score;
  const { words, arithmetic = null, nextUnit } = explanation;
  return { points, explanation: words, arithmetic, inputs, nextUnit };
}
