/** Entries made of what the platform counted (计数事项). Pure. */
import type { CountedFact } from './facts';
import type { Counter } from './self-counting';
import type { EntryFact } from './scoring';

/** One entry for each ground on which something was counted; what does not make up a whole `per` counts nothing. */
export function entriesOf(counters: readonly Counter[], facts: readonly CountedFact[]): EntryFact[] {
  return counters.flatMap(({ kind, criterion, ground, counts, per }): EntryFact[] => {
    const mine = facts.filter(({ fact }) => fact === counts);
    if (mine.length === 0) return [];
    const last = mine.at(-1)?.day ?? '';
    return [
      {
        ...{ entryId: '', kind, criterion, ground, count: Math.floor(mine.length / per), points: null },
        ...{ occurredOn: last, words: '', evidence: 0, recordedBy: '', approvedBy: '', facts: mine },
      },
    ];
  });
}
