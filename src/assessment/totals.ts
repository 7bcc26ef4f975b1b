/** From the criteria to the points of a sheet (总分): base, bonuses, penalties, vetoes. */
import { Decimal } from 'decimal.js';
import type { CountedFact } from './facts';
import { type ExtraLine, extrasOf } from './extras';
import type { SchemeDefinition } from './scheme-types';

/** Points are texts with two places. */
export interface Totals {
  /** Σ of what is scored, exactly. */
  readonly base: string;
  /** After all caps. */
  readonly bonus: string;
  readonly penalty: string;
  /** base + bonus − penalty, never below 0; 0 with a veto to zero. */
  readonly points: string;
  /** The bonuses and penalties, kind by kind, with their caps. */
  readonly extras: readonly ExtraLine[];
  /** The codes of the vetoes that hold, in the order of the scheme. */
  readonly vetoes: readonly string[];
}

interface Entry {
  readonly entryId: string;
  readonly kind: string;
  readonly ground: string;
  readonly count: number;
  readonly points: string | null;
  readonly facts?: readonly CountedFact[];
}

/** The points of one sheet by its scheme; `entries` are the approved ones. */
export function totalsOf(
  definition: SchemeDefinition,
  entries: readonly Entry[],
  criteria: readonly {
    readonly code: string;
    readonly name: string;
    readonly points: string | null;
    readonly bonus: string;
    readonly bonusArithmetic: string | null;
  }[],
): Totals {
  const { lines: extras, bonus, penalty } = extrasOf(definition, entries, criteria);
  const held = new Set(entries.filter(({ kind }) => kind === 'veto').map(({ ground }) => ground));
  const vetoes = (definition.vetoes ?? []).filter(({ code }) => held.has(code));
  const base = totalOf(criteria.map(({ points }) => points));
  const whole = Decimal.max(new Decimal(base).plus(bonus).minus(penalty), 0);
  const zero = vetoes.some(({ effect }) => effect === 'zero');
  return {
    base,
    bonus,
    penalty,
    points: zero ? '0.00' : whole.toFixed(2),
    extras,
    vetoes: vetoes.map(({ code }) => code),
  };
}

/** The exact sum, as `12.50`; what is not scored yet adds nothing. */
export const totalOf = (points: readonly (string | null)[]): string =>
  points.reduce((sum, each) => sum.plus(each ?? 0), new Decimal(0)).toFixed(2);
