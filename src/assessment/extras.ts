/** Bonuses and penalties of one sheet (加分、减分): entry by entry, capped per kind and in all. */
import { Decimal } from 'decimal.js';
import type { CountedFact } from './facts';
import { type Expression, least, number, sum, times, written } from './expression';
import type { EntryKind, EntryKinds, SchemeDefinition } from './scheme-types';
import { settled } from './settle';

/** What one kind brought. Points are texts with two places. */
export interface ExtraLine {
  readonly kind: 'bonus' | 'penalty';
  /** The code of the kind, or of the criterion that went beyond its marks. */
  readonly code: string;
  readonly name: string;
  readonly points: string;
  /** `min(2 × 0.5 + 1.5, 3)`. */
  readonly arithmetic: string;
  readonly entryIds: readonly string[];
  /** What the platform counted, and how often that makes; left out where it counts nothing. */
  readonly facts?: readonly CountedFact[];
  readonly counted?: number;
}

interface Counted {
  readonly entryId: string;
  readonly kind: string;
  readonly ground: string;
  readonly count: number;
  readonly points: string | null;
  readonly facts?: readonly CountedFact[];
}

/** What a criterion brought beyond its marks. */
interface Beyond {
  readonly code: string;
  readonly name: string;
  readonly bonus: string;
  readonly bonusArithmetic: string | null;
}

/** All lines, and the sums after the caps on all of them together. */
export function extrasOf(
  definition: Pick<SchemeDefinition, 'bonuses' | 'penalties'>,
  entries: readonly Counted[],
  criteria: readonly Beyond[],
): { lines: ExtraLine[]; bonus: string; penalty: string } {
  const beyond = criteria
    .filter(({ bonus }) => !new Decimal(bonus).isZero())
    .map(({ code, name, bonus, bonusArithmetic }): ExtraLine => {
      const arithmetic = bonusArithmetic ?? written(number(bonus));
      return { kind: 'bonus', code, name, points: bonus, arithmetic, entryIds: [] };
    });
  const bonuses = [...linesOf('bonus', definition.bonuses, entries), ...beyond];
  const penalties = linesOf('penalty', definition.penalties, entries);
  return {
    lines: [...bonuses, ...penalties],
    bonus: capped(bonuses, definition.bonuses?.cap),
    penalty: capped(penalties, definition.penalties?.cap),
  };
}

function linesOf(kind: 'bonus' | 'penalty', kinds: EntryKinds | undefined, entries: readonly Counted[]): ExtraLine[] {
  return (kinds?.kinds ?? []).flatMap((each): ExtraLine[] => {
    const mine = entries.filter((entry) => entry.kind === kind && entry.ground === each.code);
    if (mine.length === 0) return [];
    const arithmetic = least(sum(...mine.map((entry) => worth(each, entry))), number(each.cap));
    const { code, name } = each;
    const entryIds = mine.filter(({ facts }) => facts === undefined).map(({ entryId }) => entryId);
    const line = { kind, code, name, points: settled(arithmetic), arithmetic: written(arithmetic), entryIds };
    const [counted] = mine.filter(({ facts }) => facts !== undefined);
    return [counted?.facts === undefined ? line : { ...line, facts: counted.facts, counted: counted.count }];
  });
}

/** What the platform had counted when these lines were worked out, as entries. */
export const countedThen = (lines: readonly ExtraLine[]): Counted[] =>
  lines.flatMap(({ kind, code, facts, counted }) =>
    facts === undefined || counted === undefined
      ? []
      : [{ entryId: '', kind, ground: code, count: counted, points: null, facts }],
  );

function worth({ each }: EntryKind, { count, points }: Counted): Expression {
  return times(number(count), number(each ?? points ?? '0'));
}

function capped(lines: readonly ExtraLine[], cap: string | undefined): string {
  const all = lines.reduce((total, { points }) => total.plus(points), new Decimal(0));
  return (cap === undefined ? all : Decimal.min(all, cap)).toFixed(2);
}
