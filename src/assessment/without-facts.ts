/** What a criterion gives on which nothing is known (无数据时的得分): what its scheme says, or an officer with a reason. */
import { Decimal } from 'decimal.js';
import type { Words } from '../kernel/errors';
import type { Expression } from './expression';
import type { Judgement } from './facts';
import type { CriterionDefinition } from './scheme-types';
import { settled, weighted } from './settle';

/** null: it stays open. */
export function withoutFacts(
  { marks, withoutFacts: says = 'open', scorer }: CriterionDefinition,
  weight: string,
  judgement: Judgement | undefined,
): { points: string; arithmetic: Expression; words: Words } | null {
  const given = scorer === 'computed' ? judgement?.points : undefined;
  if (given === undefined && says === 'open') return null;
  const text = given ?? (says === 'full' ? marks : '0');
  const arithmetic = weighted({ is: 'number', text: new Decimal(text).toFixed() }, weight);
  const points = settled(arithmetic);
  const words =
    given === undefined
      ? {
          zh: `方案规定没有数据时得${says === 'full' ? '满' : '零'}分：${points} 分。`,
          en: `By the scheme a criterion without facts gives ${says === 'full' ? 'the full marks' : 'nothing'}: ${points} points.`,
        }
      : {
          zh: `没有数据，由评分人评定 ${points} 分。理由：${judgement?.reason ?? ''}`,
          en: `There are no facts; the scorer gave ${points} points. Reason: ${judgement?.reason ?? ''}`,
        };
  return { points, arithmetic, words };
}
