/** A rate a scorer states (填报比率): numerator and denominator with a reason, for what no task knows. */
import { plain } from '../kernel/decimal';
import { Refused } from '../kernel/errors';
import type { Words } from '../kernel/errors';
import { type Expression, number, over } from './expression';
import type { CriterionFacts, Judgement } from './facts';
import { ceiling, compare, dividedBy, fraction, minus, ONE, plus, times, twoPlaces } from './fraction';
import type { Fraction } from './fraction';
import type { NextUnit } from './next-unit';
import type { Json } from './rules/rule';

/** A rate without its name; without a judgement, or with a denominator of zero, it has no value. */
interface Stated {
  readonly rate: Fraction | null;
  readonly arithmetic: Expression | null;
  readonly notes: readonly Words[];
  readonly inputs: Readonly<Record<string, Json>>;
  next(wanted: Fraction, pointsAt: (rate: Fraction) => string): NextUnit | null;
}

/**
 * What the scorer stated. More than the whole is only taken where the rule counts beyond it (`asked` above 1).
 * Throws Refused with the field `numerator`, `denominator` or `reason`.
 */
export function stated({ judgement }: CriterionFacts, asked: string): Stated {
  const none = { rate: null, arithmetic: null, next: () => null };
  if (judgement === undefined) {
    const notes = [
      { zh: '评分人尚未填写分子和分母。', en: 'The scorer has not stated numerator and denominator yet.' },
    ];
    return { ...none, notes, inputs: {} };
  }
  const [numerator, denominator] = [read(judgement, 'numerator'), read(judgement, 'denominator')];
  checkReason(judgement);
  const { reason, by, at } = judgement;
  const inputs = { judgement: { numerator, denominator, reason, by, at } };
  const said = { zh: `理由：${reason}`, en: `Reason: ${reason}` };
  const [top, bottom] = [fraction(numerator), fraction(denominator)];
  if (compare(fraction(asked), ONE) <= 0 && compare(top, bottom) > 0) {
    refuse('numerator', '分子不应大于分母。', 'The numerator must not be above the denominator.');
  }
  if (bottom.top === 0n) {
    return { ...none, notes: [{ zh: '分母为零，没有比率。', en: 'A denominator of zero has no rate.' }, said], inputs };
  }
  return {
    rate: dividedBy(top, bottom),
    arithmetic: over(number(numerator), number(denominator)),
    notes: [said],
    inputs,
    next: (wanted, pointsAt) => nextOf(top, bottom, wanted, pointsAt, asked),
  };
}

/** Throws Refused with the field `reason` for a judgement without one. */
export function checkReason({ reason }: Judgement): void {
  if (typeof reason !== 'string' || reason.trim() === '')
    refuse('reason', '评分应说明理由。', 'A judgement needs a reason.');
}

function read(judgement: Judgement, field: 'numerator' | 'denominator'): string {
  const value: unknown = judgement[field];
  if (typeof value === 'string' && /^(0|[1-9]\d{0,14})(\.\d{1,4})?$/.test(value)) return plain(value);
  return refuse(
    field,
    '应填写不小于零的数，小数至多 4 位，例如 "128"。',
    'State a number that is not below zero, with at most 4 decimals, such as "128".',
  );
}

/** The fewest whole units more (or fewer, where less is better) in the numerator. */
function nextOf(
  top: Fraction,
  bottom: Fraction,
  wanted: Fraction,
  pointsAt: (rate: Fraction) => string,
  asked: string,
): NextUnit | null {
  const lack = minus(times(wanted, bottom), top);
  const down = lack.top < 0n;
  const more = ceiling(down ? { top: -lack.top, bottom: lack.bottom } : lack);
  const units = { top: down ? -more : more, bottom: 1n };
  const then = plus(top, units);
  const most = compare(fraction(asked), ONE) <= 0 ? bottom : null;
  if (then.top < 0n || (most !== null && compare(then, most) > 0)) return null;
  const points = pointsAt(dividedBy(then, bottom));
  const gain = twoPlaces(minus(fraction(points), fraction(pointsAt(dividedBy(top, bottom)))));
  const words = down
    ? {
        zh: `分子再减少 ${more}，得分 +${plain(gain)}。`,
        en: `${more} less in the numerator would bring +${plain(gain)} points.`,
      }
    : {
        zh: `分子再增加 ${more}，得分 +${plain(gain)}。`,
        en: `${more} more in the numerator would bring +${plain(gain)} points.`,
      };
  return { taskId: null, more: units.top.toString(), gain, points, words };
}

function refuse(field: string, zh: string, en: string): never {
  throw new Refused(field === 'reason' ? 'reasonMissing' : 'notStated', { zh, en }, field);
}
