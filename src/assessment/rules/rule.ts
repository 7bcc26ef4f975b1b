/** What every scoring rule is (评分规则): it checks its parameters and turns facts into points it can explain. */
import type { Decimal } from 'decimal.js';
import type { FieldError, Words } from '../../kernel/errors';
import type { CountedTask } from '../completion';
import type { CriterionFacts } from '../facts';
import { twoPlaces } from '../fraction';
import type { NextUnit } from '../next-unit';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The points of one criterion with everything they follow from. */
export interface Scored {
  /** Two places, as `12.50`; null while there is nothing to score. */
  readonly points: string | null;
  readonly explanation: Words;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly nextUnit: NextUnit | null;
}

/** One kind of rule. `P` is its parameters as they stand in the scheme. */
export interface Rule<P extends { readonly kind: string }> {
  readonly kind: P['kind'];
  /** Whether an officer gives the points; otherwise they are computed. */
  readonly judged: boolean;
  /**
   * The errors of parameters nobody has checked yet, each with its path below `place`. `marks` are the full marks
   * of the criterion, undefined where they cannot be read: then only what does not hang on them is checked.
   */
  validate(params: unknown, marks: Decimal | undefined, place: string): FieldError[];
  /** Points between 0 and `marks`, rounded half up once. Throws Refused for a judgement that cannot stand. */
  score(params: P, marks: Decimal, facts: CriterionFacts): Scored;
}

/** The tasks that counted, as inputs: rates in percent for reading, the quantities themselves for recomputing. */
export function taskInputs(counted: readonly CountedTask[]): Json {
  return counted.map(({ task, rate }) => ({
    taskId: task.taskId,
    title: task.title,
    unit: task.unit,
    done: task.done,
    pending: task.pending,
    target: task.target,
    weight: task.weight,
    percent: twoPlaces({ top: rate.top * 100n, bottom: rate.bottom }),
    reportIds: task.reportIds,
  }));
}

/** Sentences one after the other, in both languages. */
export function sentences(...all: readonly Words[]): Words {
  return { zh: all.map(({ zh }) => zh).join(''), en: all.map(({ en }) => en).join(' ') };
}
