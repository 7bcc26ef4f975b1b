/** What counted things are worth (计件分值), and which of them would bring more with the fewest further ones. */
import type { Decimal } from 'decimal.js';
import { plain } from '../kernel/decimal';
import { type Expression, least, number, times as product, valueOf } from './expression';
import type { Fraction } from './fraction';
import {
  ceiling,
  compare,
  dividedBy,
  fraction,
  greater,
  lesser,
  minus,
  plus,
  times,
  twoPlaces,
  ZERO,
} from './fraction';
import type { SelfCounting } from './countable';
import type { NextUnit } from './next-unit';

export interface CountedKind extends SelfCounting {
  readonly code: string;
  readonly name: string;
  /** Of each. */
  readonly points: string;
  /** The most this kind can bring; up to the full marks when left out. */
  readonly cap?: string;
}

/** `min(4 × 0.5, 1)`. */
export function worth({ points, cap }: CountedKind, count: number): Expression {
  const all = product(number(count), number(points));
  return cap === undefined ? all : least(all, number(cap));
}

const HALF_A_HUNDREDTH = fraction('0.005');

/** The kind of which the fewest more raise the points, and what they bring; null where nothing would. */
export function nextCounted(
  kinds: readonly CountedKind[],
  counts: ReadonlyMap<string, number>,
  marks: Decimal,
  weight: string,
): NextUnit | null {
  const [full, share] = [fraction(marks.toFixed()), fraction(weight)];
  const countOf = ({ code }: CountedKind) => counts.get(code) ?? 0;
  const sum = kinds.reduce((total, kind) => plus(total, valueOf(worth(kind, countOf(kind)))), ZERO);
  const rounded = (raw: Fraction) => twoPlaces(times(lesser(raw, full), share));
  const now = rounded(sum);
  // The sum from which on the points round up to the next hundredth.
  const wanted = dividedBy(plus(fraction(now), HALF_A_HUNDREDTH), share);
  if (compare(wanted, full) > 0) return null;
  let best: { kind: CountedKind; more: bigint; points: string } | undefined;
  for (const kind of kinds) {
    const [mine, each] = [countOf(kind), fraction(kind.points)];
    const others = minus(sum, valueOf(worth(kind, mine)));
    const needed = minus(wanted, others);
    if (kind.cap !== undefined && compare(needed, fraction(kind.cap)) > 0) continue;
    const more = ceiling(greater(minus(dividedBy(needed, each), { top: BigInt(mine), bottom: 1n }), ZERO));
    const points = rounded(plus(others, valueOf(worth(kind, mine + Number(more)))));
    const fewer = best === undefined || more < best.more;
    if (fewer || (more === best?.more && compare(fraction(points), fraction(best.points)) > 0))
      best = { kind, more, points };
  }
  if (best === undefined) return null;
  const gain = twoPlaces(minus(fraction(best.points), fraction(now)));
  const { kind, more, points } = best;
  const words = {
    zh: `“${kind.name}”再计 ${more} 项，得分 +${plain(gain)}。`,
    en: `${more} more of “${kind.name}” would bring +${plain(gain)} points.`,
  };
  return { taskId: null, more: more.toString(), gain, points, words };
}
