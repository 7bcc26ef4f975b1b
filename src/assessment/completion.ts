/** Completion of a criterion over its tasks (完成率): each task by its own measure, together by weight. */
import { plain } from '../kernel/decimal';
import type { Words } from '../kernel/errors';
import { type Expression, least, number, over, sum, times as product } from './expression';
import type { TaskFact } from './facts';
import type { Fraction } from './fraction';
import { dividedBy, fraction, greater, lesser, ONE, plus, times, ZERO } from './fraction';

/** One task that counts, with what it adds to the whole. */
export interface CountedTask {
  readonly task: TaskFact;
  readonly done: Fraction;
  readonly target: Fraction;
  readonly weight: Fraction;
  /** Accepted ÷ target, not above the cap. */
  readonly rate: Fraction;
}

export interface Completion {
  /** null: there is no value, because nothing counts. Never the same as zero. */
  readonly rate: Fraction | null;
  readonly counted: readonly CountedTask[];
  readonly weight: Fraction;
  readonly cap: Fraction;
  /** How the rate follows from the tasks; null when nothing counts. */
  readonly arithmetic: Expression | null;
  /** What a reader has to know beside the number. */
  readonly notes: readonly Words[];
}

/**
 * Accepted ÷ target of one task; of several tasks, whose measures differ, the mean of their rates by task weight,
 * each rate counting up to what the criterion asks for (`asked`, a decimal text, at least 1), so that no task covers for another.
 * A task with a target or weight of zero has no rate and stays out. Rates are fractions of 1.
 */
export function completionOf(tasks: readonly TaskFact[], asked: string): Completion {
  const cap = greater(ONE, fraction(asked));
  const counted: CountedTask[] = [];
  const left: TaskFact[] = [];
  for (const task of tasks) {
    const target = fraction(task.target);
    const weight = fraction(task.weight);
    const done = greater(fraction(task.done), ZERO);
    if (target.top <= 0n || weight.top <= 0n) left.push(task);
    else counted.push({ task, done, target, weight, rate: lesser(dividedBy(done, target), cap) });
  }
  const weight = counted.reduce((sum, one) => plus(sum, one.weight), ZERO);
  const arithmetic = arithmeticOf(counted, cap === ONE ? '1' : plain(asked));
  return {
    rate: rateOf(counted, weight),
    counted,
    weight,
    cap,
    arithmetic,
    notes: notesOf(tasks, counted, left),
  };
}

function rateOf(counted: readonly CountedTask[], weight: Fraction): Fraction | null {
  const [only] = counted;
  if (only === undefined) return null;
  if (counted.length === 1) return dividedBy(only.done, only.target);
  const sum = counted.reduce((total, one) => plus(total, times(one.weight, one.rate)), ZERO);
  return dividedBy(sum, weight);
}

function arithmeticOf(counted: readonly CountedTask[], most: string): Expression | null {
  const quotients = counted.map(({ task }) => over(number(doneOf(task)), number(task.target)));
  const [only] = quotients;
  if (only === undefined) return null;
  if (quotients.length === 1) return only;
  const weights = counted.map(({ task }) => number(task.weight));
  const summands = counted.map(({ task }, i) =>
    product(number(task.weight), least(quotients[i] ?? only, number(most))),
  );
  return over(sum(...summands), sum(...weights));
}

/** What is below zero counts as nothing. */
const doneOf = ({ done }: TaskFact): string => (done.startsWith('-') ? '0' : done);

function notesOf(all: readonly TaskFact[], counted: readonly CountedTask[], left: readonly TaskFact[]): Words[] {
  const notes: Words[] = [];
  if (all.length === 0) {
    notes.push({ zh: '没有任务适用本项。', en: 'No task belongs to this criterion.' });
  }
  if (left.length > 0) {
    notes.push({
      zh: `目标或权重为零的任务没有完成率，未计入：${titles(left)}。`,
      en: `A task with a target or weight of zero has no rate and is left out: ${titles(left)}.`,
    });
  }
  const silent = counted.filter(({ task }) => task.reportIds.length === 0).map(({ task }) => task);
  if (silent.length > 0) {
    notes.push({
      zh: `尚无审核通过的填报：${titles(silent)}。`,
      en: `No report accepted yet: ${titles(silent)}.`,
    });
  }
  return notes;
}

/** The first five titles, and how many there are when there are more. */
function titles(tasks: readonly TaskFact[]): string {
  const first = tasks.slice(0, 5).map(({ title }) => title);
  return first.join('; ') + (tasks.length > 5 ? `; … (${tasks.length})` : '');
}
