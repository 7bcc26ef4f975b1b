/** What was handed in, each time (历次报送): its values as they were, undone step by step from what stands. Pure. */
import type { CellValues, Said } from '../check/cell-values';
import type { ReturnChanges, ReturnStepKind } from './form-return-step.entity';
import type { ReturnStatus } from './form-return.entity';

export interface KeptReturn {
  readonly id: string;
  readonly status: ReturnStatus;
  /** As they stand now. */
  readonly values: CellValues;
  readonly missing: Said;
  readonly words: Said;
  /** The last first. */
  readonly steps: readonly {
    readonly kind: ReturnStepKind;
    readonly by: string;
    readonly at: string;
    readonly words: string | null;
    readonly changes: ReturnChanges | null;
  }[];
}

export interface Submission {
  readonly returnId: string;
  readonly by: string;
  readonly at: string;
  readonly values: CellValues;
  readonly missing: Said;
  readonly words: Said;
  /** waiting: nobody has decided yet. */
  readonly outcome: 'waiting' | 'accepted' | 'returned' | 'takenBack' | 'withdrawn';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** Why it was returned. */
  readonly reason: string | null;
}

const decisive: ReadonlySet<string> = new Set(['accepted', 'returned', 'takenBack', 'withdrawn']);

/** The last first. */
export function submissionsOf({ id: returnId, status, values, missing, words, steps }: KeptReturn): Submission[] {
  const now = new Map([
    ...Object.entries(values),
    ...Object.entries(missing).map(([key, said]) => [`missing.${key}`, said] as const),
    ...Object.entries(words).map(([key, said]) => [`words.${key}`, said] as const),
  ]);
  const found: Submission[] = [];
  let decided: KeptReturn['steps'][number] | undefined;
  for (const step of steps) {
    if (decisive.has(step.kind)) decided = step;
    if (step.kind === 'submitted') {
      const { by, at } = step;
      found.push({ returnId, by, at, ...parted(now), ...outcomeOf(decided, status) });
      decided = undefined;
    }
    for (const [key, [before]] of Object.entries(step.changes ?? {}))
      if (before === null) now.delete(key);
      else now.set(key, before);
  }
  return found;
}

/** What the district itself hands in is accepted at once, without a step of its own. */
function outcomeOf(
  decided: KeptReturn['steps'][number] | undefined,
  status: ReturnStatus,
): Pick<Submission, 'outcome' | 'decidedBy' | 'decidedAt' | 'reason'> {
  if (decided === undefined)
    return {
      outcome: status === 'submitted' ? 'waiting' : 'accepted',
      decidedBy: null,
      decidedAt: null,
      reason: null,
    };
  const { kind, by, at, words } = decided;
  return { outcome: kind as Submission['outcome'], decidedBy: by, decidedAt: at, reason: words };
}

function parted(flat: ReadonlyMap<string, string>): Pick<Submission, 'values' | 'missing' | 'words'> {
  const told = (prefix: string): Said =>
    Object.fromEntries([...flat].flatMap(([key, text]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : [])));
  return {
    values: Object.fromEntries([...flat].filter(([key]) => !key.includes('.'))),
    missing: told('missing.'),
    words: told('words.'),
  };
}
