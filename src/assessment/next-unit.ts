/** What the next unit of work would bring (再完成一个单位的得分). */
import { plain } from '../kernel/decimal';
import type { Words } from '../kernel/errors';
import type { Completion, CountedTask } from './completion';
import type { Fraction } from './fraction';
import { ceiling, compare, dividedBy, fraction, lesser, minus, plus, times, twoPlaces } from './fraction';

/** The fewest whole units that raise the points; points and gain with two places. */
export interface NextUnit {
  /** The task they are done on; null where the points follow from no task. */
  readonly taskId: string | null;
  readonly more: string;
  readonly gain: string;
  readonly points: string;
  readonly words: Words;
}

/**
 * The fewest whole units of accepted work, on one task, that lift the completion to `wanted` (a fraction of 1),
 * and the points then. null when no single task can do it.
 */
export function nextUnit(
  completion: Completion,
  wanted: Fraction,
  pointsAt: (rate: Fraction) => string,
): NextUnit | null {
  const { rate, counted, weight, cap } = completion;
  if (rate === null) return null;
  let best: { one: CountedTask; more: bigint; points: string } | undefined;
  for (const one of counted) {
    const lack = dividedBy(times(minus(wanted, rate), weight), one.weight);
    if (compare(plus(one.rate, lack), cap) > 0) continue;
    const more = ceiling(times(lack, one.target));
    if (best !== undefined && more > best.more) continue;
    const points = pointsAt(rateAfter(completion, rate, one, more));
    if (best === undefined || more < best.more || higher(points, best.points)) {
      best = { one, more, points };
    }
  }
  return best === undefined ? null : said(best.one, best.more, best.points, pointsAt(rate));
}

function higher(a: string, b: string): boolean {
  return compare(fraction(a), fraction(b)) > 0;
}

function rateAfter({ weight, cap }: Completion, rate: Fraction, one: CountedTask, more: bigint): Fraction {
  const then = dividedBy(plus(one.done, { top: more, bottom: 1n }), one.target);
  const rise = minus(lesser(then, cap), one.rate);
  return plus(rate, dividedBy(times(rise, one.weight), weight));
}

function said({ task }: CountedTask, more: bigint, points: string, now: string): NextUnit {
  const gain = twoPlaces(minus(fraction(points), fraction(now)));
  const words = {
    zh: `“${task.title}”再完成 ${more} ${task.unit}，得分 +${plain(gain)}。`,
    en: `${more} more (${task.unit}) on “${task.title}” would bring +${plain(gain)} points.`,
  };
  return { taskId: task.taskId, more: more.toString(), gain, points, words };
}
