/** A report's steps as a conversation between those below and those above. */
import type { Schemas } from '../api/client';

type Report = Pick<Schemas['ReportDetail'], 'steps' | 'note' | 'accepted'>;

export interface Said {
  readonly kind: string;
  readonly at: string;
  readonly officerName: string;
  /** Handed in from below, or decided above. */
  readonly below: boolean;
  /** The figure it changes; null where it is the first. */
  readonly before: string | null;
  readonly done: string;
  /** The note of those who reported, the reason of those who returned it. */
  readonly words: string;
  readonly timeliness: string | null;
}

export function conversationOf({ steps, note, accepted }: Report): Said[] {
  let before = accepted;
  const last = steps.findLastIndex(({ kind }) => isBelow(kind));
  return steps.map(({ kind, at, officerName, done, reason, timeliness, note: said }, place) => {
    const below = isBelow(kind);
    const turn = {
      kind,
      at,
      officerName,
      below,
      before,
      done,
      // steps from before notes were kept: what the report says now was said last
      words: below ? (said ?? (place === last ? note : '')) : (reason ?? ''),
      timeliness,
    };
    if (below) before = done;
    return turn;
  });
}

const isBelow = (kind: string): boolean => kind === 'submitted' || kind === 'resubmitted';
