/** The rates a criterion may be fed with (比率来源): this list is all there is, and each entry says how it is measured. */
import type { Words } from '../kernel/errors';
import { completionOf } from './completion';
import { type Expression, minus as less, number, over as quotient, sum } from './expression';
import type { CriterionFacts, TaskFact } from './facts';
import type { Fraction } from './fraction';
import type { NextUnit } from './next-unit';
import { nextUnit } from './next-unit';
import { punctualityOf } from './punctuality';
import type { Json } from './rules/rule';
import type { Faults } from './shape';
import { stated } from './stated';
import { dueTasks, reviewedTasks, taskInputs } from './task-inputs';

export type RateSource = 'completion' | 'punctuality' | 'quality' | 'stated';

/** A rate with what it is made of. */
export interface Measured {
  readonly name: Words;
  /** A fraction of 1; null: there is no value, which is not zero. */
  readonly rate: Fraction | null;
  readonly arithmetic: Expression | null;
  /** What a reader has to know beside the number. */
  readonly notes: readonly Words[];
  readonly inputs: Readonly<Record<string, Json>>;
  /** The fewest units that bring the rate to `wanted`; null where nobody can say. */
  next(wanted: Fraction, pointsAt: (rate: Fraction) => string): NextUnit | null;
}

interface Source {
  readonly name: Words;
  /** The highest percentage there can be, a decimal text. */
  readonly highest: string;
  /** Whether tasks feed it; what does not come from tasks is stated by a scorer. */
  readonly fromTasks: boolean;
  /** `asked`: up to which rate it is to count, a decimal text. */
  measure(facts: CriterionFacts, asked: string): Omit<Measured, 'name'>;
}

const sources: Readonly<Record<RateSource, Source>> = {
  completion: { name: { zh: '完成率', en: 'completion' }, highest: '200', fromTasks: true, measure: completion },
  punctuality: { name: { zh: '按时率', en: 'punctuality' }, highest: '100', fromTasks: true, measure: punctuality },
  quality: { name: { zh: '填报质量', en: 'report quality' }, highest: '100', fromTasks: true, measure: quality },
  stated: { name: { zh: '填报比率', en: 'stated rate' }, highest: '200', fromTasks: false, measure: stated },
};

/** Every source of a rate, by name. */
export const RATE_SOURCES: readonly string[] = Object.keys(sources);

/** What a source is called, how high it can go and whether tasks feed it. */
export const sourceOf = (over: RateSource = 'completion'): Omit<Source, 'measure'> => sources[over];

/** Measures one of the rates; completion counts each task up to `asked`, so that no task covers for another. */
export function measured(over: RateSource, facts: CriterionFacts, asked: string): Measured {
  const { name, measure } = sources[over];
  return { ...measure(facts, asked), name };
}

/** Checks the source a rule names; completion when it names none, undefined when it is none of ours. */
export function readSource(faults: Faults, value: unknown, place: string): RateSource | undefined {
  if (value === undefined) return 'completion';
  if (typeof value === 'string' && Object.hasOwn(sources, value)) return value as RateSource;
  const known = RATE_SOURCES.join(', ');
  faults.add(place, 'unknownKind', `应为以下之一：${known}。`, `Must be one of: ${known}.`);
  return undefined;
}

function completion({ tasks }: CriterionFacts, asked: string): Omit<Measured, 'name'> {
  const all = completionOf(tasks, asked);
  const { rate, arithmetic, notes, counted } = all;
  const inputs = { tasks: taskInputs(counted) };
  return { rate, arithmetic, notes, inputs, next: (wanted, pointsAt) => nextUnit(all, wanted, pointsAt) };
}

function punctuality({ tasks }: CriterionFacts): Omit<Measured, 'name'> {
  const { onTime, late, missing, rate } = punctualityOf(tasks);
  const none = { zh: '尚无到期的任务。', en: 'No task is due yet.' };
  return {
    rate,
    arithmetic: rate === null ? null : quotient(number(onTime), sum(number(onTime), number(late), number(missing))),
    notes: rate === null ? [none] : [],
    inputs: { onTime, late, missing, tasks: dueTasks(tasks) },
    next: () => null,
  };
}

/** Reports that were never returned ÷ reports handed in; a report returned more than once counts once. */
function quality({ tasks }: CriterionFacts): Omit<Measured, 'name'> {
  const count = (of: (task: TaskFact) => number) => tasks.reduce((total, task) => total + of(task), 0);
  const [received, returned] = [count((task) => task.received), count((task) => task.returned)];
  const none = { zh: '尚无提交的填报。', en: 'No report was handed in yet.' };
  const nothing = received === 0;
  return {
    rate: nothing ? null : { top: BigInt(received - returned), bottom: BigInt(received) },
    arithmetic: nothing ? null : quotient(less(number(received), number(returned)), number(received)),
    notes: nothing ? [none] : [],
    inputs: { received, returned, tasks: reviewedTasks(tasks) },
    next: () => null,
  };
}
