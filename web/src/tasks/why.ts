/** Why a deed is not offered on a task, told from the state the API gives; the API itself decides. */
import type { Schemas } from '../api/client';

export type Why = 'withdrawn' | 'notSigned' | 'divided' | 'role' | 'theirs';

interface Standing {
  readonly task: Pick<Schemas['TaskView'], 'status' | 'tier' | 'keptTarget'>;
  readonly mine: boolean;
  readonly divided: boolean;
  /** Whether the role has the right the deed asks for. */
  readonly may: boolean;
}

/** Null where one may report. */
export function whyNoReport({ task, mine, divided, may }: Standing): Why | null {
  if (task.status === 'withdrawn') return 'withdrawn';
  if (!mine) return 'theirs';
  if (divided && task.keptTarget === null) return 'divided';
  if (!may) return 'role';
  return task.status === 'assigned' ? 'notSigned' : null;
}

/** Null where one may divide. */
export function whyNoDivision({ task, may }: Pick<Standing, 'task' | 'may'>): Why | null {
  if (task.status === 'withdrawn') return 'withdrawn';
  if (!may) return 'role';
  return task.status === 'assigned' ? 'notSigned' : null;
}
