/** From the criteria to the points of a sheet, in words and as arithmetic (总分说明). */
import { Decimal } from 'decimal.js';
import type { Words } from '../../kernel/errors';
import { type Expression, least, minus, most, number, sum, times, written } from '../expression';
import type { ExtraLine } from '../extras';
import type { SchemeDefinition, VetoDefinition } from '../scheme-types';
import { settled } from '../settle';

/** A sum with its result, as `65.00 + 12.50 = 77.50`. */
export interface Sum {
  readonly points: string;
  readonly arithmetic: string;
}

/** What stands on a sheet once it is added up; points are texts with two places. */
export interface Added {
  readonly parts: readonly { readonly name: string; readonly points: string }[];
  readonly extras: readonly ExtraLine[];
  readonly vetoes: readonly string[];
  readonly openCriteria: number;
}

export interface Whole {
  readonly words: Words;
  readonly base: Sum;
  readonly bonus: Sum;
  readonly penalty: Sum;
  readonly points: Sum;
}

/** Points stand in a sum as they stand on the sheet, with two places. */
export const points = (text: string): Expression => ({ is: 'number', text });

/** The arithmetic, its sign of equality and its result. */
export function summed(arithmetic: Expression): Sum {
  const result = settled(arithmetic);
  return { points: result, arithmetic: `${written(arithmetic)} = ${result}` };
}

/** What is not scored adds nothing. */
export const totalled = (each: readonly (string | null)[]): Sum => {
  const known = each.filter((one) => one !== null);
  return summed(known.length === 0 ? points('0.00') : sum(...known.map(points)));
};

/** base + bonus − penalty, with every cap and every veto. */
export function wholeOf(
  definition: Pick<SchemeDefinition, 'bonuses' | 'penalties' | 'vetoes'>,
  { parts, extras, vetoes, openCriteria }: Added,
): Whole {
  const base = totalled(parts.map((part) => part.points));
  const bonus = capped(extras, 'bonus', definition.bonuses?.cap);
  const penalty = capped(extras, 'penalty', definition.penalties?.cap);
  const held = (definition.vetoes ?? []).filter(({ code }) => vetoes.includes(code));
  const zero = held.some(({ effect }) => effect === 'zero');
  const all = most(minus(sum(points(base.points), points(bonus.points)), points(penalty.points)), points('0.00'));
  const total = summed(zero ? times(all, number('0')) : all);
  const words = [
    said(`各部分得分合计：${base.arithmetic}。`, `The parts add up: ${base.arithmetic}.`),
    ...(extras.some(({ kind }) => kind === 'bonus')
      ? [capWords('加分', 'Bonuses', bonus, definition.bonuses?.cap)]
      : []),
    ...(extras.some(({ kind }) => kind === 'penalty')
      ? [capWords('减分', 'Penalties', penalty, definition.penalties?.cap)]
      : []),
    ...held.map(vetoWords),
    said(`总分 = ${total.arithmetic}。`, `Points = ${total.arithmetic}.`),
    ...(openCriteria === 0
      ? []
      : [said(`另有 ${openCriteria} 项没有得分，未计入。`, `Criteria without points, not counted: ${openCriteria}.`)]),
  ];
  return { words: joined(words), base, bonus, penalty, points: total };
}

/** What a veto does, in words. */
export function vetoWords({ name, effect, grade }: VetoDefinition): Words {
  if (effect === 'zero') return said(`一票否决“${name}”：总分计为零。`, `Veto “${name}”: the points are zero.`);
  if (effect === 'awardLost')
    return said(`一票否决“${name}”：取消评先评优资格。`, `Veto “${name}”: no award may be given.`);
  return said(`一票否决“${name}”：等次不高于 ${grade}。`, `Veto “${name}”: no grade better than ${grade}.`);
}

function capped(extras: readonly ExtraLine[], kind: ExtraLine['kind'], cap: string | undefined): Sum {
  const lines = extras.filter((line) => line.kind === kind).map((line) => points(line.points));
  if (lines.length === 0) return summed(points('0.00'));
  const all = sum(...lines);
  return summed(cap === undefined ? all : least(all, points(new Decimal(cap).toFixed(2))));
}

function capWords(zh: string, en: string, total: Sum, cap: string | undefined): Words {
  const limit = cap === undefined ? null : new Decimal(cap).toFixed(2);
  return said(
    `${zh}${limit === null ? '' : `（合计最多 ${limit} 分）`}：${total.arithmetic}。`,
    `${en}${limit === null ? '' : ` (at most ${limit} in all)`}: ${total.arithmetic}.`,
  );
}

const said = (zh: string, en: string): Words => ({ zh, en });

const joined = (all: readonly Words[]): Words => ({
  zh: all.map(({ zh }) => zh).join(''),
  en: all.map(({ en }) => en).join(' '),
});
