/** The facts a criterion is scored from (考核事实): tasks as accepted, counted entries, and what a scorer gave. */
import type { Countable } from './countable';
import type { Fraction } from './fraction';

/** A task of the scored union. Quantities and weight are decimal texts in the task's own unit of counting. */
export interface TaskFact {
  readonly taskId: string;
  readonly code?: string;
  readonly title: string;
  readonly programme: string;
  readonly unit: string;
  readonly target: string;
  /** Accepted only, cumulative. */
  readonly done: string;
  /** Submitted and not yet accepted: shown, never scored. */
  readonly pending: string;
  readonly weight: string;
  /** Decided when the report was taken in; null while the task is not due. */
  readonly timeliness: 'on_time' | 'late' | 'missing' | null;
  /** Reports handed in for it and for what lies below it, and how many of them were returned at least once. */
  readonly received: number;
  readonly returned: number;
  readonly reportIds: readonly string[];
}

/**
 * What a scorer gave for a criterion, and why (评分及理由): points within limits, or what the rule is to be fed with —
 * numerator and denominator of a rate, or how often each ground occurred (0 is a value, silence is not).
 */
export interface Judgement {
  readonly points?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly counts?: Readonly<Record<string, number>>;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** A thing the platform counted by itself (自动计数), as it stands in the explanation. */
export interface CountedFact {
  readonly fact: Countable;
  /** The order, the application or the interview. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Number and title, or what was agreed. */
  readonly words: string;
  readonly taskId: string | null;
  readonly orderId: string | null;
}

/** A counted entry (考核记录) that was approved: something that happened, how often, on what ground. */
export interface Occurrence {
  readonly entryId: string;
  /** The code of the ground or kind it counts for. */
  readonly ground: string;
  readonly count: number;
  /** Only where the kind leaves the points of each entry open. */
  readonly points: string | null;
  /** `YYYY-MM-DD`. */
  readonly occurredOn: string;
  readonly words: string;
  readonly evidence: number;
  readonly recordedBy: string;
  readonly approvedBy: string;
  /** What it is made of, where the platform counted it; then nobody recorded it, and it has no id. */
  readonly facts?: readonly CountedFact[];
}

export interface CriterionFacts {
  readonly tasks: readonly TaskFact[];
  readonly judgement?: Judgement;
  /** Whether a scorer has to state something before this is scored: until then it is open, which is not zero. */
  readonly awaited?: boolean;
  /** The approved entries of this criterion. */
  readonly occurrences?: readonly Occurrence[];
  /** For a rule that compares: the values of all unions of the class, this one's own among them; null has no value. */
  readonly peers?: readonly (Fraction | null)[];
  /** What the part counts for in the whole, a decimal text; 1 when left out. Points are rounded after it. */
  readonly weight?: string;
}

/** Which of the union's tasks a criterion looks at. */
export type TaskSelection = 'all' | { readonly programmes: readonly string[] } | { readonly codes: readonly string[] };

/** The tasks a criterion looks at, in the order of their ids, so that one sheet always reads the same. */
export function selectTasks(tasks: readonly TaskFact[], selection: TaskSelection): TaskFact[] {
  return tasks
    .filter((task) => {
      if (selection === 'all') return true;
      if ('programmes' in selection) return selection.programmes.includes(task.programme);
      return task.code !== undefined && selection.codes.includes(task.code);
    })
    .sort((a, b) => (a.taskId < b.taskId ? -1 : Number(a.taskId > b.taskId)));
}
