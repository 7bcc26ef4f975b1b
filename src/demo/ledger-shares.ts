/** What the demo's unions enter into ledgers (台账分摊), shared out as the tasks of the year are. Pure. */
import { addDays } from '../kernel/clock';
import type { Values } from '../ledger/entry/values';
import { sharesOf } from './closed-year';
import type { DemoDistrict, Place } from './district';
import { reportYear, valueOf } from './report';
import { whim } from './spread';

/** What one union enters into one ledger; `above`: who accepts it. */
export interface Kept {
  readonly ledger: string;
  readonly place: Place;
  readonly above: Place | null;
  readonly entries: readonly Values[];
}

/** A day of the year, the same for the same words. */
export const dayFor = (words: string): string => addDays(`${reportYear}-01-13`, whim(`day ${words}`, 320));
export const times = <T>(count: number, make: (no: number) => T): T[] =>
  Array.from({ length: count }, (_, no) => make(no));
export const pick = <T>(all: readonly [T, ...T[]], words: string): T => all[whim(words, all.length)] ?? all[0];

/** Shares of a figure as the tasks of the year have them. */
export function byCommunity(
  district: DemoDistrict,
  ledger: string,
  code: string,
  entriesOf: (share: number, place: Place) => readonly Values[],
): Kept[] {
  return sharesOf(district, code, valueOf(code)).flatMap(({ place: above, leaves }) =>
    leaves.map(({ place, target }) => ({ ledger, place, above, entries: entriesOf(target, place) })),
  );
}
