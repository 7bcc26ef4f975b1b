/** What is odd about a value (异常提示): marked for whoever reads it, never refused. Pure. */
import { percent } from '../../kernel/decimal';
import type { Words } from '../../kernel/errors';
import type { IndicatorDefinition } from '../definition/definition';
import { exact } from '../expression/formula';

export interface Mark {
  readonly code: 'aboveWhole' | 'change';
  readonly words: Words;
}

/** A part that is larger than its whole, and a change against the period before beyond the limit. */
export function marksOf(
  { notAbove, change }: IndicatorDefinition['limits'],
  { value, whole, before }: { value: string | null; whole: string | null; before: string | null },
): Mark[] {
  const marks: Mark[] = [];
  if (value === null) return marks;
  if (notAbove !== null && whole !== null && exact(value).gt(whole)) {
    const words = { zh: `大于其总体（${notAbove}）${whole}。`, en: `It is above its whole (${notAbove}), ${whole}.` };
    marks.push({ code: 'aboveWhole', words });
  }
  if (change === null || before === null) return marks;
  const moved = percent(exact(value).minus(before), exact(before).abs());
  if (moved !== null && exact(moved).abs().gt(change)) {
    const words = {
      zh: `比上期（${before}）变动 ${moved}%，超过 ${change}%。`,
      en: `It moved by ${moved}% against the period before (${before}): more than ${change}%.`,
    };
    marks.push({ code: 'change', words });
  }
  return marks;
}
