/** Works indicators out (指标计算): any number of them, for any unions and periods, with one statement a source. */
import type { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { isShorter, type Period, periodsBetween } from '../../kernel/period';
import { type Compiled, readingsOf } from '../definition/compile';
import type { IndicatorDefinition } from '../definition/definition';
import type { Checked } from '../expression/check';
import { evaluate, exact, kept, rounded, valueOf } from '../expression/formula';
import type { Reading } from '../expression/formula';
import type { Answer, Around, Question, Scope, UnionAsked } from '../sources/source';
import { answersTo } from '../sources/sources';

/** One indicator in one period. */
export interface Job {
  readonly compiled: Compiled;
  readonly period: Period;
}

/** null: missing, which is not zero. */
export interface Worked {
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly value: string | null;
}

export const MISSING: Worked = { numerator: null, denominator: null, value: null };

/** Whether it has values for periods of this length. */
export const hasPeriod = ({ periodKind, overTime }: IndicatorDefinition, { kind }: Period): boolean =>
  periodKind === kind || (isShorter(periodKind, kind) && overTime !== 'none');

export const scopeOf = ({ overUnions }: IndicatorDefinition): Scope =>
  ({ sum: 'below', mean: 'each', none: 'own' })[overUnions] as Scope;

/** The stretches of time that are worked out, up to today: the period itself, or of a mean the shorter ones that have begun. */
export function stretches({ overTime, periodKind }: IndicatorDefinition, period: Period, today: string): Period[] {
  if (period.from > today) return [];
  const until = period.to < today ? period.to : today;
  const parts = overTime === 'mean' ? periodsBetween(periodKind, period.from, until) : [period];
  return parts.map((part) => (part.to > until ? { ...part, to: until } : part));
}

export const questionOf = ({ asked, stock }: Reading, { from, to }: Period, scope: Scope): Question => ({
  asked,
  span: { from: stock ? null : from, to },
  scope,
});

export const questionsOf = (jobs: readonly Job[], today: string): Question[] =>
  jobs.flatMap(({ compiled, period }) =>
    stretches(compiled.definition, period, today).flatMap((stretch) =>
      readingsOf(compiled).map((reading) => questionOf(reading, stretch, scopeOf(compiled.definition))),
    ),
  );

/** What was answered to a question like this one. */
export type Answers = (question: Question) => Answer;

/** Each different question is asked once. */
export async function answersFor(tx: EntityManager, around: Around, questions: readonly Question[]): Promise<Answers> {
  const different = new Map(questions.map((question) => [JSON.stringify(question), question]));
  const answers = await answersTo(tx, around, [...different.values()]);
  const known = new Map([...different.keys()].map((key, no) => [key, answers[no] ?? NOTHING]));
  return (question) => known.get(JSON.stringify(question)) ?? NOTHING;
}

/** What each union has, by its label. */
export function workedOut(
  job: Job,
  unions: readonly UnionAsked[],
  today: string,
  answers: Answers,
): ReadonlyMap<string, Worked> {
  const { definition } = job.compiled;
  const samples = stretches(definition, job.period, today).map(
    (stretch): Sample =>
      new Map(
        readingsOf(job.compiled).map((reading) => [
          reading.key,
          answers(questionOf(reading, stretch, scopeOf(definition))),
        ]),
      ),
  );
  return new Map(unions.map(({ label }) => [label, worked(job, samples, label)]));
}

/** For each job what each union has, by its label. */
export async function workOut(
  tx: EntityManager,
  around: Around,
  jobs: readonly Job[],
  today: string,
): Promise<ReadonlyMap<string, Worked>[]> {
  const answers = await answersFor(tx, around, questionsOf(jobs, today));
  return jobs.map((job) => workedOut(job, around.unions, today, answers));
}

const NOTHING: Answer = new Map();
/** The answer to each reading, by its key. */
type Sample = ReadonlyMap<string, Answer>;

const one = ({ formula }: Checked, sample: Sample, key: string): Decimal | null =>
  evaluate(formula, (reading) => sample.get(reading)?.get(key) ?? null);

function worked({ compiled, period }: Job, samples: readonly Sample[], label: string): Worked {
  const { definition, numerator, denominator } = compiled;
  const { factor, decimals, overUnions, overTime, periodKind } = definition;
  if (overUnions === 'mean' || (overTime === 'mean' && period.kind !== periodKind)) {
    const values = samples.flatMap((sample) =>
      keysOf(numerator, sample, overUnions === 'mean', label).flatMap((key) => one(numerator, sample, key) ?? []),
    );
    if (values.length === 0) return MISSING;
    return told(
      factor,
      decimals,
      values.reduce((sum, value) => sum.plus(value)),
      exact(values.length),
    );
  }
  const [sample] = samples;
  if (sample === undefined) return MISSING;
  const above = one(numerator, sample, label);
  if (denominator !== null) return told(factor, decimals, above, one(denominator, sample, label));
  return above === null ? MISSING : { ...told(factor, decimals, above, ONE), denominator: null };
}

const ONE = exact(1);

/** The paths of unions that have something of their own, at or below the one asked; of a sum the union itself. */
function keysOf({ readings }: Checked, sample: Sample, each: boolean, label: string): string[] {
  if (!each) return [label];
  const paths = new Set(readings.flatMap(({ key }) => [...(sample.get(key)?.keys() ?? [])]));
  return [...paths].filter((path) => path.split('.').includes(label));
}

const told = (factor: string, decimals: number, numerator: Decimal | null, denominator: Decimal | null): Worked => ({
  numerator: kept(numerator),
  denominator: kept(denominator),
  value: rounded(valueOf(factor, numerator, denominator), decimals),
});
