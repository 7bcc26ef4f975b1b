/** What was handed in, each time (历次报送): its values as they were, undone step by step from what stands. Pure. */
import type { ReturnChanges, ReturnStepKind } from './form-return-step.entity';
import type { ReturnStatus } from './form-return.entity';
import { type Saying, undone } from './said-changes';

/** With what it says now. */
export interface KeptReturn extends Saying {
  readonly id: string;
  readonly status: ReturnStatus;
  /** The last first. */
  readonly steps: readonly {
    readonly kind: ReturnStepKind;
    readonly by: string;
    readonly at: string;
    readonly words: string | null;
    readonly changes: ReturnChanges | null;
  }[];
}

/** With what it said then. */
export interface Submission extends Saying {
  readonly returnId: string;
  readonly by: string;
  readonly at: string;
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
  let said: Saying = { values, missing, words };
  const found: Submission[] = [];
  let decided: KeptReturn['steps'][number] | undefined;
  for (const step of steps) {
    if (decisive.has(step.kind)) decided = step;
    if (step.kind === 'submitted') {
      const { by, at } = step;
      found.push({ returnId, by, at, ...said, ...outcomeOf(decided, status) });
      decided = undefined;
    }
    if (step.changes !== null) said = undone(said, step.changes);
  }
  return found;
}

/**
 * A returned one as those above may read it: as it was handed in last, whatever its union has changed since, which is
 * not theirs to see before it is handed in again.
 */
export function asHandedIn<T extends KeptReturn>(kept: T): T {
  if (kept.status !== 'returned') return kept;
  const since = kept.steps.findIndex(({ kind }) => kind === 'returned');
  const [last] = submissionsOf(kept);
  if (last === undefined) return kept;
  const { values, missing, words } = last;
  const steps = kept.steps.filter(({ changes }, no) => no >= since || changes === null);
  return { ...kept, values, missing, words, steps };
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
